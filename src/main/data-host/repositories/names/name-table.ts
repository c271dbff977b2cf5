/** Two numbers of 32 bits that a run of words has: together no two names of a file share them by chance. */
export interface RunHash {
  readonly one: number
  readonly other: number
}

const START: RunHash = { one: 0x811c9dc5, other: 0x2f0b4a87 }

/** The hash of the words before and one more: words and order count, what stood between them does not. */
export function addWord({ one, other }: RunHash, word: string): RunHash {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    other = Math.imul(other ^ code, 0x5bd1e995)
    other ^= other >>> 15
  }
  return { one: Math.imul(one ^ 0x20, 0x01000193), other: Math.imul(other ^ 0x20, 0x5bd1e995) }
}

export const hashWords = (words: readonly string[]): RunHash => words.reduce(addWord, START)
export const NO_WORDS = START

const LETTER = /[\p{L}\p{N}]/u
const [SPACE, POINT, COMMA, MIDDLE_DOT, AT] = [0x20, 0x2e, 0x2c, 0xb7, 0x40]
/** Signs that part no words, as `cutNormalised` has it. */
const isSilent = (code: number): boolean =>
  code === POINT || code === 0x27 || code === 0x2019 || code === 0xb4 || code === 0x60 || code === MIDDLE_DOT
const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code > 0x7f && LETTER.test(String.fromCharCode(code)))

/** A name read out of a search key. */
interface ReadName {
  readonly hash: RunHash
  /** Of all words but the last. */
  readonly begun: RunHash
  readonly words: number
  readonly lastWord: string
  readonly hasComma: boolean
  /** Digits alone are nobody's name, and what has an `@` is an address. */
  readonly isName: boolean
  /** Where the name ends in the key. */
  readonly end: number
}

/**
 * Reads the name at the head of a search key (normalised, up to ` · `), letter by letter: the same words and hash as `cutNormalised`
 * and `hashWords` make, for a hundred thousand names in no time.
 */
export function readName(key: string): ReadName {
  let { one, other } = START
  let [begunOne, begunOther] = [one, other]
  let [words, wordStart, wordEnd, end] = [0, -1, 0, key.length]
  let [hasComma, hasAt, hasLetters] = [false, false, false]
  let [lastFrom, lastTo] = [0, 0]
  for (let at = 0; at <= key.length; at += 1) {
    const code = at < key.length ? key.charCodeAt(at) : SPACE
    if (code === MIDDLE_DOT && key.charCodeAt(at - 1) === SPACE && key.charCodeAt(at + 1) === SPACE) {
      end = at - 1
      break
    }
    if (isLetter(code)) {
      if (wordStart < 0) {
        wordStart = at
        begunOne = one
        begunOther = other
      }
      wordEnd = at + 1
      if (code > 0x39) hasLetters = true
      one = Math.imul(one ^ code, 0x01000193)
      other = Math.imul(other ^ code, 0x5bd1e995)
      other ^= other >>> 15
    } else if (!isSilent(code)) {
      if (code === COMMA) hasComma = true
      if (code === AT) hasAt = true
      if (wordStart < 0) continue
      words += 1
      one = Math.imul(one ^ SPACE, 0x01000193)
      other = Math.imul(other ^ SPACE, 0x5bd1e995)
      lastFrom = wordStart
      lastTo = wordEnd
      wordStart = -1
    }
  }
  return {
    hash: { one, other },
    begun: { one: begunOne, other: begunOther },
    words,
    lastWord: lastTo - lastFrom > 9 ? '' : key.slice(lastFrom, lastTo).replace(/[^\p{L}\p{N}]/gu, ''),
    hasComma,
    isName: hasLetters && !hasAt,
    end
  }
}

/** Which customer has which name: a table of numbers alone, so that a hundred thousand names take a few megabytes and no letters. */
export class NameTable {
  /** Per place the two halves of the hash and the customer's id; 0: free. */
  #cells = new Int32Array(3 * (1 << 12))
  #count = 0

  get #places(): number {
    return this.#cells.length / 3
  }

  /** Of several customers of one name the first is the one. */
  add(hash: RunHash, id: number): void {
    if (2 * (this.#count + 1) > this.#places) this.#grow()
    const at = this.#find(hash)
    const known = this.#cells[at + 2]!
    if (known === 0) this.#count += 1
    else if (known <= id) return
    this.#cells.set([hash.one, hash.other, id], at)
  }

  /** The customer's id; 0: nobody is called so. */
  find(hash: RunHash): number {
    return this.#cells[this.#find(hash) + 2]!
  }

  #find({ one, other }: RunHash): number {
    const mask = this.#places - 1
    for (let place = (one ^ (other >>> 7)) & mask; ; place = (place + 1) & mask) {
      const at = 3 * place
      if (this.#cells[at + 2] === 0 || (this.#cells[at] === one && this.#cells[at + 1] === other)) return at
    }
  }

  #grow(): void {
    const before = this.#cells
    this.#cells = new Int32Array(2 * before.length)
    for (let at = 0; at < before.length; at += 3) {
      if (before[at + 2] === 0) continue
      const free = this.#find({ one: before[at]!, other: before[at + 1]! })
      this.#cells.set(before.subarray(at, at + 3), free)
    }
  }
}
