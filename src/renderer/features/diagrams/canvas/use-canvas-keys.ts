import { useRef } from 'react'
import { isAttached } from '../../../../shared/diagrams/diagram.ts'
import { findLine, findShape, listLinesAt } from '../../../../shared/diagrams/edits/items.ts'
import { listInReadingOrder } from '../../../../shared/diagrams/edits/reading-order.ts'
import { GRID } from '../../../../shared/diagrams/edits/place.ts'
import { travel, type Direction, type Journey } from '../../../../shared/diagrams/edits/travel.ts'
import { useCanvasUiStore, useDiagramStore } from '../store/use-diagram.ts'
import { readViewKey } from '../../../ui/canvas-view-keys.ts'
import { CANVAS_ACTIONS } from './action-table.ts'
import type { CanvasActions } from './actions.ts'
import type { CanvasMode } from './canvas-mode.ts'
import { readLineInHand } from './line-stops.ts'

/** A key, as the page and React tell it. */
export type CanvasKey = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'defaultPrevented' | 'preventDefault' | 'stopPropagation'
> & { readonly target: EventTarget | null }

const ARROWS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }
/** Shift+arrow goes this many times as far. */
const FAR = 10

/** Keys of the table that nobody else listens for, by key. */
const PLAIN_KEYS = new Map(
  CANVAS_ACTIONS.filter(({ command }) => command === undefined).flatMap((action) =>
    action.keys.filter((key) => !key.includes('+')).map((key) => [key, action] as const)
  )
)
/** Alt+Shift with an arrow or letter, by code: what Alt makes of a letter differs between keyboards. */
const ALT_SHIFT = 'Alt+Shift+'
const ARROW_CODES: Readonly<Record<string, string>> = { '←': 'ArrowLeft', '→': 'ArrowRight', '↑': 'ArrowUp', '↓': 'ArrowDown' }
const ALT_SHIFT_KEYS = new Map(
  CANVAS_ACTIONS.flatMap((action) =>
    action.keys
      .filter((key) => key.startsWith(ALT_SHIFT))
      .map((key) => key.slice(ALT_SHIFT.length))
      .map((key) => [ARROW_CODES[key] ?? `Key${key}`, action] as const)
  )
)

/** While corners and ends of a line are gone through. */
const STOP_KEYS: Readonly<Record<string, ((actions: CanvasActions, event: CanvasKey) => void) | undefined>> = {
  Tab: (actions, event) => {
    actions.goToStop(event.shiftKey ? -1 : 1)
  },
  Insert: (actions) => {
    actions.addStop()
  },
  '+': (actions) => {
    actions.addStop()
  },
  Delete: (actions) => {
    actions.resetStop()
  },
  Backspace: (actions) => {
    actions.resetStop()
  },
  Escape: (actions) => {
    actions.leaveStops()
    actions.announceSelection()
  }
}

/** Kept chosen while the keys go on to other shapes; over once something else changes what is chosen. */
interface Marks {
  readonly ids: ReadonlySet<string>
  readonly currentId: string
  readonly selection: ReadonlySet<string>
}

interface CanvasKeys {
  mode: CanvasMode
  actions: CanvasActions
  onOpen: ((itemId: string) => void) | undefined
}

