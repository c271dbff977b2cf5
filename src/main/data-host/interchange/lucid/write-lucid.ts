import { strToU8, zipSync } from 'fflate'
import {
  CONTAINERS,
  type DiagramContent,
  type DiagramItem,
  type DiagramShape,
  isAttached,
  isLine,
  isShape
} from '../../../../shared/diagrams/diagram.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { findTree } from '../find-tree.ts'
import type { WriteOptions, WrittenDiagram } from '../formats.ts'
import { noteLosses } from '../note-losses.ts'
import { NoteList } from '../note-list.ts'
import { lanesOf, writeSwimLanes } from './lucid-containers.ts'
import { writeData, writeLook, writeLucidLine } from './lucid-lines.ts'
import { formOf, isUnlike } from './lucid-shapes.ts'
import { writeShapeText } from './lucid-text.ts'

/** Lucid's limits, as its documentation says them: of `document.json`, and of all files together. */
const MOST_DOCUMENT_BYTES = 2_000_000
const MOST_BYTES = 50_000_000
const LARGEST_PAGE = 20_000
const MARGIN = 40
/** One date for every part: the same diagram gives the same file. */
const PART_DATE = new Date(1980, 0, 2)
const IMAGE = /^data:image\/(png|jpeg|gif);base64,(.+)$/

type Json = Readonly<Record<string, unknown>>

/** Ids of one document: up to 36 letters, digits and `-_.~`; its own where it is one. */
function nameIds(own: readonly string[]): Map<string, string> {
  const isFit = (id: string): boolean => /^[A-Za-z0-9\-_.~]{1,36}$/.test(id) && id !== 'page1'
  const taken = new Set(own.filter(isFit))
  let number = 0
  return new Map(
    own.map((id) => {
      if (isFit(id)) return [id, id]
      do number++
      while (taken.has(`i${number}`))
      return [id, `i${number}`]
    })
  )
}

/** The page: as large as what is on it, with a margin; without an end when that is more than a page can be. */
function measure(shapes: readonly DiagramShape[]): { left: number; top: number; settings: Json } {
  const left = Math.min(...shapes.map(({ x }) => x)) - MARGIN
  const top = Math.min(...shapes.map(({ y }) => y)) - MARGIN
  const w = Math.ceil(Math.max(...shapes.map(({ x, width }) => x + width)) + MARGIN - left)
  const h = Math.ceil(Math.max(...shapes.map(({ y, height }) => y + height)) + MARGIN - top)
  const isBounded = w <= LARGEST_PAGE && h <= LARGEST_PAGE
  return {
    left,
    top,
    settings: isBounded ? { infiniteCanvas: false, autoTiling: true, size: { type: 'custom', w, h } } : { infiniteCanvas: true }
  }
}

/**
 * A diagram as Lucid's standard import (`.lucid`): a ZIP of `document.json` with absolute places, texts and looks, and the
 * images apart. One diagram is one page; the format would hold several.
 *
 * Read in Lucid's documentation: the parts of the file and their sizes (`document.json` 2 MB; older pages of it say 1), ids, pages,
 * the containers that hold or carry others along (`magnetize`). Not found there in so many words, and not tried in Lucid itself:
 * `containerTitle` of containers other than rectangles, `sideWidth` of predefined processes beyond the range we write, colours of
 * lanes, and how curved lines are led between two fixed ends. Throws `lucid-too-large` above the sizes Lucid takes.
 */
export function writeLucid(content: DiagramContent, { name }: WriteOptions): WrittenDiagram {
  const { items } = content
  const ordered = [...items].sort((a, b) => a.order - b.order)
  const originals = ordered.filter(isShape)
  const { left, top, settings } = originals.length > 0 ? measure(originals) : { left: 0, top: 0, settings: { infiniteCanvas: true } }
  const shapes = originals.map((shape) => ({ ...shape, x: shape.x - left, y: shape.y - top }))
  const lines = ordered.filter(isLine).map((line) => ({
    ...line,
    from: 'shapeId' in line.from ? line.from : { x: line.from.x - left, y: line.from.y - top },
    to: 'shapeId' in line.to ? line.to : { x: line.to.x - left, y: line.to.y - top },
    points: line.points.map(({ x, y }) => ({ x: x - left, y: y - top }))
  }))
  const notes = new NoteList()
  noteLosses(content, notes, { addresses: isUrl, data: true })
  notes.add('plainLooks', items.filter(isPlainer).length)
  const ids = nameIds(ordered.map(({ id }) => id))
  const { written, images, endIds } = writeShapes(shapes, ids, notes)
  const byId = new Map(shapes.map((shape) => [shape.id, shape]))
  const writtenLines = lines.flatMap((line) => {
    const found = writeLucidLine(line, ids.get(line.id) ?? '', byId, endIds)
    if (!found) notes.add('goneLines')
    else if (found.hasLostCorners) notes.add('lostCorners')
    for (const end of [line.from, line.to])
      if (isAttached(end) && endIds.get(end.shapeId) !== ids.get(end.shapeId) && byId.has(end.shapeId)) notes.add('laneEnds')
    return found ? [found.json] : []
  })
  const page = { id: 'page1', title: name.trim() === '' ? 'Cauce' : name, settings, shapes: written, lines: writtenLines }
  const document = strToU8(JSON.stringify({ version: 1, documentSettings: { units: 'px' }, pages: [page] }))
  if (document.length > MOST_DOCUMENT_BYTES) throw new CauceError('lucid-too-large', { megabytes: MOST_DOCUMENT_BYTES / 1_000_000 })
  const data = zipSync({ 'document.json': document, ...images }, { mtime: PART_DATE })
  const size = Object.values(images).reduce((sum, image) => sum + image.length, document.length)
  if (size > MOST_BYTES || data.length > MOST_BYTES) throw new CauceError('lucid-too-large', { megabytes: MOST_BYTES / 1_000_000 })
  return { data, notes: notes.toTexts() }
}

