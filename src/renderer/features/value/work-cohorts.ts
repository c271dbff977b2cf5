import type { CohortRow } from '../../../shared/contract/value-tables.ts'
import type { Formats } from '../../ui/formats.tsx'

type Counts = Pick<CohortRow, 'size' | 'observed' | 'customers' | 'retention'>

export const sumCohorts = <T extends Counts>(rows: readonly T[], read: (row: T) => number): number =>
  rows.reduce((sum, row) => sum + read(row), 0)

/** The mean of the first period after the start, with its numbers put in, over the cohorts for which it has ended: `279 / 1,068 = 26.1%`. */
export function workSecond(rows: readonly Counts[], share: number, formats: Pick<Formats, 'count' | 'share'>): string {
  const ended = rows.filter(({ retention }) => retention[1] != null)
  const came = sumCohorts(ended, ({ customers }) => customers[1] ?? 0)
  const all = sumCohorts(ended, ({ observed, size }) => observed[1] ?? size)
  return `${formats.count(came)} / ${formats.count(all)} = ${formats.share(share)}`
}
