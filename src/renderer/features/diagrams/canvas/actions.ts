import { isShape, type DiagramItem, type ShapeKind, type Side } from '../../../../shared/diagrams/diagram.ts'
import { align, distribute, makeSameSize, type Axis, type Edge, type SameSize } from '../../../../shared/diagrams/edits/align.ts'
import { connect, growShape, insertOnLine, reconnect, turnAround } from '../../../../shared/diagrams/edits/connect.ts'
import { settle } from '../../../../shared/diagrams/edits/contain.ts'
import { copyItems, duplicate, findFreeShift, moveTo, pasteItems } from '../../../../shared/diagrams/edits/copy.ts'
import { dropCorners } from '../../../../shared/diagrams/edits/corners.ts'
import { listSameKind } from '../../../../shared/diagrams/edits/find.ts'
import { growToText } from '../../../../shared/diagrams/edits/grow-to-text.ts'
import { group, ungroup } from '../../../../shared/diagrams/edits/group.ts'
import {
  findLine,
  findShape,
  listAround,
  listLinesAt,
  NO_PATCH,
  putAll,
  type MakeId,
  type Patch
} from '../../../../shared/diagrams/edits/items.ts'
import { addLane, findPool } from '../../../../shared/diagrams/edits/lanes.ts'
import { isAllLocked, setLocked } from '../../../../shared/diagrams/edits/lock.ts'
import { move } from '../../../../shared/diagrams/edits/move.ts'
import { reorder, type OrderChange } from '../../../../shared/diagrams/edits/order.ts'
import { findFree, findRoom, GRID, makeShape, snapTo } from '../../../../shared/diagrams/edits/place.ts'
import { removeItems } from '../../../../shared/diagrams/edits/remove.ts'
import { resize } from '../../../../shared/diagrams/edits/resize.ts'
import { SHAPE_LOOKS } from '../../../../shared/diagrams/shape-kinds.ts'
import { rerouteLines } from '../../../../shared/diagrams/ways/reroute.ts'
import { centre, type Point } from '../../../../shared/models/geometry.ts'
import type { Direction } from '../../../../shared/diagrams/edits/travel.ts'
import { routeLine } from '../../../../shared/diagrams/route-line.ts'
import { moveInto } from '../panels/move-into.ts'
import type { Asked, CanvasUiStore, Offer } from '../store/canvas-ui.ts'
import type { DiagramStore, EditOptions } from '../store/diagram-store.ts'
import { nameItem, nameShape, type Translate } from './describe.ts'
import { applyTo, joinPatches } from './drag-items.ts'
import { createStopActions } from './line-stops.ts'

export type Said =
  | readonly [
      (
        | 'rerouted'
        | 'moved'
        | 'copied'
        | 'pasted'
        | 'deleted'
        | 'cut'
        | 'aligned'
        | 'resized'
        | 'arranged'
        | 'grouped'
        | 'ungrouped'
        | 'locked'
        | 'unlocked'
      ),
      number
    ]
  /** Of a line: what it joins now. */
  | readonly ['connected', string]
interface PerformOptions extends EditOptions {
  readonly chosen?: readonly string[]
  readonly said?: Said
}

const STEPS: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 }
}
const SIDES: Readonly<Record<Direction, Side>> = { left: 'left', right: 'right', up: 'top', down: 'bottom' }
/** Most text of one label that is taken from a paste. */
const MOST_PASTED_LINES = 200

/** Everything that can be done on the canvas, by mouse, key, menu or panel: one edit each, told to whoever does not see it. */
export type CanvasActions = ReturnType<typeof createActions>

interface Parts {
  readonly store: DiagramStore
  readonly ui: CanvasUiStore
  readonly t: Translate
  readonly makeId: MakeId
}

