import type { DiagramContent, DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import { isEqual, type Items } from '../store/items.ts'

export const DIFFERENCES = ['shapesAdded', 'shapesChanged', 'shapesRemoved', 'linesAdded', 'linesChanged', 'linesRemoved'] as const
export type Difference = (typeof DIFFERENCES)[number]

/** What becomes of the diagram when it is made what `then` was: how many shapes and lines come, change and go. */
export interface Differences {
  readonly counts: Readonly<Record<Difference, number>>
  readonly isSettings: boolean
  readonly isSame: boolean
}

export function compareContents(now: { items: Items; settings: DiagramContent['settings'] }, then: DiagramContent): Differences {
  const counts: Record<Difference, number> = {
    shapesAdded: 0,
    shapesChanged: 0,
    shapesRemoved: 0,
    linesAdded: 0,
    linesChanged: 0,
    linesRemoved: 0
  }
  const count = ({ item }: DiagramItem, what: 'Added' | 'Changed' | 'Removed'): void => {
    counts[item === 'shape' ? (`shapes${what}` as const) : (`lines${what}` as const)] += 1
  }
  const ids = new Set<string>()
  for (const item of then.items) {
    ids.add(item.id)
    const here = now.items.get(item.id)
    if (!here) count(item, 'Added')
    else if (!isEqual(here, item)) count(item, 'Changed')
  }
  for (const item of now.items.values()) if (!ids.has(item.id)) count(item, 'Removed')
  const isSettings = !isEqual(now.settings, then.settings)
  return { counts, isSettings, isSame: !isSettings && DIFFERENCES.every((each) => counts[each] === 0) }
}
