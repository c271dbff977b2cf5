import { normaliseForSearch } from '../../domain/search-key.ts'
import { isFilled, isValidEmail } from '../completeness.ts'

/** What a customer's record says about who it is, as stored. */
export interface IdentityRecord {
  readonly name: string | null
  readonly taxId: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly city: string | null
  readonly birthDate: string | null
}

/** The same ready to be compared (domain 6.11, step 1); an empty text: nothing to compare. The stored record stays as it is. */
export interface Identity {
  /** Tokens in alphabetical order, so that "García, Ana" and "Ana García" are one name. */
  readonly name: string
  readonly taxId: string
  readonly email: string
  /** Last nine digits. */
  readonly phone: string
  /** As written: split into words only where two are compared, which is rare. */
  readonly address: string
  readonly city: string
  readonly birthDate: string
}

const PHONE_DIGITS = 9
/** Fewer digits are an extension or a slip, and many records would share them. */
const PHONE_LEAST_DIGITS = 8

/** With dots and spaces as people write them. Matched before the accents go: Sá is a surname. */
const LEGAL_FORM =
  /(?<![\p{L}\p{N}])(?:s\.? ?a\.? ?de ?c\.? ?v\.?|s\. ?[al]\.?(?: ?u\.?)?|s[al]u?|s\.r\.l\.?|srl|ltda?\.?|inc\.?|gmbh)(?![\p{L}\p{N}])/gu
const HONORIFIC = /^(?:sr|sra|srta|don|dona|dna|dr|dra|mr|mrs|ms|miss)$/
/** "D. Luis" and "Dª Ana": a single d at the front, with its dot or ordinal mark; "D.J. Ruiz" has initials. */
const ABBREVIATED_DON = /^\s*d(?:\.ª?|ª\.?)\s+/u
const NOT_ASCII = /[^\0-\x7f]/

/** Makes a record comparable: no accents, legal forms or honorifics, placeholders empty, name tokens sorted. */
export function normaliseIdentity(record: IdentityRecord): Identity {
  return {
    name: normaliseName(record.name),
    taxId: normaliseTaxId(record.taxId),
    email: isValidEmail(record.email) ? record.email!.trim().toLowerCase() : '',
    phone: normalisePhone(record.phone),
    address: isFilled(record.address) ? record.address : '',
    city: isFilled(record.city) ? splitTokens(record.city).join(' ') : '',
    birthDate: isFilled(record.birthDate) ? record.birthDate.trim() : ''
  }
}

/** A name's tokens in alphabetical order, without legal forms and honorifics; those stay where nothing else is left. */
export function normaliseName(name: string | null): string {
  if (!isFilled(name)) return ''
  const tokens = splitTokens(name.toLowerCase().replace(ABBREVIATED_DON, '').replace(LEGAL_FORM, ' ')).filter(
    (token) => !HONORIFIC.test(token)
  )
  return (tokens.length > 0 ? tokens : splitTokens(name)).sort().join(' ')
}

/** The last nine digits; empty for a placeholder or one digit over and over. */
export function normalisePhone(phone: string | null): string {
  if (!isFilled(phone)) return ''
  const digits = phone.replace(/\D/g, '')
  const isMadeUp = !isFilled(digits) || /^(\d)\1*$/.test(digits.slice(-PHONE_DIGITS))
  return digits.length < PHONE_LEAST_DIGITS || isMadeUp ? '' : digits.slice(-PHONE_DIGITS)
}

function normaliseTaxId(taxId: string | null): string {
  if (!isFilled(taxId)) return ''
  const plain = splitTokens(taxId).join('')
  return isFilled(plain) ? plain : ''
}

/** Words of a text without accents, in lower case. */
export function splitTokens(text: string): string[] {
  // Texts of many records come through here: most are plain letters, which need neither Unicode tables nor taking apart.
  const plain = NOT_ASCII.test(text) ? normaliseForSearch(text) : text.toLowerCase()
  return plain.match(NOT_ASCII.test(plain) ? /[\p{L}\p{N}]+/gu : /[a-z0-9]+/g) ?? []
}
