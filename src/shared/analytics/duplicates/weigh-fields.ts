import type { Agreement } from '../../contract/duplicates.ts'
import { alignWords, type Alignment, type WordMatch } from './align-words.ts'
import { BUSINESS_WORDS, FIRST_NAMES, LAST_NAMES } from './name-words.ts'
import type { RecordBook, ValueField } from './record-book.ts'
import { countEdits } from './text-likeness.ts'

/** What the agreement of one field says, in bits: for one customer against chance, and against two people of one household or firm. */
export interface Weight {
  readonly agreement: Agreement
  readonly bits: number
  readonly household: number
}

const weigh = (agreement: Agreement, bits: number, household: number): Weight => ({ agreement, bits, household })

/**
 * Bits of fields whose values are equal, near or different (ours, after Fellegi and Sunter 1969). An equal value is worth what
 * the base says of how often it is met, at most `most`; at least `least` while only a few share it, because the world has more
 * phones than a small base shows.
 */
const FEW = 4
const SAME = {
  taxId: { least: 18, most: 22, household: 14 },
  email: { least: 16, most: 20, household: 3 },
  phone: { least: 15, most: 20, household: 0.7 },
  birthDate: { least: 0, most: 12, household: 6.5 }
} as const
const PROVEN_OTHER = weigh('conflict', -14, -14)
const OTHER = {
  taxId: weigh('different', -4.6, -4.6),
  email: weigh('different', -1.5, -1),
  phone: weigh('different', -1.5, -0.5),
  birthDate: weigh('different', -6, -6)
} as const
const NEAR = {
  taxId: weigh('similar', 9, 6),
  email: weigh('similar', 6, 1.5),
  phone: weigh('similar', 3, 0),
  birthDate: weigh('similar', 5, 4)
} as const
/** A Spanish mobile belongs to one person more often than the phone of a house. */
const MOBILE = /^[67]/
const OWN_PHONE = 2.5
type StrictField = keyof typeof SAME

/** Weighs tax id, e-mail, phone or birth date; null where one record has none. */
export function weighValue(book: RecordBook, field: StrictField, i: number, j: number): Weight | null {
  const one = book.columns[field][i]!
  const other = book.columns[field][j]!
  if (one === 0 || other === 0) return null
  if (one === other) {
    const { least, most, household } = SAME[field]
    const floor = (book.values[field].counts[one] ?? 0) <= FEW || field === 'taxId' ? least : 0
    const alone = field === 'phone' && MOBILE.test(book.values.phone.text(one)) ? OWN_PHONE : household
    return weigh('same', Math.min(most, Math.max(floor, book.valueBits(field, one))), alone)
  }
  if (field === 'taxId' && book.proven[i] && book.proven[j]) return PROVEN_OTHER
  const texts = book.values[field]
  if (field === 'email' && book.columns.mailbox[i]! > 0 && book.columns.mailbox[i] === book.columns.mailbox[j])
    return weighMailbox(book, i, j)
  return IS_NEAR[field](texts.text(one), texts.text(other)) ? NEAR[field] : OTHER[field]
}

const OTHER_PROVIDER = 6
const MADE_OF_NAME = weigh('similar', 1, 0.5)
const NAME_LETTERS = 3

/** The same part before the @, at another provider or with another dot: the rarer, the more it tells; made of the name alone, it tells next to nothing more. */
function weighMailbox(book: RecordBook, i: number, j: number): Weight {
  const mailbox = book.columns.mailbox[i]!
  const letters = book.values.mailbox.text(mailbox)
  if ([i, j].some((record) => isMadeOfName(book, record, letters))) return MADE_OF_NAME
  const bits = Math.min(NEAR.email.bits, Math.max(0, book.valueBits('mailbox', mailbox) - OTHER_PROVIDER))
  return weigh('similar', bits, Math.min(NEAR.email.household, bits))
}

function isMadeOfName(book: RecordBook, record: number, letters: string): boolean {
  const { starts, items } = book.nameWords
  const rest = items
    .slice(starts[record], starts[record + 1])
    .map((word) => book.names.lexicon.text(word))
    .filter((word) => word.length >= NAME_LETTERS)
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replace(word, ''), letters)
  return rest.length < NAME_LETTERS
}

const IS_NEAR: Readonly<Record<StrictField, (one: string, other: string) => boolean>> = {
  taxId: (one, other) => countEdits(one, other, 2) <= (Math.min(one.length, other.length) >= 7 ? 2 : 1),
  email: isNearEmail,
  phone: (one, other) => countEdits(one, other, 1) <= 1,
  birthDate: (one, other) => countEdits(one, other, 1) <= 1 || one === swapDayAndMonth(other)
}

const LOCAL_LETTERS = 5

/** One slip apart, before the @ and after it; "ana1" and "ana2" of one provider are two people. */
function isNearEmail(one: string, other: string): boolean {
  if (countEdits(one, other, 2) > 2) return false
  const [left = '', leftHost = ''] = one.split('@')
  const [right = '', rightHost = ''] = other.split('@')
  if (left.length < LOCAL_LETTERS || right.length < LOCAL_LETTERS) return false
  return countEdits(left, right, 1) <= 1 && countEdits(leftHost, rightHost, 1) <= 1 && left.replace(/\D/g, '') === right.replace(/\D/g, '')
}

