import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isAttached, isShape, LONGEST_LABEL, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import { routeLine } from '../../../../shared/diagrams/draw-line.ts'
import { SHAPE_LOOKS } from '../../../../shared/diagrams/shape-kinds.ts'
import type { Box } from '../../../../shared/models/geometry.ts'
import { useCanvasUi, useCanvasUiStore, useDiagram, useDiagramStore } from '../store/use-diagram.ts'
import { focusItem, type CanvasActions } from './actions.ts'
import { nameItem } from './describe.ts'
import { anchorsOf } from './LineView.tsx'
import { readShape } from './ShapeView.tsx'

/** The text of one item, written where it stands: Enter keeps it, Shift+Enter begins a line, Escape leaves it as it was. */
export function LabelEditor({ actions }: { actions: CanvasActions }): ReactNode {
  const editing = useCanvasUi((state) => state.editing)
  const item = useDiagram((state) => (editing ? (state.items.get(editing.id) ?? null) : null))
  return editing && item && <Editor key={editing.id} item={item} typed={editing.typed} step={editing.step} actions={actions} />
}

const LINE_BOX = { width: 160, height: 30 }

function usePlace(item: DiagramItem): Box {
  const figures = useCanvasUi((state) => state.figures)
  const store = useDiagramStore()
  if (isShape(item)) return item
  const ends = [item.from, item.to].map((end) => (isAttached(end) ? readShape(store.getState(), end.shapeId) : null))
  const { x, y } = routeLine(item, anchorsOf(ends, figures)).labelAt
  return { x: x - LINE_BOX.width / 2, y: y - LINE_BOX.height / 2, ...LINE_BOX }
}

interface EditorProps {
  item: DiagramItem
  typed: string | null
  step: string | undefined
  actions: CanvasActions
}

function Editor({ item, typed, step, actions }: EditorProps): ReactNode {
  const { t } = useTranslation()
  const ui = useCanvasUiStore()
  const items = useDiagram((state) => state.items)
  const area = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(typed ?? item.label)
  const isLeft = useRef(false)
  const place = usePlace(item)
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    element.focus({ preventScroll: true })
    if (typed === null) element.select()
    else element.setSelectionRange(element.value.length, element.value.length)
  }, [typed])
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    // As high as its text, and never less than a line.
    element.style.height = '0'
    element.style.height = `${String(element.scrollHeight)}px`
  }, [text])

  const leave = (keeps: boolean, focuses: boolean): void => {
    if (isLeft.current) return
    isLeft.current = true
    if (keeps) actions.writeText(item.id, text.trimEnd(), step)
    ui.setState({ editing: null })
    if (step !== undefined) actions.tellMade(item.id)
    if (focuses) focusItem(item.id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') leave(false, true)
    else if (event.key === 'Tab' || event.key === 'F2' || (event.key === 'Enter' && !event.shiftKey)) leave(true, true)
    else return
    event.preventDefault()
  }
  const look = isShape(item) ? SHAPE_LOOKS[item.kind] : null
  return (
    <div
      className={`diagram-writing nopan nowheel ${isShape(item) ? '' : 'diagram-writing-line'}`}
      data-no-gesture
      style={{
        left: place.x,
        top: place.y,
        width: Math.max(place.width, 120),
        minHeight: place.height,
        marginLeft: Math.min(0, (place.width - 120) / 2)
      }}
    >
      <textarea
        ref={area}
        rows={1}
        value={text}
        maxLength={LONGEST_LABEL}
        aria-label={t('diagramCanvas.textOf', { name: nameItem(item, items, t) })}
        data-testid="label-editor"
        spellCheck={false}
        style={{ fontSize: item.style.fontSize ?? look?.fontSize ?? 12, fontWeight: look?.face === 'bold' ? 600 : 400 }}
        onChange={(event) => {
          setText(event.currentTarget.value)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          leave(true, false)
        }}
      />
    </div>
  )
}
