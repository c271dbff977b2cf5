/** Advance of a character in em, by what it looks like; a little wide on purpose, so that text stays inside with a fallback font too. */
const ADVANCES: readonly (readonly [RegExp, number])[] = [
  [/[iljI.,:;'’|!·\u00a0 ]/u, 0.32],
  [/[ftr()[\]/"«»“”-]/u, 0.42],
  [/[mwMW%@—…]/u, 0.92],
  [/[\p{Lu}\d+−×÷≥≤=?¿¡€$&]/u, 0.68],
  [/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef\u{1f000}-\u{1faff}]/u, 1.05]
]
const PLAIN = 0.58
const BOLD = 1.06

/** Approximate width of one line, in the units of `size`. */
export function measureText(text: string, size: number, isBold = false): number {
  let em = 0
  for (const character of text) em += ADVANCES.find(([pattern]) => pattern.test(character))?.[1] ?? PLAIN
  return em * size * (isBold ? BOLD : 1)
}

/** Breaks a text between words so that no line is wider than `width`; a word that is wider by itself is broken inside. */
export function wrapText(text: string, width: number, size: number, isBold = false): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((each) => breakWord(each, width, size, isBold))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measureText(longer, size, isBold) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

function breakWord(word: string, width: number, size: number, isBold: boolean): string[] {
  if (measureText(word, size, isBold) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece !== '' && measureText(piece + character, size, isBold) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}

export interface FittedText {
  readonly lines: string[]
  readonly size: number
}

/** The largest size from `size` down to `least` at which the text takes at most `maxLines`; at `least` it takes what it needs. */
export function fitText(
  text: string,
  { width, maxLines, size, least, isBold = false }: { width: number; maxLines: number; size: number; least: number; isBold?: boolean }
): FittedText {
  for (let tried = size; tried > least; tried -= 0.5) {
    const lines = wrapText(text, width, tried, isBold)
    if (lines.length <= maxLines) return { lines, size: tried }
  }
  return { lines: wrapText(text, width, least, isBold), size: least }
}