function swapDayAndMonth(date: string): string {
  const parts = /^(\d{4})(-?)(\d\d)-?(\d\d)$/.exec(date)
  return parts ? `${parts[1]!}${parts[2]!}${parts[4]!}${parts[2]!}${parts[3]!}` : ''
}

/** Of a matched word's bits, what is lost by how it matched, and what is left at least. */
const LOST: Readonly<Record<WordMatch, number>> = { same: 0, sound: 1, slip: 3, joined: 1, prefix: 4, initial: 20 }
const INITIAL_BITS = 2
const LEAST_BITS = 1
const MOST_NAME_BITS = 22
const MISSING_WORD = -0.7
const MOST_MISSING = 3
const OTHER_WORD = -6
const OTHER_BUSINESS_WORD = -1.5
const NOTHING_COMMON = -8
/** Against two relatives: the same first name and surnames, by the weakest of the words that agree. */
const NAMESAKE: Readonly<Record<WordMatch, number>> = { same: 7, sound: 6.5, slip: 5.5, joined: 6, prefix: 4.5, initial: 0.5 }
/** Of a first name's own bits, what relatives named after each other take from it. */
const NAMED_AFTER = 3
const NAME_WORDS = 3
/** A first name and one surname are what a son named after his father shares too. */
const SON_OF_FATHER = 4
const OTHER_PERSON = -7
/** Of two kinds of business under one name, as a hotel's bar and its restaurant. */
const OTHER_BUSINESS = -3

export function weighNames(book: RecordBook, i: number, j: number): Weight | null {
  const { starts, items } = book.nameWords
  if (starts[i] === starts[i + 1] || starts[j] === starts[j + 1]) return null
  const alignment = alignWords(book.names, book.nameWords, i, j, (word) => book.isUsualName(word))
  const { pairs } = alignment
  if (pairs.length === 0) return weigh('conflict', NOTHING_COMMON, OTHER_PERSON)
  const agreed = Math.min(
    MOST_NAME_BITS,
    pairs.reduce((sum, { left, right, match }) => sum + weighWord(book, left, right, match), 0)
  )
  const first = { left: items[starts[i]!]!, right: items[starts[j]!]! }
  const { persons, firms, missing } = countAgainst(book, alignment, first)
  const bits = agreed + OTHER_WORD * persons + OTHER_BUSINESS_WORD * firms + MISSING_WORD * Math.min(MOST_MISSING, missing)
  if (persons > 0) return weigh('conflict', bits, OTHER_PERSON * persons)
  if (firms + missing === 0) {
    const isSame = alignment.onlyLeft.length + alignment.onlyRight.length === 0 && pairs.every(({ match }) => match === 'same')
    return weigh(isSame ? 'same' : 'similar', bits, weighNamesake(book, alignment, i, j))
  }
  return weigh('partial', bits, OTHER_BUSINESS * firms + weighNamesake(book, alignment, i, j))
}

const isBusinessWord = (book: RecordBook, word: number): boolean => BUSINESS_WORDS.has(book.names.lexicon.text(word))

/** What speaks against two relatives with the surnames in common: that the first name is shared too. */
function weighNamesake(book: RecordBook, { pairs, onlyLeft, onlyRight }: Alignment, i: number, j: number): number {
  const { starts, items } = book.nameWords
  const isTelling = (word: number): boolean => !isBusinessWord(book, word)
  const telling = pairs.filter(({ left, right }) => isTelling(left) && isTelling(right))
  const spelt = telling.filter(({ match }) => match !== 'initial')
  if (spelt.length === 0) return telling.length === 0 ? 0 : NAMESAKE.initial
  const weakest = spelt.reduce((least, { match }) => Math.min(least, NAMESAKE[match]), NAMESAKE.same)
  const firstOf = (record: number): number | undefined =>
    items.slice(starts[record], starts[record + 1]).find(isTelling) ?? items[starts[record]!]
  const [left, right] = [firstOf(i), firstOf(j)]
  if (isOtherSex(book, onlyLeft, right) || isOtherSex(book, onlyRight, left)) return 0
  // Three words of a name hold a first name, wherever it stands; so do all words of both.
  if (spelt.length >= NAME_WORDS) return weakest
  const isWhole = [...onlyLeft, ...onlyRight].every((word) => !isTelling(word))
  if (isWhole && spelt.length === telling.length) return weakest
  const given = spelt.find((pair) => pair.left === left && pair.right === right)
  if (!given) return telling.length > spelt.length ? NAMESAKE.initial : 0
  const isFirstName = [given.left, given.right].some((word) => FIRST_NAMES.has(book.names.lexicon.text(word)))
  if (spelt.length >= 2) return isFirstName ? Math.min(weakest, SON_OF_FATHER) : weakest
  const alone = Math.min(book.nameBits(given.left), book.nameBits(given.right)) - NAMED_AFTER
  return Math.min(weakest, Math.max(0, alone))
}

