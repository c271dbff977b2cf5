import type { Reject } from '../../../../shared/contract/imports.ts'
import { translate } from '../../../../shared/i18n/translate.ts'
import { REJECT_CODES } from './reject-list.ts'
import type { RejectedRow } from './reject-spill.ts'

/** A refused row with its sentence in both languages. `headers`: the columns' names. */
export function describeReject({ row, column, code, other }: RejectedRow, headers: readonly string[]): Reject {
  const known = REJECT_CODES[code] ?? 'text-too-long'
  const key = `imports.rejects.${known}`
  return {
    row,
    column: column < 0 ? null : (headers[column] ?? null),
    code: known,
    message: { en: translate('en', key, { row: other }), es: translate('es', key, { row: other }) }
  }
}
