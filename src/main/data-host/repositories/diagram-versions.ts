import type Database from 'better-sqlite3'
import type { DiagramVersion } from '../../../shared/contract/diagrams.ts'
import { DiagramContent, isShape, type DiagramItem, type DiagramSettings } from '../../../shared/diagrams/diagram.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { readDiagramSettings, readKeptItems, withImages } from './diagrams.ts'

/** The app keeps so many by itself, of each diagram. */
const KEPT = 50

const VERSION = 'SELECT id, diagram_id AS diagramId, name, made_at AS madeAt, shapes, lines FROM diagram_versions'

/** The versions of a diagram, newest first. */
export function listVersionRows(db: Database.Database, diagramId: number): DiagramVersion[] {
  return db.prepare<[number], DiagramVersion>(`${VERSION} WHERE diagram_id = ? ORDER BY id DESC`).all(diagramId)
}

export function countVersions(db: Database.Database, diagramId: number): number {
  return db.prepare<[number], number>('SELECT count(*) FROM diagram_versions WHERE diagram_id = ?').pluck().get(diagramId) ?? 0
}

/** One version without what it holds; null when there is none. */
export function readVersionRow(db: Database.Database, id: number): DiagramVersion | null {
  return db.prepare<[number], DiagramVersion>(`${VERSION} WHERE id = ?`).get(id) ?? null
}

/** What a version holds, with its pictures. Throws `not-found`, or `file-damaged` when it does not read (a file edited elsewhere). */
export function readVersionContent(db: Database.Database, id: number): DiagramContent {
  const text = db.prepare<[number], string>('SELECT content FROM diagram_versions WHERE id = ?').pluck().get(id)
  if (text === undefined) throw new CauceError('not-found')
  const { settings, items } = JSON.parse(text) as { settings: DiagramSettings; items: DiagramItem[] }
  const read = DiagramContent.safeParse({ settings, items: Array.isArray(items) ? withImages(db, items) : items })
  if (!read.success) throw new CauceError('file-damaged')
  return read.data
}

/**
 * Keeps the diagram as it stands; the oldest of those kept without a name go. Null, and nothing kept, when the newest version
 * says the same and no name is given.
 */
export function insertVersion(db: Database.Database, diagramId: number, name: string | null, now: Date): number | null {
  const items = readKeptItems(db, diagramId)
  const content = JSON.stringify({ settings: readDiagramSettings(db, diagramId), items })
  if (name === null && readNewestContent(db, diagramId) === content) return null
  const shapes = items.filter(isShape).length
  const { lastInsertRowid } = db
    .prepare('INSERT INTO diagram_versions (diagram_id, name, made_at, shapes, lines, content) VALUES (?, ?, ?, ?, ?, ?)')
    .run(diagramId, name, now.toISOString(), shapes, items.length - shapes, content)
  db.prepare(
    `DELETE FROM diagram_versions WHERE id IN
       (SELECT id FROM diagram_versions WHERE diagram_id = ? AND name IS NULL ORDER BY id DESC LIMIT -1 OFFSET ${String(KEPT)})`
  ).run(diagramId)
  return Number(lastInsertRowid)
}

const readNewestContent = (db: Database.Database, diagramId: number): string | undefined =>
  db.prepare<[number], string>('SELECT content FROM diagram_versions WHERE diagram_id = ? ORDER BY id DESC LIMIT 1').pluck().get(diagramId)

/** When the newest version was made; null: there is none. */
export function readNewestVersionTime(db: Database.Database, diagramId: number): string | null {
  return (
    db
      .prepare<[number], string>('SELECT made_at FROM diagram_versions WHERE diagram_id = ? ORDER BY id DESC LIMIT 1')
      .pluck()
      .get(diagramId) ?? null
  )
}
