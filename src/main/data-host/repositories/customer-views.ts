import { randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'
import { CustomerView, TableLayout } from '../../../shared/contract/customer-table.ts'
import { CauceError } from '../../../shared/domain/errors.ts'

interface ViewRow {
  id: string
  name: string
  definition: string
}

/** Named layouts of the customers table, in the order they were made. One a newer version wrote and this one can't read is left out. */
export function listViews(db: Database.Database): CustomerView[] {
  const rows = db.prepare<[], ViewRow>('SELECT id, name, definition FROM customer_views ORDER BY position, id').all()
  return rows.flatMap(({ id, name, definition }) => {
    const layout = TableLayout.safeParse(JSON.parse(definition))
    return layout.success ? [{ id, name, layout: layout.data }] : []
  })
}

/** A new view, or another name and layout for the one with this id. Returns the id. */
export function putView(
  db: Database.Database,
  { id, name, layout }: { id?: string | undefined; name: string; layout: TableLayout }
): string {
  const kept = id ?? `view_${randomUUID().slice(0, 13)}`
  if (id !== undefined) requireView(db, id)
  db.prepare(
    `INSERT INTO customer_views (id, name, definition, position) VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM customer_views))
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, definition = excluded.definition`
  ).run(kept, name, JSON.stringify(layout))
  return kept
}

/** The name of a view; `not-found` when there is none of that id. */
export function requireView(db: Database.Database, id: string): string {
  const name = db.prepare<[string], string>('SELECT name FROM customer_views WHERE id = ?').pluck().get(id)
  if (name === undefined) throw new CauceError('not-found', { what: id })
  return name
}

export function deleteView(db: Database.Database, id: string): void {
  db.prepare('DELETE FROM customer_views WHERE id = ?').run(id)
}

/** Kept among the settings, though it is none: no figure hangs on it, and undo does not know it. */
const LAYOUT_KEY = 'customers-table'
const KeptLayout = CustomerView.pick({ layout: true }).extend({ viewId: CustomerView.shape.id.nullable() })
type KeptLayout = { viewId: string | null; layout: TableLayout }

/** How the table stood when it was left. */
export function readLayout(db: Database.Database): KeptLayout | null {
  const stored = db.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck().get(LAYOUT_KEY)
  const parsed = stored === undefined ? null : KeptLayout.safeParse(JSON.parse(stored))
  return parsed?.success ? parsed.data : null
}

export function writeLayout(db: Database.Database, layout: KeptLayout): void {
  db.prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
    LAYOUT_KEY,
    JSON.stringify(layout)
  )
}
