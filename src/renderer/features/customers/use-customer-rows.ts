import { useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { CellValue, CustomerFilter, CustomerRow, CustomerSort } from '../../../shared/contract/customers.ts'
import { orpc } from '../../api/client.ts'

const PAGE = 200

/** A line of the table: who it is, and a cell for each column. */
export interface TableRow extends CustomerRow {
  cells: readonly CellValue[]
}

interface Rows {
  /** Undefined until the first answer. */
  total: number | undefined
  error: unknown
  /** The search looked at less than everything: its index is being made. */
  isIndexing: boolean
  rowAt: (index: number) => TableRow | undefined
  onRange: (first: number, last: number) => void
  refetch: () => void
}

/** The rows in sight of a table that may hold 1,000,000: asks only for the pages around them; pages left behind are cancelled. */
export function useCustomerRows(filter: CustomerFilter, sort: CustomerSort, columns: readonly string[]): Rows {
  const [pages, setPages] = useState<readonly number[]>([0])
  const [total, setTotal] = useState<{ key: string; total: number } | null>(null)
  const key = JSON.stringify(filter)
  const answers = useQueries({
    queries: pages.map((page) =>
      orpc.customers.listCustomers.queryOptions({ input: { offset: page * PAGE, limit: PAGE, filter, sort, columns: [...columns] } })
    )
  })
  const newest = answers.find(({ data }) => data !== undefined)?.data?.total
  // The total stays while another page or order of the same people is fetched, so that the table keeps its length.
  if (newest !== undefined && (total?.key !== key || total.total !== newest)) setTotal({ key, total: newest })

  const onRange = useCallback((first: number, last: number): void => {
    const wanted: number[] = []
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) wanted.push(page)
    setPages((now) => (now.join() === wanted.join() ? now : wanted))
  }, [])

  const rowAt = (index: number): TableRow | undefined => {
    const page = answers[pages.indexOf(Math.floor(index / PAGE))]?.data
    const row = page?.rows[index % PAGE]
    return row && { ...row, cells: page.cells[index % PAGE] ?? [] }
  }
  return {
    total: total?.key === key ? total.total : undefined,
    isIndexing: answers.some(({ data }) => data?.isIndexing === true),
    error: answers.find(({ error }) => error !== null)?.error,
    rowAt,
    onRange,
    refetch: () => {
      for (const answer of answers) void answer.refetch()
    }
  }
}
