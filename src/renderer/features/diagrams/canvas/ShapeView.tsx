import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isShape, type DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { drawShape } from '../../../../shared/diagrams/draw-shape.ts'
import { numberNameless } from '../../../../shared/diagrams/edits/nameless.ts'
import type { LiveFigure } from '../../../../shared/diagrams/with-figures.ts'
import type { Language } from '../../../../shared/domain/text.ts'
import { DrawnShapes } from '../../../ui/DrawnShapes.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import type { DiagramState } from '../store/diagram-store.ts'
import { useDiagramStore, useItems } from '../store/use-diagram.ts'
import { describeShape, findPlace, nameContainer } from './describe.ts'

/** A shape as it stands now, a gesture under way included. */
export const readShape = ({ preview, items }: DiagramState, id: string): DiagramShape | null => {
  const item = preview?.get(id) ?? items.get(id)
  return item && isShape(item) ? item : null
}

interface ShapeViewProps {
  id: string
  relations: number
  /** How many shapes stand directly in it. */
  contents: number
  /** Too small to be read: its form alone. */
  isFar: boolean
  /** Drawn elsewhere: here it only has its name. */
  isUnseen?: boolean
}

/** A shape as `drawShape` draws it, on paper as here; moved about, it is not drawn again. Screen readers hear it in one sentence. */
export const ShapeView = memo(function ShapeView({ id, relations, contents, isFar, isUnseen = false }: ShapeViewProps): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const parentId = readShape(useDiagramStore().getState(), id)?.parentId ?? ''
  // Watched too: what it is called is part of what is said here.
  const { shape, isSelected, place, number, within, figure, isWritten } = useItems([id, parentId], (diagram, { figures, editing }) => ({
    shape: readShape(diagram, id),
    isSelected: diagram.selection.has(id),
    place: diagram.selection.has(id) ? findPlace(diagram.items, id) : null,
    number: readShape(diagram, id)?.label.trim() === '' ? numberNameless(diagram.items).get(id) : undefined,
    within: nameContainer(diagram.items, id, t),
    figure: figures.get(id) ?? null,
    isWritten: editing?.id === id
  }))
  if (!shape) return null
  const { x, y, order: _order, parentId: _parent, link: _link, notes: _notes, ...still } = shape
  const { width, height, kind } = shape
  return (
    <g
      className="diagram-shape"
      transform={`translate(${x} ${y})`}
      // A table with its fields is more than something to press: what stands in it is read too.
      {...(kind === 'entity' ? { role: 'group' } : { role: 'button', 'aria-pressed': isSelected })}
      tabIndex={-1}
      aria-label={describeShape(shape, { relations, contents, within, figure, number, place }, t)}
      id={`item-${id}`}
      data-item={id}
      data-kind={kind}
      data-chosen={isSelected || undefined}
      data-testid={`shape-${id}`}
    >
      <rect className="diagram-hit" width={width} height={height} />
      {!isUnseen && <Drawing {...still} label={isWritten ? '' : shape.label} figure={figure} language={language} isFar={isFar} />}
    </g>
  )
})

type DrawingProps = Omit<DiagramShape, 'x' | 'y' | 'order' | 'parentId' | 'link' | 'notes'> & {
  figure: LiveFigure | null
  language: Language
  isFar: boolean
}

/** Drawn at the corner of the page: what only moves stays the same drawing. */
const Drawing = memo(function Drawing({ figure, language, isFar, ...still }: DrawingProps): ReactNode {
  const { fields: _fields, ...plain } = still
  const shapes = isFar
    ? drawShape({ ...plain, label: '', x: 0, y: 0, order: 0 }, figure, language).filter(({ kind }) => kind !== 'text')
    : drawShape({ ...still, x: 0, y: 0, order: 0 }, figure, language)
  // What did not fit is told on pointing at it.
  const isCut = !isFar && shapes.some((each) => each.kind === 'text' && each.part === 'name' && each.text.endsWith('…'))
  const isShort = !isFar && figure?.badge != null && !shapes.some((each) => each.kind === 'text' && each.text === figure.badge)
  return (
    <>
      {(isCut || isShort) && <title>{[isCut ? still.label : '', isShort ? figure.description : ''].filter(Boolean).join('\n')}</title>}
      <DrawnShapes shapes={shapes} />
    </>
  )
})
