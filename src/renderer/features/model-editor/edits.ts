import type { Language, Text } from '../../../shared/domain/text.ts'
import { right, bottom, overlaps, type Box } from '../../../shared/models/geometry.ts'
import { RELATION_KINDS, type ModelElement, type ModelRelation } from '../../../shared/models/model.ts'
import { applyVariant, isPlain } from '../../../shared/models/apply-variant.ts'
import { makeElement, makeId, NEW_ELEMENT, type OwnModel } from '../../../shared/models/own-model.ts'

/** Every place and size is a multiple of this. */
export const GRID = 10
const MARGIN = 40
const GAP = 40
export const LEAST_SIZE = { width: 80, height: 40 }

export const boxOf = ({ position: [x, y, width, height] }: ModelElement): Box => ({ x, y, width, height })
const snap = (value: number): number => Math.round(value / GRID) * GRID
const toPosition = ({ x, y, width, height }: Box): ModelElement['position'] => [
  Math.max(0, snap(x)),
  Math.max(0, snap(y)),
  Math.max(LEAST_SIZE.width, snap(width)),
  Math.max(LEAST_SIZE.height, snap(height))
]

/** The page grows with what is on it and never shrinks below what it was. */
function growCanvas(draft: OwnModel): OwnModel {
  const [width, height] = draft.canvas
  const boxes = draft.elements.map(boxOf)
  return {
    ...draft,
    canvas: [Math.max(width, ...boxes.map((box) => right(box) + MARGIN)), Math.max(height, ...boxes.map((box) => bottom(box) + MARGIN))]
  }
}

/** The first place for a new element, row by row from `near`, where it touches nothing. */
export function findPlace(draft: OwnModel, near: { x: number; y: number } = { x: MARGIN, y: MARGIN }): Box {
  const boxes = draft.elements.map(boxOf)
  const limit = Math.max(draft.canvas[0], near.x + NEW_ELEMENT.width + MARGIN)
  for (let y = snap(near.y); ; y += NEW_ELEMENT.height + GAP)
    for (let x = snap(near.x); x + NEW_ELEMENT.width <= limit; x += GAP) {
      const box = { x, y, ...NEW_ELEMENT }
      if (!boxes.some((other) => overlaps(box, other, GRID))) return box
    }
}

/** Adds an element at a free place and at the end of the walk; returns the new definition and its id. */
export function addElement(
  draft: OwnModel,
  name: Text,
  language: Language,
  near?: { x: number; y: number }
): { draft: OwnModel; id: string } {
  const taken = new Set(draft.elements.map(({ id }) => id.slice(draft.id.length + 1)))
  const element = makeElement(draft.id, makeId(name[language], taken, 'element', '_'), name)
  const placed = { ...element, order: null, position: toPosition(findPlace(draft, near)) }
  return { draft: growCanvas({ ...draft, elements: [...draft.elements, placed], walk: [...draft.walk, placed.id] }), id: placed.id }
}

/** Takes an element away with its relations and its step of the walk; what was inside it moves out. */
export function removeElements(draft: OwnModel, ids: ReadonlySet<string>): OwnModel {
  return keepVariants({
    ...draft,
    elements: draft.elements
      .filter(({ id }) => !ids.has(id))
      .map((element) => (element.parent !== null && ids.has(element.parent) ? { ...element, parent: null } : element)),
    relations: draft.relations.filter(({ from, to }) => !ids.has(from) && !ids.has(to)),
    walk: draft.walk.filter((id) => !ids.has(id))
  })
}

/** Changes fields of one element. What is said about it was changed by whoever uses the app: its source is theirs from then on. */
export function changeElement(draft: OwnModel, id: string, fields: Partial<ModelElement>): OwnModel {
  const isReworded = SAYING.some((field) => fields[field] !== undefined)
  return {
    ...draft,
    elements: draft.elements.map((element) =>
      element.id === id ? { ...element, ...fields, ...(isReworded ? { source: 'A', sourceTerm: '' } : {}) } : element
    )
  }
}
const SAYING = ['name', 'definition', 'kind'] as const

