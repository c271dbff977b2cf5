import { useCallback, useState } from 'react'

/** Rows asked for at a time. */
export const PAGE_ROWS = 200

interface PageAnswer<Row> {
  data: { total: number; rows: readonly Row[] } | undefined
  error: unknown
  refetch: () => unknown
}
interface Pages {
  /** Which pages are in sight. */
  pages: readonly number[]
  onRange: (first: number, last: number) => void
}

/** Which pages of a long table are in sight: only these are asked for. */
export function usePagesInSight(): Pages {
  const [pages, setPages] = useState<readonly number[]>([0])
  const onRange = useCallback((first: number, last: number): void => {
    const wanted: number[] = []
    for (let page = Math.floor(first / PAGE_ROWS); page <= Math.floor(last / PAGE_ROWS); page += 1) wanted.push(page)
    setPages((now) => (now.join() === wanted.join() ? now : wanted))
  }, [])
  return { pages, onRange }
}

/** The row of a table by its place, out of the answers for the pages in sight. */
export function findRow<Row>(pages: readonly number[], answers: readonly PageAnswer<Row>[], index: number): Row | undefined {
  return answers[pages.indexOf(Math.floor(index / PAGE_ROWS))]?.data?.rows[index % PAGE_ROWS]
}

/** Rows of one question when a whole table is wanted: the most the data host answers. */
const COLLECTED_ROWS = 1000

/** Every row of a long table, asked for part by part so that nothing else waits for it. */
export async function collectRows<Row>(
  ask: (page: { offset: number; limit: number }) => Promise<{ total: number; rows: readonly Row[] }>
): Promise<Row[]> {
  const collected: Row[] = []
  for (;;) {
    const { total, rows } = await ask({ offset: collected.length, limit: COLLECTED_ROWS })
    collected.push(...rows)
    if (rows.length === 0 || collected.length >= total) return collected
  }
}
