import type Database from 'better-sqlite3'
import { randomUUID } from 'node:crypto'
import { TARGET_SEGMENT, type OwnSegment } from '../../../shared/contract/segments.ts'
import type { ChangeArea } from '../../../shared/contract/workspace.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { Text } from '../../../shared/domain/text.ts'
import { checkRule } from '../../../shared/segments/check-rule.ts'
import type { Rule } from '../../../shared/segments/rule.ts'
import type { HostContext } from '../context.ts'
import { recordChange } from '../database/changes.ts'
import { trackRows } from '../database/row-log.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import { loadAllModels } from '../models/workspace-models.ts'
import {
  deleteSegment,
  insertSegment,
  listSnapshots,
  readMembersOf,
  updateSegment,
  writeMembers,
  type SegmentFields
} from '../repositories/segments.ts'
import { loadSegmentCatalogue } from '../segments/catalogue.ts'
import { listOwnSegments, makeStateOf, readOwnSegment, type OwnSegmentRow } from '../segments/own-segments.ts'
import { findUses, type FoundUse, type NameElement } from '../segments/segment-uses.ts'
import { host } from './base.ts'
import { requireSound } from './segment-rules.ts'

/** What a change of segments makes old: figures of the data stand. */
export const SEGMENT_AREAS: readonly ChangeArea[] = ['segments', 'models']

/** The change log keeps both names: it is read in whatever language the app is in then. */
export const bothNames = ({ en, es }: Text): { nameEn: string; nameEs: string } => ({ nameEn: en, nameEs: es })

/** The own segment, `segment-built-in` for one of ours, else `not-found`. */
export function findOwn(db: Database.Database, id: string): OwnSegmentRow {
  const row = readOwnSegment(db, id)
  if (row) return row
  throw id.startsWith('s_') ? new CauceError('segment-built-in') : new CauceError('not-found', { what: id })
}

export function makeSegmentId(db: Database.Database, isTarget: boolean): string {
  if (!isTarget) return `own_${randomUUID().slice(0, 13)}`
  if (readOwnSegment(db, TARGET_SEGMENT)) throw new CauceError('segment-target-there')
  return TARGET_SEGMENT
}

/** Names of models and elements as the uses tell them; what is gone goes by its id. */
function makeNamer(context: HostContext): NameElement {
  const { models } = loadAllModels(context)
  return (modelId, elementId) => {
    const model = models.find(({ id }) => id === modelId)
    const name = model?.name ?? { en: modelId, es: modelId }
    if (elementId === null) return { en: name.en, es: name.es }
    const element = model?.elements.find(({ id }) => id === elementId)?.name ?? { en: elementId, es: elementId }
    return { en: `${name.en} · ${element.en}`, es: `${name.es} · ${element.es}` }
  }
}

/** Where a segment is used. One of the app's is also used by the models that come with it. Throws `not-found`. */
function listUses(context: HostContext, db: Database.Database, id: string): FoundUse[] {
  const nameElement = makeNamer(context)
  if (!loadSegmentCatalogue(context.resourcesDir).some((each) => each.id === id)) {
    findOwn(db, id)
    return findUses(db, id, nameElement)
  }
  // A link that a person took away is kept as a row of its own: it is no use.
  const removed = new Set(
    db
      .prepare<[string], string>(
        "SELECT 'element:' || model_id || ':' || element_id FROM element_segments WHERE segment_id = ? AND state = 'removed'"
      )
      .pluck()
      .all(id)
  )
  const uses = [...listModelUses(context, id, nameElement), ...findUses(db, id, nameElement)]
  const seen = new Set<string>(removed)
  return uses.filter(({ use: { key } }) => !seen.has(key) && seen.add(key))
}

/** Elements of the app's own models that look at a segment of the app. */
function listModelUses(context: HostContext, id: string, nameElement: NameElement): FoundUse[] {
  return loadAllModels(context)
    .models.filter(({ own }) => !own)
    .flatMap((model) =>
      model.elements
        .filter((element) => element.segments.includes(id))
        .map((element) => ({
          use: { key: `element:${model.id}:${element.id}`, kind: 'element', name: nameElement(model.id, element.id), effect: 'kept' },
          row: null,
          letGo: null
        }))
    )
}

async function describeOwn(context: HostContext, id: string): Promise<OwnSegment> {
  const workspace = context.workspace()
  const figures = await ensureFigures(workspace, context.resourcesDir)
  const { en, es, rule, owner, proposition, reviewedAt } = findOwn(workspace.read, id)
  const stateOf = makeStateOf(figures, listOwnSegments(workspace.read), id)
  return {
    id,
    name: { en, es },
    rule,
    owner,
    proposition,
    reviewedAt,
    isTarget: id === TARGET_SEGMENT,
    summary: figures.segmentSummary(id),
    problems: rule ? checkRule(rule, stateOf).map(({ path, text }) => ({ path: [...path], text })) : [],
    snapshots: listSnapshots(workspace.read, id)
  }
}

