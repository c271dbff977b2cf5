import type { TFunction } from 'i18next'
import type { CohortOptions } from '../../../shared/contract/value-groups.ts'
import type { CohortRow } from '../../../shared/contract/value-tables.ts'
import { formatMonth } from '../../../shared/i18n/formats.ts'
import type { Formats } from '../../ui/formats.tsx'

/** A period by its first day, as short as it can be: `ene 2025`, `2025 T1`, `2025`, `6 ene 2025`. */
export function namePeriod(from: string, by: 'week' | 'month' | 'quarter' | 'year', { language, date }: Formats, t: TFunction): string {
  const [year = '', month = ''] = from.split('-')
  if (by === 'year') return year
  if (by === 'quarter') return t('value.quarter', { year, quarter: Math.ceil(Number(month) / 3) })
  if (by === 'week') return date(from)
  return formatMonth(from, language)
}

export function nameCohort({ id, from }: CohortRow, by: CohortOptions['by'], formats: Formats, t: TFunction): string {
  if (by === 'channel' || from === null) return id === '' ? t('value.cohorts.noChannel') : id
  return namePeriod(from, by, formats, t)
}
