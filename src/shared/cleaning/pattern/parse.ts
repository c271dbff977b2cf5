/**
 * Patterns a person writes, in the well-known notation: `.`, `[a-z]`, `[^…]`, `\d \w \s \b` and their opposites, `^ $`, `( )`,
 * `(?: )`, `|`, `* + ?`, `{n}`, `{n,}`, `{n,m}` and their lazy forms. What makes a search take exponentially long elsewhere
 * (nested repeats) is harmless here, because nothing goes back (see `match.ts`); references and look-around are not known.
 */
export type Test = (char: string) => boolean
export type Node =
  | { type: 'char'; test: Test }
  | { type: 'assert'; what: 'start' | 'end' | 'boundary' | 'no-boundary' }
  | { type: 'sequence'; parts: Node[] }
  | { type: 'choice'; options: Node[] }
  | { type: 'repeat'; part: Node; min: number; max: number; isLazy: boolean }
  | { type: 'group'; part: Node; number: number }

/** The pattern can't be read; `at`: where, counted in letters from 0. */
export class PatternError extends Error {
  readonly at: number
  constructor(at: number) {
    super(`pattern at ${String(at)}`)
    this.name = 'PatternError'
    this.at = at
  }
}

const MAX_REPEAT = 200

const isDigit: Test = (char) => char >= '0' && char <= '9'
/** Letters of any alphabet: `ñ` is part of a word. */
export const isWord: Test = (char) => /^[\p{L}\p{M}\p{N}_]$/u.test(char)
const isSpace: Test = (char) => /^\s$/u.test(char)
const not =
  (test: Test): Test =>
  (char) =>
    !test(char)

const CLASSES = new Map<string, Test>([
  ['d', isDigit],
  ['D', not(isDigit)],
  ['w', isWord],
  ['W', not(isWord)],
  ['s', isSpace],
  ['S', not(isSpace)]
])
const CONTROLS = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t']
])

export function parsePattern(pattern: string, ignoreCase: boolean): { node: Node; groups: number } {
  return new PatternParser(pattern, ignoreCase).parse()
}

class PatternParser {
  readonly #chars: readonly string[]
  readonly #ignoreCase: boolean
  #at = 0
  #groups = 0

  constructor(pattern: string, ignoreCase: boolean) {
    this.#chars = Array.from(pattern)
    this.#ignoreCase = ignoreCase
  }

