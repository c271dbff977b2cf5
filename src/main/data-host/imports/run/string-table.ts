/**
 * Text to number, in typed arrays: a `Map` of a million short strings costs over 100 MB and keeps the pieces of the file
 * alive that its keys were cut from. Numbers are positive; 0 means "not there".
 */
export class StringTable {
  #count = 0
  #slots = new Int32Array(1 << 10)
  #ends = new Uint32Array(1 << 9)
  #hashes = new Int32Array(1 << 9)
  #values = new Int32Array(1 << 9)
  #characters = new Uint16Array(1 << 13)

  get size(): number {
    return this.#count
  }

  get(key: string): number {
    return this.#values[this.#find(key, hash(key)) - 1] ?? 0
  }

  set(key: string, value: number): void {
    const hashed = hash(key)
    const found = this.#find(key, hashed)
    if (found > 0) {
      this.#values[found - 1] = value
      return
    }
    const start = this.#count === 0 ? 0 : (this.#ends[this.#count - 1] ?? 0)
    if (this.#count === this.#ends.length) this.#growEntries()
    if (start + key.length > this.#characters.length) this.#growCharacters(start + key.length)
    for (let at = 0; at < key.length; at++) this.#characters[start + at] = key.charCodeAt(at)
    this.#ends[this.#count] = start + key.length
    this.#hashes[this.#count] = hashed
    this.#values[this.#count] = value
    this.#count++
    if (this.#count * 2 > this.#slots.length) this.#rehash()
    else this.#place(this.#count)
  }

  /** Number of the entry (from 1), 0 when the key is not there. */
  #find(key: string, hashed: number): number {
    const slots = this.#slots
    const hashes = this.#hashes
    const mask = slots.length - 1
    for (let slot = hashed & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot] ?? 0
      if (entry === 0) return 0
      if (hashes[entry - 1] === hashed && this.#equals(entry, key)) return entry
    }
  }

  #equals(entry: number, key: string): boolean {
    const characters = this.#characters
    const length = key.length
    const start = entry === 1 ? 0 : (this.#ends[entry - 2] ?? 0)
    if ((this.#ends[entry - 1] ?? 0) - start !== length) return false
    for (let at = 0; at < length; at++) if (characters[start + at] !== key.charCodeAt(at)) return false
    return true
  }

  #place(entry: number): void {
    const mask = this.#slots.length - 1
    let slot = (this.#hashes[entry - 1] ?? 0) & mask
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
    this.#slots[slot] = entry
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2)
    for (let entry = 1; entry <= this.#count; entry++) this.#place(entry)
  }

  #growEntries(): void {
    const length = this.#ends.length * 2
    const ends = new Uint32Array(length)
    ends.set(this.#ends)
    this.#ends = ends
    const hashes = new Int32Array(length)
    hashes.set(this.#hashes)
    this.#hashes = hashes
    const values = new Int32Array(length)
    values.set(this.#values)
    this.#values = values
  }

  #growCharacters(needed: number): void {
    const characters = new Uint16Array(Math.max(needed, this.#characters.length * 2))
    characters.set(this.#characters)
    this.#characters = characters
  }
}

function hash(key: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < key.length; at++) value = Math.imul(value ^ key.charCodeAt(at), 0x01000193)
  // The low bits choose the slot: mix the high ones in.
  return value ^ (value >>> 15)
}
