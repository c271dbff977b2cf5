import { type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'

interface Potential {
  customer: number
  unrealised: number
}

/** Tags of a customer in one order and spelling: customers with the same tags have the same needs. */
function normaliseTags(tags: string): string {
  return tags
    .toLowerCase()
    .split(/[;,|]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
    .sort()
    .join('|')
}

/** 90th percentile with linear interpolation between the two nearest ranks. `ascending` must not be empty. */
export function findPercentile90(ascending: readonly number[]): number {
  const rank = 0.9 * (ascending.length - 1)
  const low = ascending[Math.floor(rank)] ?? 0
  const high = ascending[Math.ceil(rank)] ?? low
  return low + (high - low) * (rank - Math.floor(rank))
}

/** Active customers with tags: what the best of their needs segment bring in W, beyond what they bring themselves. */
function measurePotentials({ db, figures }: MetricSource): Potential[] {
  const segments = new Map<string, { customer: number; margin: number }[]>()
  for (const { id, tags } of db
    .prepare<[], { id: number; tags: string }>(
      `SELECT id, needs_tags AS tags FROM customers WHERE needs_tags IS NOT NULL AND needs_tags <> '' ORDER BY id`
    )
    .iterate()) {
    const index = figures.indexOf(id)
    const key = normaliseTags(tags)
    if (index < 0 || key === '' || figures.profile.isActive[index] !== 1) continue
    const members = segments.get(key) ?? []
    members.push({ customer: id, margin: figures.profile.marginWindow[index]! })
    segments.set(key, members)
  }
  return [...segments.values()].flatMap((members) => {
    const potential = findPercentile90(members.map(({ margin }) => margin).sort((a, b) => a - b))
    return members.map(({ customer, margin }) => ({ customer, unrealised: Math.max(0, potential - margin) }))
  })
}

/** Σ max(0, potential − actual); actual = margin in W, potential = 90th percentile of it among customers with the same needs tags. */
function measure(source: MetricSource): Outcome {
  if (!source.figures.window) return needsData(['orders'])
  const potentials = measurePotentials(source)
  if (potentials.length === 0) return needsData(['customers'], 'needs-tags')
  const total = Math.round(potentials.reduce((sum, { unrealised }) => sum + unrealised, 0))
  return { value: total, numerator: total, denominator: potentials.length, sample: potentials.length }
}

export const unrealisedValue: MetricDefinition = {
  id: 'k_unrealised_value',
  needs: ['orders', 'customers'],
  span: 'window',
  measure,
  listCustomers: (source, part) =>
    Int32Array.from(
      measurePotentials(source)
        .filter(({ unrealised }) => part === 'denominator' || unrealised > 0)
        .map(({ customer }) => customer)
    ).sort()
}
