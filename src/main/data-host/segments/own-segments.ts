import type Database from 'better-sqlite3'
import { TARGET_SEGMENT, type Missing } from '../../../shared/contract/segments.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { isoDateOfDay } from '../../../shared/domain/day-number.ts'
import type { Text } from '../../../shared/domain/text.ts'
import { checkRule, listNamedSegments, type SegmentState } from '../../../shared/segments/check-rule.ts'
import { describeRule } from '../../../shared/segments/describe-rule.ts'
import { RuleGroup, type Rule } from '../../../shared/segments/rule.ts'
import type { OpenWorkspace } from '../context.ts'
import type { Figures } from '../figures/figures.ts'
import { findPosition } from '../figures/find-position.ts'
import { summariseAnswer, type SegmentAnswer } from './evaluate.ts'
import { answerRule } from './rule-engine/answer-rule.ts'
import { readTableVersions } from '../database/table-versions.ts'
import { readReadingWords } from './reading-words.ts'

/** The built-in segment that looks at it. */
const TARGET_PROSPECTS = 's_target_prospects'

export interface OwnSegmentRow {
  readonly id: string
  readonly en: string
  readonly es: string
  /** Null: a fixed list. */
  readonly rule: Rule | null
  readonly owner: string | null
  readonly proposition: string | null
  readonly reviewedAt: string | null
}

const FIXED_LIST: Text = { en: 'A fixed list of customers.', es: 'Una lista fija de clientes.' }
const NO_MEMBERS: Missing = {
  code: 'needs-rule',
  needs: [],
  hint: { en: 'This segment has no list of customers yet.', es: 'Este segmento aún no tiene una lista de clientes.' }
}
const UNREADABLE: Text = { en: 'This rule can no longer be read.', es: 'Esta regla ya no se puede leer.' }

/** The name of an own segment; null when there is none of that id. */
export function readOwnSegmentName(db: Database.Database, id: string): Text | null {
  return db.prepare<[string], Text>('SELECT name_en AS en, name_es AS es FROM segments WHERE id = ?').get(id) ?? null
}

type StoredRow = Omit<OwnSegmentRow, 'rule'> & { rule: string | null }
const COLUMNS = 'id, name_en AS en, name_es AS es, rule, owner, proposition, reviewed_at AS reviewedAt'

/** A person's own segments, by name. */
export function listOwnSegments(db: Database.Database): OwnSegmentRow[] {
  return db.prepare<[], StoredRow>(`SELECT ${COLUMNS} FROM segments ORDER BY name_en, id`).all().map(readRow)
}

export function readOwnSegment(db: Database.Database, id: string): OwnSegmentRow | null {
  const row = db.prepare<[string], StoredRow>(`SELECT ${COLUMNS} FROM segments WHERE id = ?`).get(id)
  return row ? readRow(row) : null
}

/** A rule that no longer fits its shape asks for a field that does not exist, so that the segment says so instead of answering. */
const BROKEN: Rule = {
  kind: 'group',
  join: 'all',
  not: false,
  rules: [{ kind: 'field', not: false, field: '?', operator: 'filled', value: null }]
}

function readRow(row: StoredRow): OwnSegmentRow {
  if (row.rule === null) return { ...row, rule: null }
  const parsed = RuleGroup.safeParse(JSON.parse(row.rule))
  return { ...row, rule: parsed.success ? parsed.data : BROKEN }
}

/** What the rules of own segments may name, seen from the segment `from` (null: a new one): which are there, which would lead back. */
export function makeStateOf(
  figures: Pick<Figures, 'hasSegment'>,
  rows: readonly OwnSegmentRow[],
  from: string | null
): (id: string) => SegmentState {
  const named = new Map(rows.map(({ id, rule }) => [id, rule ? listNamedSegments(rule) : []]))
  named.set(TARGET_PROSPECTS, [TARGET_SEGMENT])
  const leadsTo = (id: string, seen: ReadonlySet<string>): boolean =>
    id === from || (!seen.has(id) && (named.get(id) ?? []).some((next) => leadsTo(next, new Set([...seen, id]))))
  return (id) => {
    if (from !== null && leadsTo(id, new Set())) return 'cycle'
    return figures.hasSegment(id) || named.has(id) ? 'there' : 'gone'
  }
}

