import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ModelView } from '../../../shared/models/apply-variant.ts'
import type { Model, ModelElement } from '../../../shared/models/model.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'

export interface LitElement {
  readonly elementId: string
  /** What stands under the element's name. */
  readonly detail: ReactNode
  /** What stands beside it, at the end of the line. */
  readonly aside?: ReactNode
}

interface ModelCardProps {
  model: ModelView
  lit: readonly LitElement[]
  renderThumbnail: (model: Model, litIds: ReadonlySet<string>) => ReactNode
  /** What is said when nothing is lit. */
  nothing: string
  /** How many more the view drawn leaves out. */
  absent: number
  /** Under the list. */
  children?: ReactNode
}

/** One model: its drawing in small with elements lit, and the same elements as a list; each opens the model at it. */
export function ModelCard({ model: { view: model, whole }, lit, absent, renderThumbnail, nothing, children }: ModelCardProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  return (
    <Card className="compare-card" data-testid={`compare-model-${model.id}`} aria-label={text(model.name)}>
      <header>
        <h2>{text(model.name)}</h2>
        <span className="muted">{lit.length > 0 && t('compare.elements', { count: lit.length })}</span>
      </header>
      <div className={lit.length > 0 ? 'compare-drawing' : 'compare-drawing compare-drawing-dark'}>
        {renderThumbnail(whole, new Set(lit.map(({ elementId }) => elementId)))}
      </div>
      {lit.length === 0 && absent === 0 && <p className="muted compare-nothing">{nothing}</p>}
      <ul className="compare-list">
        {lit.map(({ elementId, ...words }) => {
          const element = model.elements.find(({ id }) => id === elementId)
          return element && <ElementItem key={elementId} model={model} element={element} {...words} />
        })}
      </ul>
      {absent > 0 && (
        <p className="compare-removed muted" data-testid="compare-absent">
          {t('compare.absent', { count: absent })}
        </p>
      )}
      {children}
    </Card>
  )
}

interface ElementItemProps extends Omit<LitElement, 'elementId'> {
  model: Model
  element: ModelElement
}

function ElementItem({ model, element, detail, aside }: ElementItemProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const name = text(element.name)
  return (
    <li>
      <button
        type="button"
        className="compare-item"
        title={t('compare.open', { element: name, model: text(model.name) })}
        data-testid={`compare-element-${element.id}`}
        onClick={() => {
          navigate({ screen: 'models', modelId: model.id, elementId: element.id })
        }}
      >
        <span className="compare-item-name">
          {element.order !== null && <span className="compare-number">{element.order}</span>}
          <span>{name}</span>
          {aside}
        </span>
        {detail}
      </button>
    </li>
  )
}
