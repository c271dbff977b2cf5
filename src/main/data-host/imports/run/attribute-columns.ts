import type Database from 'better-sqlite3'
import { ATTRIBUTE_FIELD_PREFIX, Attribute, type ImportResult } from '../../../../shared/contract/imports.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { formatDecimal, readDecimal } from '../values/amount.ts'
import { listAttributes } from '../attributes.ts'
import { type CellReader, readDayCell, readTextCell, readYesNoCell } from './read-cell.ts'
import type { RecordProblem } from './record-reader.ts'
import { type FieldColumn, findColumn, type RunContext } from './run-context.ts'
import type { CellValue } from './row-writer.ts'

/** A customer's own columns as they are kept: a JSON object by attribute. */
type Kept = Record<string, unknown>

const READERS: Readonly<Record<Attribute['type'], CellReader>> = {
  text: readTextCell,
  number: (text, { amount }) => {
    const decimal = readDecimal(text, amount)
    if (decimal === 'amount-missing') return { value: null }
    return typeof decimal === 'string'
      ? { code: decimal === 'amount-ambiguous' ? decimal : 'number-format' }
      : { value: Number(formatDecimal(decimal)) }
  },
  date: readDayCell,
  boolean: readYesNoCell
}

interface AttributeColumn {
  attribute: Attribute & { isNew: boolean }
  at: FieldColumn
}

/** The columns of a file that go to attributes of the customer. Makes the attributes the workspace does not know yet. */
export class AttributeColumns {
  readonly #columns: readonly AttributeColumn[]
  /** What the row read last gives, in the order of the columns; null where it is blank. */
  readonly #values: (CellValue | boolean)[] = []

  constructor(context: RunContext) {
    const known = new Map(listAttributes(context.db).map((attribute) => [attribute.id, attribute]))
    this.#columns = context.settings.columns
      .filter(({ field }) => field.startsWith(ATTRIBUTE_FIELD_PREFIX))
      .map((column): AttributeColumn => {
        const id = column.field.slice(ATTRIBUTE_FIELD_PREFIX.length)
        const there = known.get(id)
        const attribute = there ? { ...there, isNew: false } : makeAttribute(context, { id, ...column.attribute })
        return { attribute, at: findColumn(context, column.field) }
      })
  }

  get count(): number {
    return this.#columns.length
  }

  describe(): ImportResult['attributes'] {
    return this.#columns.map(({ attribute }) => attribute)
  }

  /** Reads a row; null, or why it can't be taken. */
  read(cells: readonly string[]): RecordProblem | null {
    for (const [index, { attribute, at }] of this.#columns.entries()) {
      const read = READERS[attribute.type](cells[at.index] ?? '', at)
      if ('code' in read) return { column: at.index, code: read.code }
      this.#values[index] = attribute.type === 'boolean' && read.value !== null ? read.value === 1 : read.value
    }
    return null
  }

  /** Whether the row read last gives the column. */
  gives(index: number): boolean {
    return (this.#values[index] ?? null) !== null
  }

  /** `stored` with what the row read last gives of the columns `wanted`; the same text when nothing differs. */
  merge(stored: string | null, wanted: (index: number) => boolean): string | null {
    const kept = stored === null ? {} : (JSON.parse(stored) as Kept)
    let differs = false
    for (const [index, { attribute }] of this.#columns.entries()) {
      const value = this.#values[index] ?? null
      if (value === null || !wanted(index) || kept[attribute.id] === value) continue
      kept[attribute.id] = value
      differs = true
    }
    return differs ? JSON.stringify(kept) : stored
  }
}

function makeAttribute({ db, batchId }: RunContext, given: Partial<Attribute>): Attribute & { isNew: true } {
  const { data } = Attribute.safeParse(given)
  if (!data) throw new CauceError('import-mapping-unknown', { field: `${ATTRIBUTE_FIELD_PREFIX}${given.id ?? ''}` })
  db.prepare<[string, string, string, number]>('INSERT INTO attributes (id, name, type, batch_id) VALUES (?, ?, ?, ?)').run(
    data.id,
    data.name,
    data.type,
    batchId
  )
  return { ...data, isNew: true }
}

/** What an attribute is read as, for columns that go to one; null for any other field. */
export function findAttributeType(
  db: Database.Database,
  column: { field: string; attribute?: Pick<Attribute, 'type'> | undefined }
): Attribute['type'] | null {
  if (!column.field.startsWith(ATTRIBUTE_FIELD_PREFIX)) return null
  const id = column.field.slice(ATTRIBUTE_FIELD_PREFIX.length)
  return listAttributes(db).find((attribute) => attribute.id === id)?.type ?? column.attribute?.type ?? null
}
