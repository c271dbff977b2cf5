import type { RuleScope } from '../../../../shared/segments/compare.ts'
import { findField, findSubject } from '../../../../shared/segments/find-field.ts'
import type { OpenWorkspace } from '../../context.ts'
import type { Figures } from '../../figures/figures.ts'
import { findPosition } from '../../figures/find-position.ts'
import { pauseForOthers, startPace } from '../../pause.ts'
import { tokenOf } from '../../figures/row-steps.ts'
import { compileConditions, conditionKey, type Condition, type Statement } from './compile-rule.ts'
import { answerFigure } from './figure-conditions.ts'
import { answerOrders, canAnswerOrders } from './order-conditions.ts'
import { answerField, answerRecords } from './record-conditions.ts'
import { countRows, ensureColumns, isSameList } from './record-store.ts'
import { defineRuleFunctions } from './sql-functions.ts'
import { readTableVersions } from '../../database/table-versions.ts'

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
  const answers = new Map<string, Mask>()
  const fresh: Condition[] = []
  for (const condition of conditions) {
    const known = mayUseMemory ? recall(workspace, figures, condition) : null
    if (known) answers.set(conditionKey(condition), known)
    else fresh.push(condition)
  }
  const unread = fresh.filter(needsColumns)
  const open: Condition[] = []
  for (const condition of fresh) {
    const mask = mayUseMemory ? await answerFromMemory(workspace, figures, condition, unread) : null
    if (mask) {
      answers.set(conditionKey(condition), mask)
      keep(workspace, figures, condition, mask)
      await pauseForOthers()
    } else open.push(condition)
    if (isStale()) return null
  }
  if (open.length === 0) return answers
  defineRuleFunctions(workspace.read)
  for (const statement of compileConditions(open, scopeOf(figures))) {
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

/** Whether the condition asks for more than figures hold. Flags stand in a table of their own and are few: SQL answers. */
function needsColumns(condition: Condition): boolean {
  if (condition.kind === 'records') return !canAnswerOrders(condition)
  return condition.field !== 'flags' && findField(condition.field)?.table === 'customers'
}

/** Null: memory does not hold what the condition asks. `unread`: conditions asked with it that figures do not answer. */
async function answerFromMemory(
  workspace: OpenWorkspace,
  figures: Figures,
  condition: Condition,
  unread: readonly Condition[]
): Promise<Mask | null> {
  const scope = scopeOf(figures)
  if (condition.kind === 'field') {
    const mask = answerFigure(condition, figures, scope)
    if (mask || !needsColumns(condition)) return mask
  } else if (figures.asOfDay !== null) {
    const mask = answerOrders(condition, figures.orders, figures.asOfDay, scope)
    if (mask) return mask
  }
  const siblings = unread.includes(condition) ? unread : [condition]
  const columns = await ensureColumns(workspace, figures, condition, { siblings, readOn: () => dependsOn(workspace, figures, condition) })
  if (!columns) return null
  return condition.kind === 'field' ? answerField(condition, columns, scope) : answerRecords(condition, columns, scope)
}

/** What an answer hangs on, beside the as-of date and the window: compared as one value. */
function dependsOn(workspace: OpenWorkspace, figures: Figures, condition: Condition): unknown {
  if (condition.kind === 'field') {
    if (findField(condition.field)?.table === 'customer_metrics') return tokenOf(figures.profile)
    return condition.field === 'flags' ? readTableVersions(workspace, ['customer_flags']) : tokenOf(figures.attributes)
  }
  const tables = findSubject(condition.subject)?.tables ?? []
  if (!tables.includes('orders')) return readTableVersions(workspace, tables)
  // The columns are made anew whenever an order changes; lines are watched beside them.
  const orders = tokenOf(figures.orders.net)
  return tables.length === 1 ? orders : joinIdentity(orders, readTableVersions(workspace, tables))
}

/** One value for a state of the columns and a text, so that both can be compared at once. */
const joined = new WeakMap<object, Map<string, object>>()
function joinIdentity(token: object, text: string): object {
  const known = joined.get(token) ?? new Map<string, object>()
  joined.set(token, known)
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
