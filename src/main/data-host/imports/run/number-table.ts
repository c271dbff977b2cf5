const BLOCK = 1 << 16

/** Row of the file by the id of a stored row, in blocks that are made when touched: one bit of memory for ids not met, four bytes for those met. */
export class NumberTable {
  readonly #blocks: (Int32Array | undefined)[] = []

  get(id: number): number {
    return this.#blocks[Math.floor(id / BLOCK)]?.[id % BLOCK] ?? 0
  }

  set(id: number, value: number): void {
    const index = Math.floor(id / BLOCK)
    const block = (this.#blocks[index] ??= new Int32Array(BLOCK))
    block[id % BLOCK] = value
  }
}
