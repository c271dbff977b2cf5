import type { OpenWorkspace } from '../../context.ts'

/** Tables conditions are answered from by SQL, whose answers are kept while their rows stand. */
const WATCHED = [
  'interactions',
  'complaints',
  'consents',
  'surveys',
  'campaigns',
  'campaign_members',
  'customer_flags',
  'order_lines',
  'segments',
  'segment_members'
] as const
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
  const triggers = WATCHED.flatMap((table) =>
    ['INSERT', 'UPDATE', 'DELETE'].map(
      (event) =>
        `CREATE TEMP TRIGGER version_${table}_${event.toLowerCase()} AFTER ${event} ON main.${table} BEGIN SELECT note_table('${table}'); END`
    )
  )
  workspace.write.exec(triggers.join(';\n'))
  return counts
}

/** The one of these tables that files bring in: imports write through a connection of their own, without these triggers. */
const IMPORTED = 'order_lines'

/** Says whether rows of these tables can have changed: equal texts, equal rows. */
export function readTableVersions(workspace: OpenWorkspace, tables: readonly string[]): string {
  const counts = watchTables(workspace)
  const newest = workspace.read.prepare<[], number>('SELECT coalesce(max(id), 0) FROM import_batches').pluck()
  const imports = tables.includes(IMPORTED) ? newest.get() : 0
  return JSON.stringify([imports, ...tables.map((table) => counts.get(table) ?? 0)])
}
