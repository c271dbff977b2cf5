import type Database from 'better-sqlite3'
import type { Change, ChangeArea } from '../../shared/contract/workspace.ts'
import type { WriteGate } from './database/write-gate.ts'
import type { FileGrants } from './file-grants.ts'
import type { Publisher } from './publisher.ts'

/** The file that is open, with its two connections. Queries use `read`; only commands touch `write`, through `change`. */
export interface OpenWorkspace {
  readonly path: string
  readonly readOnly: boolean
  /** Opened read-only: it cannot write by mistake. */
  readonly read: Database.Database
  readonly write: Database.Database
  readonly gate: WriteGate
  /**
   * One command: waits for its turn, runs `work` in one transaction, raises the revision (and the data number when `areas`
   * hold 'customers': figures computed before are then stale) and tells every window. Throws what `work` throws, with
   * nothing kept.
   */
  change: <T>(areas: readonly ChangeArea[], work: (db: Database.Database) => T) => Promise<T>
  /**
   * The same for work that takes longer: it is told to go on step by step, and between two steps everybody else is answered, out of
   * the state before. Still one transaction and one change.
   */
  changeInSteps: <T>(areas: readonly ChangeArea[], work: (db: Database.Database) => Generator<void, T, void>) => Promise<T>
  /** Tells every window what changed after somebody else (a worker with its own connection) committed it and raised the revision. */
  announce: (areas: readonly ChangeArea[]) => void
  close: () => void
}

/** What every procedure of the data host gets. One host serves one window, so at most one workspace is open in it. */
export interface HostContext {
  /** The open workspace; throws `no-workspace` when there is none. */
  workspace: () => OpenWorkspace
  /** The same without the throw. Read at the start of a call: procedures get a copy of the context, so it never changes under one. */
  readonly current: OpenWorkspace | null
  /** Puts another workspace in its place; null: the start screen. */
  setCurrent: (workspace: OpenWorkspace | null) => void
  readonly files: FileGrants
  readonly changes: Publisher<Change>
  /** Folder with models, catalogue, presets and samples. */
  readonly resourcesDir: string
  readonly now: () => Date
  /** Whether identities are hidden in the files written for this window. */
  readonly mask: { isOn: boolean }
}
