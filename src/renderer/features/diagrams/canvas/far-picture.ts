import type { useStoreApi } from '@xyflow/react'
import { isShape, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import type { Items } from '../../../../shared/diagrams/edits/items.ts'
import { overlaps, right, bottom, type Box, type Point } from '../../../../shared/models/geometry.ts'
import { paintShapes, type Painter } from '../../../ui/paint-shapes.ts'
import type { CanvasUiStore } from '../store/canvas-ui.ts'
import type { DiagramState, DiagramStore } from '../store/diagram-store.ts'
import { createDrawOrder } from './draw-order.ts'
import { boxAround, growBox, roughBoxOf } from './item-boxes.ts'
import { pictureItem } from './item-pictures.ts'
import { createLifted, goesWhole, MOST_LIFTED } from './lifted.ts'
import { clearSheet, drawOnSheet, laySheet, makeSheet, shiftSheet, type Sheet } from './sheet.ts'

/** Once nothing moved for so long, it is drawn as sharp as the screen is. */
const REST_MS = 120
/** Where nothing was drawn yet while the page moves: at most so often. */
const URGENT_MS = 200
/** Free room around what is seen, as a share of it. */
const AROUND = 0.4
/** Dots on the longer side of the picture of everything that lies under the sharp one. */
const WHOLE_DOTS = 2048
/** More changed items than this are not looked for one by one. */
const MOST_CHANGED = 400
/** A figure may enlarge a shape, a line's way leads around it. */
const AROUND_ITEM = 80
/** How many units lie around everything. */
const MARGIN = 120

interface Parts {
  readonly store: DiagramStore
  readonly ui: CanvasUiStore
  readonly flow: ReturnType<typeof useStoreApi>
  readonly canvases: { readonly whole: HTMLCanvasElement; readonly sharp: HTMLCanvasElement; readonly lifted: HTMLCanvasElement }
  readonly colourOf: Painter['colourOf']
  readonly pictureOf: (href: string, onLoad: () => void) => CanvasImageSource | null
}

/** A picture that is kept up with the diagram and the view. */
interface FarPicture {
  /** Colours mean something else now. */
  readonly redraw: () => void
  readonly stop: () => void
}

/**
 * Keeps a bitmap of everything as it is seen from far away: moving the page moves a picture. While something is dragged it is
 * taken out of the picture; what changes is drawn anew alone.
 */
export function startFarPicture({ store, ui, flow, canvases, colourOf, pictureOf }: Parts): FarPicture {
  const [whole, sharp, hand] = [makeSheet(canvases.whole), makeSheet(canvases.sharp), makeSheet(canvases.lifted)]
  const readOrder = createDrawOrder()
  const readLifted = createLifted()
  let lifted = readLifted(store.getState().items, null)
  /** What is to be drawn anew: a part of the page, or everything. */
  let stale: Box | 'all' | null = 'all'
  let isWholeStale = true
  let frame = 0
  let rest = 0
  let urgentAt = 0
  let bounds: { items: Items; box: Box | null } | null = null

  const readSeen = (): Box => {
    const { transform, width, height } = flow.getState()
    const [x, y, zoom] = transform
    return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
  }
  const drawItems = (sheet: Sheet, part: Box | null, wanted: (id: string) => boolean, items = store.getState().items): void => {
    const { figures } = ui.getState()
    const order = readOrder(store.getState().items)
    drawOnSheet(sheet, part, (pen, seen) => {
      const painter: Painter = { pen, colourOf, pictureOf: (href) => pictureOf(href, redraw) }
      for (const id of order.ids) {
        const item = items.get(id)
        if (!item || !wanted(id) || !overlaps(roughBoxOf(item, items), seen, AROUND_ITEM)) continue
        const picture = pictureItem(item, items, figures)
        if (overlaps(picture.box, seen)) paintShapes(painter, picture.shapes)
      }
    })
  }
  const isStill = (id: string): boolean => !lifted.has(id)

  /** Around what is seen, as far as there is anything, on whole dots of the screen. */
  const findPart = (): Box | null => {
    const { transform } = flow.getState()
    const [x, y, zoom] = transform
    const seen = readSeen()
    const [dx, dy] = [seen.width * AROUND, seen.height * AROUND]
    const all = findBounds()
    if (!all) return null
    const dots = zoom * window.devicePixelRatio
    const snap = (value: number, shift: number, round: (value: number) => number): number =>
      (round(value * dots + shift * window.devicePixelRatio) - shift * window.devicePixelRatio) / dots
    const left = snap(Math.max(seen.x - dx, all.x), x, Math.floor)
    const top = snap(Math.max(seen.y - dy, all.y), y, Math.floor)
    const part = {
      x: left,
      y: top,
      width: snap(Math.min(right(seen) + dx, right(all)), x, Math.ceil) - left,
      height: snap(Math.min(bottom(seen) + dy, bottom(all)), y, Math.ceil) - top
    }
    return part.width > 0 && part.height > 0 ? part : null
  }
  const findBounds = (): Box | null => {
    const { items } = store.getState()
    if (bounds?.items !== items) bounds = { items, box: measureAll(items.values()) }
    return bounds.box
  }

  const drawAll = (): void => {
    const part = findPart()
    stale = null
    if (!part) {
      clearSheet(sharp)
      return
    }
    const zoom = flow.getState().transform[2]
    laySheet(sharp, part, zoom * window.devicePixelRatio)
    drawItems(sharp, null, isStill)
    urgentAt = performance.now()
    showWhole()
  }
  /** One picture over the other would show every edge twice. */
  const showWhole = (): void => {
    whole.canvas.hidden = sharp.box !== null && covers(sharp.box)
  }
  const drawWhole = (): void => {
    isWholeStale = false
    const all = findBounds()
    if (!all || (sharp.box && holds(sharp.box, all))) clearSheet(whole)
    else {
      laySheet(whole, all, WHOLE_DOTS / Math.max(all.width, all.height))
      drawItems(whole, null, isStill)
    }
  }
  const run = (): void => {
    frame = 0
    if (stale === 'all') drawAll()
    else if (stale) {
      drawItems(sharp, stale, isStill)
      drawItems(whole, stale, isStill)
      stale = null
    }
  }
  const schedule = (): void => {
    if (frame === 0) frame = requestAnimationFrame(run)
  }
  const spoil = (part: Box | 'all'): void => {
    stale = part === 'all' || stale === 'all' ? 'all' : stale ? unite(stale, part) : part
    if (part === 'all') isWholeStale = true
    schedule()
    waitForRest()
  }
  const redraw = (): void => {
    spoil('all')
  }

  const isSharp = (): boolean => {
    const { transform } = flow.getState()
    const [x, y, zoom] = transform
    if (!sharp.box) return false
    const isOnDots = [sharp.box.x * zoom + x, sharp.box.y * zoom + y].every((at) => isWhole(at * window.devicePixelRatio))
    return Math.abs(sharp.wanted / (zoom * window.devicePixelRatio) - 1) < 0.001 && isOnDots && covers(sharp.box)
  }
  /** Whether a part of the page holds all that is seen of the diagram. */
  const covers = (part: Box): boolean => {
    const all = findBounds()
    if (!all) return true
    const seen = readSeen()
    const [left, top] = [Math.max(seen.x, all.x), Math.max(seen.y, all.y)]
    const seenOfAll = {
      x: left,
      y: top,
      width: Math.min(right(seen), right(all)) - left,
      height: Math.min(bottom(seen), bottom(all)) - top
    }
    return seenOfAll.width <= 0 || seenOfAll.height <= 0 || holds(part, seenOfAll)
  }
  const waitForRest = (): void => {
    window.clearTimeout(rest)
    rest = window.setTimeout(() => {
      if (!isSharp()) {
        stale = 'all'
        run()
      }
      if (isWholeStale || whole.box === null) drawWhole()
    }, REST_MS)
  }
  const onView = (): void => {
    waitForRest()
    showWhole()
    const isBare = sharp.box === null || (whole.box === null && !covers(sharp.box))
    if (isBare && performance.now() - urgentAt > URGENT_MS) {
      stale = 'all'
      schedule()
    }
  }

  const onItems = (now: DiagramState, before: DiagramState): void => {
    const changed: string[] = []
    for (const [id, item] of now.items) if (before.items.get(id) !== item) changed.push(id)
    if (now.items.size - before.items.size !== 0) for (const id of before.items.keys()) if (!now.items.has(id)) changed.push(id)
    if (changed.length > MOST_CHANGED) {
      spoil('all')
      return
    }
    const { figures } = ui.getState()
    const touched = readTouched(changed, now.items)
    for (const items of [before.items, now.items])
      for (const id of touched) {
        const item = items.get(id)
        if (item) spoil(pictureItem(item, items, figures).box)
      }
  }
  const onPreview = (now: DiagramState): void => {
    const next = readLifted(now.items, now.preview)
    const { figures } = ui.getState()
    if (next !== lifted) {
      const both = [...lifted, ...next]
      lifted = next
      if (both.length > MOST_CHANGED) spoil('all')
      else
        for (const id of both) {
          const item = now.items.get(id)
          if (item) spoil(pictureItem(item, now.items, figures).box)
        }
      if (next.size > MOST_LIFTED && sharp.box) {
        laySheet(hand, sharp.box, sharp.scale)
        drawItems(hand, null, (id) => lifted.has(id) && goesWhole(id, now))
      } else clearSheet(hand)
    }
    if (hand.box) shiftSheet(hand, findShift(now))
  }

  const stops = [
    store.subscribe((now, before) => {
      if (now.items !== before.items) onItems(now, before)
      if (now.preview !== before.preview || now.items !== before.items) onPreview(now)
    }),
    ui.subscribe((now, before) => {
      if (now.figures !== before.figures) redraw()
    }),
    flow.subscribe((now, before) => {
      if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height) onView()
    })
  ]
  drawAll()
  waitForRest()
  return {
    redraw,
    stop: () => {
      for (const stop of stops) stop()
      cancelAnimationFrame(frame)
      window.clearTimeout(rest)
    }
  }
}

