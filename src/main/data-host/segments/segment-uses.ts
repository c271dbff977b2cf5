import type Database from 'better-sqlite3'
import { TARGET_SEGMENT, type SegmentUse } from '../../../shared/contract/segments.ts'
import type { Text } from '../../../shared/domain/text.ts'
import { listNamedSegments } from '../../../shared/segments/check-rule.ts'
import type { Row } from '../database/changes.ts'
import { listOwnSegments, type OwnSegmentRow } from './own-segments.ts'
import { inlineSegment } from './rewrite-rule.ts'

/** Names of models and their elements, for links that name only ids. */
export type NameElement = (modelId: string, elementId: string | null) => Text

/** One use, with the row it stands in and how it is let go of; null: it stays. */
export interface FoundUse {
  readonly use: SegmentUse
  readonly row: { readonly table: string; readonly where: Row } | null
  readonly letGo: ((db: Database.Database) => void) | null
}

type Find = (db: Database.Database, id: string, nameElement: NameElement) => FoundUse[]

/** Everything in the workspace that names an own segment. */
export function findUses(db: Database.Database, id: string, nameElement: NameElement): FoundUse[] {
  return [inElements, inModels, inActions, inDrafts, inWalks, inRules, inCampaigns, inDiagrams].flatMap((find) => find(db, id, nameElement))
}

const both = (name: string): Text => ({ en: name, es: name })
const run =
  (sql: string, ...values: (string | number | null)[]) =>
  (db: Database.Database): void => {
    db.prepare(sql).run(...values)
  }

const inElements: Find = (db, id, nameElement) =>
  db
    .prepare<[string], { model: string; element: string; state: string }>(
      'SELECT model_id AS model, element_id AS element, state FROM element_segments WHERE segment_id = ? ORDER BY 1, 2'
    )
    .all(id)
    .map(({ model, element }) => ({
      use: { key: `element:${model}:${element}`, kind: 'element', name: nameElement(model, element), effect: 'removed' },
      row: { table: 'element_segments', where: { model_id: model, element_id: element, segment_id: id } },
      letGo: run('DELETE FROM element_segments WHERE model_id = ? AND element_id = ? AND segment_id = ?', model, element, id)
    }))

const inModels: Find = (db, id, nameElement) =>
  db
    .prepare<[string], { model: string; definition: string }>(
      `SELECT m.id AS model, m.definition FROM own_models m WHERE EXISTS
         (SELECT 1 FROM json_each(m.definition, '$.elements') e, json_each(e.value, '$.segments') s WHERE s.value = ?)`
    )
    .all(id)
    .map(({ model, definition }) => ({
      use: { key: `model:${model}`, kind: 'model', name: nameElement(model, null), effect: 'removed' },
      row: { table: 'own_models', where: { id: model } },
      letGo: run('UPDATE own_models SET definition = ? WHERE id = ?', withoutSegment(definition, id), model)
    }))

/** The definition with the id taken out of every element's list. */
function withoutSegment(definition: string, id: string): string {
  const model = JSON.parse(definition) as { elements?: { segments?: unknown[] }[] }
  const elements = (model.elements ?? []).map((element) =>
    element.segments ? { ...element, segments: element.segments.filter((each) => each !== id) } : element
  )
  return JSON.stringify({ ...model, elements })
}

const inActions: Find = (db, id) =>
  db
    .prepare<[string], { action: number; title: string }>('SELECT id AS action, title FROM actions WHERE segment_id = ? ORDER BY id')
    .all(id)
    .map(({ action, title }) => ({
      use: { key: `action:${action}`, kind: 'action', name: both(title), effect: 'removed' },
      row: { table: 'actions', where: { id: action } },
      letGo: run('UPDATE actions SET segment_id = NULL WHERE id = ?', action)
    }))

