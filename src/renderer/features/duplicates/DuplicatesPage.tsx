import { Button, SegmentedControl } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuplicateSummary, DuplicateView } from '../../../shared/contract/duplicates.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { ClusterBench } from './ClusterBench.tsx'
import { DoneList } from './DoneList.tsx'
import { EqualKeys } from './EqualKeys.tsx'
import { useDuplicateSearch, type SearchState } from './use-duplicate-search.ts'
import './duplicates.css'

const VIEWS = ['duplicate', 'review', 'done'] as const
type View = (typeof VIEWS)[number]

/** Records that are, or may be, one customer: found, explained, merged and parted again. */
export function DuplicatesPage(): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const [view, setView] = useState<View>('duplicate')
  const { state, again, cancel } = useDuplicateSearch()
  const summary = state.step === 'done' ? state.summary : null
  const countOf = (each: View): string => {
    if (!summary || each === 'done') return ''
    return ` · ${formats.count(each === 'duplicate' ? summary.duplicates : summary.reviews)}`
  }
  return (
    <div className="duplicates-page" data-testid="duplicates-page">
      <header className="duplicates-head">
        <SegmentedControl
          aria-label={t('duplicates.title')}
          value={view}
          data={VIEWS.map((value) => ({ value, label: t(`duplicates.views.${value}`) + countOf(value) }))}
          onChange={(value) => {
            setView(VIEWS.find((each) => each === value) ?? 'duplicate')
          }}
          data-testid="duplicate-views"
        />
        <p className="muted small duplicates-intro">{t('duplicates.intro')}</p>
        {summary && view === 'duplicate' && <EqualKeys summary={summary} />}
      </header>
      {view === 'done' ? <DoneList /> : <Found key={view} state={state} view={view} onAgain={again} onCancel={cancel} />}
      {summary && summary.skippedBlocks > 0 && (
        <p className="faint small">
          {t('duplicates.skippedBlocks', { count: summary.skippedBlocks, formatted: formats.count(summary.skippedBlocks) })}
        </p>
      )}
    </div>
  )
}

interface FoundProps {
  state: SearchState
  view: DuplicateView
  onAgain: () => void
  onCancel: () => void
}

function Found({ state, view, onAgain, onCancel }: FoundProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  if (state.step === 'failed')
    return (
      <div className="duplicates-note">
        {state.error.code === 'search-cancelled' ? (
          <EmptyState
            title={t('duplicates.stopped')}
            text={t('duplicates.intro')}
            action={<Button onClick={onAgain}>{t('duplicates.again')}</Button>}
          />
        ) : (
          <ErrorNotice error={state.error} onRetry={onAgain} />
        )}
      </div>
    )
  if (state.step === 'running') {
    const { progress } = state
    if (!progress) return null
    const done = progress.total === 0 ? 0 : progress.done / progress.total
    const detail = `${t(`duplicates.phases.${progress.phase}`)} · ${formats.share(Math.min(1, done))}`
    return (
      <div className="duplicates-note">
        <ProgressBar done={Math.min(1, done)} label={t('duplicates.searching')} detail={detail} onCancel={onCancel} />
      </div>
    )
  }
  const { summary } = state
  const count = view === 'duplicate' ? summary.duplicates : summary.reviews
  return count === 0 ? <Nothing summary={summary} view={view} /> : <ClusterBench view={view} />
}

function Nothing({ summary, view }: { summary: DuplicateSummary; view: DuplicateView }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  if (!summary.isAnswerable) return <EmptyState title={t('duplicates.unknownTitle')} text={t('duplicates.unknownText')} />
  const area = view === 'duplicate' ? 'none' : 'noneReview'
  return (
    <EmptyState title={t(`duplicates.${area}Title`)} text={t(`duplicates.${area}Text`, { customers: formats.count(summary.customers) })} />
  )
}