/** Shapes, containers before what is in them; images apart; and at which shape of Lucid's a line to each of ours ends. */
function writeShapes(
  shapes: readonly DiagramShape[],
  ids: ReadonlyMap<string, string>,
  notes: NoteList
): { written: Json[]; images: Record<string, Uint8Array>; endIds: Map<string, string> } {
  const { roots, inner } = findTree(shapes)
  const written: Json[] = []
  const images: Record<string, Uint8Array> = {}
  const endIds = new Map(shapes.map(({ id }) => [id, ids.get(id) ?? '']))
  const inLanes = new Set<DiagramShape>()
  const visit = (shape: DiagramShape): void => {
    const own = inner.get(shape.id) ?? []
    const lanes = lanesOf(shape, own)
    for (const lane of lanes) {
      inLanes.add(lane)
      endIds.set(lane.id, ids.get(shape.id) ?? '')
      if (hasMore(lane)) notes.add('laneParts')
    }
    if (!inLanes.has(shape)) written.push(writeShape(shape, ids.get(shape.id) ?? '', { hasInner: own.length > 0, lanes, images, notes }))
    for (const each of own) visit(each)
  }
  for (const root of roots) visit(root)
  return { written, images, endIds }
}

const isUrl = (address: string): boolean => /^(https?:\/\/|mailto:)\S+$/.test(address)

/** Whether a lane says more than its title and its colour. */
const hasMore = ({ notes = '', data = {}, link, address = '' }: DiagramShape): boolean =>
  notes.trim() !== '' || Object.keys(data).length > 0 || link !== undefined || address !== ''

/** Whether a chosen look is more than Lucid can hold: see through, between two pixels, or a border that is not there. */
function isPlainer(item: DiagramItem): boolean {
  const { stroke, ink, weight } = item.style
  const isSeenThrough = [stroke, ink].some((colour) => colour?.length === 9 && !/ff$/i.test(colour))
  const isText = isLine(item) && (ink !== undefined || item.style.fontSize !== undefined) && item.label.trim() !== ''
  return isSeenThrough || stroke === 'none' || isText || (weight !== undefined && !Number.isInteger(weight))
}

interface ShapeContext {
  readonly hasInner: boolean
  readonly lanes: readonly DiagramShape[]
  readonly images: Record<string, Uint8Array>
  readonly notes: NoteList
}

function writeShape(shape: DiagramShape, id: string, { hasInner, lanes, images, notes }: ShapeContext): Json {
  const isContainer = hasInner || CONTAINERS.includes(shape.kind)
  const form = formOf(shape, isContainer)
  const round = (value: number): number => Math.round(value * 100) / 100
  const text = writeShapeText(shape)
  // Swim lanes have titles of lanes alone: that of the pool stands in its data.
  const title = lanes.length > 0 && shape.label.trim() !== '' ? { Title: shape.label } : {}
  const data = { ...shape.data, ...title, ...(isUnlike(shape.kind) ? { 'Cauce kind': shape.kind } : {}) }
  const common: Json = {
    id,
    boundingBox: { x: round(shape.x), y: round(shape.y), w: round(shape.width), h: round(shape.height) },
    ...(isUrl(shape.address ?? '') ? { actions: [{ type: 'url', url: shape.address, newWindow: true }] } : {}),
    ...(Object.keys(data).length > 0 ? { customData: writeData(data) } : {}),
    ...((shape.notes ?? '').trim() === '' ? {} : { note: shape.notes })
  }
  const look = writeLook(shape, form.rounding)
  if (lanes.length > 0) return { ...common, type: 'swimLanes', style: look, ...writeSwimLanes(shape, lanes) }
  if (isContainer)
    return { ...common, type: form.type, style: look, ...(text === undefined ? {} : { containerTitle: { text } }), ...form.more }
  const image = shape.kind === 'image' ? addImage(shape, images) : null
  if (image !== null && text !== undefined) notes.add('imageLabels')
  if (image !== null) return { ...common, type: 'image', stroke: look['stroke'], image: { type: 'image', ref: image, imageScale: 'fit' } }
  if (shape.kind === 'image' && shape.image !== undefined) notes.add('webpImages')
  if (shape.kind === 'entity') notes.add('entitiesAsText')
  else if (isUnlike(shape.kind)) notes.add('lucidForms')
  const type = shape.kind === 'image' ? 'rectangle' : form.type
  return { ...common, type, ...(type === 'text' ? {} : { style: look }), ...(text === undefined ? {} : { text }), ...form.more }
}

/** Puts the picture of a shape among the files; its name there, or null when Lucid can't read it. */
function addImage({ image }: DiagramShape, images: Record<string, Uint8Array>): string | null {
  const found = IMAGE.exec(image ?? '')
  if (!found) return null
  const name = `image${Object.keys(images).length + 1}.${found[1] ?? 'png'}`
  images[`images/${name}`] = new Uint8Array(Buffer.from(found[2] ?? '', 'base64'))
  return name
}
