import './element-panel.css'
import './evidence-edit.css'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ElementEvidence } from '../../../shared/contract/models.ts'
import type { Model, ModelElement } from '../../../shared/models/model.ts'
import { readError } from '../../api/errors.ts'
import { BringIn } from '../../api/BringIn.tsx'
import { navigate } from '../../stores/route.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { MetricEvidence } from './MetricEvidence.tsx'
import { countSeries } from '../../../shared/models/element-series.ts'
import { findInherited } from '../../../shared/models/find-inherited.ts'
import { hasEvidence } from '../../../shared/models/hold.ts'
import { findPairing } from '../../../shared/models/list-in-view.ts'
import { nameKind, pickMetrics } from '../../../shared/models/node-text.ts'
import { tellAuthors } from '../../../shared/models/tell-authors.ts'
import { InheritedEvidence } from './InheritedEvidence.tsx'
import { SegmentLinks } from './SegmentLinks.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useModel } from './use-model.ts'

export interface ElementPanelProps {
  modelId: string
  elementId: string
  onSelect: (elementId: string) => void
  onWalk: (elementId: string) => void
}

/** Everything about one element: what it means, what the data say, whom it concerns, what to ask, where it comes from. */
export function ElementPanel({ modelId, elementId, onSelect, onWalk }: ElementPanelProps): ReactNode {
  const { t } = useTranslation()
  const { text, language } = useFormats()
  const { inView, evidence, isComputing, evidenceError, retry } = useModel(modelId)
  // Named and numbered as the view on the canvas has it; what the view leaves out, as the model has it.
  const model = inView?.view.elements.some((each) => each.id === elementId) ? inView.view : inView?.whole
  const element = model?.elements.find((each) => each.id === elementId)
  if (!inView || !model || !element) return null
  const pairing = findPairing(inView, elementId)
  const own = evidence.get(elementId)
  const inherited = findInherited(inView, elementId)
  const children = model.elements.filter((each) => each.parent === elementId)
  return (
    <article className="element-panel" data-testid="element-panel" data-element={elementId}>
      <header>
        <p className="element-kind">{nameKind(element, language, countSeries(model, element))}</p>
        <h2>{text(element.name)}</h2>
        <p className="element-definition">{text(element.definition)}</p>
        {pairing && (
          <p className="element-quiet" data-testid="panel-pairing">
            {t('canvas.pairing', { name: text(pairing) })}
          </p>
        )}
        {own && children.length === 0 && <ElementStateLine evidence={own} />}
      </header>
      {evidenceError && <ErrorNotice error={readError(evidenceError)} onRetry={retry} />}
      {isComputing && (
        <p className="element-quiet" role="status">
          {t('canvas.loadingFigures')}
        </p>
      )}
      {children.length > 0 && <ChildList elements={children} isBare={!hasEvidence(element)} onSelect={onSelect} />}
      {inherited && <InheritedEvidence inherited={inherited} view={inView.view} evidence={evidence} onSelect={onSelect} />}
      {own && <EvidenceParts modelId={modelId} evidence={own} />}
      {element.questions.length > 0 && (
        <Part title={t('canvas.panel.questions')}>
          <ul className="element-questions">
            {element.questions.map((question) => (
              <li key={question.en}>{text(question)}</li>
            ))}
          </ul>
        </Part>
      )}
      {inView.view.walk.includes(elementId) && (
        <Button
          fullWidth
          onClick={() => {
            onWalk(elementId)
          }}
          data-testid="walk-element"
        >
          {t('canvas.walkStep')}
        </Button>
      )}
      <Background model={model} element={element} />
    </article>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function ElementStateLine({ evidence }: { evidence: ElementEvidence }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  return (
    <p className="element-state" title={t('canvas.panel.stateRule')}>
      <StateMark state={evidence.state} withWord />
      <span>{text(evidence.stateReason)}</span>
    </p>
  )
}

function EvidenceParts({ modelId, evidence }: { modelId: string; evidence: ElementEvidence }): ReactNode {
  const { t } = useTranslation()
  const metrics = pickMetrics(evidence.metrics)
  const lacksData = evidence.segments.some(({ missing }) => missing?.code === 'needs-data')
  // An element measured by how complete the records are has a screen of its own for that.
  const isAboutRecords = evidence.metrics.some(({ id }) => id === 'k_field_completeness')
  return (
    <>
      {metrics.length > 0 && (
        <Part title={t('canvas.panel.evidence')}>
          {metrics.map((metric, index) => (
            <MetricEvidence key={metric.id} metric={metric} modelId={modelId} isLeading={index === 0 && metric.value !== null} />
          ))}
        </Part>
      )}
      {isAboutRecords && (
        <Button
          variant="default"
          fullWidth
          onClick={() => {
            navigate({ screen: 'customers', place: 'health' })
          }}
          data-testid="open-health"
        >
          {t('customers.places.health')}
        </Button>
      )}
      <Part title={t('canvas.panel.segments')}>
        <SegmentLinks modelId={modelId} evidence={evidence} />
      </Part>
      {lacksData && (
        <BringIn kinds={evidence.segments.flatMap(({ missing }) => (missing?.code === 'needs-data' ? missing.needs : []))}>
          {(open) => (
            <Button variant="default" fullWidth onClick={open} data-testid="bring-data">
              {t('canvas.panel.bring')}
            </Button>
          )}
        </BringIn>
      )}
    </>
  )
}

interface ChildListProps {
  elements: readonly ModelElement[]
  /** What holds them has no figures of its own. */
  isBare: boolean
  onSelect: (id: string) => void
}

function ChildList({ elements, isBare, onSelect }: ChildListProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  return (
    <Part title={t('canvas.panel.elements')}>
      {isBare && <p className="element-quiet">{t('canvas.panel.noEvidence')}</p>}
      <ul className="element-children">
        {elements.map((element) => (
          <li key={element.id}>
            <button
              type="button"
              className="quiet-link"
              onClick={() => {
                onSelect(element.id)
              }}
            >
              {element.order === null ? '' : `${String(element.order)} `}
              {text(element.name)}
            </button>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** What a careful reader asks next: usual mistakes, a note, and on whose word all this stands. */
function Background({ model, element }: { model: Model; element: ModelElement }): ReactNode {
  const { t } = useTranslation()
  const { text, language } = useFormats()
  return (
    <footer className="element-background">
      {element.note && (
        <details open>
          <summary>{t('canvas.panel.note')}</summary>
          <p>{text(element.note)}</p>
        </details>
      )}
      {model.confusions.length > 0 && (
        <details data-testid="panel-confusions">
          <summary>{t('canvas.panel.confusions')}</summary>
          <ul>
            {model.confusions.map((confusion) => (
              <li key={confusion.en}>{text(confusion)}</li>
            ))}
          </ul>
        </details>
      )}
      <Relations model={model} element={element} />
      <details data-testid="panel-sources">
        <summary>{t('canvas.panel.sources')}</summary>
        <p>
          {tellAuthors(model, language, ', ')}.{' '}
          {readMarks(element.source)
            .map((mark) => t(`canvas.source.${mark}`))
            .join('. ')}
          .
        </p>
        {element.sourceTerm && <p>{t('canvas.panel.sourceTerm', { term: element.sourceTerm })}</p>}
        <ul>
          {model.sources.map((source) => (
            <li key={source.text.en}>
              {text(source.text)}{' '}
              <span className="element-quiet">
                (
                {readMarks(source.mark)
                  .map((mark) => t(`canvas.source.${mark}`).toLowerCase())
                  .join('; ')}
                )
              </span>
            </li>
          ))}
        </ul>
      </details>
    </footer>
  )
}

/** What leads to this element and where it leads, in the model's own words. */
function Relations({ model, element }: { model: Model; element: ModelElement }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const nameOf = (id: string): string => {
    const other = model.elements.find((each) => each.id === id)
    return other ? text(other.name) : id
  }
  const relations = model.relations.filter(
    (relation) => relation.kind !== 'contains' && (relation.from === element.id || relation.to === element.id)
  )
  if (relations.length === 0) return null
  return (
    <details data-testid="panel-relations">
      <summary>{t('canvas.panel.relations')}</summary>
      <ul>
        {relations.map((relation) => (
          <li key={`${relation.from} ${relation.kind} ${relation.to}`}>
            {nameOf(relation.from)} {t(`canvas.line.${relation.kind}`)} {nameOf(relation.to)}
            {relation.label && <span className="element-quiet">: {text(relation.label)}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** `V,S` or `V (textbook ch. 3)`: the letters at the start name the marks. */
function readMarks(source: string): string[] {
  return (/^[VSLAU](?:\s*,\s*[VSLAU])*/.exec(source)?.[0] ?? '')
    .split(',')
    .map((mark) => mark.trim())
    .filter(Boolean)
}
