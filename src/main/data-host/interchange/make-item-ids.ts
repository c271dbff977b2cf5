/** Ids of one diagram: what a file calls its own is kept where it is free and not too long, else it is numbered. */
export class ItemIds {
  readonly #taken = new Set<string>()

  /** `wanted`, or the first free of `prefix1`, `prefix2`, … */
  take(wanted: string | null, prefix: string): string {
    if (wanted !== null && wanted !== '' && wanted.length <= 200 && !this.#taken.has(wanted)) {
      this.#taken.add(wanted)
      return wanted
    }
    let number = (this.#last.get(prefix) ?? 0) + 1
    while (this.#taken.has(`${prefix}${number}`)) number++
    this.#last.set(prefix, number)
    this.#taken.add(`${prefix}${number}`)
    return `${prefix}${number}`
  }

  /** Where counting goes on, so that taking many is not looking through all. */
  readonly #last = new Map<string, number>()
}
