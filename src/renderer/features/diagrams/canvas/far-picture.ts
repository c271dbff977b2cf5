import type { useStoreApi } from '@xyflow/react'
import { isShape, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import { bottom, overlaps, right, type Box, type Point } from '../../../../shared/models/geometry.ts'
import { paintShapes, type Painter } from '../../../ui/paint-shapes.ts'
import type { CanvasUiStore } from '../store/canvas-ui.ts'
import type { DiagramState, DiagramStore } from '../store/diagram-store.ts'
import { createDrawOrder } from './draw-order.ts'
import { createFarView, holdsBox } from './far-view.ts'
import { boxAround, roughBoxOf } from './item-boxes.ts'
import { pictureItem } from './item-pictures.ts'
import { createLifted, goesWhole, MOST_LIFTED } from './lifted.ts'
import { clearSheet, drawInSlices, drawOnSheet, laySheet, makeSheet, shiftSheet, type Sheet } from './sheet.ts'

/** Once nothing moved for so long, it is drawn as sharp as the screen is. */
const REST_MS = 120
/** Where nothing was drawn yet while the page moves: at most so often. */
const URGENT_MS = 200
/** Dots on the longer side of the picture of everything that lies under the sharp one. */
const WHOLE_DOTS = 2048
/** More changed items than this are not looked for one by one. */
const MOST_CHANGED = 400
/** A figure may enlarge a shape, a line's way leads around it. */
const AROUND_ITEM = 80

interface Parts {
  readonly store: DiagramStore
  readonly ui: CanvasUiStore
  readonly flow: ReturnType<typeof useStoreApi>
  readonly canvases: Readonly<Record<'whole' | 'sharp' | 'spare' | 'lifted', HTMLCanvasElement>>
  readonly colourOf: Painter['colourOf']
  readonly pictureOf: (href: string, onLoad: () => void) => CanvasImageSource | null
  /** Something else is shown until it is ready: it need not hurry. */
  readonly isPatient: boolean
  readonly onReady: () => void
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
export function startFarPicture({ store, ui, flow, canvases, colourOf, pictureOf, isPatient, onReady }: Parts): FarPicture {
  const [whole, hand] = [makeSheet(canvases.whole), makeSheet(canvases.lifted)]
  let [sharp, spare] = [makeSheet(canvases.sharp), makeSheet(canvases.spare)]
  const readOrder = createDrawOrder()
  const readLifted = createLifted()
  const view = createFarView(flow, () => store.getState().items)
  let lifted = readLifted(store.getState().items, null)
  /** What is to be drawn anew: a part of the page, or everything. */
  let stale: Box | 'all' | null = null
  let isWholeStale = true
  let callOff: (() => void) | null = null
  let frame = 0
  let rest = 0
  let urgentAt = 0
  /** Much was let go just now: what it was drawn on stays where it was dropped until the picture has it too. */
  let letGo: 'no' | 'back' | 'moved' = 'no'
  let isHandKept = false
  /** All that is in hand goes as it is, nothing is stretched. */
  let isHandWhole = false

  const drawItem = (pen: CanvasRenderingContext2D, id: string, seen: Box): void => {
    const { items } = store.getState()
    const item = items.get(id)
    if (!item || !overlaps(roughBoxOf(item, items), seen, AROUND_ITEM)) return
    const picture = pictureItem(item, items, ui.getState().figures)
    if (overlaps(picture.box, seen)) paintShapes({ pen, colourOf, pictureOf: (href) => pictureOf(href, redraw) }, picture.shapes)
  }
  const readIds = (): readonly string[] => readOrder(store.getState().items).ids
  const isStill = (id: string): boolean => !lifted.has(id)
  const drawItems = (sheet: Sheet, part: Box | null, wanted: (id: string) => boolean): void => {
    drawOnSheet(sheet, part, (pen, seen) => {
      for (const id of readIds()) if (wanted(id)) drawItem(pen, id, seen)
    })
  }
  const stopBuilding = (): void => {
    callOff?.()
    callOff = null
  }
  /** Draws a sheet behind the scenes, then goes on with `done`. */
  const build = (sheet: Sheet, box: Box, scale: number, done: () => void): void => {
    stopBuilding()
    laySheet(sheet, box, scale)
    callOff = drawInSlices(
      sheet,
      readIds().filter(isStill),
      (pen, id) => {
        drawItem(pen, id, box)
      },
      () => {
        callOff = null
        done()
      }
    )
  }

  const emptyHand = (): void => {
    isHandKept = false
    clearSheet(hand)
  }
  /** One picture over the other would show every edge twice. */
  const showWhole = (): void => {
    whole.canvas.hidden = sharp.box !== null && view.isCoveredBy(sharp.box)
  }
  const drawAll = (): void => {
    stopBuilding()
    stale = null
    urgentAt = performance.now()
    const part = view.findPart()
    if (part) {
      laySheet(sharp, part, view.readDots())
      drawItems(sharp, null, isStill)
    } else clearSheet(sharp)
    if (isHandKept) emptyHand()
    showWhole()
  }
  /** What there is stays in sight until the sharper one is drawn. */
  const sharpen = (done: () => void): void => {
    const part = view.findPart()
    if (part)
      build(spare, part, view.readDots(), () => {
        ;[sharp, spare] = [spare, sharp]
        sharp.canvas.hidden = false
        spare.canvas.hidden = true
        clearSheet(spare)
        if (isHandKept) emptyHand()
        showWhole()
        done()
      })
    else done()
  }
  const completeWhole = (): void => {
    const all = view.readBounds()
    if (!isWholeStale && whole.box) return
    if (!all || (sharp.box && holdsBox(sharp.box, all))) {
      clearSheet(whole)
      isWholeStale = false
    } else
      build(whole, all, WHOLE_DOTS / Math.max(all.width, all.height), () => {
        isWholeStale = false
      })
  }
  const run = (): void => {
    frame = 0
    if (letGo !== 'no') {
      isHandKept = true
      if (letGo === 'back') shiftSheet(hand, { x: 0, y: 0 })
      letGo = 'no'
    }
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
    stopBuilding()
    schedule()
    waitForRest()
  }
  const redraw = (): void => {
    spoil('all')
  }
  const waitForRest = (): void => {
    window.clearTimeout(rest)
    rest = window.setTimeout(() => {
      if (view.isSharpOn(sharp) && !isHandKept) completeWhole()
      else sharpen(completeWhole)
    }, REST_MS)
  }
  const onView = (): void => {
    // The first picture of all is finished whatever happens.
    if (sharp.box === null && callOff) return
    stopBuilding()
    waitForRest()
    showWhole()
    const isBare = sharp.box === null || (whole.box === null && !view.isCoveredBy(sharp.box))
    if (isBare && performance.now() - urgentAt > URGENT_MS) {
      stale = 'all'
      schedule()
    }
  }

  const spoilItems = (ids: Iterable<string>, items: ReadonlyMap<string, DiagramItem>): void => {
    const { figures } = ui.getState()
    for (const id of ids) {
      const item = items.get(id)
      if (item) spoil(pictureItem(item, items, figures).box)
    }
  }
  const onItems = (now: DiagramState, before: DiagramState): void => {
    const changed = listChanged(now.items, before.items)
    if (changed.length > MOST_CHANGED) {
      isWholeStale = true
      if (letGo === 'no') redraw()
      else letGo = 'moved'
      return
    }
    const touched = listTouched(changed, now.items)
    spoilItems(touched, before.items)
    spoilItems(touched, now.items)
  }
  const onPreview = (now: DiagramState): void => {
    const next = readLifted(now.items, now.preview)
    if (next !== lifted) {
      const both = [...lifted, ...next]
      if (isHandKept || letGo !== 'no') {
        letGo = 'no'
        drawAll()
        emptyHand()
      }
      lifted = next
      if (next.size === 0 && hand.box && isHandWhole) {
        letGo = 'back'
        schedule()
        waitForRest()
        return
      }
      if (both.length > MOST_CHANGED) redraw()
      else spoilItems(both, now.items)
      if (next.size > MOST_LIFTED && sharp.box) {
        laySheet(hand, sharp.box, sharp.scale)
        const going = new Set([...next].filter((id) => goesWhole(id, now)))
        isHandWhole = going.size === next.size && next.size > MOST_CHANGED
        drawItems(hand, null, (id) => going.has(id))
      } else emptyHand()
    }
    if (hand.box && lifted.size > 0) shiftSheet(hand, findShift(now))
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
  const start = (): void => {
    onReady()
    waitForRest()
  }
  if (isPatient) sharpen(start)
  else {
    drawAll()
    start()
  }
  return {
    redraw,
    stop: () => {
      for (const stop of stops) stop()
      stopBuilding()
      cancelAnimationFrame(frame)
      window.clearTimeout(rest)
    }
  }
}

const unite = (a: Box, b: Box): Box => boxAround([a, b].flatMap((box) => [box, { x: right(box), y: bottom(box) }]))

function listChanged(now: ReadonlyMap<string, DiagramItem>, before: ReadonlyMap<string, DiagramItem>): string[] {
  const changed: string[] = []
  for (const [id, item] of now) if (before.get(id) !== item) changed.push(id)
  for (const id of before.keys()) if (!now.has(id)) changed.push(id)
  return changed
}

/** The items of a change and the lines at its shapes. */
function listTouched(changed: readonly string[], items: ReadonlyMap<string, DiagramItem>): Set<string> {
  const there = changed.flatMap((id) => {
    const item = items.get(id)
    return item ? [[id, item] as const] : []
  })
  return new Set([...changed, ...createLifted()(items, new Map(there))])
}

/** How far a gesture has moved what it holds: all of it goes together. */
function findShift({ items, preview }: DiagramState): Point {
  for (const [id, item] of preview ?? []) {
    const before = items.get(id)
    if (isShape(item) && before && isShape(before)) return { x: item.x - before.x, y: item.y - before.y }
  }
  return { x: 0, y: 0 }
}
