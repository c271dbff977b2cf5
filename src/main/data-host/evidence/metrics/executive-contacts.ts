import type { Window } from '../../../../shared/contract/base.ts'
import { dayOfIsoDate } from '../../../../shared/domain/day-number.ts'
import { listDistinct } from '../customer-lists.ts'
import { type MetricDefinition, type MetricSource, needsData, noDenominator, type Outcome } from '../metric-definition.ts'
import { boundsOf } from '../timed-rows.ts'

/** Who leads the business, in the words people use for it; the domain's own is "executive". */
const LEADERS = new Set([
  ...['executive', 'director', 'owner', 'ceo'],
  ...['directora', 'directivo', 'directiva', 'dirección', 'gerente', 'gerencia', 'dueño', 'dueña']
])
const IN_QUARTER = 'at >= @from AND at < @until'
const MONTHS = 3

/** The three months up to the as-of date, or those before them: quarters of the calendar would compare a part with a whole. */
function findQuarter({ figures: { asOf }, period }: MetricSource): Window | null {
  if (asOf === null) return null
  const to = period === 'current' ? asOf : goBack(asOf, MONTHS)
  const from = goBack(asOf, period === 'current' ? MONTHS : 2 * MONTHS)
  return { from, to, days: dayOfIsoDate(to) - dayOfIsoDate(from) }
}

/** The same day of an earlier month, or that month's last. */
function goBack(isoDate: string, months: number): string {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastDay))).toISOString().slice(0, 10)
}

/** Interactions in the quarter with handled_by.role = "executive". */
function measure(source: MetricSource): Outcome {
  // Where nobody was ever called so, the roles are missing or named in other words: that is no nought.
  if (!hasLeaders(source)) return needsData(['interactions'], 'roles')
  const window = findQuarter(source)
  if (!window) return needsData(['orders'])
  let leaders = 0
  let all = 0
  for (const { role, contacts } of countByRole(source, window)) {
    all += contacts
    if (isLeader(role)) leaders += contacts
  }
  return all === 0 ? noDenominator() : { value: leaders, numerator: leaders, denominator: all, sample: all, window }
}

function hasLeaders({ db }: MetricSource): boolean {
  return db.prepare<[], string | null>('SELECT DISTINCT handled_by_role FROM interactions').pluck().all().some(isLeader)
}

function countByRole({ db }: MetricSource, window: Window): { role: string | null; contacts: number }[] {
  return db
    .prepare<unknown[], { role: string | null; contacts: number }>(
      `SELECT handled_by_role AS role, COUNT(*) AS contacts FROM interactions WHERE ${IN_QUARTER} GROUP BY 1`
    )
    .all(boundsOf(window))
}

function isLeader(role: string | null): boolean {
  return role !== null && LEADERS.has(role.trim().toLowerCase())
}

export const executiveContacts: MetricDefinition = {
  id: 'k_exec_contact',
  needs: ['interactions'],
  span: 'window',
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) => {
    const window = findQuarter(source)
    if (!window) return new Int32Array()
    const rows = source.db
      .prepare<unknown[], { customer: number | null; role: string | null }>(
        `SELECT DISTINCT customer_id AS customer, handled_by_role AS role FROM interactions WHERE ${IN_QUARTER}`
      )
      .all(boundsOf(window))
    return listDistinct(
      source.figures,
      rows.filter(({ role }) => part === 'denominator' || isLeader(role))
    )
  }
}
