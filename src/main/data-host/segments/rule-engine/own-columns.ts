import type { CustomerAttributes } from '../../../../shared/analytics/customer-attributes.ts'
import type { Attribute } from '../../../../shared/contract/imports.ts'
import type { ATTRIBUTE_TYPES } from '../../../../shared/segments/find-field.ts'
import { attributeField } from '../../../../shared/segments/find-field.ts'
import { parseAttributes, readAttribute } from '../../../../shared/segments/read-attribute.ts'
import type { OpenWorkspace } from '../../context.ts'
import { startPace } from '../../pause.ts'

/** A column of the person's own files that is no field of ours. */
export interface OwnColumn {
  readonly fieldId: string
  readonly name: string
  readonly type: (typeof ATTRIBUTE_TYPES)[number]
  /** Its texts with how many customers have each; null: numbers and dates, or too many to list. */
  readonly values: ReadonlyMap<string, number> | null
}

const MOST_VALUES = 200
const SLICE = 2000
const kept = new WeakMap<CustomerAttributes, Promise<OwnColumn[]>>()

/** Every column kept beside our fields, by name; read once while the customers' records stand. */
export function readOwnColumns(workspace: OpenWorkspace, attributes: CustomerAttributes): Promise<OwnColumn[]> {
  const known = kept.get(attributes)
  if (known) return known
  const reading = readAll(workspace)
  kept.set(attributes, reading)
  reading.catch(() => kept.delete(attributes))
  return reading
}

interface Seen {
  filled: number
  numbers: number
  dates: number
  truths: number
  texts: Map<string, number>
}

async function readAll({ read }: OpenWorkspace): Promise<OwnColumn[]> {
  const slice = read
    .prepare<[number, number], [number, string]>(
      `SELECT id, attributes FROM customers WHERE id > ? AND attributes IS NOT NULL AND merged_into_id IS NULL AND status <> 'erased' ORDER BY id LIMIT ?`
    )
    .raw()
  const declared = new Map(
    read
      .prepare<[], Pick<Attribute, 'id' | 'type'>>('SELECT id, type FROM attributes')
      .all()
      .map(({ id, type }) => [id, type])
  )
  const columns = new Map<string, Seen>()
  const pace = startPace()
  let rows: [number, string][]
  let last = Number.MIN_SAFE_INTEGER
  do {
    rows = slice.all(last, SLICE)
    for (const [, attributes] of rows) noteRow(columns, attributes)
    last = rows.at(-1)?.[0] ?? last
    await pace()
  } while (rows.length === SLICE)
  return [...columns].map(([name, seen]) => describeColumn(name, seen, declared.get(name))).sort((a, b) => a.name.localeCompare(b.name))
}

function noteRow(columns: Map<string, Seen>, attributes: string): void {
  for (const name of Object.keys(parseAttributes(attributes))) {
    const text = readAttribute(attributes, 'text', name)
    if (text === null) continue
    const seen = columns.get(name) ?? { filled: 0, numbers: 0, dates: 0, truths: 0, texts: new Map<string, number>() }
    columns.set(name, seen)
    seen.filled++
    if (readAttribute(attributes, 'number', name) !== null) seen.numbers++
    if (readAttribute(attributes, 'date', name) !== null) seen.dates++
    if (readAttribute(attributes, 'boolean', name) !== null) seen.truths++
    if (seen.texts.size <= MOST_VALUES) seen.texts.set(String(text), (seen.texts.get(String(text)) ?? 0) + 1)
  }
}

/** As an import or a person declared it; else numbers, dates, or yes and no where every value is one, and text otherwise. */
function describeColumn(name: string, { filled, numbers, dates, truths, texts }: Seen, declared: Attribute['type'] | undefined): OwnColumn {
  const found = numbers === filled ? 'number' : dates === filled ? 'date' : truths === filled ? 'boolean' : 'text'
  const type = declared ?? found
  return { fieldId: attributeField(type, name), name, type, values: type === 'text' && texts.size <= MOST_VALUES ? texts : null }
}
