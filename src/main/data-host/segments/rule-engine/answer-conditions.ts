import type { RuleScope } from '../../../../shared/segments/compare.ts'
import { findField, findSubject } from '../../../../shared/segments/find-field.ts'
import type { OpenWorkspace } from '../../context.ts'
import type { Figures } from '../../figures/figures.ts'
import { findPosition } from '../../figures/find-position.ts'
import { pauseForOthers, startPace } from '../../figures/pause.ts'
import { compileConditions, conditionKey, type Condition, type Statement } from './compile-rule.ts'
import { pickFrom, readDistinctTexts, type DistinctTexts } from './distinct-texts.ts'
import { answerFigure } from './figure-conditions.ts'
import { answerOrders } from './order-conditions.ts'
import { listTextColumns, readRecordTexts } from './record-texts.ts'
import { defineRuleFunctions } from './sql-functions.ts'
import { readTableVersions } from './table-versions.ts'

export interface AnswerOptions {
  /** False: everything by SQL, figures out of `customer_metrics` as it stands in the file. */
  readonly mayUseMemory?: boolean
  /** True: nobody waits for the answer any more. */
  readonly isStale?: () => boolean
}

/** One byte per live customer of the figures. */
export type Mask = Uint8Array

interface KeptMask {
  readonly ids: Int32Array
  /** What the answer hangs on: while it is the same thing, the answer stands. */
  readonly on: unknown
  readonly mask: Mask
}
const kept = new WeakMap<OpenWorkspace, Map<string, KeptMask>>()
/** Bytes kept per workspace. */
const KEPT_BYTES = 48 << 20

export function scopeOf(figures: Figures): RuleScope {
  return { asOf: figures.asOf, windowDays: figures.settings.windowDays }
}

/**
 * Who meets each condition (by `conditionKey`): figures and valid orders out of memory, everything else by SQL, one statement per
 * table, in slices. Answers are kept and stand until what they hang on changes. Null: `isStale` said so.
 */
export async function answerConditions(
  workspace: OpenWorkspace,
  figures: Figures,
  conditions: readonly Condition[],
  { mayUseMemory = true, isStale = () => false }: AnswerOptions = {}
): Promise<Map<string, Mask> | null> {
  const scope = scopeOf(figures)
  const answers = new Map<string, Mask>()
  const open: Condition[] = []
  for (const condition of conditions) {
    const known = mayUseMemory ? recall(workspace, figures, condition) : null
    const mask = known ?? (mayUseMemory ? answerFromMemory(figures, condition, scope) : null)
    if (!mask) open.push(condition)
    else {
      answers.set(conditionKey(condition), mask)
      if (known) continue
      keep(workspace, figures, condition, mask)
      await pauseForOthers()
      if (isStale()) return null
    }
  }
  if (open.length === 0) return answers
  defineRuleFunctions(workspace.read)
  const pickTexts = mayUseMemory ? pickFrom(await readTexts(workspace, figures, open)) : undefined
  for (const statement of compileConditions(open, scope, pickTexts)) {
    const on = statement.conditions.map((condition) => dependsOn(workspace, figures, condition))
    const masks = await runStatement(workspace, figures, statement, isStale)
    if (!masks) return null
    statement.conditions.forEach((condition, place) => {
      const mask = masks[place]!
      answers.set(conditionKey(condition), mask)
      // Rows that changed while they were read belong to neither state.
      if (mayUseMemory && dependsOn(workspace, figures, condition) === on[place]) keep(workspace, figures, condition, mask)
    })
  }
  return answers
}

/** The values of the text columns that the conditions may ask for. */
async function readTexts(workspace: OpenWorkspace, figures: Figures, conditions: readonly Condition[]): Promise<DistinctTexts> {
  const isOnCustomers = conditions.some((each) => each.kind === 'field' && findField(each.field)?.table === 'customers')
  const texts = new Map(isOnCustomers ? await readDistinctTexts(workspace, figures.attributes) : [])
  for (const subject of new Set(conditions.flatMap((each) => (each.kind === 'records' ? [each.subject] : []))))
    for (const column of listTextColumns(subject))
      texts.set(`${subject}.${column}`, await readRecordTexts(workspace, subject, column, figures.orders.net))
  return texts
}