/** The box of everything, with room around it; null for an empty page. */
function measureAll(items: Iterable<DiagramItem>): Box | null {
  const places: Point[] = []
  for (const item of items) {
    if (isShape(item)) places.push(item, { x: right(item), y: bottom(item) })
    else places.push(...item.points)
  }
  return places.length === 0 ? null : growBox(boxAround(places), MARGIN)
}

const holds = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x + 0.01 && outer.y <= inner.y + 0.01 && right(outer) >= right(inner) - 0.01 && bottom(outer) >= bottom(inner) - 0.01
const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 0.02
const unite = (a: Box, b: Box): Box => boxAround([a, b, { x: right(a), y: bottom(a) }, { x: right(b), y: bottom(b) }])

/** The items of a change and the lines at its shapes. */
function readTouched(changed: readonly string[], items: ReadonlyMap<string, DiagramItem>): Set<string> {
  const asPreview = new Map(changed.map((id) => [id, items.get(id)]).filter((pair): pair is [string, DiagramItem] => pair[1] !== undefined))
  return new Set([...changed, ...createLifted()(items, asPreview)])
}

/** How far a gesture has moved what it holds: all of it goes together. */
function findShift({ items, preview }: DiagramState): Point {
  for (const [id, item] of preview ?? []) {
    const before = items.get(id)
    if (isShape(item) && before && isShape(before)) return { x: item.x - before.x, y: item.y - before.y }
  }
  return { x: 0, y: 0 }
}
