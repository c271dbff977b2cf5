import PptxGenJS from 'pptxgenjs'
import {
  CONTAINERS,
  type DiagramContent,
  type DiagramLine,
  type DiagramShape,
  isAttached,
  isLine,
  isShape
} from '../../../../shared/diagrams/diagram.ts'
import { haveOwnNumbers } from '../../../../shared/diagrams/own-numbers.ts'
import { placeOutside } from '../../../../shared/diagrams/draw-outside.ts'
import { pointOf } from '../../../../shared/diagrams/draw-forms.ts'
import { type LineRoute, routeLine } from '../../../../shared/diagrams/route-line.ts'
import { faceSize, insideOf, SHAPE_LOOKS } from '../../../../shared/diagrams/shape-kinds.ts'
import { INK } from '../../../../shared/models/diagram-shapes.ts'
import { measureText } from '../../../../shared/models/text-measure.ts'
import { findTree } from '../find-tree.ts'
import type { WriteOptions, WrittenDiagram } from '../formats.ts'
import { noteDrawings, noteLosses } from '../note-losses.ts'
import { NoteList } from '../note-list.ts'
import { findSite, hasHead, type SlideLine, writeConnector, writeHeads } from './connectors.ts'
import { FACE, finishFile, SAD_FACE, type SlideLink, type SlideParts } from './finish-file.ts'
import { slideFormOf } from './forms.ts'
import { cleanText, FONT, makeText, toHex, toTransparency } from './slide-text.ts'
import { enclose, findSlideSize, scaleTo, type SlideScale, type SlideSize } from './slide-scale.ts'

type Slide = ReturnType<PptxGenJS['addSlide']>
/** Slides of a path at most: one that long is no presentation. */
const MOST_STEPS = 100
/** A step nobody is connected to is not blown up beyond this, in units. */
const LEAST_VIEW = { width: 640, height: 320 }
const DASHES = { solid: 'solid', dashed: 'dash', dotted: 'sysDot' } as const

/** What is drawn on one slide, in the order it is drawn: containers, what is in them, lines over them. */
interface Scene {
  readonly shapes: readonly DiagramShape[]
  readonly lines: readonly DiagramLine[]
  /** The step that is spoken of. */
  readonly focus?: string
}

/** Containers before what is in them, so that they lie behind. */
function sortShapes(shapes: readonly DiagramShape[]): DiagramShape[] {
  const { roots, inner } = findTree(shapes)
  const isContainer = ({ id, kind }: DiagramShape): boolean => inner.has(id) || CONTAINERS.includes(kind)
  const visit = (shape: DiagramShape): DiagramShape[] => [shape, ...(inner.get(shape.id) ?? []).flatMap(visit)]
  const inOrder = roots.flatMap(visit)
  return [...inOrder.filter(isContainer), ...inOrder.filter((shape) => !isContainer(shape))]
}

/** A slide under construction: its connectors stand in for lines until the file is finished. */
interface Drawing {
  readonly slide: Slide
  readonly view: SlideScale
  /** Numbers of shapes on the slide, as PowerPoint counts: the title is the first. */
  readonly numbers: Map<string, number>
  count: number
}

