import type Database from 'better-sqlite3'
import { CHOICE_KEY_PREFIX } from '../database/settings.ts'
import { GivenAnswers } from '../../../shared/models/model-choice.ts'
import type { Watched } from '../database/row-log.ts'

const keyOf = (questionId: string): string => CHOICE_KEY_PREFIX + questionId

/** Answers kept among the settings of the workspace, by question; what can't be read as one is left out. */
export function readChoiceAnswers(db: Database.Database): GivenAnswers {
  const rows = db
    .prepare<[string], { key: string; value: string }>(`SELECT key, value FROM settings WHERE key GLOB ? || '*' ORDER BY key`)
    .all(CHOICE_KEY_PREFIX)
  const answers: GivenAnswers = {}
  for (const { key, value } of rows) {
    const answer = GivenAnswers.valueType.safeParse(JSON.parse(value))
    if (answer.success) answers[key.slice(CHOICE_KEY_PREFIX.length)] = answer.data
  }
  return answers
}

/** The rows an answer to these questions lives in. */
export function watchChoiceAnswers(questionIds: readonly string[]): Watched[] {
  return questionIds.map((id) => ({ table: 'settings', where: { key: keyOf(id) } }))
}

export function writeChoiceAnswer(db: Database.Database, questionId: string, answerId: string | null): void {
  db.prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
    keyOf(questionId),
    JSON.stringify(answerId)
  )
}

export function deleteChoiceAnswer(db: Database.Database, questionId: string): void {
  db.prepare('DELETE FROM settings WHERE key = ?').run(keyOf(questionId))
}
