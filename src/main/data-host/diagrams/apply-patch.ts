import type Database from 'better-sqlite3'
import type { DiagramPatch } from '../../../shared/contract/diagrams.ts'
import { isShape, MOST_ITEMS, type DiagramContent, type DiagramItem } from '../../../shared/diagrams/diagram.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { RowChange } from '../database/changes.ts'
import { addRow, changeRow, readRow, removeRow } from '../database/row-log.ts'
import { splitItem } from '../repositories/diagrams.ts'

/** What the rules of a diagram ask about items that are not in the patch. */
interface Around {
  /** The container of an item; null: none; undefined: there is no such shape. */
  readonly parentOf: (id: string) => string | null | undefined
  readonly childrenOf: (id: string) => readonly string[]
  /** How many items there are. */
  readonly count: () => number
  readonly has: (id: string) => boolean
}

const NOTHING_AROUND: Around = { parentOf: () => undefined, childrenOf: () => [], count: () => 0, has: () => false }

/**
 * Throws unless a diagram with this content can be: no id twice (`diagram-duplicate-ids`), containers that are there and do not
 * stand inside themselves, not too many items.
 */
export function checkContent({ items }: DiagramContent): void {
  if (new Set(items.map(({ id }) => id)).size < items.length) throw new CauceError('diagram-duplicate-ids')
  checkPatch({ put: items, remove: [] }, NOTHING_AROUND)
}

/** Reads of the diagram only what the patch touches and the containers above it. */
function checkPatch({ put, remove }: Pick<DiagramPatch, 'put' | 'remove'>, around: Around): void {
  const coming = new Map(put.map((item) => [item.id, item]))
  const going = new Set(remove)
  if (coming.size < put.length || going.size < remove.length || put.some(({ id }) => going.has(id))) throw new CauceError('invalid-value')
  const added = put.filter(({ id }) => !around.has(id)).length
  const left = remove.filter((id) => around.has(id)).length
  if (added > left && around.count() + added - left > MOST_ITEMS) throw new CauceError('diagram-full', { items: MOST_ITEMS })
  // Who stood in what goes, or is no shape any more, must go too or stand elsewhere.
  for (const id of [...remove, ...put.filter((item) => !isShape(item)).map((item) => item.id)])
    if (around.childrenOf(id).some((child) => !going.has(child) && !coming.has(child))) throw new CauceError('diagram-container-gone')
  const parentOf = (id: string): string | null | undefined => {
    const item = coming.get(id)
    if (item) return isShape(item) ? (item.parentId ?? null) : undefined
    return going.has(id) ? undefined : around.parentOf(id)
  }
  const sound = new Set<string>()
  for (const item of put) if (isShape(item)) climb(item.id, parentOf, sound)
}

/** Goes up from container to container; `sound`: those known to lead out. */
function climb(id: string, parentOf: (id: string) => string | null | undefined, sound: Set<string>): void {
  const way = new Set<string>()
  for (let at: string | null = id; at !== null && !sound.has(at);) {
    if (way.has(at)) throw new CauceError('diagram-inside-itself')
    way.add(at)
    const parent = parentOf(at)
    if (parent === undefined) throw new CauceError('diagram-container-gone')
    at = parent
  }
  for (const each of way) sound.add(each)
}

function lookAround(db: Database.Database, diagramId: number): Around {
  const parent = db
    .prepare<[number, string], string | null>(
      "SELECT content ->> '$.parentId' FROM diagram_items WHERE diagram_id = ? AND id = ? AND content ->> '$.item' = 'shape'"
    )
    .pluck()
  const children = db
    .prepare<[number, string], string>(
      "SELECT id FROM diagram_items WHERE diagram_id = ? AND content ->> '$.parentId' = ? AND content ->> '$.parentId' IS NOT NULL"
    )
    .pluck()
  const found = db.prepare<[number, string], number>('SELECT 1 FROM diagram_items WHERE diagram_id = ? AND id = ?').pluck()
  return {
    parentOf: (id) => parent.get(diagramId, id),
    childrenOf: (id) => children.all(diagramId, id),
    count: () => db.prepare<[number], number>('SELECT count(*) FROM diagram_items WHERE diagram_id = ?').pluck().get(diagramId) ?? 0,
    has: (id) => found.get(diagramId, id) !== undefined
  }
}

/** Does what the patch says to the diagram and returns the log of it; none when all stood so already. Throws with nothing changed. */
export function applyPatch(db: Database.Database, diagramId: number, patch: DiagramPatch, now: Date): RowChange[] {
  checkPatch(patch, lookAround(db, diagramId))
  const rows = [
    ...patch.remove.flatMap((id) => removeRow(db, 'diagram_items', { diagram_id: diagramId, id })),
    ...patch.put.flatMap((item) => putItem(db, diagramId, item))
  ]
  const settings = patch.settings ? { content: JSON.stringify(patch.settings) } : {}
  const time = { updated_at: now.toISOString() }
  const key = { id: diagramId }
  const own = rows.length > 0 ? changeRow(db, 'diagrams', key, { ...settings, ...time }) : changeRow(db, 'diagrams', key, settings, time)
  return [...own, ...rows]
}

function putItem(db: Database.Database, diagramId: number, item: DiagramItem): RowChange[] {
  const key = { diagram_id: diagramId, id: item.id }
  const values = splitItem(db, item)
  return readRow(db, 'diagram_items', key)
    ? changeRow(db, 'diagram_items', key, values)
    : [addRow(db, 'diagram_items', { ...key, ...values })]
}

/** The patch that makes the diagram what `content` says. */
export function makePatchTo(present: readonly DiagramItem[], content: DiagramContent): DiagramPatch {
  const kept = new Set(content.items.map(({ id }) => id))
  return { put: content.items, remove: present.map(({ id }) => id).filter((id) => !kept.has(id)), settings: content.settings }
}
