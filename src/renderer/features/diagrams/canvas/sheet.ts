import { overlaps, type Box, type Point } from '../../../../shared/models/geometry.ts'

/** A bitmap of a part of the page, lying on the page where that part is. */
export interface Sheet {
  readonly canvas: HTMLCanvasElement
  /** The part of the page it shows; null: nothing yet. */
  box: Box | null
  /** Dots of the bitmap to a unit of the page. */
  scale: number
  /** The same as it was asked for, where so many dots would be too many. */
  wanted: number
}

/** More dots than this on a side take longer to draw than anybody wants to wait. */
const MOST_DOTS = 4096

export const makeSheet = (canvas: HTMLCanvasElement): Sheet => ({ canvas, box: null, scale: 1, wanted: 1 })

/** Lays the sheet on a part of the page, `scale` dots to a unit, and empties it. */
export function laySheet(sheet: Sheet, box: Box, scale: number): void {
  const fitting = Math.min(scale, MOST_DOTS / box.width, MOST_DOTS / box.height)
  const { canvas } = sheet
  sheet.box = box
  sheet.scale = fitting
  sheet.wanted = scale
  canvas.width = Math.max(1, Math.round(box.width * fitting))
  canvas.height = Math.max(1, Math.round(box.height * fitting))
  Object.assign(canvas.style, { left: px(box.x), top: px(box.y), width: px(box.width), height: px(box.height), transform: '' })
}
const px = (value: number): string => `${String(value)}px`

/** Moves what was drawn by so many units of the page. */
export function shiftSheet({ canvas }: Sheet, by: Point): void {
  canvas.style.transform = by.x === 0 && by.y === 0 ? '' : `translate(${px(by.x)}, ${px(by.y)})`
}

/** Takes it off the page. */
export function clearSheet(sheet: Sheet): void {
  if (sheet.box === null) return
  sheet.box = null
  sheet.canvas.width = sheet.canvas.height = 0
}

/** Draws all of the sheet anew, or only what lies in `part` of the page; `draw` is told which part. */
export function drawOnSheet(sheet: Sheet, part: Box | null, draw: (pen: CanvasRenderingContext2D, part: Box) => void): void {
  const { box } = sheet
  const pen = penOf(sheet)
  if (!pen || !box || (part && !overlaps(part, box))) return
  const whole = part ?? box
  pen.save()
  if (part) {
    pen.beginPath()
    pen.rect(part.x, part.y, part.width, part.height)
    pen.clip()
  }
  pen.clearRect(whole.x, whole.y, whole.width, whole.height)
  draw(pen, whole)
  pen.restore()
}

/** A pen that draws in units of the page. */
function penOf({ canvas, box, scale }: Sheet): CanvasRenderingContext2D | null {
  const pen = canvas.getContext('2d')
  if (!pen || !box) return null
  pen.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale)
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  return pen
}

/** Working time of one slice, in ms: with the rest of a frame's work it stays within the frame. */
const SLICE_MS = 5

/** Draws all of the sheet, a slice with every frame, then says so. Answers the way to call it off. */
export function drawInSlices(
  sheet: Sheet,
  ids: readonly string[],
  draw: (pen: CanvasRenderingContext2D, id: string) => void,
  done: () => void
): () => void {
  let at = 0
  const pen = penOf(sheet)
  const run = (): void => {
    const end = performance.now() + SLICE_MS
    for (; pen && at < ids.length && performance.now() < end; at += 1) draw(pen, ids[at] ?? '')
    if (at < ids.length) frame = requestAnimationFrame(run)
    else done()
  }
  let frame = requestAnimationFrame(run)
  return () => {
    cancelAnimationFrame(frame)
  }
}
