import type Database from 'better-sqlite3'
import { LANGUAGES, type Text } from '../../../shared/domain/text.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import { APPLICATION_ID } from './connection.ts'
import { newestVersion } from './migrations/index.ts'

/** Things that can't be, which no constraint of the schema holds (keys under `checks.workspace`). Each query counts the offenders. */
const RULES: readonly { problem: string; sql: string }[] = [
  { problem: 'selfMerged', sql: 'SELECT count(*) FROM customers WHERE merged_into_id = id' },
  {
    problem: 'impossibleDates',
    sql: 'SELECT count(*) FROM orders WHERE date(order_date) IS NOT order_date'
  },
  {
    problem: 'undoneRecords',
    sql: 'SELECT count(*) FROM orders WHERE batch_id IN (SELECT id FROM import_batches WHERE undone_at IS NOT NULL)'
  },
  { problem: 'stepsOfNoWalk', sql: 'SELECT count(*) FROM walk_steps WHERE walk_id NOT IN (SELECT id FROM walks)' },
  {
    problem: 'answersOfNoStep',
    sql: 'SELECT count(*) FROM walk_answers AS a WHERE NOT EXISTS (SELECT 1 FROM walk_steps AS s WHERE s.walk_id = a.walk_id AND s.element_id = a.element_id)'
  },
  {
    problem: 'walksWithoutSteps',
    sql: 'SELECT count(*) FROM walks WHERE NOT EXISTS (SELECT 1 FROM walk_steps WHERE walk_id = walks.id)'
  },
  {
    problem: 'figuresOfNobody',
    sql: 'SELECT count(*) FROM customer_metrics WHERE customer_id NOT IN (SELECT id FROM customers)'
  },
  {
    problem: 'figuresFromTheFuture',
    sql: 'SELECT count(*) FROM figure_cache WHERE data_number > (SELECT data_number FROM revision WHERE id = 1)'
  },
  {
    problem: 'shapesInNothing',
    sql: `SELECT count(*) FROM diagram_items AS i WHERE content ->> '$.parentId' IS NOT NULL AND NOT EXISTS
      (SELECT 1 FROM diagram_items AS p WHERE p.diagram_id = i.diagram_id AND p.id = i.content ->> '$.parentId' AND p.content ->> '$.item' = 'shape')`
  },
  {
    problem: 'picturesMissing',
    sql: "SELECT count(*) FROM diagram_items WHERE content ->> '$.image' IS NOT NULL AND content ->> '$.image' NOT IN (SELECT hash FROM diagram_images)"
  },
  {
    problem: 'undoneBelow',
    sql: 'SELECT count(*) FROM changes AS c WHERE undone = 1 AND EXISTS (SELECT 1 FROM changes WHERE undone = 0 AND id > c.id)'
  }
]

function describe(problem: string, params: Record<string, string | number> = {}): Text {
  const [es, en] = LANGUAGES.map((language) => translate(language, `checks.workspace.${problem}`, params))
  return { en: en ?? '', es: es ?? '' }
}

/** Everything wrong with an open workspace, in plain words (table names and counts, no customer data); empty when it is sound. */
export function findProblems(db: Database.Database): Text[] {
  const problems: Text[] = []
  for (const line of db.pragma('integrity_check(20)') as { integrity_check: string }[]) {
    if (line.integrity_check !== 'ok') problems.push(describe('file', { detail: line.integrity_check }))
  }
  for (const { table, parent } of db.pragma('foreign_key_check') as { table: string; parent: string }[])
    problems.push(describe('pointsNowhere', { table, parent }))
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) problems.push(describe('notMarked'))
  if (db.pragma('user_version', { simple: true }) !== newestVersion()) problems.push(describe('otherVersion'))
  for (const { problem, sql } of RULES) {
    const count = Number(db.prepare(sql).pluck().get())
    if (count > 0) problems.push(describe(problem, { count }))
  }
  return problems
}
