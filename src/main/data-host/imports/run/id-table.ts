import { NumberTable } from './number-table.ts'
import { StringTable } from './string-table.ts'

/** Beyond, a table by number would be mostly holes: 4 million places are 16 MB, per prefix. */
const MAX_NUMBER = 1 << 22
const MAX_PREFIXES = 4

/**
 * Identifier to number, as `StringTable`; 0 means "not there". Identifiers that are counted up, plain or behind a prefix
 * (`4711`, `C4711`), are found by their number: one look into memory instead of three, once per row of a file.
 */
export class IdTable {
  readonly #others = new StringTable()
  readonly #prefixes: string[] = []
  readonly #byNumber: NumberTable[] = []

  get(key: string): number {
    const from = findNumber(key)
    const at = from < 0 ? -1 : this.#findPrefix(key, from)
    return at < 0 ? this.#others.get(key) : (this.#byNumber[at]?.get(toNumber(key, from)) ?? 0)
  }

  set(key: string, value: number): void {
    const from = findNumber(key)
    let at = from < 0 ? -1 : this.#findPrefix(key, from)
    if (from >= 0 && at < 0 && this.#prefixes.length < MAX_PREFIXES) {
      at = this.#prefixes.push(key.slice(0, from)) - 1
      this.#byNumber.push(new NumberTable())
    }
    if (at < 0) this.#others.set(key, value)
    else this.#byNumber[at]?.set(toNumber(key, from), value)
  }

  #findPrefix(key: string, length: number): number {
    const prefixes = this.#prefixes
    for (let at = 0; at < prefixes.length; at++) {
      const prefix = prefixes[at] ?? ''
      if (prefix.length === length && key.startsWith(prefix)) return at
    }
    return -1
  }
}

/** Where the number at the end of the key begins; -1 when there is none, it is too large, or writing it back would not give the same text (`007`). */
function findNumber(key: string): number {
  let from = key.length
  while (from > 0 && isDigit(key.charCodeAt(from - 1))) from--
  const digits = key.length - from
  if (digits === 0 || digits > 7 || (digits > 1 && key.charCodeAt(from) === 48)) return -1
  return digits === 7 && toNumber(key, from) >= MAX_NUMBER ? -1 : from
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function toNumber(key: string, from: number): number {
  let number = 0
  for (let at = from; at < key.length; at++) number = number * 10 + (key.charCodeAt(at) - 48)
  return number
}
