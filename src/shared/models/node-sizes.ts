import type { Language } from '../domain/text.ts'
import { hasEvidence } from './hold.ts'
import type { Model, ModelElement } from './model.ts'
import { measureText, wrapFromEnd, wrapText } from './text-measure.ts'

/**
 * region: a frame around elements; group: a frame that says as much as a card; bracket: a heading over elements it holds;
 * card, bar: a box with its text; stage: a box that points to the next; outcome: a box the whole points at.
 */
export type NodeShape = 'region' | 'group' | 'bracket' | 'card' | 'bar' | 'stage' | 'outcome'
/** How much of an element a card shows, from most to least. */
export type NodeDetail = 'full' | 'tall' | 'small'
export const DETAILS: readonly NodeDetail[] = ['full', 'tall', 'small']

/** Size at which a card holds its name, question, two segments and a figure without crowding. */
export const FULL_CARD = { width: 220, height: 200 }
/** A narrow one: question and segments on more lines, the figure under its name. */
export const TALL_CARD = { width: 130, height: 288 }
/** Room a stage loses to its point and its notch. */
export const STAGE_POINT = 12
/** Lowest bar that holds its segments under its figures. */
export const TWO_LINE_BAR = 52
export const NAME_SIZE = 14
/** Letters of everything else that is read on the canvas: ten pixels where a large model fills a small window. */
export const SMALL_TEXT = 13
/** A name that needs it becomes as small as this rather than be cut. */
export const LEAST_TEXT = 8
/** Height of a line of a figure or of segments under a small element's name. */
export const SMALL_LINE = 17
const BAR_SHAPE = 3.2
const WIDE_BAR = 420
/** A small element's name may be set as small as everything else that is read. */
const SMALL_NAME = 13
/** Narrowest small element: a short name of a segment with its size and share. */
const SMALL_CARD = 164
/** Narrowest upright element. */
const UPRIGHT_CARD = 124
/** Room for the value of a figure beside a name. */
const VALUE_ROOM = 70
/** A box its file makes no higher than this has its figure beside its name. */
const LOW_CARD = 44

export interface Size {
  readonly width: number
  readonly height: number
}

/** Room above what a frame holds: its name on the border, or a heading that says as much as a card. */
export const REGION_PADDING = { side: 14, top: 32, bottom: 15 }
export const GROUP_HEAD = { wide: 50, narrow: 82, chips: 19 }
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
  if (!hasEvidence(element)) return 'small'
  const width = box.width - (shape === 'stage' || shape === 'outcome' ? 2 * STAGE_POINT : 0)
  if (width >= FULL_CARD.width - 24 && box.height >= FULL_CARD.height - 12) return 'full'
  return width >= TALL_CARD.width - 8 && box.height >= TALL_CARD.height - 8 ? 'tall' : 'small'
}

/** The height of a frame's heading, from the width its file gives it. */
export function headOf(element: ModelElement, shape: NodeShape): number {
  if (shape === 'region') return REGION_PADDING.top
  if (isWideGroup(element)) return GROUP_HEAD.wide
  return GROUP_HEAD.narrow + (holdsChips(element) ? GROUP_HEAD.chips : 0)
}
export const isWideGroup = (element: ModelElement): boolean => element.position[2] >= WIDE_GROUP
/** A narrow heading has a line of its own for the segments linked to it. */
export const holdsChips = (element: ModelElement): boolean => element.segments.length > 0

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
  if (shape === 'region') return { width: measureText(name, SMALL_TEXT, 'bold') + 48, height: 0 }
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
  if (!hasEvidence(element)) {
    const width = narrowestWidth(name, lines, NAME_SIZE) + 18 + (element.order === null ? 0 : 18)
    return { width: width + point, height: wrapText(name, width, NAME_SIZE, 'title').length * NAME_SIZE * 1.15 + 10 }
  }
  if (detail === 'small') return needOfSmall(element, name, point)
  const nameWidth = detail === 'tall' ? narrowestWidth(name, 4, NAME_SIZE + 1) + 22 : narrowestWidth(name, 3, NAME_SIZE + 1) + beside
  const least = detail === 'full' ? FULL_CARD : TALL_CARD
  return { width: Math.max(nameWidth, least.width) + point, height: least.height }
}

/** A small element says its name, its leading figure and a segment; one its file makes low has the figure's value beside its name. */
function needOfSmall({ order, position: [, , across, down] }: ModelElement, name: string, point: number): Size {
  const beside = 2 * 8 + 15 + (order === null ? 0 : 17)
  const line = SMALL_NAME * 1.15
  if (down <= LOW_CARD) return { width: narrowestWidth(name, 1, SMALL_NAME) + beside + VALUE_ROOM + point, height: line + SMALL_LINE + 9 }
  // An upright one becomes a tall card: its name has more lines and the whole width.
  if (down > across * 0.7)
    return { width: Math.max(narrowestWidth(name, 4, NAME_SIZE + 1) + 22, UPRIGHT_CARD) + point, height: 2 * SMALL_CARD }
  const least = Math.max(narrowestWidth(name, 2, SMALL_NAME) + beside, SMALL_CARD)
  const lines = wrapText(name, least - beside, SMALL_NAME, 'title')
  // On two lines the state stands under the number, and a figure's value beside the shorter line.
  const room = least - beside + (order === null ? 0 : 15)
  const ways = [lines, wrapText(name, room, SMALL_NAME, 'title'), wrapFromEnd(name, room, SMALL_NAME, 'title')]
  const shortest = Math.min(
    ...ways.filter((way) => way.length > 1).flatMap((way) => way.map((each) => measureText(each, SMALL_NAME, 'title')))
  )
  const width = lines.length === 1 ? least : Math.max(least, least - room + shortest + VALUE_ROOM)
  const nameLines = lines.length
  return { width: width + point, height: nameLines * line + (nameLines > 1 ? 1 : 2) * SMALL_LINE + 11 }
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
