import type { TFunction } from 'i18next'
import type { Concentration } from '../../../shared/contract/value.ts'
import type { Formats } from '../../ui/formats.tsx'

/** What else is known of the concentration, name and value; what the data can't answer is left out. */
export function listConcentrationFacts(
  { customers, top20Customers, gini, largestShare, topThreeShare, belowZeroCustomers }: Concentration,
  formats: Formats,
  t: TFunction
): (readonly [string, string])[] {
  return [
    [t('value.concentration.top20Customers'), formats.count(top20Customers)],
    ...(gini === null ? [] : [[t('value.concentration.gini'), formats.count(gini, 3)] as const]),
    ...(largestShare === null ? [] : [[t('value.concentration.largest'), formats.share(largestShare)] as const]),
    ...(topThreeShare === null || customers < 3 ? [] : [[t('value.concentration.topThree'), formats.share(topThreeShare)] as const]),
    ...(belowZeroCustomers === 0 ? [] : [[t('value.concentration.belowZero'), formats.count(belowZeroCustomers)] as const])
  ]
}