function answerFromMemory(figures: Figures, condition: Condition, scope: RuleScope): Mask | null {
  if (condition.kind === 'field') return answerFigure(condition, figures, scope)
  return figures.asOfDay === null ? null : answerOrders(condition, figures.orders, figures.asOfDay, scope)
}

/** What an answer hangs on, beside the as-of date and the window: compared as one value. */
function dependsOn(workspace: OpenWorkspace, figures: Figures, condition: Condition): unknown {
  if (condition.kind === 'field') {
    if (findField(condition.field)?.table === 'customer_metrics') return figures.profile
    return condition.field === 'flags' ? readTableVersions(workspace, ['customer_flags']) : figures.attributes
  }
  const tables = findSubject(condition.subject)?.tables ?? []
  if (!tables.includes('orders')) return readTableVersions(workspace, tables)
  // The columns are made anew whenever an order changes; lines are watched beside them.
  return tables.length === 1 ? figures.orders.net : joinIdentity(figures.orders.net, readTableVersions(workspace, tables))
}

/** One value for an array and a text, so that both can be compared at once. */
const joined = new WeakMap<Float64Array, Map<string, object>>()
function joinIdentity(array: Float64Array, text: string): object {
  const known = joined.get(array) ?? new Map<string, object>()
  joined.set(array, known)
  const value = known.get(text) ?? {}
  known.set(text, value)
  return value
}

const keyIn = (figures: Figures, condition: Condition): string =>
  JSON.stringify([figures.asOf, figures.settings.windowDays, conditionKey(condition)])

function recall(workspace: OpenWorkspace, figures: Figures, condition: Condition): Mask | null {
  const masks = kept.get(workspace)
  const key = keyIn(figures, condition)
  const known = masks?.get(key)
  if (!masks || !known || !isSameList(known.ids, figures.customerIds) || known.on !== dependsOn(workspace, figures, condition)) return null
  masks.delete(key)
  masks.set(key, known)
  return known.mask
}

/** The list is made anew when any customer changes; answers stand while it names the same ones. */
function isSameList(before: Int32Array, ids: Int32Array): boolean {
  return before === ids || (before.length === ids.length && before.every((id, i) => id === ids[i]))
}

function keep(workspace: OpenWorkspace, figures: Figures, condition: Condition, mask: Mask): void {
  const masks = kept.get(workspace) ?? new Map<string, KeptMask>()
  kept.set(workspace, masks)
  masks.set(keyIn(figures, condition), { ids: figures.customerIds, on: dependsOn(workspace, figures, condition), mask })
  const most = Math.max(16, Math.floor(KEPT_BYTES / (mask.length + 1)))
  for (const key of masks.keys()) {
    if (masks.size <= most) break
    masks.delete(key)
  }
}

/** Rows a slice reads at most, as far as the customers' share tells. */
const SLICE_ROWS = 4000

async function runStatement(
  { read }: OpenWorkspace,
  { customerIds: ids }: Figures,
  { sql, values, conditions, otherwise, table }: Statement,
  isStale: () => boolean
): Promise<Mask[] | null> {
  const masks = conditions.map((_, place) => new Uint8Array(ids.length).fill(otherwise[place] ? 1 : 0))
  const rows = table === 'customers' || table === 'customer_metrics' ? ids.length : countRows(read, table)
  const step = Math.max(50, Math.floor((ids.length * SLICE_ROWS) / Math.max(rows, ids.length, 1)))
  const statement = read.prepare<[Record<string, string | number | null>], number>(sql).pluck()
  const places = 2 ** conditions.length
  const pace = startPace()
  for (let first = 0; first < ids.length; first += step) {
    const last = Math.min(first + step, ids.length) - 1
    for (const packed of statement.all({ ...values, low: ids[first]!, high: ids[last]! })) {
      const bits = packed % places
      const i = findPosition(ids, (packed - bits) / places)
      if (i >= 0) for (let place = 0; place < masks.length; place++) masks[place]![i] = (bits >> place) & 1
    }
    await pace()
    if (isStale()) return null
  }
  return masks
}

/** The highest row, which is about how many there are: counting would read a whole index. */
function countRows(read: OpenWorkspace['read'], table: string): number {
  const column = table === 'campaign_members' ? 'count(*)' : 'max(rowid)'
  return Number(read.prepare(`SELECT coalesce(${column}, 0) FROM ${table}`).pluck().get())
}