function addShape(drawing: Drawing, shape: DiagramShape, isFocus: boolean): void {
  const { slide, view } = drawing
  const look = SHAPE_LOOKS[shape.kind]
  const box = view.toBox(shape)
  const name = cleanText(shape.label).replace(/\s+/g, ' ').trim().slice(0, 80) || shape.kind
  drawing.numbers.set(shape.id, drawing.count + 2)
  drawing.count++
  if (shape.image !== undefined) {
    slide.addImage({
      ...box,
      data: shape.image.replace(/^data:/, ''),
      objectName: name,
      altText: name,
      sizing: { type: 'contain', w: box.w, h: box.h }
    })
    return
  }
  // An emotion is a face with its word below, and no box around them.
  const isFace = look.inside === 'emotion'
  const fill = isFace ? 'none' : (shape.style.fill ?? look.fill)
  const stroke = isFace ? 'none' : (shape.style.stroke ?? look.stroke)
  const { style } = shape
  const form = slideFormOf(shape.kind).name
  // How far corners are rounded, or a point reaches in: both are the one adjustment of their form.
  const bend = form === 'roundRect' ? look.radius : form === 'homePlate' ? pointOf(shape) : 0
  const inside = insideOf(shape)
  const isBand = look.inside === 'band-left' || look.inside === 'band-top' || look.inside === 'frame'
  const weight = Math.max(0.5, view.toPoints((style.weight ?? look.weight) * (isFocus ? 2.5 : 1)))
  const dash = style.dash ?? (look.isDashed ? 'dashed' : 'solid')
  const isOutside = style.labelSide !== undefined
  const margin = Math.max(1, view.toPoints(5))
  const { runs, top } = makeText(isOutside ? { ...shape, label: '' } : shape, view.toPoints, view.scale * 72)
  slide.addText([...runs], {
    ...box,
    shape: form,
    ...(bend > 0 ? { rectRadius: Math.max(0.01, bend * view.scale) } : {}),
    objectName: name,
    align: inside === 'band-left' ? 'center' : ({ start: 'left', middle: 'center', end: 'right' } as const)[style.align ?? look.align],
    valign: isFace ? 'bottom' : isBand || shape.kind === 'entity' ? 'top' : (style.valign ?? look.valign),
    // Left, right, bottom, top.
    margin: top === undefined ? margin : [margin, margin, 0, top],
    fontFace: FONT,
    ...(inside === 'band-left' ? { vert: 'vert270' as const } : {}),
    ...(fill === 'none' ? {} : { fill: { color: toHex(fill), transparency: toTransparency(fill) } }),
    ...(stroke === 'none' && !isFocus
      ? {}
      : { line: { color: toHex(isFocus ? INK.accent : stroke), width: weight, dashType: DASHES[dash] } })
  })
}

/** The label of a shape that stands outside it. */
function addOutside({ slide, view }: Drawing, { x, y, width, height, kind, label, style }: DiagramShape): boolean {
  const text = cleanText(label).trim()
  if (style.labelSide === undefined || text === '') return false
  const look = SHAPE_LOOKS[kind]
  const start = look.inside === 'frame' ? 'start' : 'middle'
  const { room, align, valign } = placeOutside({ x, y, width, height }, style.labelSide, style.align ?? start)
  slide.addText(text, {
    ...view.toBox(room),
    objectName: 'label',
    fontFace: FONT,
    fontSize: Math.max(5, view.toPoints(style.fontSize ?? look.fontSize)),
    bold: style.isBold ?? look.face !== 'regular',
    italic: style.isItalic ?? false,
    color: toHex(style.ink ?? INK.ink),
    align: ({ start: 'left', middle: 'center', end: 'right' } as const)[align],
    valign,
    margin: 0
  })
  return true
}

/** The face of an emotion, where lines end at it; one that is not glad has its mouth turned (`finish-file.ts`). */
function addFace(drawing: Drawing, shape: DiagramShape): void {
  const size = faceSize(shape)
  const isSad = /^\s*[-−–]/u.test(shape.label)
  const { fill, stroke, weight } = SHAPE_LOOKS.emotion
  drawing.slide.addShape('smileyFace', {
    ...drawing.view.toBox({ x: shape.x + (shape.width - size) / 2, y: shape.y + 1, width: size, height: size }),
    objectName: isSad ? SAD_FACE : FACE,
    fill: { color: toHex(paintOf(shape.style.fill, fill)) },
    line: {
      color: toHex(isSad ? INK.signal : paintOf(shape.style.stroke, stroke)),
      width: Math.max(0.5, drawing.view.toPoints(shape.style.weight ?? weight))
    }
  })
  drawing.count++
}
const paintOf = (own: string | undefined, look: string): string => (own === undefined || own === 'none' ? look : own)

/** A stand-in for the line, found again by its name; gives what it is to become. */
function addLine(
  drawing: Drawing,
  line: DiagramLine,
  shapes: ReadonlyMap<string, DiagramShape>
): { own: SlideLine; label: string; route: LineRoute } {
  const { slide, view, numbers } = drawing
  const route = routeLine(line, shapes)
  const toPoint = ({ x, y }: { x: number; y: number }): { x: number; y: number } => view.toBox({ x, y, width: 0, height: 0 })
  const glue = (end: DiagramLine['from'], at: { x: number; y: number } | undefined): SlideLine['start'] => {
    const id = isAttached(end) ? numbers.get(end.shapeId) : undefined
    const site = at ? findSite(end, at, shapes) : null
    return id === undefined || site === null ? null : { id, site }
  }
  const points = route.points.map(toPoint)
  slide.addShape('line', { x: 0, y: 0, w: 0.1, h: 0, objectName: `connector-${drawing.count}` })
  drawing.count++
  return {
    label: cleanText(line.label).trim(),
    route,
    own: {
      line,
      points,
      path: route.path,
      toPoint,
      scale: view.scale,
      start: glue(line.from, route.points[0]),
      end: glue(line.to, route.points.at(-1))
    }
  }
}

