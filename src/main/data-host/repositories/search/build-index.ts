import type Database from 'better-sqlite3'
import { startPace } from '../../pause.ts'
import { eachWord, WORD_COLUMNS, type WordRow } from './customer-words.ts'
import type { WordIndex } from './word-index.ts'

/** Rows read at once: about a millisecond. */
const SLICE = 200

/** Reads every customer, in slices that let other calls in. Null: the file was closed meanwhile. */
export async function buildIndex(db: Database.Database): Promise<WordIndex | null> {
  const slice = db.prepare<[number, number], WordRow>(`SELECT ${WORD_COLUMNS} FROM customers WHERE id > ? ORDER BY id LIMIT ?`).raw()
  const shared = new SharedWords()
  const own = new GrowingText()
  const ids = new GrowingInts()
  const ownStarts = new GrowingInts()
  const pace = startPace()
  for (let last = 0; ;) {
    if (!db.open) return null
    const rows = slice.all(last, SLICE)
    for (const row of rows) {
      const place = ids.length
      ids.push(row[0])
      ownStarts.push(own.length)
      eachWord(row, (word) => {
        if (isOwn(word)) own.add(word)
        else shared.add(word, place)
      })
    }
    last = rows.at(-1)?.[0] ?? last
    if (rows.length < SLICE) break
    await pace()
  }
  ownStarts.push(own.length)
  return { ids: ids.end(), ...(await shared.end(pace)), own: own.end(), ownStarts: ownStarts.end() }
}

/** Words with digits and halves of e-mail addresses are hardly ever shared. Short numbers (houses, postal codes) are. */
function isOwn(word: string): boolean {
  return word.endsWith('@') || (word.length > 5 && /\d/.test(word))
}

class GrowingInts {
  #values = new Int32Array(1 << 14)
  length = 0
  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Int32Array(2 * this.length)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.length++] = value
  }
  at(place: number): number {
    return this.#values[place]!
  }
  set(place: number, value: number): void {
    this.#values[place] = value
  }
  end(): Int32Array {
    return this.#values.slice(0, this.length)
  }
}

class GrowingText {
  #bytes = Buffer.alloc(1 << 16)
  length = 0
  add(word: string): void {
    // A letter has at most three bytes in each of its two halves.
    const room = this.length + 3 * word.length + 1
    if (room > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(room, 2 * this.#bytes.length))
      this.#bytes.copy(larger, 0, 0, this.length)
      this.#bytes = larger
    }
    this.length += this.#bytes.write(word, this.length, 'utf8')
    this.#bytes[this.length++] = 0
  }
  end(): Buffer {
    // Bytes of its own, none of a pool others share: they are handed from thread to thread.
    const text = Buffer.alloc(this.length)
    this.#bytes.copy(text, 0, 0, this.length)
    return text
  }
}

class SharedWords {
  readonly #places = new Map<string, number>()
  readonly #text = new GrowingText()
  readonly #starts = new GrowingInts()
  readonly #counts = new GrowingInts()
  readonly #lastRows = new GrowingInts()
  /** Word and row of every hit, as they came. */
  readonly #words = new GrowingInts()
  readonly #rows = new GrowingInts()

  add(word: string, row: number): void {
    let place = this.#places.get(word)
    if (place === undefined) {
      place = this.#places.size
      this.#places.set(word, place)
      this.#starts.push(this.#text.length)
      this.#text.add(word)
      this.#counts.push(0)
      this.#lastRows.push(-1)
    }
    if (this.#lastRows.at(place) === row) return
    this.#lastRows.set(place, row)
    this.#counts.set(place, this.#counts.at(place) + 1)
    this.#words.push(place)
    this.#rows.push(row)
  }

  async end(pace: () => Promise<void>): Promise<Pick<WordIndex, 'shared' | 'sharedStarts' | 'rows' | 'rowStarts'>> {
    const words = this.#places.size
    this.#places.clear()
    this.#starts.push(this.#text.length)
    const rowStarts = new Int32Array(words + 1)
    for (let place = 0; place < words; place += 1) rowStarts[place + 1] = rowStarts[place]! + this.#counts.at(place)
    await pace()
    const next = rowStarts.slice()
    const rows = new Int32Array(this.#rows.length)
    for (let hit = 0; hit < rows.length; hit += 1) {
      rows[next[this.#words.at(hit)]!++] = this.#rows.at(hit)
      if (hit % (1 << 16) === 0) await pace()
    }
    return { shared: this.#text.end(), sharedStarts: this.#starts.end(), rows, rowStarts }
  }
}
