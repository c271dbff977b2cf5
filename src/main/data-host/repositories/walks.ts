import type Database from 'better-sqlite3'
import type { ElementEvidence } from '../../../shared/contract/models.ts'
import { ElementEvidence as ElementEvidenceShape } from '../../../shared/contract/models.ts'
import type { StepStatus, Walk, WalkStep, WalkSummary } from '../../../shared/contract/walks.ts'
import { ActionDraft } from '../../../shared/contract/walks.ts'
import { WALK_VIEW_KEY_PREFIX } from '../database/settings.ts'
import type { Watched } from '../database/row-log.ts'

interface StepRow {
  elementId: string
  status: StepStatus
  score: number | null
  justification: string
  decision: string
  notes: string
  evidence: string | null
  actionDraft: string | null
}

const SUMMARY = `
  SELECT id, model_id AS modelId, model_revision AS modelRevision,
    (SELECT value ->> '$' FROM settings WHERE key = '${WALK_VIEW_KEY_PREFIX}' || walks.id AND json_type(value) = 'text') AS view,
    started_at AS startedAt, updated_at AS updatedAt, finished_at AS finishedAt,
    current_element_id AS currentElementId, participants, as_of AS asOf,
    (SELECT count(*) FROM walk_steps WHERE walk_id = walks.id AND status = 'done') AS doneSteps,
    (SELECT count(*) FROM walk_steps WHERE walk_id = walks.id) AS steps
  FROM walks`

/** All walks, the one touched last first. */
export function listWalks(db: Database.Database): WalkSummary[] {
  return db.prepare<[], WalkSummary>(`${SUMMARY} ORDER BY updated_at DESC, id DESC`).all()
}

/** How many answers each step of that walk has room for. */
type CountQuestions = (walk: WalkSummary) => (elementId: string) => number

/** One walk with its steps in order; null when there is none. */
export function readWalk(db: Database.Database, id: number, countQuestions: CountQuestions): Walk | null {
  const summary = db.prepare<[number], WalkSummary>(`${SUMMARY} WHERE id = ?`).get(id)
  if (!summary) return null
  const questionsOf = countQuestions(summary)
  const answers = readAnswers(db, id)
  const rows = db
    .prepare<[number], StepRow>(
      'SELECT element_id AS elementId, status, score, justification, decision, notes, evidence, action_draft AS actionDraft FROM walk_steps WHERE walk_id = ? ORDER BY position'
    )
    .all(id)
  return { ...summary, stepList: rows.map((row) => toStep(row, answers.get(row.elementId) ?? [], questionsOf(row.elementId))) }
}

function toStep(row: StepRow, answers: readonly (string | undefined)[], questions: number): WalkStep {
  const length = Math.max(questions, answers.length)
  return {
    ...row,
    answers: Array.from({ length }, (_, index) => answers[index] ?? ''),
    evidence: row.evidence === null ? null : ElementEvidenceShape.parse(JSON.parse(row.evidence)),
    actionDraft: row.actionDraft === null ? null : ActionDraft.parse(JSON.parse(row.actionDraft))
  }
}

function readAnswers(db: Database.Database, walkId: number): Map<string, (string | undefined)[]> {
  const found = new Map<string, (string | undefined)[]>()
  const rows = db.prepare<[number], { elementId: string; question: number; text: string }>(
    'SELECT element_id AS elementId, question, text FROM walk_answers WHERE walk_id = ?'
  )
  for (const { elementId, question, text } of rows.iterate(walkId)) {
    const list = found.get(elementId) ?? []
    list[question] = text
    found.set(elementId, list)
  }
  return found
}

export interface NewWalk {
  modelId: string
  modelRevision: number
  /** Null: the model as it stands. */
  view: string | null
  at: string
  asOf: string | null
  elementIds: readonly string[]
  currentElementId: string | null
}