function addLabel(drawing: Drawing, text: string, { labelAt: at, labelBeside }: LineRoute, { style }: DiagramLine): void {
  const size = style.fontSize ?? 11.5
  const lines = text.split('\n')
  const width = Math.min(220, Math.max(...lines.map((line) => measureText(line, size))) + 14)
  const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(measureText(line, size) / 206)), 0)
  const height = rows * size * 1.35 + 4
  const box = drawing.view.toBox({ x: labelBeside === true ? at.x : at.x - width / 2, y: at.y - height / 2, width, height })
  drawing.slide.addText(text, {
    ...box,
    objectName: 'label',
    fontFace: FONT,
    fontSize: Math.max(5, drawing.view.toPoints(size)),
    color: toHex(style.ink ?? INK.ink),
    align: 'center',
    valign: 'middle',
    margin: 0,
    fill: { color: 'FFFFFF' }
  })
  drawing.count++
}

/** An address a click may lead to. */
const isUrl = (address: string): boolean => /^(https?:\/\/|mailto:)\S+$/i.test(address)

/** `slideOf`: the slide of a step, for the picture of them all. */
function drawScene(
  slide: Slide,
  scene: Scene,
  size: SlideSize,
  { title, slideOf }: { title: string; slideOf?: ReadonlyMap<string, number> }
): SlideParts {
  const view = scaleTo(findView(scene), size)
  const ratio = size.width / 13.333
  slide.addText(cleanText(title).slice(0, 300), {
    x: 0.4 * ratio,
    y: 0.25 * ratio,
    w: size.width - 0.8 * ratio,
    h: 0.6 * ratio,
    objectName: 'title',
    fontFace: FONT,
    fontSize: Math.round(22 * ratio),
    bold: true,
    color: toHex(INK.ink),
    align: 'left',
    valign: 'middle',
    fit: 'shrink'
  })
  const drawing: Drawing = { slide, view, numbers: new Map(), count: 1 }
  const ordered = sortShapes(scene.shapes)
  for (const shape of ordered) {
    addShape(drawing, shape, shape.id === scene.focus)
    if (addOutside(drawing, shape)) drawing.count++
    if (shape.kind === 'emotion' && shape.image === undefined) addFace(drawing, shape)
  }
  const byId = new Map(scene.shapes.map((shape) => [shape.id, shape]))
  const connectors = new Map<string, string>()
  const added = scene.lines.map((line) => {
    const name = `connector-${drawing.count}`
    const id = drawing.count + 2
    return { ...addLine(drawing, line, byId), name, id, line }
  })
  for (const { label, route, line } of added) if (label !== '') addLabel(drawing, label, route, line)
  const makeId = (): number => {
    drawing.count++
    return drawing.count + 1
  }
  for (const { own, route, name, id } of added) connectors.set(name, writeConnector(own, id, name) + writeHeads(own, route, makeId))
  const links = scene.shapes.flatMap(({ id, address = '' }): SlideLink[] => {
    const [number, step] = [drawing.numbers.get(id), slideOf?.get(id)]
    if (number === undefined || (step === undefined && !isUrl(address))) return []
    return [{ id: number, to: isUrl(address) ? { address } : { slide: step ?? 1 } }]
  })
  return { connectors, links }
}

function findView({ shapes, lines }: Scene): ReturnType<typeof enclose> {
  const loose = lines.flatMap(({ from, to, points }) => [...points, ...[from, to].flatMap((end) => (isAttached(end) ? [] : [end]))])
  const around = enclose([...shapes, ...loose.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))])
  const width = Math.max(around.width, LEAST_VIEW.width)
  const height = Math.max(around.height, LEAST_VIEW.height)
  return { x: around.x - (width - around.width) / 2, y: around.y - (height - around.height) / 2, width, height }
}

/** One step: its shape, what it is connected to, and the lines between. */
function findStep(step: DiagramShape, shapes: ReadonlyMap<string, DiagramShape>, lines: readonly DiagramLine[]): Scene {
  const isAt = (line: DiagramLine): boolean => [line.from, line.to].some((end) => isAttached(end) && end.shapeId === step.id)
  const own = lines.filter((line) => isAt(line) && isAttached(line.from) && isAttached(line.to))
  const ids = new Set([step.id, ...own.flatMap(({ from, to }) => [from, to].flatMap((end) => (isAttached(end) ? [end.shapeId] : [])))])
  const inside = [...shapes.values()].filter(({ parentId }) => parentId === step.id)
  for (const { id } of inside) ids.add(id)
  return { focus: step.id, shapes: [...ids].flatMap((id) => shapes.get(id) ?? []), lines: own }
}

