import type Database from 'better-sqlite3'
import type { ListOutcome, MemberSource, SegmentSnapshot } from '../../../shared/contract/segments.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { HostContext, OpenWorkspace } from '../context.ts'
import { recordChange } from '../database/changes.ts'
import { trackRows } from '../database/row-log.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import type { Figures } from '../figures/figures.ts'
import { insertSegment, listSnapshots, readMembersOf, writeMembers } from '../repositories/segments.ts'
import { findCustomers, type FoundCustomers } from '../segments/find-customers.ts'
import { markListed } from '../segments/own-segments.ts'
import type { Mask } from '../segments/rule-engine/answer-conditions.ts'
import { countOnes } from '../segments/rule-engine/combine-rule.ts'
import { host } from './base.ts'
import { bothNames, findOwn, makeSegmentId, SEGMENT_AREAS } from './own-segments.ts'
import { readPageOf, requireRuleMask } from './segment-rules.ts'

/** Entries of a pasted list told back at most. */
const TOLD = 100

/** The date members are kept under: the as-of date, or today where there is neither an order nor a date set. */
function dateOf(figures: Figures, context: HostContext): string {
  return figures.asOf ?? context.now().toISOString().slice(0, 10)
}

function requireMask(figures: Figures, id: string): Mask {
  const mask = figures.segmentMask(id)
  if (!mask) throw new CauceError('segment-unanswered')
  return mask
}

const idsOf = (figures: Figures, mask: Mask): number[] => [...figures.customerIds.filter((_, i) => mask[i] === 1)]

/** Whom a source names: live customers alone. */
async function findMembers(workspace: OpenWorkspace, figures: Figures, source: MemberSource): Promise<FoundCustomers> {
  if (source.from === 'text') {
    const found = findCustomers(workspace.read, source.text)
    return { ...found, ids: found.ids.filter((id) => figures.indexOf(id) >= 0) }
  }
  const none = { unknown: [], ambiguous: [] }
  if (source.from === 'customers') return { ids: [...new Set(source.ids)].filter((id) => figures.indexOf(id) >= 0), ...none }
  const mask = source.from === 'rule' ? await requireRuleMask(workspace, figures, source.rule) : requireMask(figures, source.segmentId)
  return { ids: idsOf(figures, mask), ...none }
}

function tellOutcome(id: string, changed: number, customers: number, { unknown, ambiguous }: FoundCustomers): ListOutcome {
  return {
    id,
    changed,
    customers,
    unknown: unknown.slice(0, TOLD),
    unknownTotal: unknown.length,
    ambiguous: ambiguous.slice(0, TOLD),
    ambiguousTotal: ambiguous.length
  }
}

/** Members of a list as they stand, changed under the as-of date in force: an earlier list stays what it was. */
export async function changeMembers(
  context: HostContext,
  id: string,
  source: MemberSource,
  kind: 'members-added' | 'members-removed'
): Promise<ListOutcome> {
  const workspace = context.workspace()
  const figures = await ensureFigures(workspace, context.resourcesDir)
  const asOf = dateOf(figures, context)
  const row = findOwn(workspace.read, id)
  if (row.rule) throw new CauceError('segment-not-list')
  const found = await findMembers(workspace, figures, source)
  if (found.ids.length === 0 && source.from !== 'rule' && source.from !== 'segment') throw new CauceError('segment-no-members')
  const mask = figures.segmentMask(id)
  const before = mask ? idsOf(figures, mask) : []
  const named = new Set(found.ids)
  const after = kind === 'members-added' ? [...new Set([...before, ...found.ids])] : before.filter((each) => !named.has(each))
  if (after.length === 0) throw new CauceError('segment-no-members')
  const changed = Math.abs(after.length - before.length)
  if (changed > 0) await writeList(context, { id, asOf, customers: after, kind, name: row })
  return tellOutcome(id, changed, after.length, found)
}

interface NewList {
  id: string
  asOf: string
  customers: readonly number[]
  kind: 'members-added' | 'members-removed' | 'snapshot-taken' | 'snapshot-deleted'
  name: { en: string; es: string }
}

async function writeList(context: HostContext, { id, asOf, customers, kind, name }: NewList): Promise<void> {
  await context.workspace().change(SEGMENT_AREAS, (db) => {
    const { rows } = trackRows(db, [{ table: 'segment_members', where: { segment_id: id, as_of: asOf } }], () => {
      writeMembers(db, id, asOf, customers)
    })
    if (rows.length > 0) recordChange(db, { kind, details: bothNames(name), rows }, context.now())
  })
}

