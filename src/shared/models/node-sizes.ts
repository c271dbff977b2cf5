import type { Language } from '../domain/text.ts'
import { hasEvidence } from './hold.ts'
import type { Model, ModelElement } from './model.ts'
import { measureText, wrapText } from './text-measure.ts'

/**
 * region: a frame around elements; group: a frame that says as much as a card; bracket: a heading over elements it holds;
 * card, bar: a box with its text; stage: a box that points to the next; outcome: a box the whole points at.
 */
export type NodeShape = 'region' | 'group' | 'bracket' | 'card' | 'bar' | 'stage' | 'outcome'
/** How much of an element a card shows, from most to least. */
export type NodeDetail = 'full' | 'tall' | 'figure' | 'name'
export const DETAILS: readonly NodeDetail[] = ['full', 'tall', 'figure', 'name']

/** Size at which a card holds its name, question, two segments and a figure without crowding. */
export const FULL_CARD = { width: 214, height: 194 }
/** A narrow one: question and segments on more lines, the figure under its name. */
export const TALL_CARD = { width: 124, height: 226 }
export const FIGURE_CARD = { width: 158, height: 84 }
/** Room a stage loses to its point and its notch. */
export const STAGE_POINT = 12
/** Lowest bar that holds its segments under its figures. */
export const TWO_LINE_BAR = 52
export const NAME_SIZE = 14
const BAR_SHAPE = 3.2
const WIDE_BAR = 420

export interface Size {
  readonly width: number
  readonly height: number
}

/** Room above what a frame holds: its name on the border, or a heading that says as much as a card. */
export const REGION_PADDING = { side: 14, top: 32, bottom: 15 }
export const GROUP_HEAD = { wide: 50, narrow: 82 }
const WIDE_GROUP = 400

export const isFrame = (shape: NodeShape | undefined): boolean => shape === 'region' || shape === 'group'

/** The shape of an element, from its kind, its box in the file and what it holds. */
export function shapeOf(element: ModelElement, model: Model, holders: ReadonlyMap<string, string>): NodeShape {
  const held = model.elements.filter(({ id }) => holders.get(id) === element.id)
  if (held.length > 0 && !held.some((child) => isInside(child, element))) return 'bracket'
  if (held.length > 0) return hasEvidence(element) ? 'group' : 'region'
  if (element.kind === 'phase' || element.kind === 'frame') return 'region'
  if (element.kind === 'outcome') return 'outcome'
  const [, , width, height] = element.position
  if (element.kind === 'foundation' || width / height > BAR_SHAPE) return 'bar'
  return element.kind === 'primary stage' ? 'stage' : 'card'
}

function isInside({ position: [x, y, width, height] }: ModelElement, { position }: ModelElement): boolean {
  const [left, top, across, down] = position
  const [middleX, middleY] = [x + width / 2, y + height / 2]
  return middleX >= left && middleX <= left + across && middleY >= top && middleY <= top + down
}

/** What fits on a card of that size. */
export function detailOf(shape: NodeShape, box: Size, element: ModelElement): NodeDetail {
  if (!hasEvidence(element)) return 'name'
  const width = box.width - (shape === 'stage' || shape === 'outcome' ? 2 * STAGE_POINT : 0)
  if (width >= FULL_CARD.width - 24 && box.height >= FULL_CARD.height - 12) return 'full'
  if (width >= TALL_CARD.width - 8 && box.height >= TALL_CARD.height - 8) return 'tall'
  return width >= FIGURE_CARD.width - 8 && box.height >= FIGURE_CARD.height - 6 ? 'figure' : 'name'
}

/** The height of a frame's heading, from the width its file gives it. */
export function headOf(element: ModelElement, shape: NodeShape): number {
  if (shape === 'region') return REGION_PADDING.top
  return element.position[2] >= WIDE_GROUP ? GROUP_HEAD.wide : GROUP_HEAD.narrow
}
export const isWideGroup = (element: ModelElement): boolean => headOf(element, 'group') === GROUP_HEAD.wide

/** The least room each element needs to say `detail`; elements of one kind and size need what the neediest of them needs. */
export function findNeeds(
  model: Model,
  shapes: ReadonlyMap<string, NodeShape>,
  detail: NodeDetail,
  language: Language
): ReadonlyMap<string, Size> {
  const classOf = ({ kind, position: [, , width, height] }: ModelElement): string =>
    `${kind} ${Math.round(width / 8)} ${Math.round(height / 8)}`
  const most = new Map<string, Size>()
  for (const element of model.elements) {
    const need = needOf(element, shapes.get(element.id) ?? 'card', detail, language)
    const known = most.get(classOf(element)) ?? need
    most.set(classOf(element), { width: Math.max(known.width, need.width), height: Math.max(known.height, need.height) })
  }
  return new Map(model.elements.map((element) => [element.id, most.get(classOf(element)) ?? { width: 0, height: 0 }]))
}

/** Room on a line beside the name: paddings, a number and a state. */
export function besideName(element: ModelElement): number {
  return 20 + (element.order === null ? 0 : 27) + (hasEvidence(element) ? 22 : 0)
}

function needOf(element: ModelElement, shape: NodeShape, detail: NodeDetail, language: Language): Size {
  const name = element.name[language]
  const beside = besideName(element)
  if (shape === 'region') return { width: measureText(name, 12, 'bold') + 48, height: 0 }
  if (shape === 'group') return { width: narrowestWidth(name, isWideGroup(element) ? 1 : 2, NAME_SIZE + 0.5) + beside + 8, height: 0 }
  if (shape === 'bracket') return { width: narrowestWidth(name, 1, NAME_SIZE) + 24, height: 28 }
  if (shape === 'bar') {
    if (!hasEvidence(element)) return { width: narrowestWidth(name, 1, NAME_SIZE) + beside + 8, height: 28 }
    if (element.position[2] < WIDE_BAR) return { width: narrowestWidth(name, 2, NAME_SIZE) + beside, height: 44 }
    return { width: 620, height: detail === 'full' || detail === 'tall' ? TWO_LINE_BAR + 2 : 38 }
  }
  const point = shape === 'stage' || shape === 'outcome' ? 2 * STAGE_POINT : 0
  const [, , across, down] = element.position
  const lines = down > across * 0.7 ? 4 : down > across * 0.4 ? 3 : 2
  if (!hasEvidence(element) || detail === 'name') {
    const width = narrowestWidth(name, lines, NAME_SIZE) + 18 + (element.order === null ? 0 : 18) + (hasEvidence(element) ? 8 : 0)
    return { width: width + point, height: wrapText(name, width, NAME_SIZE, 'title').length * NAME_SIZE * 1.15 + 10 }
  }
  const nameWidth =
    detail === 'tall'
      ? narrowestWidth(name, 4, NAME_SIZE + 1) + 22
      : narrowestWidth(name, detail === 'figure' ? 2 : 3, NAME_SIZE + 1) + beside
  const least = detail === 'full' ? FULL_CARD : detail === 'tall' ? TALL_CARD : FIGURE_CARD
  return { width: Math.max(nameWidth, least.width) + point, height: least.height }
}

/** The least width at which a text takes at most `lines` lines without breaking a word. */
export function narrowestWidth(text: string, lines: number, size: number): number {
  const longest = Math.max(...text.split(' ').map((word) => measureText(word, size, 'title')))
  let [low, high] = [Math.ceil(longest) + 1, Math.ceil(measureText(text, size, 'title')) + 2]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (wrapText(text, middle, size, 'title').length <= lines) high = middle
    else low = middle + 1
  }
  return high
}
