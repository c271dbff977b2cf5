import type { TFunction } from 'i18next'
import type { Concentration } from '../../../shared/contract/value.ts'
import type { Formats } from '../../ui/formats.tsx'

export interface ConcentrationFigure {
  readonly id: string
  readonly name: string
  readonly value: string
  /** Of the catalogue of figures: what explains it. */
  readonly figure: string
  readonly worked?: string
}

/** What else is known of the concentration; what the data can't answer is left out. */
export function listConcentrationFigures(
  { customers, totalMinor, top20Customers, gini, largestShare, topThreeShare, belowZeroCustomers, herfindahl }: Concentration,
  formats: Formats,
  t: TFunction
): ConcentrationFigure[] {
  const { count, share, money } = formats
  const workShare = (part: number): string => `${money(Math.round(part * totalMinor))} / ${money(totalMinor)} = ${share(part, 1, true)}`
  const figures: (ConcentrationFigure | null)[] = [
    {
      id: 'top20',
      name: t('value.concentration.top20Customers'),
      value: count(top20Customers),
      figure: 'f_top20_share',
      worked: `⌈${count(0.2, 2)} × ${count(customers)}⌉ = ${count(top20Customers)}`
    },
    gini === null ? null : { id: 'gini', name: t('value.concentration.gini'), value: count(gini, 2, true), figure: 'f_gini' },
    herfindahl === null
      ? null
      : { id: 'herfindahl', name: t('value.concentration.herfindahl'), value: count(herfindahl, 3, true), figure: 'f_herfindahl' },
    herfindahl === null
      ? null
      : {
          id: 'equals',
          name: t('value.concentration.equals'),
          value: count(1 / herfindahl),
          figure: 'f_herfindahl',
          worked: `1 / ${count(herfindahl, 4)} = ${count(1 / herfindahl)}`
        },
    largestShare === null
      ? null
      : {
          id: 'largest',
          name: t('value.concentration.largest'),
          value: share(largestShare, 1, true),
          figure: 'f_dependence',
          worked: workShare(largestShare)
        },
    topThreeShare === null || customers < 3
      ? null
      : {
          id: 'three',
          name: t('value.concentration.topThree'),
          value: share(topThreeShare, 1, true),
          figure: 'f_dependence',
          worked: workShare(topThreeShare)
        },
    belowZeroCustomers === 0
      ? null
      : { id: 'belowZero', name: t('value.concentration.belowZero'), value: count(belowZeroCustomers), figure: 'f_below_zero' }
  ]
  return figures.filter((figure) => figure !== null)
}
