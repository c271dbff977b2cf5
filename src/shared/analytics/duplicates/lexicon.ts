/** Texts that stand for themselves by number, with how many records hold each. 0 is the empty text, which nobody holds. */
export class Lexicon {
  readonly texts: string[] = ['']
  readonly counts: number[] = [0]
  readonly #numbers = new Map<string, number>([['', 0]])

  /** The number of a text; a new one gets the next. */
  number(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const next = this.texts.length
    this.#numbers.set(text, next)
    this.texts.push(text)
    this.counts.push(0)
    return next
  }

  /** The same, counting one more record that holds it. */
  count(text: string): number {
    const number = this.number(text)
    if (number > 0) this.counts[number] = this.counts[number]! + 1
    return number
  }

  text(number: number): string {
    return this.texts[number] ?? ''
  }
}

/** Lists of numbers end to end: list i lies between `starts[i]` and `starts[i + 1]`. */
export interface Lists {
  readonly starts: number[]
  readonly items: number[]
}

export function makeLists(): Lists {
  return { starts: [0], items: [] }
}

export function addList(lists: Lists, items: readonly number[]): void {
  for (const item of items) lists.items.push(item)
  lists.starts.push(lists.items.length)
}
