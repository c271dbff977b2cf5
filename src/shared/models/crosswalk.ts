import { z } from 'zod'
import { Text } from '../domain/text.ts'
import { SourceMark, type Model } from './model.ts'

/** Where one model treats a topic: its elements, and what the table adds. No element: the note says what there is instead. */
export const CrosswalkPlace = z.object({ elements: z.array(z.string()), note: Text.nullable() })
export type CrosswalkPlace = z.infer<typeof CrosswalkPlace>

/** One topic across the models, by model id; a model without a place has nothing of its own for it. */
export const CrosswalkTopic = z.object({
  id: z.string().regex(/^[a-z_]+$/),
  name: Text,
  /** What the topic asks, in one sentence of ours. */
  question: Text,
  places: z.record(z.string(), CrosswalkPlace),
  source: SourceMark
})
export type CrosswalkTopic = z.infer<typeof CrosswalkTopic>
export const Crosswalk = z.array(CrosswalkTopic)

/** What another model holds for the topics of one element. */
export interface Counterparts {
  /** The element whose topics these are: the one asked for, or the one it stands in, or those it contains. */
  readonly through: readonly string[]
  readonly topics: readonly CrosswalkTopic[]
  /** Elements of the other model, each once. */
  readonly elementIds: readonly string[]
}

const NONE: Counterparts = { through: [], topics: [], elementIds: [] }

/** Topics that name the element. */
export function listTopicsOf(crosswalk: readonly CrosswalkTopic[], modelId: string, elementId: string): CrosswalkTopic[] {
  return crosswalk.filter(({ places }) => places[modelId]?.elements.includes(elementId))
}

/**
 * The elements of `to` that stand for the same topics as an element of `from`. An element the table does not name speaks
 * through the nearest one it stands in that the table names, else through those it contains.
 */
export function findCounterparts(crosswalk: readonly CrosswalkTopic[], from: Model, elementId: string, to: Model): Counterparts {
  const through = findNamed(crosswalk, from, elementId)
  if (through.length === 0) return NONE
  const topics = crosswalk.filter(({ places }) => through.some((id) => places[from.id]?.elements.includes(id)))
  const known = new Set(to.elements.map(({ id }) => id))
  const found = topics.flatMap(({ places }) => places[to.id]?.elements ?? []).filter((id) => known.has(id))
  return { through, topics, elementIds: [...new Set(found)] }
}

function findNamed(crosswalk: readonly CrosswalkTopic[], model: Model, elementId: string): string[] {
  const isNamed = (id: string): boolean => listTopicsOf(crosswalk, model.id, id).length > 0
  const parents = new Map(model.elements.map(({ id }) => [id, findParent(model, id)]))
  // A set stops at a circle of parents, which a file that was not checked could hold.
  const passed = new Set<string>()
  for (let id: string | null | undefined = elementId; id && !passed.has(id); id = parents.get(id)) {
    if (isNamed(id)) return [id]
    passed.add(id)
  }
  return model.elements.filter(({ id }) => parents.get(id) === elementId && isNamed(id)).map(({ id }) => id)
}

/** What an element stands in: its parent, or what a relation says contains it. */
function findParent({ elements, relations }: Model, elementId: string): string | null {
  const own = elements.find(({ id }) => id === elementId)?.parent ?? null
  return own ?? relations.find(({ kind, to }) => kind === 'contains' && to === elementId)?.from ?? null
}
