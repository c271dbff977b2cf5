/**
 * Every word of every customer, in typed arrays. Words that many share (names, cities, streets) are kept once, with the rows
 * they stand in; words that tell one customer from another (numbers, addresses of e-mail) stand one after the other, by row. Either
 * text is looked through whole, so a word is found by any part of it.
 */
export interface WordIndex {
  /** Customers by row, ascending by id; merged and erased ones too. */
  readonly ids: Int32Array
  /** Shared words, each ended by a zero byte. */
  readonly shared: Buffer
  /** Where each shared word begins; one more at the end. */
  readonly sharedStarts: Int32Array
  /** Rows of shared word w: `rows[rowStarts[w]]` to `rows[rowStarts[w + 1]]`. */
  readonly rowStarts: Int32Array
  readonly rows: Int32Array
  /** Words of one customer's own, each ended by a zero byte, row after row. */
  readonly own: Buffer
  /** Where each row's own words begin; one more at the end. */
  readonly ownStarts: Int32Array
}

/** Up to this many bytes a word is met so often that looking byte by byte is faster than jumping from hit to hit. */
const SHORT = 3

/** Marks in `into` (a byte per row) every row in which `word` stands as part of some word. Returns whether there was any. */
export function markWord(index: WordIndex, word: string, into: Uint8Array): boolean {
  const bytes = Buffer.from(word, 'utf8')
  if (bytes.length === 0) return false
  let isFound = false
  eachHit(index.shared, index.sharedStarts, bytes, (place) => {
    isFound = true
    const { rows, rowStarts } = index
    for (let at = rowStarts[place]!, end = rowStarts[place + 1]!; at < end; at += 1) into[rows[at]!] = 1
  })
  eachHit(index.own, index.ownStarts, bytes, (row) => {
    isFound = true
    into[row] = 1
  })
  return isFound
}

/** The same, looking only at rows that `among` marks; what it marks elsewhere says nothing. Quicker by far where those are few. */
export function markWordAmong(index: WordIndex, word: string, among: Uint8Array, into: Uint8Array): void {
  const bytes = Buffer.from(word, 'utf8')
  const { rows, rowStarts, own, ownStarts } = index
  eachHit(index.shared, index.sharedStarts, bytes, (place) => {
    for (let at = rowStarts[place]!, end = rowStarts[place + 1]!; at < end; at += 1) into[rows[at]!] = 1
  })
  for (let row = 0; row < among.length; row += 1)
    if (among[row] === 1 && into[row] === 0 && standsIn(own, ownStarts[row]!, ownStarts[row + 1]!, bytes)) into[row] = 1
}

function standsIn(text: Buffer, from: number, end: number, word: Buffer): boolean {
  const first = word[0]
  for (let at = from, last = end - word.length; at <= last; at += 1) {
    if (text[at] !== first) continue
    let same = 1
    while (same < word.length && text[at + same] === word[same]) same += 1
    if (same === word.length) return true
  }
  return false
}

/** Says of each stretch of `text` in which `word` stands, once. `starts`: where stretches begin, one more at the end. */
function eachHit(text: Buffer, starts: Int32Array, word: Buffer, take: (place: number) => void): void {
  if (word.length <= SHORT) {
    scanBytes(text, starts, word, take)
    return
  }
  const places = starts.length - 1
  let place = 0
  for (let at = text.indexOf(word); at >= 0;) {
    place = findStretch(starts, at, place, places)
    take(place)
    at = text.indexOf(word, starts[place + 1])
  }
}

/** The stretch that holds byte `at`, at or after stretch `from`. */
function findStretch(starts: Int32Array, at: number, from: number, end: number): number {
  let low = from
  let high = end
  // Hits lie close together or far apart: the step doubles until it is past, then halves.
  for (let step = 1; low + step < end; step *= 2) {
    if (starts[low + step]! > at) {
      high = low + step
      break
    }
    low += step
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= at) low = middle
    else high = middle
  }
  return low
}

function scanBytes(text: Buffer, starts: Int32Array, word: Buffer, take: (place: number) => void): void {
  const [a = 0, b = 0, c = 0] = word
  const length = word.length
  const bytes = new Uint8Array(text.buffer, text.byteOffset, text.byteLength)
  for (let place = 0, places = starts.length - 1; place < places; place += 1) {
    const end = starts[place + 1]!
    for (let at = starts[place]!; at < end; at += 1)
      if (bytes[at] === a && (length < 2 || bytes[at + 1] === b) && (length < 3 || bytes[at + 2] === c)) {
        take(place)
        break
      }
  }
}
