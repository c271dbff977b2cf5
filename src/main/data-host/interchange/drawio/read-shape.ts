import {
  CONTAINERS,
  type DiagramShape,
  type EntityField,
  ImageData,
  LONGEST_LABEL,
  LONGEST_NOTES,
  PAGE_LIMIT,
  ShapeKind,
  type ShapeStyle
} from '../../../../shared/diagrams/diagram.ts'
import type { NoteList } from '../note-list.ts'
import { keepXml } from '../xml.ts'
import { type CellStyle, isOn, parseStyle, readNumber } from './cell-style.ts'
import type { Cell, Point } from './cells.ts'
import { isEntity, readFields } from './entity-rows.ts'
import { EXTRA, Extra, KIND, readJson, STYLE_KEPT } from './extra.ts'
import { htmlToText, textToHtml } from './html-text.ts'
import { addLabelLook, readLabelLook } from './label-look.ts'
import { styleOfKind } from './kind-styles.ts'
import { readOuter } from './outer-style.ts'
import { placeOf, type PageTree } from './page-tree.ts'
import { readShapeStyle } from './paint.ts'
import { readKind, shapeName } from './read-kind.ts'
import { ownValue, readLabel } from './read-label.ts'
import { type Box, degreesOf, turnBox } from './turn-box.ts'

const OWN_ATTRIBUTES = new Set(['label', 'id', 'placeholders', 'link', 'tooltip'])

export const readExtra = (cell: Cell): Extra | null => readJson(Extra, cell.attributes?.[EXTRA])

/** `exact` when it is what was written as `html`, and nobody changed that since. */
export const restoreText = (exact: string | undefined, html: string): string | null =>
  exact !== undefined && keepXml(textToHtml(exact)) === html ? exact : null

export function cutText(text: string, longest: number, notes: NoteList): string {
  if (text.length <= longest) return text
  notes.add('longTexts')
  return text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')
}

export function keepOnPage({ x, y }: Point, notes: NoteList): Point {
  const kept = { x: clampPlace(x), y: clampPlace(y) }
  if (kept.x !== x || kept.y !== y) notes.add('beyondPage')
  return kept
}
const clampPlace = (value: number): number => Math.min(Math.max(value, -PAGE_LIMIT), PAGE_LIMIT) + 0

/** A vertex as a shape of ours, without identifier, order and container. */
export function readShape(cell: Cell, tree: PageTree, notes: NoteList): Omit<DiagramShape, 'id' | 'order' | 'parentId'> {
  const extra = readExtra(cell)
  const label = restoreText(extra?.label, ownValue(cell)) ?? readLabel(cell, tree.aboveOf(cell))
  const box = readBox(cell, tree, extra, notes)
  const picture = readPicture(cell.style)
  const { kind, isNearest } = readShapeKind(cell, tree, box, picture?.image !== undefined, extra)
  if (picture && !picture.image) notes.add('pictures')
  else if (isNearest) notes.add('nearestShapes')
  if (isTurned(cell.style, kind)) notes.add('turned')
  const isGroup = cell.style.names.includes('group') && kind === 'group'
  const painted = readShapeStyle(readLook(cell, notes), kind, extra?.own ?? [])
  const style: ShapeStyle = { ...(isGroup ? { fill: 'none', stroke: 'none' } : {}), ...readOuter(cell.style, kind, painted, extra) }
  const data = readData(cell, isNearest && !extra ? cell.styleText : null, extra, notes)
  const address = cell.attributes?.link ?? extra?.address ?? picture?.address
  const told = readNotes(cell, extra, notes)
  const fields = readShapeFields(cell, kind, tree, extra)
  return {
    item: 'shape',
    kind,
    ...box,
    label: cutText(label, LONGEST_LABEL, notes),
    style,
    ...(isOn(cell.style, 'locked') ? { isLocked: true } : {}),
    ...(fields ? { fields } : {}),
    ...(picture?.image ? { image: picture.image } : {}),
    ...(told === null ? {} : { notes: told }),
    ...(extra?.link ? { link: extra.link } : {}),
    ...(extra?.display ? { display: extra.display } : {}),
    ...(address === undefined ? {} : { address: cutText(address, 2000, notes) }),
    ...(data ? { data } : {})
  }
}

