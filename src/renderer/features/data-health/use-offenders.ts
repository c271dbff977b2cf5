import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { HealthProblem, Offender } from '../../../shared/contract/data-health.ts'
import { orpc } from '../../api/client.ts'

const PAGE = 200

interface Offenders {
  rowAt: (index: number) => Offender | undefined
  onRange: (first: number, last: number) => void
  error: unknown
  refetch: () => void
}

/** Those who have a problem: only the pages in sight are asked for. */
export function useOffenders(problem: HealthProblem): Offenders {
  const [pages, setPages] = useState<readonly number[]>([0])
  const answers = useQueries({
    queries: pages.map((page) => ({
      ...orpc.dataHealth.listOffenders.queryOptions({ input: { problem, offset: page * PAGE, limit: PAGE } }),
      placeholderData: keepPreviousData
    }))
  })
  const onRange = useCallback((first: number, last: number): void => {
    const from = Math.floor(first / PAGE)
    const wanted = Array.from({ length: Math.floor(last / PAGE) - from + 1 }, (_, k) => from + k)
    setPages((now) => (now.join() === wanted.join() ? now : wanted))
  }, [])
  return {
    rowAt: (index) => answers[pages.indexOf(Math.floor(index / PAGE))]?.data?.rows[index % PAGE],
    onRange,
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    refetch: () => {
      for (const answer of answers) void answer.refetch()
    }
  }
}
