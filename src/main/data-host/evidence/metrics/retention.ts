import { applyFlags, chooseTopFifth } from '../../../../shared/analytics/strategic-customers.ts'
import { countMembers, intersect, listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'

type ChooseBase = (source: MetricSource) => Uint8Array

/** 100 × customers of `chooseBase` (a choice among those active in the window before) who are active in W / all of them. */
function defineRetention(id: string, chooseBase: ChooseBase): MetricDefinition {
  const measure = (source: MetricSource): Outcome => {
    const { figures } = source
    if (!figures.window) return needsData(['orders'])
    const base = chooseBase(source)
    return makePercentage(countMembers(intersect(base, figures.profile.isActive)), countMembers(base))
  }
  return {
    id,
    needs: ['orders'],
    span: 'window',
    measure,
    measurePrevious: async (source) => measure({ ...source, figures: await source.figures.previous(), period: 'current' }),
    listCustomers: (source, part) => {
      const base = chooseBase(source)
      return listMembers(source.figures, part === 'numerator' ? intersect(base, source.figures.profile.isActive) : base)
    }
  }
}

/** The strategically significant customers of the window before: its best fifth, and those a person flagged. */
function choosePreviousSsc({ db, figures }: MetricSource): Uint8Array {
  const { wasActive, marginPrevious, revenuePrevious, lastDayPrevious } = figures.profile
  const chosen = chooseTopFifth({
    eligible: wasActive,
    value: figures.sscMeasure === 'margin' ? marginPrevious : revenuePrevious,
    lastDay: lastDayPrevious
  })
  const flags = db.prepare<[], { customer: number; kind: string }>('SELECT customer_id AS customer, kind FROM customer_flags').all()
  const positions = (isWanted: (kind: string) => boolean): number[] =>
    flags.flatMap(({ customer, kind }) => {
      const index = figures.indexOf(customer)
      return index >= 0 && isWanted(kind) ? [index] : []
    })
  return applyFlags(
    chosen,
    positions((kind) => kind !== 'exclude'),
    positions((kind) => kind === 'exclude')
  )
}

export const retention = defineRetention('k_retention', ({ figures }) => figures.profile.wasActive)
export const sscRetention = defineRetention('k_ssc_retention', choosePreviousSsc)
