import type { DataKind } from '../../../shared/contract/base.ts'
import { listDistinct } from './customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome, windowOf } from './metric-definition.ts'
import { boundsOf, hasRows, type TimedTable } from './timed-rows.ts'

/** A share of the rows of one table. The conditions are our own SQL; they may name `@from` and `@until`. */
export interface RowShare {
  readonly id: string
  readonly kind: DataKind
  readonly table: TimedTable
  readonly span: MetricDefinition['span']
  /** The rows counted, and those of them that make the numerator. */
  readonly base: string
  readonly matching: string
  /** Some row must meet this for the data to have an answer at all; `hint` says what to bring in. */
  readonly exists?: string
  readonly hint?: string
}

/** 100 × rows of `base` that are `matching` / rows of `base`. */
export function defineRowShare({ id, kind, table, span, base, matching, exists, hint }: RowShare): MetricDefinition {
  const measure = (source: MetricSource): Outcome => {
    if (!hasRows(source.db, table, exists)) return needsData([kind], hint)
    const window = windowOf(source)
    if (!window) return needsData(['orders'])
    const counts = source.db
      .prepare<unknown[], { matching: number; total: number }>(
        `SELECT COUNT(*) FILTER (WHERE ${matching}) AS matching, COUNT(*) AS total FROM ${table} WHERE ${base}`
      )
      .get(boundsOf(window))
    return makePercentage(counts?.matching ?? 0, counts?.total ?? 0)
  }
  return {
    id,
    needs: [kind],
    span,
    measure,
    measurePrevious: measure,
    listCustomers: (source, part) => {
      const window = windowOf(source)
      if (!window) return new Int32Array()
      const rows = source.db
        .prepare<unknown[], { customer: number | null }>(
          `SELECT DISTINCT customer_id AS customer FROM ${table} WHERE (${base})${part === 'numerator' ? ` AND (${matching})` : ''}`
        )
        .iterate(boundsOf(window))
      return listDistinct(source.figures, rows)
    }
  }
}
