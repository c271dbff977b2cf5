import type { OpenWorkspace } from '../../context.ts'

/** Customers changed since the journal was last emptied; more than `MOST_NOTED` are not counted on. */
export interface SearchJournal {
  readonly customers: Set<number>
  /** Data numbers given by this process. */
  readonly numbers: Set<number>
}
export const MOST_NOTED = 5000

const journals = new WeakMap<OpenWorkspace, SearchJournal>()

/** Notes which customers change from now on, by triggers of the writing connection alone: nothing of it is in the file. */
export function openSearchJournal(workspace: OpenWorkspace): SearchJournal {
  const known = journals.get(workspace)
  if (known) return known
  const journal: SearchJournal = { customers: new Set(), numbers: new Set() }
  journals.set(workspace, journal)
  if (workspace.readOnly) return journal
  const note = (name: string, into: Set<number>): void => {
    workspace.write.function(name, (value: unknown) => {
      if (typeof value === 'number' && into.size <= MOST_NOTED) into.add(value)
      return null
    })
  }
  note('note_searched', journal.customers)
  note('note_search_number', journal.numbers)
  workspace.write.exec(`
    CREATE TEMP TRIGGER searched_insert AFTER INSERT ON main.customers BEGIN SELECT note_searched(new.id); END;
    CREATE TEMP TRIGGER searched_delete AFTER DELETE ON main.customers BEGIN SELECT note_searched(old.id); END;
    CREATE TEMP TRIGGER searched_update AFTER UPDATE ON main.customers BEGIN SELECT note_searched(new.id); END;
    CREATE TEMP TRIGGER searched_number AFTER UPDATE OF data_number ON main.revision BEGIN SELECT note_search_number(new.data_number); END`)
  return journal
}
