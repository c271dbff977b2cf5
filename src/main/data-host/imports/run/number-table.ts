const BITS = 16
const MASK = (1 << BITS) - 1

/** Row of the file by the id of a stored row, in blocks that are made when touched: one bit of memory for ids not met, four bytes for those met. Ids up to 2^31. */
export class NumberTable {
  readonly #blocks: (Int32Array | undefined)[] = []

  get(id: number): number {
    return this.#blocks[id >> BITS]?.[id & MASK] ?? 0
  }

  set(id: number, value: number): void {
    const block = (this.#blocks[id >> BITS] ??= new Int32Array(1 << BITS))
    block[id & MASK] = value
  }
}
