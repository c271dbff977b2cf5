import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { DiagramEntry } from '../../../shared/contract/diagrams.ts'
import { DiagramSettings, isShape, type DiagramContent, type DiagramItem } from '../../../shared/diagrams/diagram.ts'
import type { Row, RowChange } from '../database/changes.ts'
import { addRow, trackRows } from '../database/row-log.ts'

/** A number above this was never given to anybody: it comes from a file made by hand. */
const MOST_CUSTOMERS = 1_000_000_000

const ENTRY = `SELECT id, name, model_id AS modelId, updated_at AS updatedAt,
    (SELECT count(*) FROM diagram_items WHERE diagram_id = diagrams.id AND content ->> '$.item' = 'shape') AS shapes,
    (SELECT count(*) FROM diagram_items WHERE diagram_id = diagrams.id AND content ->> '$.item' = 'line') AS lines
  FROM diagrams`

/** All diagrams, the one changed last first. */
export function listDiagramEntries(db: Database.Database): DiagramEntry[] {
  return db.prepare<[], DiagramEntry>(`${ENTRY} ORDER BY updated_at DESC, id DESC`).all()
}

/** One diagram as a list shows it; null when there is none. */
export function readDiagramEntry(db: Database.Database, id: number): DiagramEntry | null {
  return db.prepare<[number], DiagramEntry>(`${ENTRY} WHERE id = ?`).get(id) ?? null
}

/**
 * The highest number a customer ever had as far as anything still knows: SQLite gives the number of a deleted one again, and then a
 * shape linked to them would show somebody else.
 */
export function readHighestCustomerId(db: Database.Database): number {
  const kept = db.prepare<[], number | null>('SELECT max(id) FROM customers').pluck().get() ?? 0
  const linked = db
    .prepare<[], number | null>(
      `SELECT max(each.value) FROM diagram_items, json_each(content, '$.link.customerIds') AS each WHERE content ->> '$.link.to' = 'customers' AND each.value < ${String(MOST_CUSTOMERS)}`
    )
    .pluck()
    .get()
  return Math.max(kept, linked ?? 0)
}

/** Shapes of other diagrams that lead to this one. */
export function countLinksTo(db: Database.Database, id: number): number {
  return (
    db
      .prepare<[number, number], number>(
        "SELECT count(*) FROM diagram_items WHERE content ->> '$.link.to' = 'diagram' AND content ->> '$.link.diagramId' = ? AND diagram_id <> ?"
      )
      .pluck()
      .get(id, id) ?? 0
  )
}

/** What belongs to the whole diagram; what does not read (a file edited elsewhere) is as if it had not been set. */
export function readDiagramSettings(db: Database.Database, id: number): DiagramSettings {
  const text = db.prepare<[number], string>('SELECT content FROM diagrams WHERE id = ?').pluck().get(id) ?? '{}'
  const read = DiagramSettings.safeParse(JSON.parse(text))
  return read.success ? read.data : DiagramSettings.parse({})
}

/** Everything of a diagram, items in their order, with their pictures. */
export function readDiagramContent(db: Database.Database, id: number): DiagramContent {
  return { settings: readDiagramSettings(db, id), items: withImages(db, readKeptItems(db, id)) }
}

/** The items in their order, pictures as hashes: as they are kept. */
export function readKeptItems(db: Database.Database, id: number): DiagramItem[] {
  return db
    .prepare<[number], string[]>('SELECT id, place, content FROM diagram_items WHERE diagram_id = ? ORDER BY id')
    .raw()
    .all(id)
    .map(([itemId, place, content]) => joinItem(itemId ?? '', place ?? '{}', content ?? '{}'))
    .sort((a, b) => a.order - b.order)
}

/** One item with its picture; null when there is none. */
export function readItem(db: Database.Database, diagramId: number, id: string): DiagramItem | null {
  const row = db
    .prepare<[number, string], [string, string]>('SELECT place, content FROM diagram_items WHERE diagram_id = ? AND id = ?')
    .raw()
    .get(diagramId, id)
  return row ? (withImages(db, [joinItem(id, ...row)])[0] ?? null) : null
}

/** Pictures in place of their hashes; one that is not kept any more leaves its shape without. */
export function withImages(db: Database.Database, items: readonly DiagramItem[]): DiagramItem[] {
  const find = db.prepare<[string], string>('SELECT data FROM diagram_images WHERE hash = ?').pluck()
  return items.map((item) => {
    if (!isShape(item) || item.image === undefined) return item
    const { image: hash, ...rest } = item
    const image = find.get(hash)
    return image === undefined ? rest : { ...rest, image }
  })
}

/** A diagram that was not there, with the log of its rows. */
export function insertDiagram(
  db: Database.Database,
  { name, modelId, content, updatedAt }: { name: string; modelId: string | null; content: DiagramContent; updatedAt: string }
): { id: number; rows: RowChange[] } {
  const id = Number(
    db
      .prepare('INSERT INTO diagrams (name, model_id, content, updated_at) VALUES (?, ?, ?, ?)')
      .run(name, modelId, JSON.stringify(content.settings), updatedAt).lastInsertRowid
  )
  const row: Row = { id, name, model_id: modelId, content: JSON.stringify(content.settings), updated_at: updatedAt }
  const items = content.items.map((item) => addRow(db, 'diagram_items', { diagram_id: id, id: item.id, ...splitItem(db, item) }))
  return { id, rows: [{ table: 'diagrams', key: { id }, before: null, after: row }, ...items] }
}

/** The diagram goes with its items; its versions stay for the day undo brings it back. Returns the log. */
export function deleteDiagramRows(db: Database.Database, id: number): RowChange[] {
  const watched = [
    { table: 'diagrams', where: { id } },
    { table: 'diagram_items', where: { diagram_id: id } }
  ]
  return trackRows(db, watched, () => {
    db.prepare('DELETE FROM diagrams WHERE id = ?').run(id)
  }).rows
}

/** The two texts an item is kept as: its place, and all the rest but its id, with the picture stored apart. */
export function splitItem(db: Database.Database, item: DiagramItem): { place: string; content: string } {
  if (!isShape(item)) {
    const { id: _id, from, to, points, order, ...rest } = item
    return { place: JSON.stringify({ from, to, points, order }), content: JSON.stringify(rest) }
  }
  const { id: _id, x, y, width, height, order, ...rest } = item
  const kept = rest.image === undefined ? rest : { ...rest, image: keepImage(db, rest.image) }
  return { place: JSON.stringify({ x, y, width, height, order }), content: JSON.stringify(kept) }
}

/** Rows are written from checked items alone; what is shown of a file edited elsewhere is checked by the contract. */
function joinItem(id: string, place: string, content: string): DiagramItem {
  return Object.assign({ id }, JSON.parse(content), JSON.parse(place)) as DiagramItem
}

function keepImage(db: Database.Database, data: string): string {
  const hash = createHash('sha256').update(data).digest('hex')
  db.prepare('INSERT OR IGNORE INTO diagram_images (hash, data) VALUES (?, ?)').run(hash, data)
  return hash
}
