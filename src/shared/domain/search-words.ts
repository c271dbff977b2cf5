import { normaliseForSearch } from './search-key.ts'

/**
 * How text is cut for the search. Both what is written about a customer and what is typed go through here: without accents, in
 * lower case, dots and apostrophes taken out (S.L. = SL, O'Brien = OBrien), anything else that is no letter, digit or @ parts words.
 */
export function splitWords(text: string): string[] {
  return cutNormalised(normaliseForSearch(text))
}

/** The same of a text that `normaliseForSearch` gave. */
export function cutNormalised(text: string): string[] {
  return text
    .replace(/[.'’´`·]/gu, '')
    .split(/[^\p{L}\p{N}@]+/u)
    .filter((word) => word !== '')
}

/** A number or code without anything between its letters and digits: `B-12.345.678` is `b12345678`. */
export function joinCode(text: string): string {
  return normaliseForSearch(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Digits of a phone without the sign of a foreign line. */
export function joinPhone(text: string): string {
  return text.replace(/\D+/g, '').replace(/^00/, '')
}

/**
 * One part of what was typed. It is met by the first of `ways` that anybody meets; a way is met where all its words stand.
 * `typed`: as it was typed, for numbers of orders.
 */
export interface SearchPart {
  readonly typed: string
  readonly ways: readonly (readonly string[])[]
}

/** Fewer digits than these, parted by spaces, are no phone. */
const PHONE_DIGITS = 6
/** Countries' numbers have up to three digits. */
const COUNTRY_DIGITS = 3

/** What was typed as parts that must all be met, in any order. */
export function parseSearch(text: string): SearchPart[] {
  const typed = text.trim().split(/\s+/).filter(Boolean)
  const parts: SearchPart[] = []
  for (let at = 0; at < typed.length;) {
    const run = countPhoneWords(typed, at)
    const phone = run > 1 ? typed.slice(at, at + run) : []
    const part = makePart(phone.length > 0 ? phone : [typed[at] ?? ''])
    if (part) parts.push(part)
    at += Math.max(phone.length, 1)
  }
  return parts
}

/** How many words from here on are pieces of one phone number; 0: too few digits for one. */
function countPhoneWords(typed: readonly string[], from: number): number {
  let end = from
  while (/^[+(]?[\d()\-./]+$/.test(typed[end] ?? '') && !(end > from && typed[end]?.startsWith('+'))) end += 1
  return joinPhone(typed.slice(from, end).join('')).length >= PHONE_DIGITS ? end - from : 0
}

function makePart(words: readonly string[]): SearchPart | null {
  const typed = words.join(' ')
  const pieces = splitWords(typed)
  if (pieces.length === 0) return null
  const isNumber = /^[+(]?[\d\s()\-./]+$/.test(typed)
  const ways: string[][] = []
  const code = isNumber ? joinPhone(typed) : typed.includes('@') ? '' : joinCode(typed)
  if (code !== '') ways.push([code])
  if (isNumber && /^(\+|00)/.test(typed))
    for (let cut = 1; cut <= COUNTRY_DIGITS && code.length - cut >= PHONE_DIGITS; cut += 1) ways.push([code.slice(cut)])
  const parts = pieces.flatMap(splitAddress)
  if (parts.length > 1 || code === '') ways.push(parts)
  return { typed, ways }
}

/** An e-mail's two sides stand apart in the index: `ana@mail` is met by `ana@` and `@mail`. */
export function splitAddress(word: string): string[] {
  const at = word.indexOf('@')
  if (at < 0) return [word]
  return [word.slice(0, at + 1), word.slice(at)].filter((side) => side !== '@')
}