/** The style of a cell with what its label says of itself; what is not shown of both is noted. */
export function readLook(cell: Cell, notes: NoteList): CellStyle {
  const look = isOn(cell.style, 'html') ? readLabelLook(ownValue(cell)) : null
  if (look?.isMixed) notes.add('richTexts')
  if (look?.hasPicture) notes.add('pictures')
  if (hasEffects(cell.style)) notes.add('effects')
  return addLabelLook(cell.style, look)
}

const EFFECTS = ['shadow', 'sketch', 'glass', 'comic']
function hasEffects({ values }: CellStyle): boolean {
  const isSaid = (key: string, plain: RegExp): boolean => values.has(key) && !plain.test(values.get(key) ?? '')
  const isUnderlined = ((readNumber(values.get('fontStyle')) ?? 0) & 12) > 0
  return (
    isUnderlined ||
    EFFECTS.some((key) => values.get(key) === '1') ||
    isSaid('gradientColor', /^(none|default|)$/) ||
    isSaid('fontFamily', /^(Helvetica|Arial|)$/i)
  )
}

/** Kinds that are the same whichever way they point. */
const EVEN: ReadonlySet<ShapeKind> = new Set<ShapeKind>([
  ...CONTAINERS,
  'rectangle',
  'rounded',
  'ellipse',
  'text',
  'process',
  'subprocess',
  'decision',
  'terminator',
  'connector',
  'preparation',
  'entity'
])
/** Mirrored, or pointing elsewhere than shapes of ours do. */
const isTurned = (style: CellStyle, kind: ShapeKind): boolean =>
  degreesOf(style) === 0 &&
  !EVEN.has(kind) &&
  (isOn(style, 'flipH') || isOn(style, 'flipV') || /^(north|south|west)$/.test(style.values.get('direction') ?? ''))

function readShapeFields(cell: Cell, kind: ShapeKind, tree: PageTree, extra: Extra | null): EntityField[] | null {
  if (Array.isArray(extra?.fields)) return extra.fields
  if (kind !== 'entity') return null
  const fields = readFields(cell, tree.childrenOf)
  return fields.length > 0 || extra?.fields ? fields : null
}

export function readNotes(cell: Cell, extra: Extra | null, notes: NoteList): string | null {
  const html = cell.attributes?.tooltip
  const exact = restoreText(extra?.notes, html ?? '')
  if (exact !== null) return exact
  return html === undefined ? null : cutText(htmlToText(html), LONGEST_NOTES, notes)
}

/** What other programs keep on the cell. */
export function readData(cell: Cell, keptStyle: string | null, extra: Extra | null, notes: NoteList): Record<string, string> | null {
  const said = Object.entries(cell.attributes ?? {}).filter(
    ([key]) => !OWN_ATTRIBUTES.has(key) && !key.startsWith('cauce') && key !== '__proto__'
  )
  const entries = said.filter(([key, value]) => key.length <= 200 && value.length <= 4000)
  notes.add('moreLost', said.length - entries.length + (keptStyle !== null && keptStyle.length > 4000 ? 1 : 0))
  const kept: [string, string][] = keptStyle !== null && keptStyle.length <= 4000 ? [[STYLE_KEPT, keptStyle]] : []
  const all = [...entries, ...Object.entries(extra?.data ?? {}), ...kept]
  return all.length > 0 || extra?.data ? Object.fromEntries(all) : null
}

