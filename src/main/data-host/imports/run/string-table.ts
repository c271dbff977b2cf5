/** Numbers an entry takes, and where in it each stands (the hash comes first). */
const WIDTH = 4
const START = 1
const LENGTH = 2
const VALUE = 3

/**
 * Text to number, in typed arrays: a `Map` of a million short strings costs over 100 MB and keeps the pieces of the file
 * alive that its keys were cut from. Numbers are positive; 0 means "not there".
 */
export class StringTable {
  #count = 0
  /** Entries (from 1) by hash, open addressing; 0: free. */
  #slots = new Int32Array(1 << 10)
  /** Per entry side by side, so that looking at one is looking at one place in memory: hash, start and length of the key, value. */
  #entries = new Int32Array(WIDTH << 9)
  #characters = new Uint16Array(1 << 13)
  #used = 0

  get size(): number {
    return this.#count
  }

  get(key: string): number {
    const at = this.#find(key, hash(key))
    return at < 0 ? 0 : (this.#entries[at + VALUE] ?? 0)
  }

  set(key: string, value: number): void {
    const hashed = hash(key)
    const found = this.#find(key, hashed)
    if (found >= 0) {
      this.#entries[found + VALUE] = value
      return
    }
    const at = this.#count * WIDTH
    if (at === this.#entries.length) this.#entries = grow(this.#entries, new Int32Array(at * 2))
    const start = this.#used
    this.#used += key.length
    if (this.#used > this.#characters.length)
      this.#characters = grow(this.#characters, new Uint16Array(Math.max(this.#used, this.#characters.length * 2)))
    for (let index = 0; index < key.length; index++) this.#characters[start + index] = key.charCodeAt(index)
    this.#entries[at] = hashed
    this.#entries[at + START] = start
    this.#entries[at + LENGTH] = key.length
    this.#entries[at + VALUE] = value
    this.#count++
    if (this.#count * 2 > this.#slots.length) this.#rehash()
    else this.#place(this.#count)
  }

  /** Where the entry of the key begins, -1 when the key is not there. */
  #find(key: string, hashed: number): number {
    const slots = this.#slots
    const entries = this.#entries
    const mask = slots.length - 1
    for (let slot = hashed & mask; ; slot = (slot + 1) & mask) {
      const at = ((slots[slot] ?? 0) - 1) * WIDTH
      if (at < 0) return -1
      if (entries[at] === hashed && this.#equals(at, key)) return at
    }
  }

  #equals(at: number, key: string): boolean {
    const characters = this.#characters
    const length = key.length
    const start = this.#entries[at + START] ?? 0
    if (this.#entries[at + LENGTH] !== length) return false
    for (let index = 0; index < length; index++) if (characters[start + index] !== key.charCodeAt(index)) return false
    return true
  }

  #place(entry: number): void {
    const mask = this.#slots.length - 1
    let slot = (this.#entries[(entry - 1) * WIDTH] ?? 0) & mask
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
    this.#slots[slot] = entry
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2)
    for (let entry = 1; entry <= this.#count; entry++) this.#place(entry)
  }
}

function grow<T extends Int32Array | Uint16Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}

function hash(key: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < key.length; at++) value = Math.imul(value ^ key.charCodeAt(at), 0x01000193)
  // The low bits choose the slot: mix the high ones in.
  return value ^ (value >>> 15)
}
