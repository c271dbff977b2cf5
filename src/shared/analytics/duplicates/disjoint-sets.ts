/** Groups of positions that are joined pair by pair (union-find). A group is named by its first position. */
export class DisjointSets {
  readonly #parent: Int32Array

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i)
  }

  /** First position of the group. */
  find(position: number): number {
    let at = position
    while (this.#parent[at] !== at) {
      const grandparent = this.#parent[this.#parent[at]!]!
      this.#parent[at] = grandparent
      at = grandparent
    }
    return at
  }

  join(one: number, other: number): void {
    const left = this.find(one)
    const right = this.find(other)
    if (left !== right) this.#parent[Math.max(left, right)] = Math.min(left, right)
  }

  /** The first position of everybody's group. */
  toArray(): Int32Array {
    const firsts = new Int32Array(this.#parent.length)
    for (let position = 0; position < firsts.length; position++) firsts[position] = this.find(position)
    return firsts
  }
}