export function createActions({ store, ui, t, makeId }: Parts) {
  const read = store.getState
  const chosenIds = (): string[] => [...read().selection]
  const announce = (said: string): void => {
    // The same twice would not be heard the second time.
    ui.setState((state) => ({ said: state.said === said ? `${said}\u00a0` : said }))
  }
  const perform = (label: string, patch: Patch, { chosen, said, isTyping, step }: PerformOptions = {}): boolean => {
    if (patch.put.length === 0 && patch.remove.length === 0) return false
    read().edit(label, patch, { ...(isTyping !== undefined && { isTyping }), ...(step !== undefined && { step }) })
    if (chosen) read().select(chosen)
    if (said) announce(tell(said))
    return true
  }
  const tell = (said: Said): string => {
    if (said[0] !== 'connected') return t(`diagramCanvas.said.${said[0]}`, { count: said[1] })
    const { items } = read()
    const line = findLine(items, said[1])
    return line ? t('diagramCanvas.said.connected', { line: nameItem(line, items, t) }) : ''
  }
  const announceSelection = (): void => {
    const { items, selection } = read()
    const [first = ''] = selection
    const item = items.get(first)
    if (selection.size > 1) announce(t('diagramCanvas.said.selected', { count: selection.size }))
    else announce(item ? nameItem(item, items, t) : t('diagramCanvas.said.nothing'))
  }
  const announceMark = (id: string, isMarked: boolean): void => {
    const { items, selection } = read()
    const item = items.get(id)
    if (item)
      announce(
        t(`diagramCanvas.said.${isMarked ? 'marked' : 'unmarked'}`, { name: nameItem(item, items, t), total: String(selection.size) })
      )
  }
  /** Lines that are chosen too are not arranged. */
  const countShapes = (): number => chosenIds().filter((id) => findShape(read().items, id)).length
  /** Nothing was done: because all of it is locked, if it is. */
  const refuseLocked = (): boolean => {
    const isRefused = isAllLocked(read().items, chosenIds())
    if (isRefused) announce(t('diagramCanvas.said.isLocked'))
    return isRefused
  }
  /** Shapes that stand right already do so too: whoever does not see it hears it all the same. */
  const lineUp = (label: string, patch: Patch, said: Said): void => {
    if (!perform(label, patch, { said }) && !refuseLocked()) announce(tell(said))
  }
  /** Copies and groups: they are chosen, and the keyboard goes to the first of them. */
  const performMade = (label: string, patch: Patch, ids: readonly string[], said: Said): void => {
    if (perform(label, patch, { chosen: ids, said })) focusItem(ids[0])
    else refuseLocked()
  }
  const countFree = (ids: readonly string[]): number => ids.filter((id) => read().items.get(id)?.isLocked !== true).length
  const reveal = (ids: Iterable<string>): void => {
    const { items } = read()
    for (const id of ids) {
      const shape = findShape(items, id)
      if (shape) ui.getState().view?.reveal(shape)
      return
    }
  }
  /** Chooses by key: what is chosen comes into view and takes the focus. */
  const go = (ids: readonly string[], focusedId = ids[0]): void => {
    read().select(ids)
    reveal(focusedId === undefined ? [] : [focusedId])
    focusItem(focusedId)
  }
  const editText = (id = chosenIds()[0], typed: string | null = null, step?: string): void => {
    const item = id === undefined ? undefined : read().items.get(id)
    if (!item) return
    if (item.isLocked === true) {
      announce(t('diagramCanvas.said.isLocked'))
      return
    }
    read().select([item.id])
    ui.setState({ editing: { id: item.id, typed, step }, offer: null, menuAt: null, stop: null })
  }
  const place = (
    kind: ShapeKind,
    { at, label = '', isWritten = false }: { at?: Point; label?: string; isWritten?: boolean } = {}
  ): string => {
    const { items } = read()
    const seen = ui.getState().view?.readSeen()
    const spot = at ?? findFree(items, seen ? centre(seen) : { x: 0, y: 0 }, SHAPE_LOOKS[kind])
    const shape = makeShape(items, kind, spot, makeId(), label)
    const step = stepOf(shape.id)
    perform(`place ${kind}`, putAll([shape]), { chosen: [shape.id], step })
    announce(t('diagramCanvas.said.placed', { name: nameShape(shape, read().items, t) }))
    reveal([shape.id])
    if (isWritten) editText(shape.id, null, step)
    return shape.id
  }
  const grow = (direction: Direction): void => {
    const [fromId] = chosenIds()
    const grown = fromId === undefined ? null : growShape(read().items, fromId, { side: SIDES[direction], makeId })
    if (!grown) return
    const step = stepOf(grown.shapeId)
    perform('grow', grown, { chosen: [grown.shapeId], step })
    reveal([grown.shapeId])
    editText(grown.shapeId, null, step)
  }
  /** Puts the one shape chosen elsewhere in the diagram, as one edit. */
  const putShape = (label: string, id: string, patch: Patch, said?: Said): void => {
    ui.setState({ panel: null, targetId: null })
    if (perform(label, patch, said ? { said } : {})) reveal([id])
    focusItem(id)
  }
  return {
    ...createStopActions({ store, ui, t, announce, perform }),
    perform,
    announce,
    announceSelection,
    announceMark,
    go,
    editText,
    place,
    grow,
    /** Makes what was offered where a line was let go on the empty page. */
    takeOffer: ({ fromId, side, at }: Offer, kind: ShapeKind): void => {
      const { items } = read()
      const shape = makeShape(items, kind, at, makeId())
      const withShape = applyTo(items, putAll([shape]))
      const line = connect(withShape, { shapeId: fromId, ...(side && { side }) }, { shapeId: shape.id }, makeId())
      ui.setState({ offer: null })
      const step = stepOf(shape.id)
      perform('grow', joinPatches(putAll([shape]), line), { chosen: [shape.id], step })
      editText(shape.id, null, step)
    },
    /** Writes the text of a shape or line. `step`: the edit that made it just now, of which the text is a part. */
    writeText: (id: string, text: string, step?: string): void => {
      const item = read().items.get(id)
      if (!item || item.label === text) return
      const written = { ...item, label: text }
      const put = isShape(written) ? growToText(written, ui.getState().figures.get(id) ?? null) : written
      perform(`label ${id}`, putAll([put]), step === undefined ? {} : { step })
    },
    /** What the line to a shape made just now joins, once the shape has its name; said sooner, it would name another. */
    tellMade: (id: string): void => {
      const line = listLinesAt(read().items, new Set([id])).at(-1)
      if (line) announce(tell(['connected', line.id]))
    },
    nudge: (direction: Direction, steps: number): void => {
      const { items } = read()
      const ids = chosenIds()
      const patch = move(items, ids, { x: STEPS[direction].x * steps, y: STEPS[direction].y * steps })
      const settled = patch.put.length === 0 ? NO_PATCH : joinPatches(patch, settle(applyTo(items, patch), ids))
      if (perform(`nudge ${ids.join(' ').slice(0, 200)}`, settled, { isTyping: true, said: ['moved', countFree(ids)] })) reveal(ids)
      else refuseLocked()
    },
    stretch: (direction: Direction): void => {
      const { items } = read()
      const patches = chosenIds().flatMap((id) => {
        const shape = findShape(items, id)
        if (!shape) return []
        const by = STEPS[direction]
        return resize(items, id, {
          ...shape,
          width: Math.max(GRID, shape.width + by.x * GRID),
          height: Math.max(GRID, shape.height + by.y * GRID)
        }).put
      })
      const said = ['resized', patches.length] as const
      if (!perform(`stretch ${chosenIds().join(' ').slice(0, 200)}`, putAll(patches), { isTyping: true, said })) refuseLocked()
    },
    remove: (said: 'deleted' | 'cut' = 'deleted'): void => {
      const patch = removeItems(read().items, chosenIds())
      if (!perform('delete', patch, { said: [said, patch.remove.length] }) && chosenIds().length > 0)
        announce(t('diagramCanvas.said.isLocked'))
    },
    duplicate: (): void => {
      const copies = duplicate(read().items, chosenIds(), makeId)
      performMade('duplicate', copies, copies.ids, ['copied', copies.ids.length])
      reveal(copies.ids)
    },
    /** Puts items on the page: at `at`, else where nothing lies near where they were or near the middle of the view. */
    pasteCopied: (copied: readonly DiagramItem[], at?: Point): void => {
      const { items } = read()
      const seen = ui.getState().view?.readSeen()
      const isHere = copied.some(({ id }) => items.has(id))
      const near = isHere || !seen ? { x: 2 * GRID, y: 2 * GRID } : moveTo(copied, centre(seen))
      const by = at ? moveTo(copied, at) : findFreeShift(items, copied, near)
      const pasted = pasteItems(items, copied, { by, makeId })
      const settled = joinPatches(pasted, isHere && by === near ? NO_PATCH : settle(applyTo(items, pasted), pasted.ids))
      performMade('paste', settled, pasted.ids, ['pasted', pasted.put.length])
      reveal(pasted.ids)
    },
    /** Plain lines of text as shapes, one below the other. */
    pasteLines: (text: string): void => {
      const { items } = read()
      const seen = ui.getState().view?.readSeen()
      const lines = text
        .split(/\r?\n/u)
        .map((line) => line.trim())
        .filter(Boolean)
        .slice(0, MOST_PASTED_LINES)
      let next = items
      const { width, height } = SHAPE_LOOKS.process
      const start = findFree(items, seen ? centre(seen) : { x: 0, y: 0 }, { width, height: lines.length * (height + 2 * GRID) })
      const shapes = lines.map((line, index) => {
        const at = { x: start.x, y: start.y + (index - (lines.length - 1) / 2) * (height + 2 * GRID) }
        const shape = makeShape(next, 'process', at, makeId(), line.slice(0, 4000))
        next = applyTo(next, putAll([shape]))
        return shape
      })
      performMade(
        'paste',
        putAll(shapes),
        shapes.map(({ id }) => id),
        ['pasted', shapes.length]
      )
    },
    pasteImage: (image: string, size: { width: number; height: number }): void => {
      const { items } = read()
      const seen = ui.getState().view?.readSeen()
      const shape = { ...makeShape(items, 'image', findFree(items, seen ? centre(seen) : { x: 0, y: 0 }, size), makeId()), image, ...size }
      performMade('paste', putAll([shape]), [shape.id], ['pasted', 1])
    },
    copyChosen: (): DiagramItem[] => copyItems(read().items, chosenIds()),
    group: (): void => {
      const id = makeId()
      const patch = group(read().items, chosenIds(), id)
      performMade('group', patch, [id], ['grouped', patch.put.length - 1])
    },
    ungroup: (): void => {
      const patch = ungroup(read().items, chosenIds())
      performMade(
        'ungroup',
        patch,
        patch.put.map(({ id }) => id),
        ['ungrouped', patch.put.length]
      )
    },
    reorder: (change: OrderChange): void => {
      if (perform('order', reorder(read().items, chosenIds(), change))) announce(t(`diagramCanvas.said.order.${change}`))
      else refuseLocked()
    },
    align: (edge: Edge): void => {
      lineUp('align', align(read().items, chosenIds(), edge), ['aligned', countShapes()])
    },
    distribute: (axis: Axis): void => {
      lineUp('distribute', distribute(read().items, chosenIds(), axis), ['arranged', countShapes()])
    },
    makeSameSize: (size: SameSize): void => {
      lineUp('size', makeSameSize(read().items, chosenIds(), size), ['resized', countShapes()])
    },
    toggleLock: (): void => {
      const { items } = read()
      const ids = chosenIds()
      const isLocking = !isAllLocked(items, ids)
      perform('lock', setLocked(items, ids, isLocking), { said: [isLocking ? 'locked' : 'unlocked', ids.length] })
    },
    selectAll: (): void => {
      read().select(read().items.keys())
      announceSelection()
    },
    selectSameKind: (): void => {
      read().select(listSameKind(read().items, chosenIds()))
      announceSelection()
    },
    /** Joins the shape chosen with another: two chosen shapes with each other. */
    connectTo: (targetId: string): void => {
      const [fromId] = chosenIds()
      if (fromId === undefined) return
      const id = makeId()
      const patch = connect(read().items, { shapeId: fromId }, { shapeId: targetId }, id)
      ui.setState({ panel: null, targetId: null })
      // The line is chosen: whoever goes on typing writes what it says.
      if (perform('connect', patch, { chosen: [id], said: ['connected', id] })) focusItem(id)
    },
    /** Asks for something by its name, if what it is for is chosen. */
    ask: (asked: Asked): void => {
      ui.setState({ panel: asked, menuAt: null, offer: null })
    },
    /** Leads an end of the line chosen to another shape. */
    leadEnd: (which: 'from' | 'to', shapeId: string): void => {
      const [id = ''] = chosenIds()
      ui.setState({ panel: null, targetId: null })
      const patch = reconnect(read().items, id, which, { shapeId })
      perform('reconnect', patch, { said: ['connected', id] })
      focusItem(id)
    },
    /** Puts what is chosen into a container, or on the page itself (null). */
    putInto: (containerId: string | null): void => {
      const { items } = read()
      const ids = chosenIds()
      let next = items
      const patch = ids.reduce<Patch>((joined, id) => {
        const moved = moveInto(next, id, containerId)
        next = applyTo(next, moved)
        return joinPatches(joined, moved)
      }, NO_PATCH)
      putShape('container', ids[0] ?? '', patch, ['moved', ids.length])
    },
    /** Out of its container, into what that stands in. */
    moveOut: (): void => {
      const { items } = read()
      const [id = ''] = chosenIds()
      const [parent, around] = listAround(items, id)
      if (parent) putShape('container', id, moveInto(items, id, around?.id ?? null), ['moved', 1])
    },
    /** Puts the shape chosen into the middle of a line. */
    putOnLine: (lineId: string): void => {
      const { items } = read()
      const [id = ''] = chosenIds()
      const [shape, line] = [findShape(items, id), findLine(items, lineId)]
      if (!shape || !line) return
      const shapes = new Map([...items.values()].filter(isShape).map((each) => [each.id, each]))
      const { labelAt } = routeLine(line, shapes)
      const by = { x: snapTo(labelAt.x - shape.width / 2) - shape.x, y: snapTo(labelAt.y - shape.height / 2) - shape.y }
      const moved = move(items, [id], by)
      const next = applyTo(items, moved)
      const settled = joinPatches(moved, settle(next, [id]))
      const there = findShape(applyTo(items, settled), id)
      if (there) putShape('insert', id, joinPatches(settled, insertOnLine(next, lineId, there, makeId)), ['moved', 1])
    },
    /** Asks what shall stand next to the shape chosen, joined to it: as where a line is let go on the empty page. */
    offerBeside: (): void => {
      const { items } = read()
      const [fromId = ''] = chosenIds()
      const from = findShape(items, fromId)
      if (!from) return
      const at = findRoom(items, from, 'right', SHAPE_LOOKS.process)
      ui.setState({ offer: { fromId, side: 'right', at }, menuAt: null })
      ui.getState().view?.reveal({ x: at.x - 150, y: at.y - 60, width: 300, height: 200 })
    },
    /** Joins the shapes chosen one after the other; with one chosen, asks for the other. */
    connect: (): void => {
      const { items } = read()
      const shapes = chosenIds().filter((id) => findShape(items, id))
      if (shapes.length < 2) {
        if (shapes.length === 1) ui.setState({ panel: 'connect', menuAt: null })
        return
      }
      let next = items
      const patch = shapes.slice(1).reduce<Patch>((joined, id, index) => {
        const line = connect(next, { shapeId: shapes[index] ?? id }, { shapeId: id }, makeId())
        next = applyTo(next, line)
        return joinPatches(joined, line)
      }, NO_PATCH)
      const last = patch.put.at(-1)
      perform('connect', patch, last ? { said: ['connected', last.id] } : {})
    },
    turnAround: (): void => {
      if (!perform('turn', turnAround(read().items, chosenIds()))) refuseLocked()
    },
    straighten: (): void => {
      const { items } = read()
      const lines = chosenIds().flatMap((id) => findLine(items, id) ?? [])
      perform('corners', putAll(lines.flatMap((line) => dropCorners(line).put)))
    },
    /** Leads the lines chosen, those at shapes chosen, or with nothing chosen all, anew. */
    reroute: (): void => {
      const patch = rerouteLines(read().items, chosenIds())
      if (!perform('reroute', patch, { said: ['rerouted', patch.put.length] })) announce(t('diagramCanvas.said.routedAlready'))
    },
    addLane: (): void => {
      const { items } = read()
      const [id = ''] = chosenIds()
      const pool = findPool(items, id)
      const laneId = makeId()
      const step = stepOf(laneId)
      if (pool && perform('lane', addLane(items, pool.id, laneId, ''), { chosen: [laneId], step })) editText(laneId, null, step)
    },
    fitSelection: (): void => {
      const { items } = read()
      const boxes = chosenIds().flatMap((id) => findShape(items, id) ?? [])
      if (boxes.length > 0) ui.getState().view?.fit(boxes)
    },
    /** Puts an arrangement as one edit. `count`: the shapes that were arranged, also those that already stood right. */
    arrange: (label: string, put: DiagramItem[], count: number): void => {
      perform(label, putAll(put), { said: ['arranged', count] })
    }
  }
}

/** The making of an item with its first text, as one step for undo. */
export const stepOf = (madeId: string): string => `make ${madeId}`

/** Gives the keyboard to an item once it is drawn. */
export function focusItem(id: string | undefined): void {
  if (id === undefined) return
  const focus = (): boolean => {
    const element = document.getElementById(`item-${id}`)
    element?.focus({ preventScroll: true })
    return element !== null
  }
  // Whoever began to write meanwhile goes on.
  const later = (): boolean => document.activeElement?.closest('.diagram-writing') instanceof Element || focus()
  // Far away, it is drawn once the view has come near.
  if (!focus() || document.activeElement?.id !== `item-${id}`)
    requestAnimationFrame(() => {
      if (!later()) setTimeout(later, 250)
    })
}
