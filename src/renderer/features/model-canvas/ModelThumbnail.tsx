import './model-thumbnail.css'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/domain/text.ts'
import type { ModelView } from '../../../shared/models/apply-variant.ts'
import type { Model } from '../../../shared/models/model.ts'
import { useFormats } from '../../ui/formats.tsx'
import { arrangeModel, isFrame, type PlacedElement } from '../../../shared/models/arrange-model.ts'
import { useModelView } from '../../stores/views.ts'
import { bottom } from '../../../shared/models/geometry.ts'

interface ModelThumbnailProps {
  model: Model
  /** The view to draw; without it, the one the person chose last. */
  inView?: ModelView
  /** The element that is lit. */
  currentId?: string | null
  /** More elements to light, instead of one. */
  litIds?: ReadonlySet<string>
  /** Elements already done. */
  doneIds?: ReadonlySet<string>
}
const MARGIN = 14
/** Letters get no smaller, even where a name no longer fits its node. */
const SMALLEST = 14
/** Below this share of the whole's width (twice its height, where that is more) names are specks: the nodes show their numbers alone. */
const READABLE = 0.02

/** The diagram in small, as the canvas arranges it: numbers, names and lines, one element lit. */
export function ModelThumbnail({ model: whole, inView, currentId = null, litIds, doneIds }: ModelThumbnailProps): ReactNode {
  const { t } = useTranslation()
  const { language, text } = useFormats()
  const chosen = useModelView(whole)
  const { view: model } = inView ?? chosen
  const { placed, routes, bounds } = useMemo(() => arrangeModel(model, language), [model, language])
  const isLit = (id: string): boolean => id === currentId || (litIds?.has(id) ?? false)
  const lit = model.elements.filter(({ id }) => isLit(id)).map((element) => text(element.name))
  const name = t('canvas.diagram', { model: text(model.name) }) + (lit.length > 0 ? `: ${lit.join(', ')}` : '')
  const size = findLetterSize(placed, language)
  const isDense = size < READABLE * Math.max(bounds.width, 2 * bounds.height)
  return (
    <svg
      className="thumbnail"
      viewBox={`${bounds.x - MARGIN} ${bounds.y - MARGIN} ${bounds.width + 2 * MARGIN} ${bounds.height + 2 * MARGIN}`}
      role="img"
      aria-label={name}
      data-testid="model-thumbnail"
    >
      {placed
        .filter(({ shape }) => isFrame(shape))
        .map((each) => (
          <rect
            key={each.element.id}
            className={`thumbnail-region ${isLit(each.element.id) ? 'thumbnail-region-lit' : ''}`}
            {...rectOf(each)}
            rx="14"
          />
        ))}
      {routes.map((route) => (
        <path
          key={route.id}
          className={`thumbnail-line thumbnail-${route.style.line} ${currentId === route.relation.from || currentId === route.relation.to ? 'thumbnail-line-lit' : ''}`}
          d={route.path}
        />
      ))}
      {placed
        .filter(({ shape }) => !isFrame(shape))
        .map((each) => (
          <Element
            key={each.element.id}
            placed={each}
            look={isLit(each.element.id) ? 'lit' : doneIds?.has(each.element.id) ? 'done' : 'plain'}
            name={isDense ? null : text(each.element.name)}
            size={size}
          />
        ))}
    </svg>
  )
}

const rectOf = ({ box }: PlacedElement): { x: number; y: number; width: number; height: number } => ({
  x: box.x,
  y: box.y,
  width: box.width,
  height: box.height
})

/** Letters as large as every node allows: the whole is drawn at about a third of its size. */
function findLetterSize(placed: readonly PlacedElement[], language: Language): number {
  const fitting = placed
    .filter(({ shape }) => !isFrame(shape))
    .map(({ box, element }) => (box.width - 16) / (element.name[language].length * 0.5))
  return Math.max(SMALLEST, Math.min(38, ...fitting))
}

function Element({
  placed,
  look,
  name,
  size
}: {
  placed: PlacedElement
  look: 'lit' | 'done' | 'plain'
  /** Null where names would be too small to read. */
  name: string | null
  size: number
}): ReactNode {
  const { box, element, detail, shape } = placed
  const [x, y] = [box.x + box.width / 2, (box.y + bottom(box)) / 2]
  const numberSize = Math.min(48, box.height * 0.72)
  const isTall = name !== null && detail === 'full' && shape === 'card'
  return (
    <g className={`thumbnail-element thumbnail-${look}`}>
      <rect {...rectOf(placed)} rx="14" />
      {isTall && element.order !== null && (
        <text x={x} y={y - 26} fontSize="44">
          {look === 'done' ? '✓' : element.order}
        </text>
      )}
      {name === null ? (
        element.order !== null && (
          <text x={x} y={y + numberSize / 3} fontSize={numberSize}>
            {look === 'done' ? '✓' : element.order}
          </text>
        )
      ) : (
        <text x={x} y={isTall ? y + 44 : y + size / 3} fontSize={size} className="thumbnail-name">
          {name}
        </text>
      )}
    </g>
  )
}