const kept = new WeakMap<Figures, { version: string; figures: Promise<Figures> }>()

/**
 * The figures together with a person's own segments as they stand, and with the target prospects that hang on one of them. Kept
 * until the data or the segments change: a changed rule costs only its own conditions. `core`: as `computeFigures` gives it.
 */
export function withOwnSegments(workspace: OpenWorkspace, resourcesDir: string, core: Figures): Promise<Figures> {
  const version = readTableVersions(workspace, ['segments', 'segment_members'])
  const known = kept.get(core)
  if (known?.version === version) return known.figures
  const figures = attachOwnSegments(workspace, resourcesDir, core)
  kept.set(core, { version, figures })
  figures.catch(() => kept.delete(core))
  return figures
}

async function attachOwnSegments(workspace: OpenWorkspace, resourcesDir: string, core: Figures): Promise<Figures> {
  const rows = listOwnSegments(workspace.read)
  if (rows.length === 0) return { ...core, previous: async () => withOwnSegments(workspace, resourcesDir, await core.previous()) }
  const words = readReadingWords(workspace.read, resourcesDir, core, rows)
  const answers = new Map<string, SegmentAnswer>()
  const answerOf = async (id: string): Promise<SegmentAnswer | null> => {
    const known = answers.get(id)
    if (known) return known
    const row = rows.find((each) => each.id === id)
    const answer = id === TARGET_PROSPECTS ? await answerTargetProspects(core, answerOf) : row ? await answerOwn(row) : null
    if (answer) answers.set(id, answer)
    return answer
  }
  const answerOwn = async (row: OwnSegmentRow): Promise<SegmentAnswer> => {
    const { id, en, es, rule } = row
    const definition = {
      id,
      name: { en, es },
      group: 'own' as const,
      rule: rule ? (rule === BROKEN ? UNREADABLE : describeRule(rule, words)) : FIXED_LIST,
      needs: [],
      hint: null,
      source: 'A'
    }
    const refuse = (missing: Missing): SegmentAnswer => ({ definition, mask: null, missing, customers: 0, revenueWindow: 0 })
    if (!rule) {
      const listed = listMembersAt(workspace.read, id, core)
      return listed ? { definition, missing: null, ...countMask(markListed(listed, core.customerIds), core) } : refuse(NO_MEMBERS)
    }
    const [fault] = checkRule(rule, makeStateOf(core, rows, id))
    if (fault) return refuse({ code: 'needs-rule', needs: [], hint: fault.text })
    const answer = await answerRule(workspace, core, rule, { ofSegment: async (each) => maskOf(core, each, await answerOf(each)) })
    if (!answer) throw new CauceError('no-workspace')
    const [unanswered] = answer.unanswered
    return unanswered ? refuse(unanswered.missing) : { definition, missing: null, ...countMask(answer.mask, core) }
  }
  for (const { id } of rows) await answerOf(id)
  const prospects = await answerOf(TARGET_PROSPECTS)
  // By name again: a rule is answered after those it names.
  const byName = new Map(
    rows.flatMap(({ id }): [string, SegmentAnswer][] => {
      const answer = answers.get(id)
      return answer ? [[id, answer]] : []
    })
  )
  if (prospects) byName.set(TARGET_PROSPECTS, prospects)
  return assemble(workspace, resourcesDir, core, byName)
}

/** The members of a segment, or why it has no answer. */
function maskOf(core: Figures, id: string, answer: SegmentAnswer | null): Uint8Array | Missing {
  if (answer) return answer.mask ?? answer.missing ?? NO_MEMBERS
  return core.segmentMask(id) ?? core.segmentSummary(id).missing ?? NO_MEMBERS
}

