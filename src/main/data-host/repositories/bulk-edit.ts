import type Database from 'better-sqlite3'
import type { ChangeArea } from '../../../shared/contract/workspace.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { OpenWorkspace } from '../context.ts'
import { recordChange, type NewChange, type RowChange } from '../database/changes.ts'

/** Customers of one slice: a few milliseconds of writing. */
const SLICE = 100
/** A log of more text than this could not be read back in one go. */
const LONGEST_LOG = 200_000_000
/** From this many on, rows that changed alike are one entry of the log. */
const GROUPED_FROM = 500

interface Work {
  readonly ids: Int32Array
  readonly areas: readonly ChangeArea[]
  /** Changes some customers and returns the log of what differs. */
  readonly edit: (db: Database.Database, ids: readonly number[]) => RowChange[]
  /** What the change is called, when it is known how many rows differ. */
  readonly describe: (changed: number) => Pick<NewChange, 'kind' | 'details'>
  readonly now: () => Date
  readonly tell: (done: number) => void
}

/**
 * One change to many customers: one transaction, one step of undo, done in slices between which everybody else is answered (out of
 * the state before it). Returns how many differ; when anything fails nothing is kept.
 */
export function editInSlices(workspace: OpenWorkspace, { ids, areas, edit, describe, now, tell }: Work): Promise<number> {
  return workspace.changeInSteps(areas, function* (db) {
    const log = new ChangeLog(ids.length >= GROUPED_FROM)
    for (let first = 0; first < ids.length; first += SLICE) {
      log.add(edit(db, Array.from(ids.subarray(first, first + SLICE))))
      tell(Math.min(first + SLICE, ids.length))
      yield
    }
    const rows = log.end()
    if (rows.length > 0) recordChange(db, { ...describe(log.changed), rows }, now())
    return log.changed
  })
}

class ChangeLog {
  readonly #isGrouped: boolean
  readonly #rows: RowChange[] = []
  readonly #groups = new Map<string, { row: RowChange; ids: number[] }>()
  #length = 0
  changed = 0

  constructor(isGrouped: boolean) {
    this.#isGrouped = isGrouped
  }

  add(rows: readonly RowChange[]): void {
    this.changed += rows.length
    for (const row of rows) {
      if (!this.#isGrouped || typeof row.key['id'] !== 'number') {
        this.#rows.push(row)
        continue
      }
      const alike = JSON.stringify([row.table, row.before, row.after])
      const group = this.#groups.get(alike)
      if (group) group.ids.push(row.key['id'])
      else {
        this.#groups.set(alike, { row, ids: [row.key['id']] })
        this.#length += alike.length
      }
      if (this.#length > LONGEST_LOG) throw new CauceError('too-many-selected')
    }
  }

  end(): RowChange[] {
    const groups = [...this.#groups.values()].map(({ row, ids }) => (ids.length === 1 ? row : { ...row, key: { id: JSON.stringify(ids) } }))
    return [...this.#rows, ...groups]
  }
}
