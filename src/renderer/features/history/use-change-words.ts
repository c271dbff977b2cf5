import { useTranslation } from 'react-i18next'
import type { ChangeEntry } from '../../../shared/contract/workspace.ts'
import { useMasked } from '../../stores/mask.ts'

/** A change in plain words, as a sentence begins; a customer's name only where names are shown. */
export function useChangeWords(): (entry: Pick<ChangeEntry, 'kind' | 'details'>) => string {
  const { t } = useTranslation()
  const masked = useMasked()
  return (entry) => {
    const words = t(`changes.${entry.kind}`, masked.details(entry))
    return words.charAt(0).toUpperCase() + words.slice(1)
  }
}
