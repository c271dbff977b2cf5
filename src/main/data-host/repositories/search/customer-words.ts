import type { PlainValue } from '../../../../shared/segments/compare.ts'
import { parseAttributes } from '../../../../shared/segments/read-attribute.ts'
import { normaliseForSearch } from '../../../../shared/domain/search-key.ts'
import { cutNormalised, joinCode, joinPhone, splitAddress, splitWords } from '../../../../shared/domain/search-words.ts'

/** What the search reads of a customer, in the order of `WORD_COLUMNS`. */
export type WordRow = [
  id: number,
  key: string,
  externalId: string | null,
  taxId: string | null,
  phone: string | null,
  address: string | null,
  region: string | null,
  postalCode: string | null,
  notes: string | null,
  tags: string | null,
  owner: string | null,
  attributes: string | null
]
/** `search_key` holds name, e-mail, city and external id, already without accents. */
export const WORD_COLUMNS =
  'id, search_key, external_id, tax_id, phone, address, region, postal_code, notes, needs_tags, owner_user, attributes'

/** Every word of a customer, told to `take`; the same word may come twice. */
export function eachWord(row: WordRow, take: (word: string) => void): void {
  const [, key, externalId, taxId, phone, address, region, postalCode, notes, tags, owner, attributes] = row
  const all = (words: readonly string[]): void => {
    for (const word of words) for (const side of splitAddress(word)) take(side)
  }
  // The number of a customer stands last in the key; as one word it also holds its pieces.
  const number = externalId === null ? '' : normaliseForSearch(externalId)
  all(cutNormalised(number !== '' && key.endsWith(number) ? key.slice(0, -number.length) : key))
  if (externalId !== null) take(joinCode(externalId))
  if (taxId !== null) take(joinCode(taxId))
  if (phone !== null) take(joinPhone(phone))
  for (const text of [address, region, postalCode, notes, tags, owner]) if (text !== null && text !== '') all(splitWords(text))
  if (attributes !== null) for (const value of listValues(attributes)) all(splitWords(value))
}

function listValues(attributes: PlainValue): string[] {
  return Object.values(parseAttributes(attributes)).flatMap((value) =>
    typeof value === 'string' || typeof value === 'number' ? [String(value)] : []
  )
}
