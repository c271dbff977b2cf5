import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { CleanCell } from './step-run.ts'

/** What people write before a number: `Tel.: 600…`, `móvil 600…`, `tel:+34…`, and a spreadsheet's apostrophe. */
const LABEL = /^(?:'|(?:tel[eé]fono|telf?|tlfn?o?|tfno|m[oó]vil|mobile|mob|celular|cel|phone|ph|fijo|whats?app|wa)[.:\s]+)\s*/iu
/** A number that a spreadsheet took for an amount: `600112233.0`. */
const DECIMALS = /^(\+?\d{8,15})[.,]0+$/u
/** Mexican prefixes of before 2019, which are dialled no more: 01 (long distance), 044 and 045 (mobile). */
const OLD_MEXICAN = /^(?:01|044|045)[\s.-]*(?=(?:\d[\s.-]*){10}$)/u

/**
 * A reader of phone numbers: E.164 (`+34600112233`), or null where the text is no valid number, holds two, or has an
 * extension that E.164 could not keep. `country`: ISO code of where numbers without a prefix are from.
 */
export function createPhoneCleaner(country: string): CleanCell | null {
  if (!isSupportedCountry(country)) return null
  return (text) => {
    const bare = text.trim().replace(LABEL, '').replace(DECIMALS, '$1')
    const number = parsePhoneNumberFromString(country === 'MX' ? bare.replace(OLD_MEXICAN, '') : bare, {
      defaultCountry: country,
      extract: false
    })
    return number?.isValid() && number.ext === undefined ? number.number : null
  }
}
