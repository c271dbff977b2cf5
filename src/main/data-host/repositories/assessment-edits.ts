import type Database from 'better-sqlite3'
import { NO_EDITS } from '../../../shared/analytics/assessment/statement-edits.ts'
import { AssessmentEdits } from '../../../shared/contract/assessments.ts'
import type { Watched } from '../database/row-log.ts'
import { ASSESSMENT_KEY_PREFIX } from '../database/settings.ts'

const keyOf = (modelId: string): string => ASSESSMENT_KEY_PREFIX + modelId

/** What this workspace made of a model's assessment, kept among its settings; nothing when it can't be read as that. */
export function readAssessmentEdits(db: Database.Database, modelId: string): AssessmentEdits {
  const row = db.prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?').get(keyOf(modelId))
  const edits = AssessmentEdits.safeParse(row ? JSON.parse(row.value) : NO_EDITS)
  return edits.success ? edits.data : NO_EDITS
}

/** The row they live in. */
export function watchAssessmentEdits(modelId: string): Watched {
  return { table: 'settings', where: { key: keyOf(modelId) } }
}

/** Edits with nothing in them are taken away. */
export function writeAssessmentEdits(db: Database.Database, modelId: string, edits: AssessmentEdits): void {
  const isEmpty = [edits.statements, edits.targets, edits.roundNames].every((part) => Object.keys(part).length === 0)
  if (isEmpty) db.prepare('DELETE FROM settings WHERE key = ?').run(keyOf(modelId))
  else
    db.prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
      keyOf(modelId),
      JSON.stringify(edits)
    )
}
