import { IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Metric } from '../../../shared/contract/models.ts'
import { navigate, type Route } from '../../stores/route.ts'

interface Way {
  readonly words: 'toAssessment' | 'toPlan' | 'toBuilder'
  readonly route: (modelId: string) => Route
}

const ASSESS: Way = { words: 'toAssessment', route: (modelId) => ({ screen: 'assessment', modelId }) }
const PLAN: Way = { words: 'toPlan', route: () => ({ screen: 'plan' }) }
const BUILD: Way = { words: 'toBuilder', route: () => ({ screen: 'segments', view: 'build' }) }

/** Figures that come from work done in the app, and where it is done. */
const ENTRY_WAYS: Readonly<Record<string, Way>> = { k_readiness: ASSESS, k_maturity: ASSESS, k_action_on_time: PLAN }

/** Leads to where a figure that no file can bring in is made: the assessment, the plan or the builder of segments. */
export function MakeGood({ metric, modelId }: { metric: Metric; modelId: string }): ReactNode {
  const { t } = useTranslation()
  const way = metric.missing?.code === 'needs-rule' ? BUILD : metric.missing?.code === 'needs-entry' ? ENTRY_WAYS[metric.id] : undefined
  if (!way) return null
  return (
    <button
      type="button"
      className="quiet-action"
      onClick={() => {
        navigate(way.route(modelId))
      }}
      data-testid={`make-good-${metric.id}`}
    >
      <IconArrowRight size={14} stroke={1.7} aria-hidden />
      {t(`evidenceEdit.${way.words}`)}
    </button>
  )
}
