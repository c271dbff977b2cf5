/** Text to number; 0 stands for "not there". */
interface TextTable {
  get: (key: string) => number
  set: (key: string, value: number) => void
}

const NOBODY: ReadonlySet<number> = new Set()

/** Who has a key: mostly one, sometimes several. One number per key in the table, lists only for those that several share. */
export class KeyIndex {
  readonly #table: TextTable
  /** A table's number below zero names a list here: -1 the first. */
  readonly #lists: Set<number>[] = []

  constructor(table: TextTable) {
    this.#table = table
  }

  /** Id of the only one who has the key; 0: nobody; below zero: several, as `list` gives them. */
  get(key: string): number {
    return this.#table.get(key)
  }

  /** All who have the key. */
  list(key: string): ReadonlySet<number> {
    const value = this.#table.get(key)
    return value === 0 ? NOBODY : value > 0 ? new Set([value]) : (this.#lists[-value - 1] ?? NOBODY)
  }

  add(key: string, id: number): void {
    const value = this.#table.get(key)
    if (value === 0) this.#table.set(key, id)
    else if (value > 0 && value !== id) this.#table.set(key, -this.#lists.push(new Set([value, id])))
    else if (value < 0) this.#lists[-value - 1]?.add(id)
  }

  remove(key: string, id: number): void {
    const value = this.#table.get(key)
    if (value === id) this.#table.set(key, 0)
    else if (value < 0) {
      const list = this.#lists[-value - 1]
      list?.delete(id)
      if (list?.size === 1) for (const left of list) this.#table.set(key, left)
    }
  }
}
