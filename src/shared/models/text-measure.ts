import { ADVANCES, type Face } from './font-advances.ts'

/** Kerning and rounding may add a little to the sum of the advances. */
const SPARE = 1.015
/** Characters the faces lack come from whatever the machine has: taken wide on purpose. */
const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef\u{1f000}-\u{1faff}]/u
const FOREIGN = { wide: 1_050, plain: 800 }

const WIDTHS: Readonly<Record<Face, ReadonlyMap<string, number>>> = {
  regular: readAdvances('regular'),
  bold: readAdvances('bold'),
  title: readAdvances('title')
}

function readAdvances(face: Face): ReadonlyMap<string, number> {
  const groups = Object.entries(ADVANCES[face])
  const widths = new Map(groups.flatMap(([advance, characters]) => Array.from(characters).map((each) => [each, Number(advance)] as const)))
  // Figures are set tabular in the window and proportional in a file: the widest digit holds for both.
  const digit = Math.max(...Array.from('0123456789', (each) => widths.get(each) ?? 0))
  for (const each of '0123456789') widths.set(each, digit)
  return widths
}

/** Width of one line, in the units of `size`, as the face itself sets it. */
export function measureText(text: string, size: number, face: Face = 'regular'): number {
  let sum = 0
  for (const character of text) sum += WIDTHS[face].get(character) ?? (WIDE.test(character) ? FOREIGN.wide : FOREIGN.plain)
  return (sum / 1_000) * size * SPARE
}

/** Breaks a text between words so that no line is wider than `width`; a word that is wider by itself is broken inside. */
export function wrapText(text: string, width: number, size: number, face: Face = 'regular'): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((each) => breakWord(each, width, size, face))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measureText(longer, size, face) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

/** The same from the last word on: lines are as long as they can be from the end, so that the first is the shortest. */
export function wrapFromEnd(text: string, width: number, size: number, face: Face = 'regular'): string[] {
  const turn = (line: string): string => line.split(' ').reverse().join(' ')
  return wrapText(turn(text), width, size, face).reverse().map(turn)
}

function breakWord(word: string, width: number, size: number, face: Face): string[] {
  if (measureText(word, size, face) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece !== '' && measureText(piece + character, size, face) > width) {
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
  /** The text did not fit even at its least size: its end gave way to an ellipsis. */
  readonly isCut: boolean
}

export interface TextRoom {
  readonly width: number
  readonly maxLines: number
  readonly size: number
  readonly least: number
  readonly face?: Face
}

/** The largest size from `size` down to `least` at which the text takes at most `maxLines`; what does not fit at `least` is cut. */
export function fitText(text: string, { width, maxLines, size, least, face = 'regular' }: TextRoom): FittedText {
  for (let tried = size; tried >= least; tried -= 0.5) {
    const lines = wrapText(text, width, tried, face)
    if (lines.length <= maxLines && lines.every((line) => measureText(line, tried, face) <= width))
      return { lines, size: tried, isCut: false }
  }
  const lines = wrapText(text, width, least, face)
  const last = cutText(lines.slice(maxLines - 1).join(' '), width, least, face)
  return { lines: [...lines.slice(0, maxLines - 1), last], size: least, isCut: true }
}

/** As much of the text as fits before an ellipsis; nothing where not even that fits. */
function cutText(text: string, width: number, size: number, face: Face): string {
  const characters = Array.from(text)
  while (characters.length > 0 && measureText(`${characters.join('')}…`, size, face) > width) characters.pop()
  return characters.length > 0 ? `${characters.join('').trimEnd()}…` : ''
}