interface StepRow {
  walk: number
  element: string
  model: string
  startedAt: string
}
const nameStep = ({ model, element, startedAt }: StepRow, nameElement: NameElement): Text => {
  const { en, es } = nameElement(model, element)
  const day = startedAt.slice(0, 10)
  return { en: `${en} (${day})`, es: `${es} (${day})` }
}
const STEPS =
  'SELECT s.walk_id AS walk, s.element_id AS element, w.model_id AS model, w.started_at AS startedAt FROM walk_steps s JOIN walks w ON w.id = s.walk_id'

const inDrafts: Find = (db, id, nameElement) =>
  db
    .prepare<[string], StepRow>(`${STEPS} WHERE s.action_draft ->> '$.segmentId' = ?`)
    .all(id)
    .map((step) => ({
      use: { key: `draft:${step.walk}:${step.element}`, kind: 'draft', name: nameStep(step, nameElement), effect: 'removed' },
      row: { table: 'walk_steps', where: { walk_id: step.walk, element_id: step.element } },
      letGo: run(
        "UPDATE walk_steps SET action_draft = json_set(action_draft, '$.segmentId', '') WHERE walk_id = ? AND element_id = ?",
        step.walk,
        step.element
      )
    }))

/** What a walk wrote down then stays what it was then. */
const inWalks: Find = (db, id, nameElement) =>
  db
    .prepare<[string], StepRow>(`${STEPS} WHERE instr(s.evidence, json_quote(?)) > 0`)
    .all(id)
    .map((step) => ({
      use: { key: `walk:${step.walk}:${step.element}`, kind: 'walk', name: nameStep(step, nameElement), effect: 'kept' },
      row: null,
      letGo: null
    }))

const TARGET_PROSPECTS: Text = { en: 'Target prospects', es: 'Prospectos objetivo' }

const inRules: Find = (db, id) => {
  const rows = listOwnSegments(db)
  const own = rows.find((row) => row.id === id)
  const others = rows.flatMap((row) =>
    row.rule && row.id !== id && listNamedSegments(row.rule).includes(id) ? [inRule(row, id, own)] : []
  )
  const target: FoundUse[] =
    id === TARGET_SEGMENT
      ? [
          {
            use: { key: 'segment:s_target_prospects', kind: 'segment', name: TARGET_PROSPECTS, effect: 'unanswered' },
            row: null,
            letGo: null
          }
        ]
      : []
  return [...target, ...others]
}

function inRule({ id, en, es, rule }: OwnSegmentRow, gone: string, own: OwnSegmentRow | undefined): FoundUse {
  const rewritten = rule && own?.rule ? inlineSegment(rule, gone, own.rule) : null
  return {
    use: { key: `segment:${id}`, kind: 'segment', name: { en, es }, effect: rewritten ? 'rewritten' : 'unanswered' },
    row: { table: 'segments', where: { id } },
    letGo: rewritten ? run('UPDATE segments SET rule = ? WHERE id = ?', JSON.stringify(rewritten), id) : null
  }
}

const inCampaigns: Find = (db, id) =>
  db
    .prepare<[string], { campaign: number; name: string }>('SELECT id AS campaign, name FROM campaigns WHERE segment_id = ? ORDER BY id')
    .all(id)
    .map(({ campaign, name }) => ({
      use: { key: `campaign:${campaign}`, kind: 'campaign', name: both(name), effect: 'removed' },
      row: { table: 'campaigns', where: { id: campaign } },
      letGo: run('UPDATE campaigns SET segment_id = NULL WHERE id = ?', campaign)
    }))

/** The shape stays and says that its segment is gone. */
const inDiagrams: Find = (db, id) =>
  db
    .prepare<[string], { diagram: number; name: string }>(
      `SELECT id AS diagram, name FROM diagrams WHERE id IN
         (SELECT diagram_id FROM diagram_items WHERE content ->> '$.link.to' = 'segment' AND content ->> '$.link.segmentId' = ?) ORDER BY id`
    )
    .all(id)
    .map(({ diagram, name }) => ({
      use: { key: `diagram:${diagram}`, kind: 'diagram', name: both(name), effect: 'gone' },
      row: null,
      letGo: null
    }))
