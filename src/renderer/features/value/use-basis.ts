import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Window } from '../../../shared/contract/base.ts'
import { describeWindow } from '../../../shared/i18n/windows.ts'
import { useFormats } from '../../ui/formats.tsx'

interface Basis {
  asOf: string | null
  /** Null: the whole history. */
  window?: Window | null
  customers?: number
  /** Anything else it must be known by: a measure, a horizon. */
  more?: readonly string[]
}

/** What a figure is founded on, in one line: as of when, over which time, over whom. */
export function useBasis(): (basis: Basis) => string {
  const { t } = useTranslation()
  const formats = useFormats()
  return useMemo(
    () =>
      ({ asOf, window, customers, more = [] }: Basis): string =>
        [
          ...(asOf === null ? [] : [t('common.asOf', { date: formats.date(asOf) })]),
          ...(window === undefined ? [] : [window === null ? t('value.wholeHistory') : describeWindow(window, formats.language)]),
          ...(customers === undefined ? [] : [t('value.ofCustomers', { count: customers, formatted: formats.count(customers) })]),
          ...more
        ].join(' · '),
    [t, formats]
  )
}
