import type { DiagramItem } from '../../../shared/diagrams/diagram.ts'
import { isShape } from '../../../shared/diagrams/diagram.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { DEEPEST_NESTING, refuseTooLarge } from './limits.ts'

/** What every diagram has to be, whatever file it comes from: `diagram-duplicate-ids`, `diagram-cycle`, `diagram-too-large`, `diagram-damaged`. */
export function checkItems(items: readonly DiagramItem[]): void {
  const holders = new Map<string, string | undefined>()
  for (const item of items) {
    if (holders.has(item.id)) throw new CauceError('diagram-duplicate-ids')
    holders.set(item.id, isShape(item) ? item.parentId : undefined)
  }
  const shapes = new Set(items.filter(isShape).map(({ id }) => id))
  for (const holder of holders.values())
    if (holder !== undefined && !shapes.has(holder)) throw new CauceError('diagram-damaged', { what: 'containers' })
  checkNesting(holders, DEEPEST_NESTING)
}

/**
 * Follows everything upwards once, each by what it stands in: whoever comes back to its own way stands inside itself
 * (`diagram-cycle`); more than `deepest` one in another are refused as `diagram-too-large`.
 */
export function checkNesting(holders: ReadonlyMap<string, string | undefined>, deepest: number): void {
  const depths = new Map<string, number>()
  for (const id of holders.keys()) {
    const way: string[] = []
    const onWay = new Set<string>()
    let at: string | undefined = id
    while (at !== undefined && !depths.has(at)) {
      if (onWay.has(at)) throw new CauceError('diagram-cycle')
      onWay.add(at)
      way.push(at)
      at = holders.get(at)
    }
    let depth = at === undefined ? 0 : (depths.get(at) ?? 0)
    for (const each of way.reverse()) {
      depth += 1
      if (depth > deepest) throw refuseTooLarge()
      depths.set(each, depth)
    }
  }
}
