import type { NAME_ORDERS } from './recipe.ts'

/** Words that belong to the one after them: `de la Fuente`, `del Carmen`. */
const PARTICLES = new Set('de del la las los el da do das dos di van von der den san santa'.split(' '))
/** A conjunction ties what stands on both sides: `Ortega y Gasset`. */
const TIES = new Set(['y', 'i', 'e'])
const HONORIFICS = new Set('sr sra srta d dª don doña dña dr dra mr mrs ms'.split(' '))
/** Given names that stand second in two-part names; with them three words are two of name and one surname (`José Luis García`). */
const SECOND_GIVEN = new Set(
  (
    'luis carlos antonio jose josé maria maría manuel javier francisco miguel angel ángel ignacio alberto ramon ramón pablo pedro juan jesus jesús ' +
    'fernando enrique eduardo andres andrés david daniel alejandro rafael vicente joaquin joaquín ' +
    'isabel carmen teresa pilar dolores luisa jose josefa elena mercedes rosario ángeles angeles cristina victoria eugenia soledad ' +
    'fernanda paula belen belén mar paz'
  ).split(' ')
)
const FIRST_OF_TWO = new Set('jose josé juan luis maria maría ana miguel francisco carlos pedro jesus jesús rosa'.split(' '))
const LEGAL_FORM =
  /(?:^|[\s,])(?:s\.?\s?[al]\.?u?|s\.?l\.?l\.?|s\.?r\.?l\.?|s\.?a\.?s\.?|c\.?b\.?|s\.?c\.?|ltda\.?|ltd\.?|inc\.?|gmbh|slu|sau|coop\.?|s\.?a\.?\s+de\s+c\.?v\.?)\s*$/iu

/** Given name, first and second surname; what a name does not have is blank. */
type NameParts = readonly [given: string, surname: string, secondSurname: string]

export const isCompanyName = (text: string): boolean => LEGAL_FORM.test(text)

const bare = (word: string): string => word.toLowerCase().replace(/[.,]+$/u, '')

/** Words that belong together: particles with what follows them, `y` with both sides. */
function groupWords(text: string): string[] {
  const units: string[] = []
  let open = ''
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const isTie = TIES.has(bare(word)) && units.length > 0 && open === ''
    if (isTie) open = `${units.pop() ?? ''} ${word}`
    else if (PARTICLES.has(bare(word))) open = open === '' ? word : `${open} ${word}`
    else {
      units.push(open === '' ? word : `${open} ${word}`)
      open = ''
    }
  }
  // A particle at the end belongs to what is before it.
  if (open !== '') units.push(`${units.pop() ?? ''} ${open}`.trim())
  return units
}

function joinParts(given: readonly string[], surnames: readonly string[]): NameParts {
  return [given.join(' '), surnames[0] ?? '', surnames.slice(1).join(' ')]
}

/**
 * Splits a person's full name with one or two surnames. A comma settles what is what (`García López, Ana`); without one,
 * `order` does. Companies (a legal form at the end) stay whole, as given name.
 */
export function splitName(text: string, order: (typeof NAME_ORDERS)[number]): NameParts {
  const whole = text.trim().replace(/\s+/gu, ' ')
  if (isCompanyName(whole)) return [whole, '', '']
  const comma = whole.indexOf(',')
  if (comma > 0) {
    const given = dropHonorific(groupWords(whole.slice(comma + 1)))
    return joinParts(given, groupWords(whole.slice(0, comma)))
  }
  const units = dropHonorific(groupWords(whole))
  if (units.length <= 1) return joinParts(units, [])
  if (order === 'surnames-first') {
    const surnames = units.length === 2 || (units.length === 3 && isTwoPartGiven(units[1], units[2])) ? 1 : 2
    return joinParts(units.slice(surnames), units.slice(0, surnames))
  }
  const given =
    units.length === 2 || (units.length === 3 && !isTwoPartGiven(units[0], units[1])) ? 1 : units.length === 3 ? 2 : units.length - 2
  return joinParts(units.slice(0, given), units.slice(given))
}

function dropHonorific(units: string[]): string[] {
  return units.length > 1 && HONORIFICS.has(bare(units[0] ?? '')) ? units.slice(1) : units
}

function isTwoPartGiven(first = '', second = ''): boolean {
  const word = bare(second)
  const after = word.split(' ').at(-1) ?? ''
  return FIRST_OF_TWO.has(bare(first)) && SECOND_GIVEN.has(word.includes(' ') ? after : word)
}
