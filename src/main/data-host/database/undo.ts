import type Database from 'better-sqlite3'
import type { ChangeArea, ChangeEntry } from '../../../shared/contract/workspace.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { type LoggedChange, markChange, readRedoHead, readUndoHead } from './changes.ts'
import { applyRows } from './row-log.ts'
import {
  ASSESSMENT_KEY_PREFIX,
  CHOICE_KEY_PREFIX,
  HEALTH_KEY_PREFIX,
  PRIVACY_KEY_PREFIX,
  SCENARIO_KEY_PREFIX,
  WALK_VIEW_KEY_PREFIX
} from './settings.ts'

const DATA_AREAS: readonly ChangeArea[] = ['workspace', 'customers', 'imports', 'segments', 'value', 'models']
/** What is computed from customers and their records. */
const RECORD_AREAS: readonly ChangeArea[] = ['customers', 'segments', 'value', 'models']
/** What a window asks again for when rows of a table changed. */
const AREAS_OF_TABLE: Readonly<Record<string, readonly ChangeArea[]>> = {
  settings: ['workspace', 'customers', 'segments', 'value', 'models'],
  customers: RECORD_AREAS,
  customer_flags: RECORD_AREAS,
  orders: RECORD_AREAS,
  order_lines: RECORD_AREAS,
  interactions: RECORD_AREAS,
  complaints: RECORD_AREAS,
  consents: RECORD_AREAS,
  surveys: RECORD_AREAS,
  campaign_members: RECORD_AREAS,
  merges: RECORD_AREAS,
  distinct_pairs: RECORD_AREAS,
  attributes: RECORD_AREAS,
  accuracy_checks: ['health'],
  customer_views: ['customer-table'],
  actions: ['plan'],
  kpi_targets: ['models'],
  segments: ['segments', 'models', 'plan'],
  segment_members: ['segments', 'models'],
  campaigns: RECORD_AREAS,
  element_segments: ['models'],
  kpi_entries: ['models'],
  own_models: ['models', 'own-models'],
  own_presets: ['imports'],
  diagrams: ['diagrams'],
  diagram_items: ['diagrams'],
  diagram_versions: ['diagrams'],
  walks: ['walks'],
  walk_steps: ['walks'],
  walk_answers: ['walks'],
  assessments: ['assessments', 'models']
}

/** Rows kept among the settings that are none: no figure and no other list depends on them. */
const AREAS_OF_KEY: readonly (readonly [prefix: string, areas: readonly ChangeArea[]])[] = [
  [CHOICE_KEY_PREFIX, []],
  [SCENARIO_KEY_PREFIX, []],
  [HEALTH_KEY_PREFIX, ['health']],
  [PRIVACY_KEY_PREFIX, ['privacy']],
  [WALK_VIEW_KEY_PREFIX, ['walks']],
  [ASSESSMENT_KEY_PREFIX, ['assessments', 'models']]
]
const areasOfKey = (key: string): readonly ChangeArea[] | undefined => AREAS_OF_KEY.find(([prefix]) => key.startsWith(prefix))?.[1]

/** What is touched by undoing or redoing a change; every change touches the workspace's own state. */
export function areasOf(change: LoggedChange | null): ChangeArea[] {
  if (!change || change.batchId !== null) return [...DATA_AREAS]
  const areas = (change.rows ?? []).flatMap(({ table, key }) => areasOfKey(String(key['key'])) ?? AREAS_OF_TABLE[table] ?? [])
  return [...new Set<ChangeArea>(['workspace', ...areas])]
}

/** How an import is taken back and done again: it keeps its rows by itself. */
export interface ImportUndo {
  undo: (db: Database.Database, batchId: number) => void
  redo: (db: Database.Database, batchId: number) => void
}

/** Takes back the last change step by step, inside a transaction. Throws `nothing-to-undo`, or a code that says what stands in the way. */
export function* undoLast(db: Database.Database, imports: ImportUndo): Generator<void, ChangeEntry, void> {
  const change = readUndoHead(db)
  if (!change) throw new CauceError('nothing-to-undo')
  if (change.batchId === null) yield* applyRows(db, change.rows ?? [], 'before')
  else imports.undo(db, change.batchId)
  markChange(db, change.id, true)
  return { id: change.id, kind: change.kind, details: change.details }
}

/** Does the change last undone again step by step, inside a transaction. */
export function* redoLast(db: Database.Database, imports: ImportUndo): Generator<void, ChangeEntry, void> {
  const change = readRedoHead(db)
  if (!change) throw new CauceError('nothing-to-undo')
  if (change.batchId === null) yield* applyRows(db, change.rows ?? [], 'after')
  else imports.redo(db, change.batchId)
  markChange(db, change.id, false)
  return { id: change.id, kind: change.kind, details: change.details }
}