/** María José is not José, nor María Jesús Jesús. */
function isOtherSex(book: RecordBook, only: readonly number[], otherFirst: number | undefined): boolean {
  const text = otherFirst === undefined ? '' : book.names.lexicon.text(otherFirst)
  return (text === 'jose' || text === 'jesus') && only.some((word) => book.names.lexicon.text(word) === 'maria')
}

function weighWord(book: RecordBook, left: number, right: number, match: WordMatch): number {
  if (match === 'initial') return INITIAL_BITS
  return Math.max(LEAST_BITS, Math.min(book.nameBits(left), book.nameBits(right)) - LOST[match])
}

/**
 * Words without a partner: those that stand against one of their own kind on the other side (first names of first names,
 * surnames of surnames; kinds of business of anything), and those one side merely leaves out.
 */
function countAgainst(
  book: RecordBook,
  { onlyLeft, onlyRight }: Alignment,
  first: { left: number; right: number }
): { persons: number; firms: number; missing: number } {
  const left = countRoles(book, onlyLeft, first.left)
  const right = countRoles(book, onlyRight, first.right)
  const given = Math.min(left.given, right.given)
  const others = Math.min(left.others, right.others)
  const restLeft = left.given + left.others - given - others
  const restRight = right.given + right.others - given - others
  const both = Math.min(left.business, right.business)
  const firms = both + Math.min(left.business - both, restRight) + Math.min(right.business - both, restLeft)
  const facedLeft = Math.min(right.business - both, restLeft)
  const facedRight = Math.min(left.business - both, restRight)
  return { persons: given + others, firms, missing: restLeft - facedLeft + restRight - facedRight }
}

function countRoles(book: RecordBook, words: readonly number[], first: number): { given: number; others: number; business: number } {
  const counts = { given: 0, others: 0, business: 0 }
  for (const word of words) {
    const text = book.names.lexicon.text(word)
    if (BUSINESS_WORDS.has(text)) counts.business++
    else if (FIRST_NAMES.has(text) || (word === first && !LAST_NAMES.has(text))) counts.given++
    else counts.others++
  }
  return counts
}

const STREET_AGREES = 0.75
const STREET_PARTLY = 0.4
const MOST_ADDRESS_BITS = 12
const MOST_STREET_BITS = 9
const HOUSE_NUMBER_BITS = 3
const OTHER_ADDRESS = weigh('different', -1.5, -1)

export function weighAddress(book: RecordBook, i: number, j: number): Weight | null {
  const { starts, items } = book.streetWords
  if (starts[i] === starts[i + 1] || starts[j] === starts[j + 1]) return null
  const { pairs } = alignWords(book.streets, book.streetWords, i, j, () => false)
  const sum = (from: number, to: number): number => {
    let total = 0
    for (let k = from; k < to; k++) total += book.streetBits(items[k]!)
    return total
  }
  const whole = Math.min(sum(starts[i]!, starts[i + 1]!), sum(starts[j]!, starts[j + 1]!))
  const common = pairs.reduce((total, { left, right }) => total + Math.min(book.streetBits(left), book.streetBits(right)), 0)
  const share = whole === 0 ? 0 : common / whole
  if (share < STREET_PARTLY) return OTHER_ADDRESS
  const street = Math.min(MOST_STREET_BITS, common * Math.min(1, share))
  const one = book.columns.houseNumber[i]!
  const other = book.columns.houseNumber[j]!
  if (share < STREET_AGREES) return weigh('partial', one === other && one !== 0 ? 3 : 0.5, 0)
  if (one === 0 || other === 0) return weigh('similar', street * 0.7, 0)
  if (one !== other) return weigh('partial', street * 0.3, -0.5)
  return weigh(
    pairs.every(({ match }) => match === 'same') ? 'same' : 'similar',
    Math.min(MOST_ADDRESS_BITS, street + HOUSE_NUMBER_BITS),
    0
  )
}

const PLACES = {
  city: { most: 4, other: weigh('different', -0.7, 0) },
  postalCode: { most: 6, other: weigh('different', -0.7, 0) }
} as const

/** City or postal code; one slip apart counts as nothing. */
export function weighPlace(book: RecordBook, field: keyof typeof PLACES & ValueField, i: number, j: number): Weight | null {
  const one = book.columns[field][i]!
  const other = book.columns[field][j]!
  if (one === 0 || other === 0) return null
  const { most, other: different } = PLACES[field]
  if (one === other) return weigh('same', Math.min(most, book.valueBits(field, one)), 0)
  const texts = book.values[field]
  return isNearPlace(texts.text(one), texts.text(other)) ? weigh('similar', 0.5, 0) : different
}

/** One slip apart, or one within the other: Palma and Palma de Mallorca. */
function isNearPlace(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return countEdits(one, other, 1) <= 1 || long.startsWith(`${short} `) || long.endsWith(` ${short}`)
}
