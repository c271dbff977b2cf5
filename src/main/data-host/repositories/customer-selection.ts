import type { CustomerFilter, CustomerSort } from '../../../shared/contract/customers.ts'
import { LIFECYCLE_STATES } from '../../../shared/contract/customers.ts'
import type { ValueGroup } from '../../../shared/contract/value-groups.ts'
import type { Rule } from '../../../shared/segments/rule.ts'
import type { OpenWorkspace } from '../context.ts'
import { metricCustomerIds } from '../evidence/metric-customers.ts'
import type { Figures } from '../figures/figures.ts'
import { pauseForOthers } from '../pause.ts'
import { orderCustomers } from './customer-order.ts'
import { searchCustomers } from './search/find-customers.ts'

/** Who is behind a part of a filter that other places answer: one byte per customer. */
export interface FilterAnswers {
  /** A part of the value screen. */
  readonly markValue?: (group: ValueGroup) => Uint8Array | Promise<Uint8Array>
  readonly markRule?: (rule: Rule) => Promise<Uint8Array>
}

interface Selected {
  /** In the order asked. */
  readonly positions: Int32Array
  /** The search looked at less than everything: its index is being made. */
  readonly isIndexing: boolean
}

/**
 * Positions of the customers a table shows, in its order. The whole selection is kept while the figures stand, so that
 * any page of a million rows costs as much as the first: a table scrolls by asking for pages, often far apart.
 */
const kept = new WeakMap<Figures, Map<string, Selected>>()
const KEPT_SELECTIONS = 12

/** The same without what is only known while it is looked for. */
export async function selectCustomers(
  workspace: OpenWorkspace,
  figures: Figures,
  filter: CustomerFilter,
  sort: CustomerSort,
  answers: FilterAnswers = {}
): Promise<Int32Array> {
  return (await findSelected(workspace, figures, filter, sort, answers)).positions
}

export async function findSelected(
  workspace: OpenWorkspace,
  figures: Figures,
  filter: CustomerFilter,
  sort: CustomerSort,
  answers: FilterAnswers
): Promise<Selected> {
  const selections = kept.get(figures) ?? new Map<string, Selected>()
  kept.set(figures, selections)
  const key = JSON.stringify([filter, sort])
  const known = selections.get(key)
  if (known) return known
  const order = await orderCustomers(workspace, figures, sort)
  await pauseForOthers()
  const { masks, isIndexing } = await listMasks(workspace, figures, filter, answers)
  const selected = { positions: masks.length === 0 ? order : keepMarked(order, masks), isIndexing }
  // What was found without the index is looked for again when it is there.
  if (isIndexing) return selected
  if (selections.size >= KEPT_SELECTIONS) selections.delete(selections.keys().next().value ?? '')
  selections.set(key, selected)
  return selected
}

function keepMarked(order: Int32Array, [first, ...others]: readonly Uint8Array[]): Int32Array {
  if (!first) return order
  const marked = others.length === 0 ? first : first.slice()
  for (const mask of others) for (let i = 0; i < marked.length; i += 1) marked[i]! &= mask[i]!
  const positions = new Int32Array(order.length)
  let count = 0
  for (let place = 0; place < order.length; place += 1) {
    const i = order[place]!
    positions[count] = i
    count += marked[i]!
  }
  return positions.slice(0, count)
}

/** One mask per filter that is set; a segment or figure without an answer has nobody in it. */
async function listMasks(
  workspace: OpenWorkspace,
  figures: Figures,
  filter: CustomerFilter,
  { markValue, markRule }: FilterAnswers
): Promise<{ masks: Uint8Array[]; isIndexing: boolean }> {
  const n = figures.customerIds.length
  const masks: Uint8Array[] = []
  const { search, segmentId, lifecycle, rfm, metric, value, rule, ids } = filter
  const found = search === undefined ? null : await searchCustomers(workspace, figures, search)
  if (found) masks.push(found.mask)
  if (segmentId !== undefined) masks.push(figures.segmentMask(segmentId) ?? new Uint8Array(n))
  if (lifecycle !== undefined) {
    const code = LIFECYCLE_STATES.indexOf(lifecycle)
    masks.push(figures.lifecycle.map((state) => (state === code ? 1 : 0)))
  }
  if (rfm) masks.push(figures.r.map((score, i) => (score === rfm.r && figures.f[i] === rfm.f ? 1 : 0)))
  if (metric) masks.push(maskOf(figures, (await metricCustomerIds(workspace, figures, metric.id, metric.part)) ?? []))
  if (value && markValue) masks.push(await markValue(value))
  if (rule && rule.rules.length > 0 && markRule) masks.push(await markRule(rule))
  if (ids) masks.push(maskOf(figures, ids))
  return { masks, isIndexing: found?.isIndexing ?? false }
}

function maskOf(figures: Figures, ids: Iterable<number>): Uint8Array {
  const mask = new Uint8Array(figures.customerIds.length)
  for (const id of ids) {
    const i = figures.indexOf(id)
    if (i >= 0) mask[i] = 1
  }
  return mask
}
