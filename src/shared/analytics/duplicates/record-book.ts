import type { Identity } from './identity.ts'
import { addList, Lexicon, makeLists } from './lexicon.ts'
import { BUSINESS_WORDS, COMMON_NAMES } from './name-words.ts'
import { spellSkeleton, spellSound } from './text-likeness.ts'

/**
 * What a base says about how often a value is met by chance is mixed with this many records of no base in particular (ours):
 * in a base of twenty, García would else seem as telling as any other name.
 */
const OUTSIDE_RECORDS = 1000
/** How often a value is met that no table knows, by kind (ours). */
const RARE = { name: 0.0005, street: 0.002, value: 0.0002, city: 0.02, business: 0.02 } as const
/** Of a hundred records a handful stand for somebody who is there already: what a pair picked at random is worth follows from it (ours). */
const DUPLICATES_OF_RECORDS = 0.1
const MOST_WORD_BITS = 12

/** A word as names and streets hold it. */
interface Words {
  readonly lexicon: Lexicon
  /** By word: the number of its sound, and of its skeleton. */
  readonly sounds: number[]
  readonly skeletons: number[]
}

/**
 * All records of a search by number: equal texts are one number, so that comparing is cheap and a hundred thousand records
 * take some tens of megabytes.
 */
export class RecordBook {
  readonly names = makeWords()
  readonly streets = makeWords()
  readonly nameWords = makeLists()
  readonly streetWords = makeLists()
  readonly values = {
    taxId: new Lexicon(),
    email: new Lexicon(),
    mailbox: new Lexicon(),
    phone: new Lexicon(),
    birthDate: new Lexicon(),
    city: new Lexicon(),
    postalCode: new Lexicon(),
    houseNumber: new Lexicon()
  }
  readonly columns: Readonly<Record<ValueField, number[]>> = {
    taxId: [],
    email: [],
    mailbox: [],
    phone: [],
    birthDate: [],
    city: [],
    postalCode: [],
    houseNumber: []
  }
  readonly proven: boolean[] = []
  readonly #sounds = new Lexicon()
  readonly #skeletons = new Lexicon()

  get size(): number {
    return this.proven.length
  }

  /** Whether any record says more than a name and an address. */
  get isTelling(): boolean {
    return [this.values.taxId, this.values.email, this.values.phone].some(({ texts }) => texts.length > 1)
  }

  add(identity: Identity): void {
    addList(this.nameWords, this.#countWords(this.names, identity.name))
    addList(this.streetWords, this.#countWords(this.streets, identity.street))
    for (const field of VALUE_FIELDS) this.columns[field].push(this.values[field].count(identity[field]))
    this.proven.push(identity.isTaxIdProven)
  }

  #countWords(words: Words, list: readonly string[]): number[] {
    return [...new Set(list)].map((text) => {
      const number = words.lexicon.count(text)
      if (words.sounds[number] === undefined) {
        const sound = spellSound(text)
        words.sounds[number] = this.#sounds.number(sound)
        words.skeletons[number] = this.#skeletons.number(spellSkeleton(sound))
      }
      return number
    })
  }

  /** Bits that a pair picked at random has against it. */
  get startBits(): number {
    return -Math.log2((this.size + OUTSIDE_RECORDS) / (2 * DUPLICATES_OF_RECORDS))
  }

  /** Bits that an equal value is worth: the rarer, the more (u-probabilities of Fellegi and Sunter, from the base itself). */
  valueBits(field: ValueField, number: number): number {
    return this.#bits(this.values[field].counts[number] ?? 0, field === 'city' ? RARE.city : RARE.value)
  }

  nameBits(word: number): number {
    const text = this.names.lexicon.text(word)
    const usual = COMMON_NAMES.get(text) ?? (BUSINESS_WORDS.has(text) ? RARE.business : RARE.name)
    return Math.min(MOST_WORD_BITS, this.#bits(this.names.lexicon.counts[word] ?? 0, usual))
  }

  streetBits(word: number): number {
    return Math.min(MOST_WORD_BITS, this.#bits(this.streets.lexicon.counts[word] ?? 0, RARE.street))
  }

  #bits(count: number, usual: number): number {
    return Math.log2((this.size + OUTSIDE_RECORDS) / (count + usual * OUTSIDE_RECORDS))
  }

  /** Whether a word of a name is one that several people have: two such words are two names, not one misspelt. */
  isUsualName(word: number): boolean {
    const { counts } = this.names.lexicon
    return COMMON_NAMES.has(this.names.lexicon.text(word)) || (counts[word] ?? 0) >= Math.max(6, this.size / 2500)
  }
}

const VALUE_FIELDS = ['taxId', 'email', 'mailbox', 'phone', 'birthDate', 'city', 'postalCode', 'houseNumber'] as const
export type ValueField = (typeof VALUE_FIELDS)[number]

function makeWords(): Words {
  return { lexicon: new Lexicon(), sounds: [], skeletons: [] }
}
