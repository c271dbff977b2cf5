import type Database from 'better-sqlite3'
import type { OpenWorkspace } from '../context.ts'
import { writeDerived } from './background.ts'
import { pauseForOthers, startPace } from '../pause.ts'

type Column = Int32Array | Float64Array | Uint16Array | Uint8Array
export type Columns = Readonly<Record<string, Column>>

const TYPES = { Int32Array, Float64Array, Uint16Array, Uint8Array }
type TypeName = keyof typeof TYPES
/** Bytes per row of `figure_cache`: one is written or read in a few milliseconds. */
const PIECE_BYTES = 1 << 18

interface Manifest {
  columns: { name: string; type: TypeName; length: number }[]
  meta: Record<string, unknown>
}

/**
 * Typed arrays kept in the file under `group`, so that opening a workspace does not read every order again. The manifest is
 * written last and carries the data number: a half-written set is simply not there.
 */
export async function writeColumns(
  workspace: OpenWorkspace,
  group: string,
  dataNumber: number,
  columns: Columns,
  meta: Record<string, unknown>
): Promise<void> {
  const manifest: Manifest = {
    columns: Object.entries(columns).map(([name, column]) => ({ name, type: column.constructor.name as TypeName, length: column.length })),
    meta
  }
  const steps: (() => void)[] = [
    () => workspace.write.prepare("DELETE FROM figure_cache WHERE key = ? OR key LIKE ? || '/%'").run(group, group)
  ]
  for (const [name, column] of Object.entries(columns)) {
    const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength)
    for (let at = 0, piece = 0; at < bytes.length; at += PIECE_BYTES, piece++)
      steps.push(() => putBlob(workspace.write, keyOf(group, name, piece), dataNumber, bytes.subarray(at, at + PIECE_BYTES)))
  }
  steps.push(() => putBlob(workspace.write, group, dataNumber, new TextEncoder().encode(JSON.stringify(manifest))))
  for (const step of steps) {
    // One turn of the gate per piece, so that commands need not wait for all; the workspace may be closed meanwhile.
    await writeDerived(workspace, step)
    await pauseForOthers()
  }
}

function keyOf(group: string, name: string, piece: number): string {
  return `${group}/${name}/${piece}`
}

function putBlob(db: Database.Database, key: string, dataNumber: number, content: Uint8Array): void {
  db.prepare(
    'INSERT INTO figure_cache (key, data_number, content) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET data_number = excluded.data_number, content = excluded.content'
  ).run(key, dataNumber, content)
}

/** The arrays written for this data number; null when there are none, or not whole. */
export async function readColumns(
  db: Database.Database,
  group: string,
  dataNumber: number
): Promise<{ columns: Columns; meta: Record<string, unknown> } | null> {
  const get = db.prepare<[string, number], Buffer>('SELECT content FROM figure_cache WHERE key = ? AND data_number = ?').pluck()
  const head = get.get(group, dataNumber)
  if (!head) return null
  const manifest = JSON.parse(head.toString('utf8')) as Manifest
  const pace = startPace()
  const columns: Record<string, Column> = {}
  for (const { name, type, length } of manifest.columns) {
    const column = new TYPES[type](length)
    const bytes = new Uint8Array(column.buffer)
    for (let at = 0, piece = 0; at < bytes.length; at += PIECE_BYTES, piece++) {
      const content = get.get(keyOf(group, name, piece), dataNumber)
      if (content?.length !== Math.min(PIECE_BYTES, bytes.length - at)) return null
      bytes.set(content, at)
      await pace()
    }
    columns[name] = column
  }
  return { columns, meta: manifest.meta }
}
