import { create } from 'zustand'
import type { CohortOptions, MovementOptions } from '../../../shared/contract/value-groups.ts'
import type { RetentionSeries, ValueMatrix } from '../../../shared/contract/value-tables.ts'

export const VALUE_TABS = ['concentration', 'rfm', 'future', 'cohorts', 'movement', 'simulator'] as const
export type ValueTab = (typeof VALUE_TABS)[number]
export const COHORT_MEASURES = ['retention', 'customers', 'revenueRetention', 'revenueMinor', 'cumulativeMarginMinor'] as const
export type CohortMeasure = (typeof COHORT_MEASURES)[number]

interface ValueChoices {
  tab: ValueTab
  scope: 'all' | 'window'
  cohorts: CohortOptions
  cohortMeasure: CohortMeasure
  retention: RetentionSeries['period']
  movement: MovementOptions
  /** Customers of one start as they were typed, and how many renewals to look ahead. */
  contract: { survivors: string; ahead: number }
  cut: ValueMatrix['cut']
}

/** What was asked of the value screen last: whoever comes back from the customers behind a figure finds it as it was left. */
export const useValueChoices = create<ValueChoices>(() => ({
  tab: 'concentration',
  scope: 'all',
  cohorts: { by: 'month', grid: 'calendar' },
  cohortMeasure: 'retention',
  retention: 'month',
  movement: { states: 'lifecycle', from: null, to: null },
  contract: { survivors: '', ahead: 8 },
  cut: 'top20'
}))

export function chooseValue(changed: Partial<ValueChoices>): void {
  useValueChoices.setState(changed)
}
