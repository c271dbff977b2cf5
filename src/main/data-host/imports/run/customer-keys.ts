import type { MatchKey } from '../../../../shared/domain/match-keys.ts'
import { normaliseForSearch } from '../../../../shared/domain/search-key.ts'

/** What may say who somebody is, as read from a row or stored; empty where it is not given. */
export interface CustomerKeys {
  externalId: string
  email: string
  phone: string
  taxId: string
  name: string
  city: string
}

/** Longest national number of most countries we meet; what stands before is the country's prefix, written or not. */
const PHONE_DIGITS = 9
const LEAST_PHONE_DIGITS = 6

/** The last nine digits, so that `+34 600 12 34 56` is `600123456`; empty for what is too short to tell people apart. */
export function toPhoneKey(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  return digits.length < LEAST_PHONE_DIGITS ? '' : digits.slice(-PHONE_DIGITS)
}

/** Letters and digits in capitals; Spanish ids also without the country before them (`ES12345678Z`). */
export function toTaxKey(taxId: string): string {
  const plain = taxId.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return /^ES[0-9A-Z]{9}$/.test(plain) ? plain.slice(2) : plain
}

const REMEMBERED = 20_000

/** Turns what a row gives into what is compared. Folding accents is slow beside everything else in a row, and names come again and again. */
export class KeyReader {
  readonly #folded = new Map<string, string>()

  /** The text a key is looked up by; empty when the row does not give it. */
  read(key: MatchKey, keys: CustomerKeys): string {
    if (key === 'external_id') return keys.externalId
    if (key === 'email') return keys.email.toLowerCase()
    if (key === 'phone') return keys.phone === '' ? '' : toPhoneKey(keys.phone)
    if (key === 'tax_id') return keys.taxId === '' ? '' : toTaxKey(keys.taxId)
    return keys.name === '' ? '' : `${this.fold(keys.name)}\n${this.fold(keys.city)}`
  }

  fold(text: string): string {
    if (text === '') return ''
    const known = this.#folded.get(text)
    if (known !== undefined) return known
    if (this.#folded.size >= REMEMBERED) this.#folded.clear()
    const folded = normaliseForSearch(text)
    this.#folded.set(text, folded)
    return folded
  }
}
