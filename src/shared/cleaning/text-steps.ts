/** Spaces of any kind (no-break, thin, zero-width, tabs) become one plain space; none around. Line ends within stay one line end. */
export function trimSpaces(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/[^\S\r\n]+/gu, ' ')
    .replace(/ ?(?:\r\n|\r|\n) ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

/** A value without accents, case or spaces around: how a person's table of values is looked up. */
export function keyOfValue(text: string): string {
  return trimSpaces(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}
