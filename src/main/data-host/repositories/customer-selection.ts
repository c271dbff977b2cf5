import type { CustomerFilter, CUSTOMER_SORTS } from '../../../shared/contract/customers.ts'
import type { ValueGroup } from '../../../shared/contract/value-groups.ts'
import { LIFECYCLE_STATES } from '../../../shared/contract/customers.ts'
import { normaliseForSearch } from '../../../shared/domain/search-key.ts'
import type { OpenWorkspace } from '../context.ts'
import { metricCustomerIds } from '../evidence/metric-customers.ts'
import type { Figures } from '../figures/figures.ts'
import { pauseForOthers } from '../figures/pause.ts'

export interface CustomerSort {
  by: (typeof CUSTOMER_SORTS)[number]
  descending: boolean
}

/**
 * Positions of the customers a table shows, in its order. The whole selection is kept while the figures stand, so that
 * any page of 100,000 rows costs as much as the first: a table scrolls by asking for pages, often far apart.
 */
const kept = new WeakMap<Figures, Map<string, Int32Array>>()
const KEPT_SELECTIONS = 12

/** Who is behind a part of the value screen: one byte per customer. */
type MarkValueGroup = (group: ValueGroup) => Uint8Array | Promise<Uint8Array>

/** `markValue`: needed only where the filter may name a part of the value screen. */
export async function selectCustomers(
  workspace: OpenWorkspace,
  figures: Figures,
  filter: CustomerFilter,
  sort: CustomerSort,
  markValue?: MarkValueGroup
): Promise<Int32Array> {
  const selections = kept.get(figures) ?? new Map<string, Int32Array>()
  kept.set(figures, selections)
  const key = JSON.stringify([filter, sort])
  const known = selections.get(key)
  if (known) return known
  const order = await orderCustomers(workspace, figures, sort)
  await pauseForOthers()
  const masks = await listMasks(workspace, figures, filter)
  if (filter.value && markValue) masks.push(await markValue(filter.value))
  const selection = masks.length === 0 ? order : order.filter((i) => masks.every((mask) => mask[i] === 1))
  if (selections.size >= KEPT_SELECTIONS) selections.delete(selections.keys().next().value ?? '')
  selections.set(key, selection)
  return selection
}

/** One mask per filter that is set; a segment or figure without an answer has nobody in it. */
async function listMasks(workspace: OpenWorkspace, figures: Figures, filter: CustomerFilter): Promise<Uint8Array[]> {
  const n = figures.customerIds.length
  const masks: Uint8Array[] = []
  const words = normaliseForSearch(filter.search ?? '')
    .split(' ')
    .filter((word) => word !== '')
  if (words.length > 0) masks.push(searchCustomers(workspace, figures, words))
  if (filter.segmentId !== undefined) masks.push(figures.segmentMask(filter.segmentId) ?? new Uint8Array(n))
  if (filter.lifecycle !== undefined) {
    const code = LIFECYCLE_STATES.indexOf(filter.lifecycle)
    masks.push(figures.lifecycle.map((state) => (state === code ? 1 : 0)))
  }
  const { rfm, metric } = filter
  if (rfm) masks.push(figures.r.map((score, i) => (score === rfm.r && figures.f[i] === rfm.f ? 1 : 0)))
  if (metric) masks.push(maskOf(figures, (await metricCustomerIds(workspace, figures, metric.id, metric.part)) ?? []))
  return masks
}

/** Every word must stand somewhere in the name, e-mail, city or external id. */
function searchCustomers(workspace: OpenWorkspace, figures: Figures, words: readonly string[]): Uint8Array {
  const condition = words.map(() => 'instr(search_key, ?) > 0').join(' AND ')
  return maskOf(
    figures,
    workspace.read
      .prepare<string[], number>(`SELECT id FROM customers WHERE ${condition}`)
      .pluck()
      .all(...words)
  )
}

function maskOf(figures: Figures, ids: Iterable<number>): Uint8Array {
  const mask = new Uint8Array(figures.customerIds.length)
  for (const id of ids) {
    const i = figures.indexOf(id)
    if (i >= 0) mask[i] = 1
  }
  return mask
}

/** All customers in the asked order; equal ones stand by id. */
async function orderCustomers(workspace: OpenWorkspace, figures: Figures, { by, descending }: CustomerSort): Promise<Int32Array> {
  if (by === 'name') return reverseIf(descending, orderByName(workspace, figures))
  const ranks = by === 'city' ? await rankCities(workspace, figures) : rankFigures(figures, by)
  const order = Int32Array.from(ranks, (_, i) => i)
  order.sort((a, b) => ranks[a]! - ranks[b]! || a - b)
  return reverseIf(descending, order)
}

function reverseIf(descending: boolean, order: Int32Array): Int32Array {
  return descending ? order.reverse() : order
}

/** By name; those known by a number alone come first, 9 before 10. */
function orderByName(workspace: OpenWorkspace, figures: Figures): Int32Array {
  const list = (sql: string): number[] => workspace.read.prepare<[], number>(sql).pluck().all()
  const unnamed = list("SELECT id FROM customers WHERE name = '' ORDER BY length(external_id), external_id, id")
  const isUnnamed = new Set(unnamed)
  const named = list('SELECT id FROM customers ORDER BY search_key, id').filter((id) => !isUnnamed.has(id))
  return Int32Array.from([...unnamed, ...named], figures.indexOf).filter((i) => i >= 0)
}

type FigureSort = Exclude<CustomerSort['by'], 'name' | 'city'>
const FIGURE_RANKS: Readonly<Record<FigureSort, (figures: Figures) => ArrayLike<number>>> = {
  lifecycle: ({ lifecycle }) => lifecycle,
  orders: ({ profile }) => profile.orders,
  revenueMinor: ({ profile }) => profile.revenue,
  lastOrderDate: ({ profile }) => profile.lastDay,
  rfm: ({ r, f, m }) => Int32Array.from(r, (score, i) => 100 * score + 10 * f[i]! + m[i]!)
}

function rankFigures(figures: Figures, by: FigureSort): Float64Array {
  return Float64Array.from(FIGURE_RANKS[by](figures))
}

/** Rank of each customer's city, accents aside; customers without one come last. Cities are few, so only they are compared. */
async function rankCities(workspace: OpenWorkspace, figures: Figures): Promise<Float64Array> {
  const slice = workspace.read
    .prepare<[number], [number, string]>("SELECT id, city FROM customers WHERE id > ? AND city <> '' ORDER BY id LIMIT 10000")
    .raw()
  const cityOf = new Int32Array(figures.customerIds.length).fill(-1)
  const codes = new Map<string, number>()
  let rows: [number, string][]
  let last = 0
  do {
    rows = slice.all(last)
    for (const [id, city] of rows) {
      const i = figures.indexOf(id)
      const code = codes.get(city) ?? codes.size
      codes.set(city, code)
      if (i >= 0) cityOf[i] = code
    }
    last = rows.at(-1)?.[0] ?? last
    await pauseForOthers()
  } while (rows.length > 0)
  const sorted = [...codes.keys()]
    .map((city) => ({ key: normaliseForSearch(city), code: codes.get(city) ?? 0 }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const ranks = new Map(sorted.map(({ code }, rank) => [code, rank]))
  return Float64Array.from(cityOf, (code) => ranks.get(code) ?? Number.MAX_SAFE_INTEGER)
}
