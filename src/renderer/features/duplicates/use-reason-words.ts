import { useTranslation } from 'react-i18next'
import type { Reason } from '../../../shared/contract/duplicates.ts'
import { useFormats } from '../../ui/formats.tsx'

/** One reason in words: what agrees and how. */
export function useReasonWords(): (reason: Reason) => string {
  const { t } = useTranslation()
  const formats = useFormats()
  return (reason) => {
    if (reason.kind !== 'field') return t(`duplicates.reasons.${reason.kind}`)
    const words = t('duplicates.reason', {
      field: t(`duplicates.evidence.${reason.field}`),
      agreement: t(`duplicates.agreements.${reason.agreement}`)
    })
    return reason.likeness === null ? words : words + t('duplicates.likeness', { likeness: formats.count(reason.likeness, 2, true) })
  }
}

/** `+35`, `−20`. */
export function signPoints(points: number): string {
  return points < 0 ? `−${String(-points)}` : `+${String(points)}`
}
