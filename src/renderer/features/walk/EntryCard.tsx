import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import type { WalkEntry } from '../../../shared/contract/walks.ts'
import { navigate } from '../../stores/route.ts'
import { useFormats } from '../../ui/formats.tsx'

/** Where a walk begins: how this model is entered, in which order if any, and the assessment that goes with it. */
export function EntryCard({ entry }: { entry: WalkEntry }): ReactNode {
  const { t } = useTranslation()
  const { text, date, count } = useFormats()
  const assessment = useQuery(orpc.assessments.listAssessments.queryOptions()).data?.find(({ modelId }) => modelId === entry.modelId)
  const { lastRound = null, score = null } = assessment ?? {}
  return (
    <section className="card walk-entry" aria-label={t('walk.entry')} data-testid="walk-entry" data-order={entry.order}>
      <div>
        <h2>{text(entry.title)}</h2>
        <p>{text(entry.lead)}</p>
        <p className="walk-quiet">
          {t('walk.entryOurs')}{' '}
          {lastRound !== null && score !== null
            ? t('walk.assessed', { date: date(lastRound), score: count(score, 1) })
            : assessment && t('walk.assessAlone')}
        </p>
      </div>
      {assessment && (
        <Button
          variant={entry.assessFirst && lastRound === null ? 'filled' : 'default'}
          onClick={() => {
            navigate({ screen: 'assessment', modelId: entry.modelId })
          }}
          data-testid="walk-assess"
        >
          {lastRound === null ? t('walk.assess') : t('walk.assessAgain')}
        </Button>
      )}
    </section>
  )
}
