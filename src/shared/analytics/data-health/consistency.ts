import { type CountryCode, getCountries, getCountryCallingCode } from 'libphonenumber-js/min'
import { normaliseForSearch } from '../../domain/search-key.ts'

/** Rules across fields; a record is consistent when it breaks none that applies to it. */
export const CROSS_RULES = ['acquired-late', 'phone-country', 'consent-unreachable'] as const
export type CrossRule = (typeof CROSS_RULES)[number]

/** Bit of a rule in a record's broken rules. */
export const ruleBit = (rule: CrossRule): number => 1 << CROSS_RULES.indexOf(rule)

/** The customer bought before they were won: the acquisition date is later than the first valid order. Days since 1970. */
export function isAcquiredLate(acquiredDay: number | null, firstOrderDay: number | null): boolean {
  return acquiredDay !== null && firstOrderDay !== null && acquiredDay > firstOrderDay
}

let byName: ReadonlyMap<string, CountryCode> | null = null

/** Countries by ISO code and by their names in Spanish and English, written as the search writes them. */
function countriesByName(): ReadonlyMap<string, CountryCode> {
  if (byName) return byName
  const found = new Map<string, CountryCode>()
  const names = ['en', 'es'].map((language) => new Intl.DisplayNames([language], { type: 'region' }))
  for (const country of getCountries()) {
    found.set(country.toLowerCase(), country)
    for (const list of names) found.set(normaliseForSearch(list.of(country) ?? country), country)
  }
  byName = found
  return found
}

/** The ISO code of a country written as its code or as its Spanish or English name; null: not known. */
export function findCountryCode(country: string | null): CountryCode | null {
  if (country === null) return null
  // Record after record names the same one.
  if (latest?.country !== country) latest = { country, code: countriesByName().get(normaliseForSearch(country)) ?? null }
  return latest.code
}
let latest: { readonly country: string; readonly code: CountryCode | null } | null = null

/**
 * The phone has an international prefix and it is not that of the country. False where there is nothing to compare: no
 * prefix, no country, or a country nobody knows by that name.
 */
export function isPhoneElsewhere(phone: string | null, country: string | null): boolean {
  if (!phone || !country) return false
  const digits = phone.replace(/[\s().\-/]/g, '')
  const number = digits.startsWith('+') ? digits.slice(1) : digits.startsWith('00') ? digits.slice(2) : null
  const home = number === null ? null : findCountryCode(country)
  return number !== null && home !== null && !number.startsWith(getCountryCallingCode(home))
}
