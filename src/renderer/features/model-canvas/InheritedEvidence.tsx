import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ElementEvidence } from '../../../shared/contract/models.ts'
import type { Inherited } from '../../../shared/models/find-inherited.ts'
import type { Model, ModelElement } from '../../../shared/models/model.ts'
import { pickMetrics } from '../../../shared/models/node-text.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { MetricEvidence } from './MetricEvidence.tsx'
import { SegmentEvidenceList } from './SegmentEvidenceList.tsx'

interface InheritedEvidenceProps {
  inherited: Inherited
  /** The model as the canvas shows it: only what is on it can be gone to. */
  view: Model
  evidence: ReadonlyMap<string, ElementEvidence>
  onSelect: (elementId: string) => void
}

/** What an element without questions, figures and segments takes from others, each under the name of the one it is from. */
export function InheritedEvidence({ inherited, view, evidence, onSelect }: InheritedEvidenceProps): ReactNode {
  return inherited.elements.map((element) => (
    <section key={element.id} className="element-inherited" data-testid={`inherited-${element.id}`}>
      <Source
        element={element}
        state={inherited.from === 'held' ? evidence.get(element.id) : undefined}
        onSelect={view.elements.some(({ id }) => id === element.id) ? onSelect : null}
      />
      {/* Of several, each says only its leading figure. */}
      <Taken modelId={view.id} element={element} evidence={evidence.get(element.id)} most={inherited.from === 'held' ? 1 : Infinity} />
    </section>
  ))
}

interface SourceProps {
  element: ModelElement
  state: ElementEvidence | undefined
  onSelect: ((elementId: string) => void) | null
}

function Source({ element, state, onSelect }: SourceProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  return (
    <p className="element-from">
      {state && <StateMark state={state.state} />}
      {t('canvas.panel.from')}{' '}
      {onSelect ? (
        <button
          type="button"
          className="quiet-link"
          onClick={() => {
            onSelect(element.id)
          }}
        >
          {text(element.name)}
        </button>
      ) : (
        <b>{text(element.name)}</b>
      )}
    </p>
  )
}

interface TakenProps {
  modelId: string
  element: ModelElement
  evidence: ElementEvidence | undefined
  /** How many figures. */
  most: number
}

function Taken({ modelId, element, evidence, most }: TakenProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const metrics = pickMetrics(evidence?.metrics ?? []).slice(0, most)
  const segments = evidence?.segments ?? []
  return (
    <>
      {metrics.length > 0 && <h3>{t('canvas.panel.evidence')}</h3>}
      {metrics.map((metric, index) => (
        <MetricEvidence key={metric.id} metric={metric} modelId={modelId} isLeading={most > 1 && index === 0 && metric.value !== null} />
      ))}
      {segments.length > 0 && <h3>{t('canvas.panel.segments')}</h3>}
      {segments.length > 0 && <SegmentEvidenceList segments={segments} />}
      {element.questions.length > 0 && <h3>{t('canvas.panel.questions')}</h3>}
      <ul className="element-questions">
        {element.questions.map((question) => (
          <li key={question.en}>{text(question)}</li>
        ))}
      </ul>
    </>
  )
}