  parse(): { node: Node; groups: number } {
    const node = this.#choice()
    if (this.#at < this.#chars.length) throw new PatternError(this.#at)
    return { node, groups: this.#groups }
  }

  get #next(): string | undefined {
    return this.#chars[this.#at]
  }

  #take(): string {
    const char = this.#chars[this.#at]
    if (char === undefined) throw new PatternError(this.#at)
    this.#at++
    return char
  }

  #takeIf(text: string): boolean {
    if (this.#chars.slice(this.#at, this.#at + text.length).join('') !== text) return false
    this.#at += text.length
    return true
  }

  #choice(): Node {
    const options = [this.#sequence()]
    while (this.#takeIf('|')) options.push(this.#sequence())
    const [only] = options
    return options.length === 1 && only ? only : { type: 'choice', options }
  }

  #sequence(): Node {
    const parts: Node[] = []
    while (this.#next !== undefined && this.#next !== '|' && this.#next !== ')') parts.push(this.#repeated())
    return { type: 'sequence', parts }
  }

  #repeated(): Node {
    const part = this.#single()
    const range = this.#range()
    if (range === null) return part
    if (part.type === 'assert') throw new PatternError(this.#at)
    const isLazy = this.#takeIf('?')
    if (this.#next === '*' || this.#next === '+' || this.#next === '?') throw new PatternError(this.#at)
    return { type: 'repeat', part, ...range, isLazy }
  }

  #range(): { min: number; max: number } | null {
    if (this.#takeIf('*')) return { min: 0, max: Infinity }
    if (this.#takeIf('+')) return { min: 1, max: Infinity }
    if (this.#takeIf('?')) return { min: 0, max: 1 }
    const counts = /^\{(\d{1,4})(,(\d{0,4}))?\}/u.exec(this.#chars.slice(this.#at, this.#at + 12).join(''))
    if (!counts) return null
    const min = Number(counts[1])
    const max = counts[2] === undefined ? min : counts[3] === '' ? Infinity : Number(counts[3])
    if (min > max || min > MAX_REPEAT || (max !== Infinity && max > MAX_REPEAT)) throw new PatternError(this.#at)
    this.#at += counts[0].length
    return { min, max }
  }

  #single(): Node {
    const char = this.#take()
    if (char === '(') return this.#group()
    if (char === '[') return { type: 'char', test: this.#set() }
    if (char === '.') return { type: 'char', test: (each) => each !== '\n' && each !== '\r' }
    if (char === '^') return { type: 'assert', what: 'start' }
    if (char === '$') return { type: 'assert', what: 'end' }
    if (char === '\\') return this.#escape()
    if (char === '*' || char === '+' || char === '?') throw new PatternError(this.#at - 1)
    return { type: 'char', test: this.#isChar(char) }
  }

  #group(): Node {
    const isPlain = this.#takeIf('?:')
    if (!isPlain && this.#next === '?') throw new PatternError(this.#at)
    const number = isPlain ? 0 : ++this.#groups
    const part = this.#choice()
    if (!this.#takeIf(')')) throw new PatternError(this.#at)
    return isPlain ? part : { type: 'group', part, number }
  }

  #escape(): Node {
    const char = this.#take()
    if (char === 'b') return { type: 'assert', what: 'boundary' }
    if (char === 'B') return { type: 'assert', what: 'no-boundary' }
    const known = CLASSES.get(char)
    if (known) return { type: 'char', test: known }
    // A letter or digit that means nothing here would mean something elsewhere (`\1`, `\p`): better refused than misread.
    if (/^[\p{L}\p{N}]$/u.test(char) && !CONTROLS.has(char)) throw new PatternError(this.#at - 1)
    return { type: 'char', test: this.#isChar(CONTROLS.get(char) ?? char) }
  }

  #set(): Test {
    const isNegated = this.#takeIf('^')
    const tests: Test[] = []
    for (;;) {
      const char = this.#take()
      if (char === ']') break
      const one = char === '\\' ? this.#setEscape() : char
      if (typeof one !== 'string') {
        tests.push(one)
        continue
      }
      if (this.#next !== '-' || this.#chars[this.#at + 1] === ']') {
        tests.push(this.#isChar(one))
        continue
      }
      this.#at++
      const last = this.#take()
      const to = last === '\\' ? this.#setEscape() : last
      if (typeof to !== 'string' || codeOf(to) < codeOf(one)) throw new PatternError(this.#at)
      tests.push(this.#inRange(codeOf(one), codeOf(to)))
    }
    const isIn: Test = (char) => tests.some((test) => test(char))
    return isNegated ? not(isIn) : isIn
  }

  #setEscape(): string | Test {
    const char = this.#take()
    const known = CLASSES.get(char)
    if (known) return known
    if (/^[\p{L}\p{N}]$/u.test(char) && !CONTROLS.has(char)) throw new PatternError(this.#at - 1)
    return CONTROLS.get(char) ?? char
  }

  #isChar(wanted: string): Test {
    if (!this.#ignoreCase) return (char) => char === wanted
    const lower = wanted.toLowerCase()
    return (char) => char.toLowerCase() === lower
  }

  #inRange(from: number, to: number): Test {
    const isIn: Test = (char) => codeOf(char) >= from && codeOf(char) <= to
    if (!this.#ignoreCase) return isIn
    return (char) => isIn(char.toLowerCase()) || isIn(char.toUpperCase())
  }
}

const codeOf = (char: string): number => char.codePointAt(0) ?? 0
