import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { CleanCell } from './step-run.ts'

/** What people write before a number: `Tel.: 600…`, `móvil 600…`, `tel:+34…`, and a spreadsheet's apostrophe. */
const LABEL = /^(?:'|(?:tel[eé]fono|telf?|tlfn?o?|tfno|m[oó]vil|mobile|mob|celular|cel|phone|ph|fijo|whats?app|wa)[.:\s]+)\s*/iu
/** A number that a spreadsheet took for an amount: `600112233.0`. */
const DECIMALS = /^(\+?\d{8,15})[.,]0+$/u
/** Mexican prefixes of before 2019, which are dialled no more: 01 (long distance), 044 and 045 (mobile). */
const OLD_MEXICAN = /^(?:01|044|045)[\s.-]*(?=(?:\d[\s.-]*){10}$)/u

/**
 * Numbers no table of ranges has to be asked about, as they are written most: of a country, without and with its prefix. Spain:
 * mobiles, and the nine digits of a province. Whatever is not settled here is read in full.
 */
const CERTAIN: Readonly<Record<string, { readonly prefix: string; readonly national: RegExp }>> = {
  ES: { prefix: '+34', national: /^(?:\+34|0034)?(6\d{8}|7[1-48]\d{7}|9(?:[135]\d|[28][0-8]|4[1-9])\d{6})$/u }
}
/** How people group digits; a dot may also be a spreadsheet's decimal, so it is read in full. */
const GROUPING = /[ -]/gu

/**
 * A reader of phone numbers: E.164 (`+34600112233`), or null where the text is no valid number, holds two, or has an
 * extension that E.164 could not keep. `country`: ISO code of where numbers without a prefix are from.
 */
export function createPhoneCleaner(country: string): CleanCell | null {
  if (!isSupportedCountry(country)) return null
  const certain = CERTAIN[country]
  return (text) => {
    const settled = certain?.national.exec(text.replace(GROUPING, ''))?.[1]
    if (certain && settled !== undefined) return certain.prefix + settled
    const bare = text.trim().replace(LABEL, '').replace(DECIMALS, '$1')
    const number = parsePhoneNumberFromString(country === 'MX' ? bare.replace(OLD_MEXICAN, '') : bare, {
      defaultCountry: country,
      extract: false
    })
    return number?.isValid() && number.ext === undefined ? number.number : null
  }
}