/** Puts in a new segment as one step for undo. */
async function create(
  context: HostContext,
  id: string,
  fields: SegmentFields,
  kind: 'segment-created' | 'segment-copied',
  lists: ReadonlyMap<string, number[]>
): Promise<{ id: string }> {
  await context.workspace().change(SEGMENT_AREAS, (db) => {
    const watched = [
      { table: 'segments', where: { id } },
      { table: 'segment_members', where: { segment_id: id } }
    ]
    const { rows } = trackRows(db, watched, () => {
      insertSegment(db, id, fields)
      for (const [asOf, members] of lists) writeMembers(db, id, asOf, members)
    })
    recordChange(db, { kind, details: bothNames(fields.name), rows }, context.now())
  })
  return { id }
}

/** The rule that says just "in this segment". */
const inSegment = (id: string): Rule => ({
  kind: 'group',
  join: 'all',
  not: false,
  rules: [{ kind: 'field', not: false, field: 'segment', operator: 'one-of', value: [id] }]
})

async function copySegment(context: HostContext, from: string, name: Text): Promise<{ id: string }> {
  const db = context.workspace().read
  const id = makeSegmentId(db, false)
  const bare = { name, owner: null, proposition: null, reviewedAt: null }
  if (loadSegmentCatalogue(context.resourcesDir).some((each) => each.id === from))
    return create(context, id, { ...bare, rule: inSegment(from) }, 'segment-copied', new Map())
  const { rule, owner, proposition } = findOwn(db, from)
  const lists = rule ? [] : listSnapshots(db, from).map(({ asOf }): [string, number[]] => [asOf, readMembersOf(db, from, asOf)])
  return create(context, id, { ...bare, rule, owner, proposition }, 'segment-copied', new Map(lists))
}

/** A person's own segments by rule, and what is told about any own one. */
export const ownSegmentProcedures = {
  getSegment: host.segments.getSegment.handler(({ context, input }) => describeOwn(context, input.id)),

  createSegment: host.segments.createSegment.handler(async ({ context, input: { isTarget, ...fields } }) => {
    const workspace = context.workspace()
    const id = makeSegmentId(workspace.read, isTarget)
    const figures = await ensureFigures(workspace, context.resourcesDir)
    requireSound(figures, listOwnSegments(workspace.read), fields.rule, id)
    return create(context, id, fields, 'segment-created', new Map())
  }),

  updateSegment: host.segments.updateSegment.handler(async ({ context, input: { id, ...fields } }) => {
    const workspace = context.workspace()
    const row = findOwn(workspace.read, id)
    if (fields.rule) {
      if (!row.rule) throw new CauceError('invalid-value')
      requireSound(await ensureFigures(workspace, context.resourcesDir), listOwnSegments(workspace.read), fields.rule, id)
    }
    await workspace.change(SEGMENT_AREAS, (db) => {
      const { rows } = trackRows(db, [{ table: 'segments', where: { id } }], () => {
        updateSegment(db, id, fields)
      })
      if (rows.length > 0) recordChange(db, { kind: 'segment-changed', details: bothNames(fields.name ?? row), rows }, context.now())
    })
    return { id }
  }),

  duplicateSegment: host.segments.duplicateSegment.handler(({ context, input }) => copySegment(context, input.id, input.name)),

  listUses: host.segments.listUses.handler(({ context, input }) =>
    listUses(context, context.workspace().read, input.id).map(({ use }) => use)
  ),

  deleteSegment: host.segments.deleteSegment.handler(({ context, input: { id, confirmed } }) =>
    context.workspace().change([...SEGMENT_AREAS, 'plan', 'walks'], (db) => {
      const row = findOwn(db, id)
      const uses = listUses(context, db, id)
      if (!uses.every(({ use }) => confirmed.includes(use.key))) throw new CauceError('segment-in-use')
      const watched = [
        { table: 'segments', where: { id } },
        { table: 'segment_members', where: { segment_id: id } },
        ...uses.flatMap(({ row: used }) => (used ? [used] : []))
      ]
      const { rows } = trackRows(db, watched, () => {
        for (const { letGo } of uses) letGo?.(db)
        deleteSegment(db, id)
      })
      recordChange(db, { kind: 'segment-deleted', details: bothNames(row), rows }, context.now())
      return null
    })
  )
}
