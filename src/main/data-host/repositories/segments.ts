import type Database from 'better-sqlite3'
import type { SegmentSnapshot } from '../../../shared/contract/segments.ts'
import type { Rule } from '../../../shared/segments/rule.ts'
import type { Text } from '../../../shared/domain/text.ts'

export interface SegmentFields {
  readonly name: Text
  /** Null: a fixed list. */
  readonly rule: Rule | null
  readonly owner: string | null
  readonly proposition: string | null
  readonly reviewedAt: string | null
}

export function insertSegment(db: Database.Database, id: string, { name, rule, owner, proposition, reviewedAt }: SegmentFields): void {
  db.prepare('INSERT INTO segments (id, name_en, name_es, rule, owner, proposition, reviewed_at) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    id,
    name.en,
    name.es,
    rule && JSON.stringify(rule),
    owner || null,
    proposition || null,
    reviewedAt
  )
}

/** Only what is given; null empties a field. */
export function updateSegment(
  db: Database.Database,
  id: string,
  fields: { [K in keyof SegmentFields]?: SegmentFields[K] | undefined }
): void {
  const set = (column: string, value: string | null): void => {
    db.prepare(`UPDATE segments SET ${column} = ? WHERE id = ?`).run(value, id)
  }
  const { name, rule, owner, proposition, reviewedAt } = fields
  if (name) {
    set('name_en', name.en)
    set('name_es', name.es)
  }
  if (rule) set('rule', JSON.stringify(rule))
  if (owner !== undefined) set('owner', owner || null)
  if (proposition !== undefined) set('proposition', proposition || null)
  if (reviewedAt !== undefined) set('reviewed_at', reviewedAt)
}

export function deleteSegment(db: Database.Database, id: string): void {
  db.prepare('DELETE FROM segment_members WHERE segment_id = ?').run(id)
  db.prepare('DELETE FROM segments WHERE id = ?').run(id)
}

/** Dates under which members are kept, newest first. */
export function listSnapshots(db: Database.Database, id: string): SegmentSnapshot[] {
  return db
    .prepare<[string], SegmentSnapshot>(
      'SELECT as_of AS asOf, count(*) AS customers FROM segment_members WHERE segment_id = ? GROUP BY as_of ORDER BY as_of DESC'
    )
    .all(id)
}

/** Members kept under exactly that date, by id. */
export function readMembersOf(db: Database.Database, id: string, asOf: string): number[] {
  return db
    .prepare<[string, string], number>('SELECT customer_id FROM segment_members WHERE segment_id = ? AND as_of = ?')
    .pluck()
    .all(id, asOf)
}

/** Keeps these members under the date, in the place of others; none: the date goes. Only who came or went is written. */
export function writeMembers(db: Database.Database, id: string, asOf: string, customers: readonly number[]): void {
  const before = new Set(readMembersOf(db, id, asOf))
  const after = new Set(customers)
  const write = (sql: string, changed: readonly number[]): void => {
    if (changed.length > 0) db.prepare(sql).run(id, asOf, JSON.stringify(changed))
  }
  write(
    'DELETE FROM segment_members WHERE segment_id = ? AND as_of = ? AND customer_id IN (SELECT value FROM json_each(?))',
    [...before].filter((each) => !after.has(each))
  )
  write(
    'INSERT INTO segment_members (segment_id, as_of, customer_id) SELECT ?, ?, value FROM json_each(?)',
    [...after].filter((each) => !before.has(each))
  )
}
