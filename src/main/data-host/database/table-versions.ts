import type { OpenWorkspace } from '../context.ts'

/** Tables that answers are kept of while their rows stand. */
const WATCHED = [
  'orders',
  'interactions',
  'complaints',
  'consents',
  'surveys',
  'campaigns',
  'campaign_members',
  'customer_flags',
  'order_lines',
  'segments'
] as const
/** Of the customers only who counts as one: other edits touch up to every row. */
const COUNTED = 'customers'
/** Lists of up to every customer: a call for each row would double what they cost, so the log of changes is watched in their place. */
const LISTED = 'segment_members'
const versions = new WeakMap<OpenWorkspace, Map<string, number>>()

/**
 * Counts the changes this process makes to each table from now on, by triggers of the writing connection alone: nothing of it is
 * in the file. What is rolled back is counted too: that costs time, never truth.
 */
function watchTables(workspace: OpenWorkspace): Map<string, number> {
  const known = versions.get(workspace)
  if (known) return known
  const counts = new Map<string, number>()
  versions.set(workspace, counts)
  if (workspace.readOnly) return counts
  workspace.write.function('note_table', (table: string) => {
    counts.set(table, (counts.get(table) ?? 0) + 1)
    return null
  })
  const trigger = (table: string, event: string, when = event): string =>
    `CREATE TEMP TRIGGER version_${table}_${event.toLowerCase()} AFTER ${when} ON main.${table} BEGIN SELECT note_table('${table}'); END`
  const triggers = [
    ...WATCHED.flatMap((table) => ['INSERT', 'UPDATE', 'DELETE'].map((event) => trigger(table, event))),
    trigger(COUNTED, 'INSERT'),
    trigger(COUNTED, 'UPDATE', 'UPDATE OF status, merged_into_id'),
    trigger(COUNTED, 'DELETE')
  ]
  const logged = ['INSERT', 'UPDATE', 'DELETE'].map((event) => {
    const row = event === 'DELETE' ? 'old' : 'new'
    return `CREATE TEMP TRIGGER version_${LISTED}_${event.toLowerCase()} AFTER ${event} ON main.changes
      WHEN instr(${row}.rows, '"${LISTED}"') > 0 BEGIN SELECT note_table('${LISTED}'); END`
  })
  workspace.write.exec([...triggers, ...logged].join(';\n'))
  return counts
}

let unlike = 0

/**
 * Says whether rows of these tables can have changed: equal texts, equal rows. In the middle of a change the text is like no
 * other: what is read then is from before it, and would be taken for what is there after. Imports write through a connection of their own,
 * without these triggers, so each of them counts for every table.
 */
export function readTableVersions(workspace: OpenWorkspace, tables: readonly string[]): string {
  const counts = watchTables(workspace)
  const imports = workspace.read.prepare<[], number>('SELECT coalesce(max(id), 0) FROM import_batches').pluck().get()
  const told = [imports, ...tables.map((table) => counts.get(table) ?? 0)]
  return JSON.stringify(workspace.write.inTransaction ? [...told, 'changing', ++unlike] : told)
}
