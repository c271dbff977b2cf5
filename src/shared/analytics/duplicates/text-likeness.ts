/** Rows of the table of edits, kept between calls: a search compares millions of words. */
let above = new Uint8Array(64)
let before = new Uint8Array(64)
let row = new Uint8Array(64)
/** Longer texts are not compared letter by letter. */
const MOST_LETTERS = 250

/**
 * Edits that make one text of the other: letters left out, added, changed, or two neighbours swapped (optimal string
 * alignment). Stops beyond `most` and then answers `most + 1`.
 */
export function countEdits(one: string, other: string, most: number): number {
  if (one === other) return 0
  if (Math.abs(one.length - other.length) > most || one.length > MOST_LETTERS || other.length > MOST_LETTERS) return most + 1
  // What both begin and end with needs no edit.
  let start = 0
  while (start < one.length && start < other.length && one.charCodeAt(start) === other.charCodeAt(start)) start++
  let oneEnd = one.length
  let otherEnd = other.length
  while (oneEnd > start && otherEnd > start && one.charCodeAt(oneEnd - 1) === other.charCodeAt(otherEnd - 1)) {
    oneEnd--
    otherEnd--
  }
  const height = oneEnd - start
  const width = otherEnd - start
  if (height === 0 || width === 0) return Math.min(most + 1, Math.max(height, width))
  if (most === 1) return isOneEdit(one, other, start, height, width) ? 1 : 2
  return countInTable(one.slice(start, oneEnd), other.slice(start, otherEnd), most)
}

/** For what is left of two texts when their common ends are gone. */
function isOneEdit(one: string, other: string, start: number, height: number, width: number): boolean {
  if (height === 1 && width === 1) return true
  const isSwap = one.charCodeAt(start) === other.charCodeAt(start + 1) && one.charCodeAt(start + 1) === other.charCodeAt(start)
  return height === 2 && width === 2 && isSwap
}

function countInTable(one: string, other: string, most: number): number {
  const width = other.length + 1
  if (above.length < width) [above, before, row] = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)]
  for (let j = 0; j < width; j++) above[j] = j
  for (let i = 1; i <= one.length; i++) {
    const letter = one.charCodeAt(i - 1)
    row[0] = i
    let least = i
    for (let j = 1; j < width; j++) {
      const facing = other.charCodeAt(j - 1)
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (letter === facing ? 0 : 1))
      if (i > 1 && j > 1 && letter === other.charCodeAt(j - 2) && one.charCodeAt(i - 2) === facing)
        cost = Math.min(cost, before[j - 2]! + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    const spare = before
    before = above
    above = row
    row = spare
  }
  return Math.min(above[width - 1]!, most + 1)
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/sh/g, 's'],
  [/ch/g, 'X'],
  [/h/g, ''],
  [/ll/g, 'i'],
  [/[yj](?=$|[^aeiou])/g, 'i'],
  [/gu(?=[ei])/g, 'G'],
  [/g(?=[ei])/g, 'j'],
  [/G/g, 'g'],
  [/y/g, 'i'],
  [/x/g, 'j'],
  [/qu|q/g, 'k'],
  [/c(?=[ei])/g, 's'],
  [/c/g, 'k'],
  [/z/g, 's'],
  [/[vw]/g, 'b'],
  [/m(?=[bp])/g, 'n'],
  [/(.)\1+/g, '$1']
]

/** How a word sounds in Spanish, roughly (ours): b and v, s, z and c, g and j, ll and y, and a silent h are written alike. Takes lower case without accents. */
export function spellSound(word: string): string {
  let sound = word
  for (const [pattern, replacement] of SOUNDS) sound = sound.replace(pattern, replacement)
  return sound
}

/** The first sound and the consonants after it, at most five: what most slips of the pen leave as it was. For gathering only. */
export function spellSkeleton(sound: string): string {
  return (sound.slice(0, 1) + sound.slice(1).replace(/[aeiou]/g, '')).slice(0, 5)
}