/** What the keys do on the canvas itself; shortcuts of the app's commands are listened for by the app. True: it was taken. */
export function useCanvasKeys({ mode, actions, onOpen }: CanvasKeys): (event: CanvasKey) => void {
  const store = useDiagramStore()
  const ui = useCanvasUiStore()
  const last = useRef<Journey | null>(null)
  /** The shape whose lines are gone through. */
  const related = useRef<string | null>(null)

  const marks = useRef<Marks | null>(null)

  const readMarks = (): Marks | null => (marks.current?.selection === store.getState().selection ? marks.current : null)
  const keepMarks = (ids: ReadonlySet<string>, currentId: string): void => {
    marks.current = { ids, currentId, selection: store.getState().selection }
  }
  const goTo = (id: string): void => {
    const kept = readMarks()
    if (!kept) {
      actions.go([id])
      return
    }
    actions.go([...kept.ids, id], id)
    keepMarks(kept.ids, id)
  }
  const toggleMark = (): boolean => {
    const { selection, select, items } = store.getState()
    const kept = readMarks()
    const id = kept?.currentId ?? [...selection].at(-1)
    if (id === undefined || !items.has(id)) return false
    const ids = new Set(kept?.ids ?? (selection.size > 1 ? selection : []))
    const isMarked = !ids.delete(id)
    if (isMarked) ids.add(id)
    select(ids)
    keepMarks(ids, id)
    actions.announceMark(id, isMarked)
    return true
  }
  const travelBy = (direction: Direction): void => {
    const { items, selection } = store.getState()
    const [first = ''] = selection
    const fromId = readMarks()?.currentId ?? first
    const next = travel(items, fromId, direction, { last: last.current })
    if (!next) return
    last.current = { from: fromId, to: next.id, direction }
    goTo(next.id)
  }
  /** Goes through the lines of a shape: from the shape to its first, then on, round and round. */
  const relate = (by: 1 | -1): boolean => {
    const { items, selection } = store.getState()
    const [id = ''] = selection
    const line = findLine(items, id)
    if (!line) related.current = id
    const from = related.current === null ? null : findShape(items, related.current)
    const lines = from ? listLinesAt(items, new Set([from.id])) : []
    const next = lines.at(
      (lines.findIndex((each) => each.id === id) + by + lines.length + (line || by === 1 ? 0 : 1)) % Math.max(1, lines.length)
    )
    if (!next) return false
    actions.go([next.id])
    return true
  }
  /** False past the last (or before the first): the focus leaves the canvas. */
  const step = (by: 1 | -1): boolean => {
    const { items, selection } = store.getState()
    const listed = listInReadingOrder(items)
    const chosenId = readMarks()?.currentId ?? [...selection].at(-1) ?? ''
    // From a line the way goes on where it was reached from, else where it ends.
    const line = findLine(items, chosenId)
    const end = line ? (by === 1 ? line.to : line.from) : null
    const fromId = end && isAttached(end) ? end.shapeId : chosenId
    if (line && fromId !== chosenId) {
      goTo(fromId)
      return true
    }
    const at = listed.findIndex(({ id }) => id === fromId)
    const next = at < 0 ? (by === 1 ? listed[0] : listed.at(-1)) : listed[at + by]
    if (!next) return false
    goTo(next.id)
    return true
  }
  const goToEdge = (by: 1 | -1): boolean => {
    const { items } = store.getState()
    const next = listInReadingOrder(items).at(by === 1 ? -1 : 0)
    if (next) goTo(next.id)
    return next !== undefined
  }
  /** Keys while corners and ends of a line are gone through; what else is pressed leaves them. */
  const onStop = (event: CanvasKey): boolean => {
    const { stop } = ui.getState()
    if (stop === null) return false
    if (!readLineInHand(store.getState(), ui.getState())) {
      actions.leaveStops()
      return false
    }
    if (event.key === 'Shift') return true
    const direction = ARROWS[event.key]
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    const run = isPlain ? STOP_KEYS[event.key] : undefined
    if (isPlain && direction) actions.leadStop(direction, event.shiftKey)
    else if (run) run(actions, event)
    else if (event.key === 'Enter' && isPlain) {
      const end = actions.findEndInHand()
      if (end === null) actions.addStop()
      else actions.ask(end)
    } else return false
    return true
  }
  const onAltShift = (event: CanvasKey): boolean => {
    if (mode !== 'edit' || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return false
    const action = ALT_SHIFT_KEYS.get(event.code)
    if (action?.applies(store.getState())) action.run(actions)
    return action !== undefined
  }
  const onArrow = (event: CanvasKey, direction: Direction): boolean => {
    const isMod = event.ctrlKey || event.metaKey
    if (event.altKey || mode !== 'edit') {
      if (isMod) return false
      travelBy(direction)
      return true
    }
    if (store.getState().selection.size === 0) {
      travelBy(direction)
      return true
    }
    if (isMod && event.shiftKey) actions.stretch(direction)
    else if (isMod) actions.grow(direction)
    else actions.nudge(direction, event.shiftKey ? FAR * GRID : GRID)
    return true
  }
  const onEscape = (): boolean => {
    const { panel, found, offer, menuAt } = ui.getState()
    if (panel !== null || found || offer || menuAt) ui.setState({ panel: null, found: null, offer: null, menuAt: null, targetId: null })
    else if (store.getState().selection.size > 0) {
      store.getState().select([])
      actions.announceSelection()
    } else return false
    return true
  }
  const onView = (event: CanvasKey): boolean => {
    const { view } = ui.getState()
    const isWriting = mode === 'edit' && store.getState().selection.size > 0
    const key = readViewKey(event, { isWriting })
    if (key) view?.run(key)
    else if (event.code === 'Digit2' && event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey) actions.fitSelection()
    else return false
    return true
  }
  const onRelation = (event: CanvasKey): boolean => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (event.key !== '.' && event.key !== ',')) return false
    return relate(event.key === '.' ? 1 : -1)
  }
  const onShapeKey = (event: CanvasKey): boolean => {
    const { items, selection } = store.getState()
    const [id] = selection
    const isMod = event.ctrlKey || event.metaKey
    if (mode !== 'edit') {
      if (event.key !== 'Enter' || id === undefined || !onOpen) return false
      onOpen(id)
      return true
    }
    if (event.key === ' ' && event.shiftKey && !isMod && !event.altKey) return toggleMark()
    if (isMod && !event.altKey) {
      if (event.key.toLowerCase() !== 'a') return false
      if (event.shiftKey) actions.selectSameKind()
      else actions.selectAll()
      return true
    }
    if (event.key === 'Enter' && event.shiftKey) {
      actions.bend()
      return true
    }
    // On some keyboards brackets take Ctrl+Alt.
    const action = PLAIN_KEYS.get(event.key)
    if (action) {
      if (action.applies({ items, selection })) action.run(actions)
      return true
    }
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      ui.setState({ menuAt: findMenuPlace(id) })
      return true
    }
    // Just typing begins the text of the one thing chosen.
    const isText = event.key.length === 1 && !event.altKey && event.key !== ' '
    if (!isText || selection.size !== 1 || id === undefined) return false
    actions.editText(id, event.key)
    return true
  }
  return (event) => {
    if (event.defaultPrevented || isField(event.target)) return
    const direction = ARROWS[event.key]
    const isTaken =
      onStop(event) || onAltShift(event)
        ? true
        : direction
          ? onArrow(event, direction)
          : event.key === 'Tab'
            ? step(event.shiftKey ? -1 : 1)
            : event.key === 'Escape'
              ? onEscape()
              : event.key === 'Home' || event.key === 'End'
                ? goToEdge(event.key === 'End' ? 1 : -1)
                : event.key === '?'
                  ? openKeys()
                  : onView(event) || onRelation(event) || onShapeKey(event)
    if (!isTaken) return
    event.preventDefault()
    event.stopPropagation()
  }
  function openKeys(): boolean {
    ui.setState({ panel: 'keys' })
    return true
  }
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, button, [role=menu], [role=dialog]') !== null

/** Beside the item, or in the middle of the canvas. */
function findMenuPlace(id: string | undefined): { x: number; y: number } {
  const element = id === undefined ? null : document.getElementById(`item-${id}`)
  const box = (element ?? document.querySelector('.diagram-canvas'))?.getBoundingClientRect()
  return box ? { x: box.left + Math.min(box.width, 120) / 2, y: box.top + Math.min(box.height, 60) / 2 } : { x: 0, y: 0 }
}