async function answerTargetProspects(
  core: Figures,
  answerOf: (id: string) => Promise<SegmentAnswer | null>
): Promise<SegmentAnswer | null> {
  if (!core.hasSegment(TARGET_PROSPECTS)) return null
  const { name, group, rule, source, missing } = core.segmentSummary(TARGET_PROSPECTS)
  const definition = { id: TARGET_PROSPECTS, name, group, rule, needs: [], hint: null, source }
  const [target, prospects] = [await answerOf(TARGET_SEGMENT), core.segmentMask('s_prospects')]
  if (!target?.mask || !prospects) return { definition, mask: null, missing: missing ?? NO_MEMBERS, customers: 0, revenueWindow: 0 }
  const { mask } = target
  return {
    definition,
    missing: null,
    ...countMask(
      prospects.map((byte, i) => byte & mask[i]!),
      core
    )
  }
}

function assemble(workspace: OpenWorkspace, resourcesDir: string, core: Figures, answers: ReadonlyMap<string, SegmentAnswer>): Figures {
  const totals = {
    customers: core.customerIds.length,
    revenueWindow: core.revenueWindowTotal,
    hasOrders: core.lifecycleThresholds !== null
  }
  const summarise = (id: string): ReturnType<Figures['segmentSummary']> => {
    const answer = answers.get(id)
    return answer ? summariseAnswer(answer, totals) : core.segmentSummary(id)
  }
  const maskAt = (id: string): Uint8Array | null => {
    const answer = answers.get(id)
    return answer ? answer.mask : core.segmentMask(id)
  }
  const ids = core.customerIds
  return {
    ...core,
    hasSegment: (id) => answers.has(id) || core.hasSegment(id),
    segmentSummary: summarise,
    segmentSummaries: () => {
      const builtIn = core.segmentSummaries().map(({ id }) => id)
      return [...builtIn, ...[...answers.keys()].filter((id) => !builtIn.includes(id))].map(summarise)
    },
    segmentMask: maskAt,
    segmentMembers: (id) => {
      const mask = maskAt(id)
      return mask ? ids.filter((_, i) => mask[i] === 1) : null
    },
    isMember: (id, customerId) => maskAt(id)?.[findPosition(ids, customerId)] === 1,
    previous: async () => withOwnSegments(workspace, resourcesDir, await core.previous())
  }
}

/**
 * Members kept under the newest date up to the as-of date, by customer id; null: none is kept yet. A list made before there was any
 * order stands under the day it was made, which is later than orders of the past that come in afterwards: it holds all the same.
 */
function listMembersAt(db: Database.Database, id: string, { asOf, orders }: Pick<Figures, 'asOf' | 'orders'>): number[] | null {
  const known = db
    .prepare<[string, string], string | null>('SELECT max(as_of) FROM segment_members WHERE segment_id = ? AND as_of <= ?')
    .pluck()
    .get(id, asOf ?? '9999-12-31')
  const date = known ?? findFirstAfter(db, id, orders.lastDay)
  if (!date) return null
  return db
    .prepare<[string, string], number>('SELECT customer_id FROM segment_members WHERE segment_id = ? AND as_of = ?')
    .pluck()
    .all(id, date)
}

/** The earliest date of the list, where all are later than the last order. */
function findFirstAfter(db: Database.Database, id: string, lastDay: number | null): string | null {
  if (lastDay === null) return null
  const first = db.prepare<[string], string | null>('SELECT min(as_of) FROM segment_members WHERE segment_id = ?').pluck().get(id)
  return first != null && first > isoDateOfDay(lastDay) ? first : null
}

export function markListed(listed: readonly number[], ids: Int32Array): Uint8Array {
  const mask = new Uint8Array(ids.length)
  for (const customer of listed) {
    const i = findPosition(ids, customer)
    if (i >= 0) mask[i] = 1
  }
  return mask
}

/** How many are in a set, and what they brought in W. */
export function countMask(
  mask: Uint8Array,
  { profile }: Pick<Figures, 'profile'>
): Pick<SegmentAnswer, 'customers' | 'revenueWindow'> & { mask: Uint8Array } {
  let [customers, revenueWindow] = [0, 0]
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] !== 1) continue
    customers++
    revenueWindow += profile.revenueWindow[i]!
  }
  return { mask, customers, revenueWindow }
}