/** Starts a walk with one open step per element; returns its id. */
export function insertWalk(db: Database.Database, walk: NewWalk): number {
  const result = db
    .prepare('INSERT INTO walks (model_id, model_revision, started_at, updated_at, current_element_id, as_of) VALUES (?, ?, ?, ?, ?, ?)')
    .run(walk.modelId, walk.modelRevision, walk.at, walk.at, walk.currentElementId, walk.asOf)
  const id = Number(result.lastInsertRowid)
  const step = db.prepare('INSERT INTO walk_steps (walk_id, element_id, position) VALUES (?, ?, ?)')
  walk.elementIds.forEach((elementId, position) => step.run(id, elementId, position))
  if (walk.view !== null)
    db.prepare('INSERT INTO settings (key, value) VALUES (?, ?)').run(WALK_VIEW_KEY_PREFIX + String(id), JSON.stringify(walk.view))
  return id
}

/** Where the view of a walk is kept: beside the settings, as the tables of walks have no place for it. */
export const watchWalkView = (id: number): Watched => ({ table: 'settings', where: { key: WALK_VIEW_KEY_PREFIX + String(id) } })

/** Takes a walk away with all that was said in it. */
export function deleteWalkRows(db: Database.Database, id: number): void {
  db.prepare('DELETE FROM walks WHERE id = ?').run(id)
  db.prepare('DELETE FROM settings WHERE key = ?').run(WALK_VIEW_KEY_PREFIX + String(id))
}

const STEP_COLUMNS = {
  score: 'score',
  justification: 'justification',
  decision: 'decision',
  notes: 'notes',
  status: 'status',
  actionDraft: 'action_draft'
} as const
export type StepFields = { [Field in keyof typeof STEP_COLUMNS]?: string | number | null | undefined }

/** Changes the given fields of a step (the draft of an action as JSON); false when the walk has no such step. */
export function updateStep(db: Database.Database, walkId: number, elementId: string, fields: StepFields): boolean {
  const given = (Object.keys(STEP_COLUMNS) as (keyof StepFields)[]).filter((field) => fields[field] !== undefined)
  const exists = db.prepare('SELECT 1 FROM walk_steps WHERE walk_id = ? AND element_id = ?').get(walkId, elementId) !== undefined
  if (!exists || given.length === 0) return exists
  const set = given.map((field) => `${STEP_COLUMNS[field]} = ?`).join(', ')
  db.prepare(`UPDATE walk_steps SET ${set} WHERE walk_id = ? AND element_id = ?`).run(
    ...given.map((field) => fields[field]),
    walkId,
    elementId
  )
  return true
}

/** Keeps the evidence of an element as it stands now. */
export function keepEvidence(db: Database.Database, walkId: number, elementId: string, evidence: ElementEvidence | null): void {
  db.prepare('UPDATE walk_steps SET evidence = ? WHERE walk_id = ? AND element_id = ?').run(
    evidence && JSON.stringify(evidence),
    walkId,
    elementId
  )
}

/** Stores one answer as typed. */
export function putAnswer(db: Database.Database, walkId: number, elementId: string, question: number, text: string): void {
  db.prepare(
    'INSERT INTO walk_answers (walk_id, element_id, question, text) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text'
  ).run(walkId, elementId, question, text)
}

const WALK_COLUMNS = { participants: 'participants', currentElementId: 'current_element_id', finishedAt: 'finished_at' } as const
export type WalkFields = { [Field in keyof typeof WALK_COLUMNS]?: string | null }

/** Changes the given fields of a walk and when it was last touched; false when there is no such walk. */
export function updateWalk(db: Database.Database, id: number, fields: WalkFields, at: string): boolean {
  const given = (Object.keys(WALK_COLUMNS) as (keyof WalkFields)[]).filter((field) => fields[field] !== undefined)
  const set = ['updated_at = ?', ...given.map((field) => `${WALK_COLUMNS[field]} = ?`)].join(', ')
  return db.prepare(`UPDATE walks SET ${set} WHERE id = ?`).run(at, ...given.map((field) => fields[field]), id).changes === 1
}
