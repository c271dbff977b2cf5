import type Database from 'better-sqlite3'
import type { RowChange } from '../database/changes.ts'
import { takeOutNames } from './name-search.ts'
import type { Person } from './persons-rows.ts'

/*
 * What diagrams hold of a person besides words: the lists of customers shapes are linked to, and ids of shapes that other programs
 * made of a name. Words in them are taken out with all others.
 */

interface Item {
  id?: string
  link?: { to?: unknown; customerIds?: unknown }
  display?: unknown
}

/** Takes the person out of every list of customers a shape stands for, now, in every version and in every step of the log. */
export function eraseFromLinks(db: Database.Database, { idSet }: Person): void {
  const items = db.prepare<[], { diagram_id: number; id: string; content: string }>(
    "SELECT diagram_id, id, content FROM diagram_items WHERE content ->> '$.link.to' = 'customers'"
  )
  const write = db.prepare('UPDATE diagram_items SET content = ? WHERE diagram_id = ? AND id = ?')
  for (const { diagram_id: diagramId, id, content } of items.all()) {
    const left = cleanItem(content, idSet)
    if (left !== content) write.run(left, diagramId, id)
  }
  const readVersion = db.prepare<[number], string>('SELECT content FROM diagram_versions WHERE id = ?').pluck()
  const versions = db.prepare<[], number>("SELECT id FROM diagram_versions WHERE instr(content, 'customerIds') > 0").pluck().all()
  for (const id of versions) {
    const content = readVersion.get(id) ?? '{}'
    const left = cleanVersion(content, idSet)
    if (left !== content) db.prepare('UPDATE diagram_versions SET content = ? WHERE id = ?').run(left, id)
  }
  const readRows = db.prepare<[number], string>('SELECT rows FROM changes WHERE id = ?').pluck()
  const changes = db.prepare<[], number>("SELECT id FROM changes WHERE instr(rows, 'customerIds') > 0").pluck().all()
  for (const id of changes) {
    const text = readRows.get(id) ?? '[]'
    const left = JSON.stringify((JSON.parse(text) as RowChange[]).map((change) => cleanChange(change, idSet)))
    if (left !== text) db.prepare('UPDATE changes SET rows = ? WHERE id = ?').run(left, id)
  }
}

/** The item's text without the person; without the link when it was to nobody else. */
function cleanItem(content: string, gone: ReadonlySet<number>): string {
  const item = JSON.parse(content) as Item
  const left = withoutPerson(item, gone)
  return left === item ? content : JSON.stringify(left)
}

function withoutPerson<T extends Item>(item: T, gone: ReadonlySet<number>): T | Omit<T, 'link' | 'display'> {
  const { link } = item
  if (link?.to !== 'customers' || !Array.isArray(link.customerIds)) return item
  const ids: unknown[] = link.customerIds
  const left = ids.filter((id) => !gone.has(Number(id)))
  if (left.length === ids.length) return item
  if (left.length > 0) return { ...item, link: { ...link, customerIds: left } }
  const { link: _link, display: _display, ...rest } = item
  return rest
}

function cleanVersion(content: string, gone: ReadonlySet<number>): string {
  const version = JSON.parse(content) as { items?: unknown }
  if (!Array.isArray(version.items)) return content
  const items = version.items as Item[]
  const left = items.map((item) => withoutPerson(item, gone))
  return left.every((item, index) => item === items[index]) ? content : JSON.stringify({ ...version, items: left })
}

const CLEANERS: Readonly<Record<string, (content: string, gone: ReadonlySet<number>) => string>> = {
  diagram_items: cleanItem,
  diagram_versions: cleanVersion
}

function cleanChange(change: RowChange, gone: ReadonlySet<number>): RowChange {
  const clean = CLEANERS[change.table]
  if (!clean) return change
  const side = (row: RowChange['before']): RowChange['before'] =>
    typeof row?.['content'] === 'string' ? { ...row, content: clean(row['content'], gone) } : row
  return { ...change, before: side(change.before), after: side(change.after) }
}

/** Shapes whose id names the person get another. Whatever refers to them is told by words, which are taken out alike. */
export function eraseFromItemIds(db: Database.Database, { names }: Person): void {
  if (names.length === 0) return
  const rename = db.prepare('UPDATE diagram_items SET id = ? WHERE diagram_id = ? AND id = ?')
  const isTaken = db.prepare<[number, string], number>('SELECT 1 FROM diagram_items WHERE diagram_id = ? AND id = ?').pluck()
  for (const [diagramId = 0, id = ''] of db.prepare<[], [number, string]>('SELECT diagram_id, id FROM diagram_items').raw().all()) {
    const clean = takeOutNames(id, names)
    if (clean === id) continue
    let free = clean
    for (let next = 2; isTaken.get(diagramId, free) !== undefined; next++) free = `${clean} ${String(next)}`
    rename.run(free, diagramId, id)
  }
}