/** Puts elements where they were dragged or sized to, on the grid and never left of or above the page. */
export function placeElements(draft: OwnModel, boxes: ReadonlyMap<string, Box>): OwnModel {
  const elements = draft.elements.map((element) => {
    const box = boxes.get(element.id)
    return box ? { ...element, position: toPosition(box) } : element
  })
  return growCanvas({ ...draft, elements })
}

/** The element and everything inside it, however deep. */
export function listInside(draft: OwnModel, id: string): Set<string> {
  const inside = new Set([id])
  for (let before = 0; before < inside.size;) {
    before = inside.size
    for (const element of draft.elements) if (element.parent !== null && inside.has(element.parent)) inside.add(element.id)
  }
  return inside
}

/** Those an element can be put inside: all but itself and what it holds. */
export function listParents(draft: OwnModel, id: string): ModelElement[] {
  const inside = listInside(draft, id)
  return draft.elements.filter((element) => !inside.has(element.id))
}

/** Adds a relation of the first kind the two do not have yet; the definition as it was when they have them all. */
export function connect(draft: OwnModel, from: string, to: string): OwnModel {
  const used = new Set(draft.relations.filter((each) => each.from === from && each.to === to).map(({ kind }) => kind))
  const kind = FIRST_KINDS.find((each) => !used.has(each))
  if (!kind) return draft
  return { ...draft, relations: [...draft.relations, { from, to, kind, label: null, shortLabel: null, source: 'A' }] }
}
const FIRST_KINDS = ['feeds', ...RELATION_KINDS.filter((kind) => kind !== 'feeds')] as const

export function changeRelation(draft: OwnModel, index: number, fields: Partial<ModelRelation>): OwnModel {
  const changed = { source: 'A', ...fields }
  return keepVariants({
    ...draft,
    relations: draft.relations.map((relation, at) => (at === index ? { ...relation, ...changed } : relation))
  })
}

export function removeRelation(draft: OwnModel, index: number): OwnModel {
  return keepVariants({ ...draft, relations: draft.relations.filter((_, at) => at !== index) })
}

/** Moves the step at `index` by `by` places; at the ends it stays. */
export function moveStep(draft: OwnModel, index: number, by: number): OwnModel {
  const to = index + by
  const id = draft.walk[index]
  if (id === undefined || to < 0 || to >= draft.walk.length) return draft
  const walk = draft.walk.filter((_, at) => at !== index)
  return { ...draft, walk: [...walk.slice(0, to), id, ...walk.slice(to)] }
}

/** Adds the element at the end of the walk, or takes its step away. */
export function toggleStep(draft: OwnModel, id: string): OwnModel {
  return keepVariants({ ...draft, walk: draft.walk.includes(id) ? draft.walk.filter((each) => each !== id) : [...draft.walk, id] })
}

/** The views of the source follow what they speak of: what is gone goes from them too, and one that has nothing left goes. */
export function keepVariants(draft: OwnModel): OwnModel {
  const ids = new Set(draft.elements.map(({ id }) => id))
  const hasRelation = (hidden: Pick<ModelRelation, 'from' | 'to' | 'kind'>): boolean =>
    draft.relations.some(({ from, to, kind }) => from === hidden.from && to === hidden.to && kind === hidden.kind)
  // A walk that is still empty may yet stop anywhere.
  const stops = draft.walk.length > 0 ? draft.walk : [...ids]
  const variants = draft.variants
    .map(({ walk, ...variant }) => ({
      ...variant,
      ...keepWalk(walk?.filter((id) => ids.has(id))),
      hides: variant.hides.filter((id) => ids.has(id)),
      changes: variant.changes.filter(({ id }) => ids.has(id)),
      hidesRelations: variant.hidesRelations.filter(hasRelation),
      addsRelations: variant.addsRelations.filter(({ from, to }) => ids.has(from) && ids.has(to))
    }))
    .filter((variant) => isPlain(variant) || applyVariant({ ...draft, walk: stops }, variant).walk.length > 0)
  return { ...draft, variants: variants.length > 1 ? variants : [] }
}

const keepWalk = (walk: string[] | undefined): { walk?: string[] } => (walk && walk.length > 0 ? { walk } : {})
