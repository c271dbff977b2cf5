import type { CellValue, RowSink } from './row-writer.ts'

/** Rows on their way from the thread that reads to the one that writes, value by value: what each is, numbers and lengths of texts, and all texts in one. */
export interface RowBatch {
  kinds: Uint8Array<ArrayBuffer>
  numbers: Float64Array<ArrayBuffer>
  text: string
}

const NULL = 0
const NUMBER = 1
const TEXT = 2
/** The text of the row above: dates, states and channels come in runs. */
const SAME = 3

const ROWS = 2000
/** A batch whose texts are long ends before it has all its rows. */
const CHARACTERS = 512 * 1024

/** Collects rows and hands them over in batches: handing over objects or single texts would cost more than reading them did. */
export class RowPacker implements RowSink {
  readonly #giveOut: (batch: RowBatch) => void
  readonly #width: number
  readonly #kinds: Uint8Array
  readonly #numbers: Float64Array
  readonly #above: string[]
  readonly #texts: string[] = []
  #characters = 0
  #filled = 0
  #column = 0

  constructor(width: number, giveOut: (batch: RowBatch) => void) {
    this.#giveOut = giveOut
    this.#width = width
    this.#kinds = new Uint8Array(width * ROWS)
    this.#numbers = new Float64Array(width * ROWS)
    this.#above = Array.from({ length: width }, () => '')
  }

  put(value: CellValue): void {
    const at = this.#filled++
    const column = this.#column++
    if (value === null) this.#kinds[at] = NULL
    else if (typeof value === 'number') {
      this.#kinds[at] = NUMBER
      this.#numbers[at] = value
    } else if (value === this.#above[column]) this.#kinds[at] = SAME
    else {
      this.#kinds[at] = TEXT
      this.#numbers[at] = value.length
      this.#texts.push(value)
      this.#characters += value.length
      this.#above[column] = value
    }
  }

  endRow(): void {
    this.#column = 0
    if (this.#filled === this.#kinds.length || this.#characters > CHARACTERS) this.flush()
  }

  flush(): void {
    if (this.#filled === 0) return
    this.#giveOut({ kinds: this.#kinds.slice(0, this.#filled), numbers: this.#numbers.slice(0, this.#filled), text: this.#texts.join('') })
    this.#filled = 0
    this.#texts.length = 0
    this.#characters = 0
    // Each batch can be read by itself.
    for (let column = 0; column < this.#width; column++) this.#above[column] = ''
  }
}

/** Puts the rows of a batch into a sink that takes as many values per row. */
export function unpackRows({ kinds, numbers, text }: RowBatch, width: number, sink: RowSink): void {
  const above: string[] = Array.from({ length: width }, () => '')
  let column = 0
  let start = 0
  for (let at = 0; at < kinds.length; at++) {
    const kind = kinds[at]
    if (kind === NUMBER) sink.put(numbers[at] ?? 0)
    else if (kind === NULL) sink.put(null)
    else {
      if (kind === TEXT) {
        const end = start + (numbers[at] ?? 0)
        above[column] = text.slice(start, end)
        start = end
      }
      sink.put(above[column] ?? '')
    }
    if (++column < width) continue
    column = 0
    sink.endRow()
  }
}
