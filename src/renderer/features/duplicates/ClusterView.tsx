import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuplicateCluster, MergeField, MergePlan } from '../../../shared/contract/duplicates.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { useMasked } from '../../stores/mask.ts'
import { useFormats } from '../../ui/formats.tsx'
import { FieldTable } from './FieldTable.tsx'
import { ReasonList } from './ReasonList.tsx'
import type { MergeDraft } from './use-merge.ts'

interface ClusterViewProps {
  cluster: DuplicateCluster
  draft: MergeDraft
  onDraft: (draft: MergeDraft) => void
  onMerge: () => void
  onDifferent: () => void
  onSkip: () => void
  /** What leaving it alone is called; without it, that it is skipped. */
  skipLabel?: string
  isBusy: boolean
}

/** One group: its records side by side, what a merge brings together, why they are taken for one, and what to do. */
export function ClusterView({ cluster, draft, onDraft, onMerge, onDifferent, onSkip, skipLabel, isBusy }: ClusterViewProps): ReactNode {
  const { t } = useTranslation()
  const masked = useMasked()
  const customerIds = cluster.customers.map(({ id }) => id)
  const plan = useQuery(orpc.duplicates.planMerge.queryOptions({ input: { customerIds, keepId: draft.keepId } }))
  const kept = cluster.customers.find(({ id }) => id === draft.keepId)
  return (
    <div className="cluster-view" data-testid="duplicate-view">
      <header className="cluster-head">
        <h2>{kept && masked.name(kept.id, kept.name)}</h2>
        {/* A person put them together: nothing was compared. */}
        {cluster.pairs.length > 0 && (
          <span className="cluster-score" data-verdict={cluster.verdict}>
            {t('duplicates.scoreShort', { score: cluster.score })}
          </span>
        )}
        <span className="cluster-deeds">
          <Button size="sm" onClick={onMerge} loading={isBusy} data-testid="duplicate-merge">
            {t('duplicates.merge')}
          </Button>
          <Button size="sm" variant="default" onClick={onDifferent} disabled={isBusy} data-testid="duplicate-different">
            {t('duplicates.different')}
          </Button>
          <Button size="sm" variant="subtle" onClick={onSkip} data-testid="duplicate-skip">
            {skipLabel ?? t('duplicates.skip')}
          </Button>
        </span>
      </header>
      {cluster.pairs.map((pair) => (
        <ReasonList key={`${String(pair.one)}-${String(pair.other)}`} pair={pair} customers={cluster.customers} />
      ))}
      <Answer query={plan}>
        {(answer) => (
          <>
            <FieldTable
              plan={answer}
              draft={draft}
              onKeep={(keepId) => {
                onDraft({ ...draft, keepId })
              }}
              onChoose={(field: MergeField, fromId) => {
                onDraft({ ...draft, choices: new Map([...draft.choices, [field, fromId]]) })
              }}
            />
            <MergeFacts plan={answer} />
          </>
        )}
      </Answer>
      {cluster.pairs.length > 0 && <p className="faint small cluster-about">{t('duplicates.about')}</p>}
    </div>
  )
}

const MOVED = ['orders', 'interactions', 'complaints', 'consents', 'surveys', 'campaigns'] as const

/** What the kept record is given, and consents that end stricter. */
function MergeFacts({ plan }: { plan: MergePlan }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const moved = MOVED.filter((kind) => plan.moved[kind] > 0).map((kind) =>
    t(`duplicates.moved.${kind}`, { count: plan.moved[kind], formatted: formats.count(plan.moved[kind]) })
  )
  const restricted = plan.restricted.map(({ purpose, channel, status }) => `${purpose}, ${channel}: ${t(`duplicates.consents.${status}`)}`)
  return (
    <div className="merge-facts muted">
      <p>{moved.length > 0 ? t('duplicates.moves', { list: moved.join(', ') }) : t('duplicates.movesNothing')}</p>
      {restricted.length > 0 && <p>{t('duplicates.restricted', { list: restricted.join('; ') })}</p>}
    </div>
  )
}
