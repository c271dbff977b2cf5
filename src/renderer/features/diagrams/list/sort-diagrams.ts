import type { DiagramEntry } from '../../../../shared/contract/diagrams.ts'
import type { Language } from '../../../../shared/domain/text.ts'

export const DIAGRAM_ORDERS = ['changed', 'name', 'shapes'] as const
export type DiagramOrder = (typeof DIAGRAM_ORDERS)[number]

type Compare = (one: DiagramEntry, other: DiagramEntry) => number

/** Lower case, without accents: what somebody in a hurry types. */
export const simplify = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The diagrams whose name or model's name holds every word of `search`, accents and case aside, in the order asked for. */
export function sortDiagrams(
  diagrams: readonly DiagramEntry[],
  { search, order, language, nameOfModel }: { search: string; order: DiagramOrder; language: Language; nameOfModel: (id: string) => string }
): DiagramEntry[] {
  const words = simplify(search).split(/\s+/).filter(Boolean)
  const byName: Compare = (one, other) => one.name.localeCompare(other.name, language, { numeric: true }) || one.id - other.id
  const orders: Record<DiagramOrder, Compare> = {
    changed: (one, other) => other.updatedAt.localeCompare(one.updatedAt) || other.id - one.id,
    name: byName,
    shapes: (one, other) => other.shapes - one.shapes || byName(one, other)
  }
  return diagrams
    .filter((diagram) => {
      const text = simplify(`${diagram.name} ${diagram.modelId === null ? '' : nameOfModel(diagram.modelId)}`)
      return words.every((word) => text.includes(word))
    })
    .sort(orders[order])
}