/** Who is in a segment at a moment: frozen under that date, or now. */
function maskAt(db: Database.Database, figures: Figures, id: string, moment: string): Mask {
  if (moment === 'now') return requireMask(figures, id)
  const members = readMembersOf(db, id, moment)
  if (members.length === 0 && !listSnapshots(db, id).some(({ asOf }) => asOf === moment))
    throw new CauceError('not-found', { what: moment })
  return markListed(members, figures.customerIds)
}

interface Span {
  id: string
  before: string
  after: string
}

/** Who came, went and stayed between two moments, of the customers who are live now. */
async function compareMoments(
  context: HostContext,
  { id, before, after }: Span
): Promise<{ figures: Figures; masks: Record<'entered' | 'left' | 'stayed', Mask> }> {
  const workspace = context.workspace()
  findOwn(workspace.read, id)
  const figures = await ensureFigures(workspace, context.resourcesDir)
  const was = maskAt(workspace.read, figures, id, before)
  const is = maskAt(workspace.read, figures, id, after)
  const masks = {
    entered: is.map((byte, i) => (was[i] === 1 ? 0 : byte)),
    left: was.map((byte, i) => (is[i] === 1 ? 0 : byte)),
    stayed: is.map((byte, i) => (was[i] === 1 ? byte : 0))
  }
  return { figures, masks }
}

type NewFixedList = Omit<Parameters<typeof insertSegment>[2], 'rule'> & { source: MemberSource; isTarget: boolean }

/** A new segment that is a list; one undoable change. */
export async function createFixedList(context: HostContext, { source, isTarget, ...text }: NewFixedList): Promise<ListOutcome> {
  const workspace = context.workspace()
  const figures = await ensureFigures(workspace, context.resourcesDir)
  const asOf = dateOf(figures, context)
  const found = await findMembers(workspace, figures, source)
  if (found.ids.length === 0) throw new CauceError('segment-no-members')
  const id = makeSegmentId(workspace.read, isTarget)
  await workspace.change(SEGMENT_AREAS, (db) => {
    const watched = [
      { table: 'segments', where: { id } },
      { table: 'segment_members', where: { segment_id: id } }
    ]
    const { rows } = trackRows(db, watched, () => {
      insertSegment(db, id, { ...text, rule: null })
      writeMembers(db, id, asOf, found.ids)
    })
    recordChange(db, { kind: 'segment-created', details: bothNames(text.name), rows }, context.now())
  })
  return tellOutcome(id, found.ids.length, found.ids.length, found)
}

/** Fixed lists, and members frozen at a date. */
export const segmentListProcedures = {
  createList: host.segments.createList.handler(({ context, input }) => createFixedList(context, input)),
  addMembers: host.segments.addMembers.handler(({ context, input }) => changeMembers(context, input.id, input.source, 'members-added')),
  removeMembers: host.segments.removeMembers.handler(({ context, input }) =>
    changeMembers(context, input.id, input.source, 'members-removed')
  ),

  takeSnapshot: host.segments.takeSnapshot.handler(async ({ context, input: { id } }): Promise<SegmentSnapshot> => {
    const workspace = context.workspace()
    const figures = await ensureFigures(workspace, context.resourcesDir)
    const row = findOwn(workspace.read, id)
    const asOf = dateOf(figures, context)
    const customers = idsOf(figures, requireMask(figures, id))
    if (customers.length === 0) throw new CauceError('segment-no-members')
    await writeList(context, { id, asOf, customers, kind: 'snapshot-taken', name: row })
    return { asOf, customers: customers.length }
  }),
  deleteSnapshot: host.segments.deleteSnapshot.handler(async ({ context, input: { id, asOf } }) => {
    const row = findOwn(context.workspace().read, id)
    const snapshots = listSnapshots(context.workspace().read, id)
    if (!snapshots.some((each) => each.asOf === asOf)) throw new CauceError('not-found', { what: asOf })
    // A list is its snapshots: without the last one nobody would be in it.
    if (!row.rule && snapshots.length === 1) throw new CauceError('segment-no-members')
    await writeList(context, { id, asOf, customers: [], kind: 'snapshot-deleted', name: row })
    return null
  }),
  compareSnapshots: host.segments.compareSnapshots.handler(async ({ context, input }) => {
    const { masks } = await compareMoments(context, input)
    return { entered: countOnes(masks.entered), left: countOnes(masks.left), stayed: countOnes(masks.stayed) }
  }),
  listMovement: host.segments.listMovement.handler(async ({ context, input }) => {
    const { figures, masks } = await compareMoments(context, input)
    return readPageOf(context.workspace(), figures, masks[input.part], input)
  })
}
