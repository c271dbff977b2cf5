import { useState } from 'react'
import type { CustomerFilter, CustomerRow, CustomerSelection, CustomerSort } from '../../../shared/contract/customers.ts'
import { client } from '../../api/client.ts'
import type { DataMarks } from '../../ui/DataTable.tsx'

type Marked = { isAll: boolean; ids: ReadonlySet<number> }
const NOBODY: Marked = { isAll: false, ids: new Set() }
const PAGE = 1000

export interface Selection {
  /** How many are marked. */
  count: number
  /** Null: nobody. */
  selection: CustomerSelection | null
  /** The ids, where they were marked one by one. */
  ids: readonly number[]
  clear: () => void
  markAll: (isAll: boolean) => void
  marks: Pick<DataMarks<CustomerRow>, 'isMarked' | 'state' | 'onMark' | 'onMarkAll'>
}

/**
 * Who is marked in the table: some, by id; or everybody it shows but some, without a list of ids. A filter that changes marks nobody.
 * `onError` hears when the rows between two marked ones could not be read.
 */
export function useSelection(
  filter: CustomerFilter,
  sort: CustomerSort,
  total: number | undefined,
  onError: (error: unknown) => void
): Selection {
  const key = JSON.stringify(filter)
  const [kept, setKept] = useState<{ key: string; marked: Marked; last: number }>({ key, marked: NOBODY, last: -1 })
  const { marked, last } = kept.key === key ? kept : { marked: NOBODY, last: -1 }
  const set = (next: Marked, index = last): void => {
    setKept({ key, marked: next, last: index })
  }
  const count = marked.isAll ? Math.max(0, (total ?? 0) - marked.ids.size) : marked.ids.size
  const isMarked = ({ id }: CustomerRow): boolean => marked.ids.has(id) !== marked.isAll
  const markRange = async (from: number, to: number): Promise<void> => {
    const [first, end] = [Math.min(from, to), Math.max(from, to) + 1]
    const ids = new Set(marked.ids)
    for (let offset = first; offset < end; offset += PAGE) {
      const { rows } = await client.customers.listCustomers({ offset, limit: Math.min(PAGE, end - offset), filter, sort })
      for (const { id } of rows)
        if (marked.isAll) ids.delete(id)
        else ids.add(id)
    }
    set({ ...marked, ids }, to)
  }
  return {
    count,
    ids: marked.isAll ? [] : [...marked.ids],
    selection: count === 0 ? null : marked.isAll ? { filter, except: [...marked.ids] } : { ids: [...marked.ids] },
    clear: () => {
      set(NOBODY, -1)
    },
    markAll: (isAll) => {
      set({ isAll, ids: new Set() }, -1)
    },
    marks: {
      isMarked,
      state: count === 0 ? 'none' : count === total ? 'all' : 'some',
      onMark: ({ id }, index, isRange) => {
        if (isRange && last >= 0) {
          markRange(last, index).catch(onError)
          return
        }
        const ids = new Set(marked.ids)
        if (!ids.delete(id)) ids.add(id)
        set({ ...marked, ids }, index)
      },
      onMarkAll: (isAll) => {
        set({ isAll, ids: new Set() }, -1)
      }
    }
  }
}