/** What is said of shapes, for the notes of the slide that shows them all. */
const gatherNotes = (shapes: readonly DiagramShape[], tellName: (shape: DiagramShape) => string): string =>
  shapes
    .flatMap((shape) =>
      (shape.notes ?? '').trim() === ''
        ? []
        : [`${cleanText(tellName(shape)).replace(/\s+/g, ' ')}: ${cleanText(shape.notes ?? '').trim()}`]
    )
    .join('\n')

/**
 * A diagram as slides with PowerPoint's own shapes: one slide with all of it, then, where a path was set, one for each step
 * with what it is connected to, to which the shape on the first leads. Lines are connectors glued to their shapes, notes are notes of the speaker.
 */
export async function writePptx(content: DiagramContent, { name, names }: WriteOptions): Promise<WrittenDiagram> {
  const tellName = ({ id, label }: DiagramShape): string => names?.get(id) ?? label
  const { items, settings } = content
  const shapes = items.filter(isShape)
  const byId = new Map(shapes.map((shape) => [shape.id, shape]))
  const hasEnds = (line: DiagramLine): boolean => [line.from, line.to].every((end) => !isAttached(end) || byId.has(end.shapeId))
  const lines = items.filter(isLine).filter(hasEnds)
  const whole: Scene = { shapes, lines }
  const size = shapes.length + lines.length > 0 ? findSlideSize(findView(whole)) : { width: 13.333, height: 7.5 }
  const file = new PptxGenJS()
  file.defineLayout({ name: 'Cauce', ...size })
  file.layout = 'Cauce'
  file.title = cleanText(name)
  file.subject = cleanText(name)
  file.author = 'Cauce'
  file.company = 'Cauce'
  const steps = [...new Set(settings.path ?? [])].flatMap((id) => byId.get(id) ?? [])
  const isNumbered = haveOwnNumbers(steps)
  const shown = steps.slice(0, MOST_STEPS)
  const slideOf = new Map(shown.map(({ id }, index) => [id, index + 2]))
  const parts: SlideParts[] = []
  const first = file.addSlide()
  const hasItems = shapes.length + lines.length > 0
  parts.push(hasItems ? drawScene(first, whole, size, { title: name, slideOf }) : { connectors: new Map(), links: [] })
  const said = gatherNotes(shapes, tellName)
  if (said !== '') first.addNotes(said)
  for (const [index, step] of shown.entries()) {
    const slide = file.addSlide()
    // Shapes with numbers of their own are not numbered again.
    const place = isNumbered ? '' : `${index + 1}. `
    const title = `${place}${tellName(step).replace(/\s+/g, ' ').trim() || name}`
    parts.push(drawScene(slide, findStep(step, byId, lines), size, { title }))
    if ((step.notes ?? '').trim() !== '') slide.addNotes(cleanText(step.notes ?? '').trim())
  }
  const data = await file.write({ outputType: 'uint8array' })
  if (!(data instanceof Uint8Array)) throw new TypeError('The slides came as something else than bytes')
  const notes = new NoteList()
  notes.add('goneLines', items.filter(isLine).length - lines.length)
  notes.add('slideHeads', lines.flatMap(({ startHead, endHead }) => [startHead, endHead]).filter((head) => !hasHead(head)).length)
  notes.add('slideSteps', steps.length - MOST_STEPS)
  notes.add('entitiesAsText', shapes.filter(({ kind, fields = [] }) => kind === 'entity' || fields.length > 0).length)
  notes.add('pictureWebp', shapes.filter(({ image = '' }) => image.startsWith('data:image/webp')).length)
  notes.add('imageLabels', shapes.filter(({ image, label }) => image !== undefined && label.trim() !== '').length)
  notes.add('opaque', items.filter(({ style: { stroke, ink } }) => [stroke, ink].some(isSeenThrough)).length)
  noteDrawings(content, notes, true)
  noteLosses(content, notes, { path: true, outside: true, addresses: isUrl })
  return { data: finishFile(data, parts), notes: notes.toTexts() }
}

const isSeenThrough = (colour: string | undefined): boolean => colour?.length === 9 && !/ff$/i.test(colour)
