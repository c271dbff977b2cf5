import type { LETTER_CASES } from './recipe.ts'

/** Words within a Spanish (or Portuguese, Italian, Dutch, German) name that stay small, unless the name begins with them. */
const PARTICLES = new Set('de del la las los el lo y e i da das do dos di van von der den ter zu'.split(' '))
/** Legal forms, written in capitals. */
export const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'sa sl slu sau sll slp slne sc scl scp cb aie ute sas srl spa sapi cv rl ltda eirl sacv plc llc ltd gmbh ag bv nv'.split(' ')
)
const FORMS_WRITTEN = new Map([
  ['ltda', 'Ltda'],
  ['ltd', 'Ltd'],
  ['gmbh', 'GmbH'],
  ['spa', 'SpA']
])
/** Letters of a legal form with points: `s.l.`, `S.A.`, `s.r.l.`. */
const POINTED = /^(?:\p{L}\.){2,}\p{L}?\.?$/u
const ROMAN = /^(?=[ivx]{2,})(?:x{0,3})(?:ix|iv|v?i{0,3})$/u
const WORD = /[^\s]+/gu
const PART = /[\p{L}\p{M}\p{N}]+/gu

/**
 * A name as it is written: `MARÍA DE LA CRUZ` is `María de la Cruz`, `panadería lópez s.l.` is `Panadería López S.L.`. Words
 * that mix capitals and small letters (`McDonald`, `IKEAs`) are taken as meant and stay.
 */
export function writeAsName(text: string): string {
  let isFirst = true
  return text.replace(WORD, (word) => {
    const written = writeWord(word, isFirst)
    // After a comma a name begins anew: `García, de la Cruz` is rare, `García, Ana` is not touched by it either way.
    isFirst = false
    return written
  })
}

/** All in capitals, or all in small letters: as nobody means a name to look. */
export function isShouted(text: string): boolean {
  const letters = text.replace(/[^\p{L}]+/gu, '')
  return letters.length > 2 && (letters === letters.toUpperCase() || letters === letters.toLowerCase())
}

function writeWord(word: string, isFirst: boolean): string {
  const lower = word.toLowerCase()
  const isMixed = word !== lower && word !== word.toUpperCase() && word !== capitalise(lower)
  if (isMixed) return word
  const bare = lower.replace(/[.,;()]+$/u, '')
  const tail = lower.slice(bare.length)
  if (!isFirst) {
    if (POINTED.test(lower.replace(/[,;]+$/u, ''))) return word.toUpperCase()
    if (LEGAL_FORMS.has(bare)) return (FORMS_WRITTEN.get(bare) ?? bare.toUpperCase()) + tail
    if (PARTICLES.has(bare)) return lower
    if (ROMAN.test(bare)) return bare.toUpperCase() + tail
  }
  return lower.replace(PART, (part, at: number) => {
    // `d'angelo` and `o'brien` are two parts; an English `'s` is not.
    if (at > 0 && /['’]/u.test(lower.charAt(at - 1)) && part.length === 1) return part
    return capitalise(part)
  })
}

function capitalise(text: string): string {
  const [first = '', ...rest] = text
  const upper = first.toLocaleUpperCase('es')
  // `ß` has no capital of one letter.
  return (upper.length === first.length ? upper : first) + rest.join('')
}

export const WRITE_CASE: Record<(typeof LETTER_CASES)[number], (text: string) => string> = {
  upper: (text) => text.toLocaleUpperCase('es'),
  lower: (text) => text.toLocaleLowerCase('es'),
  names: writeAsName
}