function readBox(cell: Cell, tree: PageTree, extra: Extra | null, notes: NoteList): Box {
  const { geometry } = cell
  const open = cell.isCollapsed ? geometry?.open : null
  if (open) notes.add('folded')
  const place = placeOf(cell, tree.originOf(cell), cell.parent === null ? undefined : tree.byId.get(cell.parent))
  const size = { width: readExtent(open?.width ?? geometry?.width), height: readExtent(open?.height ?? geometry?.height) }
  const turned = turnBox({ ...place, ...size }, cell.style)
  if (degreesOf(cell.style) !== 0) notes.add('turned')
  const [x = 0, y = 0, width = 0, height = 0] = extra?.at ?? []
  const exact = { x, y, width, height }
  const isExact =
    extra?.at !== undefined && (['x', 'y', 'width', 'height'] as const).every((key) => Math.abs(exact[key] - turned[key]) < 1e-6)
  const box = isExact ? exact : turned
  return { ...keepOnPage(box, notes), width: box.width, height: box.height }
}

const readExtent = (value: number | null | undefined): number => Math.min(Math.max(Math.abs(value ?? 0), 1), PAGE_LIMIT)

/** A picture in the file itself; one that lies elsewhere is only named. */
function readPicture({ values }: CellStyle): { image?: string; address?: string } | null {
  const said = values.get('image')
  if (said === undefined || said === '') return null
  const [, type, content] = /^data:image\/(png|jpe?g|gif|webp)(?:;base64)?,(.*)$/.exec(said) ?? []
  const image = ImageData.safeParse(`data:image/${type === 'jpg' ? 'jpeg' : (type ?? '')};base64,${content ?? ''}`)
  if (image.success) return { image: image.data }
  return /^https?:/i.test(said) ? { address: said } : {}
}

function readShapeKind(
  cell: Cell,
  tree: PageTree,
  size: Box,
  hasImage: boolean,
  extra: Extra | null
): { kind: ShapeKind; isNearest: boolean } {
  const ours = ShapeKind.safeParse(cell.attributes?.[KIND])
  if (ours.success) {
    const kept = extra?.data?.[STYLE_KEPT]
    const written = kept === undefined ? styleOfKind(ours.data) : parseStyle(kept)
    // Somebody may have given it another shape in draw.io.
    if (shapeName(written) === shapeName(cell.style)) return { kind: ours.data, isNearest: false }
  }
  const parts = tree.childrenOf(cell.id).filter((child) => child.isVertex)
  if (isEntity(cell, tree.childrenOf)) return { kind: 'entity', isNearest: false }
  const lane = readLane(cell, tree, parts)
  if (lane) return { kind: lane, isNearest: false }
  const { kind, isNearest } = readKind(cell.style, size)
  if (kind === 'image' && !hasImage) return { kind: 'rectangle', isNearest: true }
  if (kind !== 'image' && hasImage && !CONTAINERS.includes(kind) && parts.length === 0) return { kind: 'image', isNearest: false }
  const isBox = kind === 'rectangle' || kind === 'rounded' || kind === 'process'
  return isBox && parts.length > 0 ? { kind: 'group', isNearest } : { kind, isNearest }
}

/** Lanes, pools and tables that hold other things than fields. */
function readLane({ style, parent }: Cell, tree: PageTree, parts: readonly Cell[]): ShapeKind | null {
  const name = shapeName(style)
  const holder = parent === null ? undefined : tree.byId.get(parent)
  if (name === 'table') return 'pool'
  if (name === 'tableRow') return 'lane'
  if (holder && shapeName(holder.style) === 'tableRow') return parts.length > 0 ? 'group' : 'rectangle'
  if (name !== 'swimlane') return null
  if (parts.some((part) => shapeName(part.style) === 'swimlane' && !isEntity(part, tree.childrenOf))) return 'pool'
  if (readNumber(style.values.get('startSize')) === 0) return 'group'
  return style.values.get('horizontal') === '0' ? 'lane' : 'vertical-lane'
}

/** A row of a table that is nothing but the room its cells stand in. */
export const isBareRow = (cell: Cell): boolean => shapeName(cell.style) === 'tableRow' && cell.value === '' && cell.attributes === null
