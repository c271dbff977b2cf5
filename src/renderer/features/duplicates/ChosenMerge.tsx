import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import type { MergePlan } from '../../../shared/contract/duplicates.ts'
import { ClusterView } from './ClusterView.tsx'
import { useMerge, type MergeDraft } from './use-merge.ts'
import './duplicates.css'

interface ChosenMergeProps {
  customerIds: readonly number[]
  /** Merged, told apart, or left as they are. */
  onDone: () => void
}

/** Records that a person marked in the table to be made one: side by side as found duplicates are, without reasons or a score. */
export function ChosenMerge({ customerIds, onDone }: ChosenMergeProps): ReactNode {
  const plan = useQuery(orpc.duplicates.planMerge.queryOptions({ input: { customerIds: [...customerIds] } }))
  return (
    <div className="duplicates-page" data-testid="chosen-merge">
      <Answer query={plan}>{(answer) => <Chosen plan={answer} onDone={onDone} />}</Answer>
    </div>
  )
}

function Chosen({ plan: { keepId, customers }, onDone }: { plan: MergePlan; onDone: () => void }): ReactNode {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<MergeDraft>({ keepId, choices: new Map() })
  const { merge, tellApart, isBusy } = useMerge(onDone)
  const cluster = { key: customers.map(({ id }) => id).join('-'), verdict: 'review' as const, score: 0, customers, pairs: [] }
  return (
    <ClusterView
      cluster={cluster}
      draft={draft}
      onDraft={setDraft}
      onMerge={() => {
        merge(cluster, draft)
      }}
      onDifferent={() => {
        tellApart(cluster)
      }}
      onSkip={onDone}
      skipLabel={t('duplicates.backToTable')}
      isBusy={isBusy}
    />
  )
}
