import type { Language } from '../domain/text.ts'
import { translate } from './translate.ts'

/** What stands where something is hidden: that there is something may be seen. */
export const HIDDEN = '•••'

/** What a customer is called while identities are hidden: the same in every list and file, and nothing of the name in it. */
export function maskName(customerId: number, language: Language): string {
  return translate(language, 'privacy.mask.customer', { number: String(customerId).padStart(4, '0') })
}

/** Hides a value; what is empty stays empty. */
export function hideValue<T extends string | null | undefined>(value: T): T | typeof HIDDEN {
  return value ? HIDDEN : value
}
