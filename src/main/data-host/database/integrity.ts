import type Database from 'better-sqlite3'
import { APPLICATION_ID } from './connection.ts'
import { newestVersion } from './migrations/index.ts'

/** Things that can't be, which no constraint of the schema holds. Each query counts the offenders. */
const RULES: readonly { problem: string; sql: string }[] = [
  { problem: 'customers merged into themselves', sql: 'SELECT count(*) FROM customers WHERE merged_into_id = id' },
  {
    problem: 'orders with a date that is not in the calendar',
    sql: 'SELECT count(*) FROM orders WHERE date(order_date) IS NOT order_date'
  },
  {
    problem: 'records of an import that was undone',
    sql: 'SELECT count(*) FROM orders WHERE batch_id IN (SELECT id FROM import_batches WHERE undone_at IS NOT NULL)'
  },
  { problem: 'walk steps of no walk', sql: 'SELECT count(*) FROM walk_steps WHERE walk_id NOT IN (SELECT id FROM walks)' },
  {
    problem: 'answers of no step',
    sql: 'SELECT count(*) FROM walk_answers AS a WHERE NOT EXISTS (SELECT 1 FROM walk_steps AS s WHERE s.walk_id = a.walk_id AND s.element_id = a.element_id)'
  },
  {
    problem: 'walks without steps',
    sql: 'SELECT count(*) FROM walks WHERE NOT EXISTS (SELECT 1 FROM walk_steps WHERE walk_id = walks.id)'
  },
  {
    problem: 'figures of customers that are gone',
    sql: 'SELECT count(*) FROM customer_metrics WHERE customer_id NOT IN (SELECT id FROM customers)'
  },
  {
    problem: 'figures computed from data newer than the file',
    sql: 'SELECT count(*) FROM figure_cache WHERE data_number > (SELECT data_number FROM revision WHERE id = 1)'
  },
  {
    problem: 'undone changes below changes that are not',
    sql: 'SELECT count(*) FROM changes AS c WHERE undone = 1 AND EXISTS (SELECT 1 FROM changes WHERE undone = 0 AND id > c.id)'
  }
]

/** Everything wrong with an open workspace, in plain words (table names and counts, no customer data); empty when it is sound. */
export function findProblems(db: Database.Database): string[] {
  const problems: string[] = []
  for (const line of db.pragma('integrity_check(20)') as { integrity_check: string }[]) {
    if (line.integrity_check !== 'ok') problems.push(`file: ${line.integrity_check}`)
  }
  for (const { table, parent } of db.pragma('foreign_key_check') as { table: string; parent: string }[])
    problems.push(`${table}: points to a row of ${parent} that is not there`)
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) problems.push('file: not marked as a workspace')
  if (db.pragma('user_version', { simple: true }) !== newestVersion()) problems.push('file: another version of the schema')
  for (const { problem, sql } of RULES) {
    const count = Number(db.prepare(sql).pluck().get())
    if (count > 0) problems.push(`${problem}: ${String(count)}`)
  }
  return problems
}
