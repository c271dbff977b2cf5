import type { ChangeEntry } from '../../../shared/contract/workspace.ts'
import type { RowChange } from '../database/changes.ts'

/**
 * What an edit did, told from its rows: `context` picks the sentence in the history, `count` its plural. Several things at once are
 * a change.
 */
export function tellEdit(rows: readonly RowChange[]): { context: string; count: number } {
  const items = rows.filter(({ table }) => table === 'diagram_items')
  const kinds = new Set(items.map(tellItem))
  if (items.length === 0) return { context: 'settings', count: 1 }
  const [kind] = kinds
  return { context: kinds.size === 1 && kind !== undefined ? kind : 'changed', count: items.length }
}

function tellItem({ before, after }: RowChange): string {
  if (!before) return 'added'
  if (!after) return 'removed'
  return Object.keys(after).every((column) => column === 'place') ? 'moved' : 'changed'
}

/** What the log says of one edit; `edit` tells edits apart that follow each other. */
export const describeEdit = (diagram: { id: number; name: string }, edit: string, rows: readonly RowChange[]): ChangeEntry['details'] => ({
  id: diagram.id,
  name: diagram.name,
  edit,
  ...tellEdit(rows)
})
