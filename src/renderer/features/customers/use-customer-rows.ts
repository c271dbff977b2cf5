import { useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { CustomerFilter, CustomerRow, CustomerSort } from '../../../shared/contract/customers.ts'
import { orpc } from '../../api/client.ts'

const PAGE = 200

interface Rows {
  /** Undefined until the first answer. */
  total: number | undefined
  error: unknown
  rowAt: (index: number) => CustomerRow | undefined
  onRange: (first: number, last: number) => void
  refetch: () => void
}

/** The rows in sight of a table that may hold 100,000: asks only for the pages around them; pages left behind are cancelled. */
export function useCustomerRows(filter: CustomerFilter, sort: CustomerSort): Rows {
  const [pages, setPages] = useState<readonly number[]>([0])
  const [total, setTotal] = useState<{ key: string; total: number } | null>(null)
  const key = JSON.stringify(filter)
  const answers = useQueries({
    queries: pages.map((page) => orpc.customers.listCustomers.queryOptions({ input: { offset: page * PAGE, limit: PAGE, filter, sort } }))
  })
  const newest = answers.find(({ data }) => data !== undefined)?.data?.total
  // The total stays while another page or order of the same people is fetched, so that the table keeps its length.
  if (newest !== undefined && (total?.key !== key || total.total !== newest)) setTotal({ key, total: newest })

  const onRange = useCallback((first: number, last: number): void => {
    const wanted: number[] = []
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) wanted.push(page)
    setPages((now) => (now.join() === wanted.join() ? now : wanted))
  }, [])

  const rowAt = (index: number): CustomerRow | undefined => {
    const at = pages.indexOf(Math.floor(index / PAGE))
    return answers[at]?.data?.rows[index % PAGE]
  }
  return {
    total: total?.key === key ? total.total : undefined,
    error: answers.find(({ error }) => error !== null)?.error,
    rowAt,
    onRange,
    refetch: () => {
      for (const answer of answers) void answer.refetch()
    }
  }
}
