import type { CustomerAttributes } from '../../../../shared/analytics/customer-attributes.ts'
import { FIELD_GROUPS } from '../../../../shared/segments/fields.ts'
import type { OpenWorkspace } from '../../context.ts'
import { startPace } from '../../pause.ts'

/** The values of each text column (`customers.city`) with how many have them; null: too many different ones to be listed. */
export type DistinctTexts = ReadonlyMap<string, ReadonlyMap<string, number> | null>

/** More different values than this are no list to choose from. */
const MOST_VALUES = 2000
const SLICE = 2000

const COLUMNS: readonly string[] = FIELD_GROUPS.filter(({ table }) => table === 'customers').flatMap(({ fields }) =>
  fields.filter(({ type, id }) => type === 'text' || id === 'tags').map(({ column }) => column)
)

/** Kept while the customers' records stand. */
const kept = new WeakMap<CustomerAttributes, Promise<DistinctTexts>>()

export function readDistinctTexts(workspace: OpenWorkspace, attributes: CustomerAttributes): Promise<DistinctTexts> {
  const known = kept.get(attributes)
  if (known) return known
  const reading = readAll(workspace)
  kept.set(attributes, reading)
  reading.catch(() => kept.delete(attributes))
  return reading
}

async function readAll({ read }: OpenWorkspace): Promise<DistinctTexts> {
  const counts = COLUMNS.map((): Map<string, number> | null => new Map())
  const slice = read
    .prepare<[number, number], (string | number | null)[]>(
      `SELECT id, ${COLUMNS.join(', ')} FROM customers WHERE id > ? AND merged_into_id IS NULL AND status <> 'erased' ORDER BY id LIMIT ?`
    )
    .raw()
  const pace = startPace()
  let rows: (string | number | null)[][]
  let last = Number.MIN_SAFE_INTEGER
  do {
    rows = slice.all(last, SLICE)
    for (const row of rows) countRow(counts, row)
    last = Number(rows.at(-1)?.[0] ?? last)
    await pace()
  } while (rows.length === SLICE)
  return new Map(COLUMNS.map((column, place) => [`customers.${column}`, counts[place] ?? null]))
}

function countRow(counts: (Map<string, number> | null)[], row: readonly (string | number | null)[]): void {
  for (let place = 0; place < counts.length; place++) {
    const seen = counts[place]
    const value = row[place + 1]
    if (!seen || typeof value !== 'string') continue
    seen.set(value, (seen.get(value) ?? 0) + 1)
    if (seen.size > MOST_VALUES) counts[place] = null
  }
}
