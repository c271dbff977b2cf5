import { SegmentedControl } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ChangeLog } from './ChangeLog.tsx'
import { ImportList } from './ImportList.tsx'
import './history.css'

const VIEWS = ['changes', 'deleted', 'imports'] as const
type View = (typeof VIEWS)[number]

/** What was done in this workspace and how to take it back: every change, what was deleted, and the files brought in. */
export function HistoryPage(): ReactNode {
  const { t } = useTranslation()
  const [view, setView] = useState<View>('changes')
  return (
    <div className="page" data-testid="history-page">
      <div className="history-inner">
        <header className="history-head">
          <p className="muted">{t(`history.intro.${view}`)}</p>
          <SegmentedControl
            aria-label={t('history.title')}
            value={view}
            data={VIEWS.map((value) => ({ value, label: t(`history.${value}`) }))}
            onChange={(value) => {
              setView(VIEWS.find((each) => each === value) ?? 'changes')
            }}
            data-testid="history-view"
          />
        </header>
        {view === 'imports' ? <ImportList /> : <ChangeLog key={view} isDeleted={view === 'deleted'} />}
        <p className="faint small history-limits">{t('history.limits')}</p>
      </div>
    </div>
  )
}
