import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Characters a file of the latin and of the latin-ext set holds, as their makers divide them. */
const SETS = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'
} as const
/** Single weights and not the variable files: a PDF can embed only those as fonts. */
const FACES = [
  { family: 'Inter', weight: 400 },
  { family: 'Inter', weight: 600 },
  { family: 'Newsreader', weight: 500 }
] as const

const cache = new Map<string, string>()

/**
 * The @font-face rules that set `text`, with the fonts inside as `data:` addresses, so that what leaves the app looks the same on a
 * machine that has none of them. The rarer letters come along only where the text has one.
 */
export function embedFonts(resourcesDir: string, text: string): string {
  const sets = (Object.keys(SETS) as (keyof typeof SETS)[]).filter((set) => set === 'latin' || hasLetter(text, SETS[set]))
  return FACES.flatMap(({ family, weight }) =>
    sets.map((set) => {
      const source = `url(data:font/woff2;base64,${readFont(resourcesDir, `${family.toLowerCase()}-${set}-${String(weight)}.woff2`)})`
      return `@font-face{font-family:${family};font-weight:${String(weight)};src:${source} format(woff2);unicode-range:${SETS[set]}}`
    })
  ).join('\n')
}

function readFont(resourcesDir: string, fileName: string): string {
  const path = join(resourcesDir, 'fonts', fileName)
  const content = cache.get(path) ?? readFileSync(path).toString('base64')
  cache.set(path, content)
  return content
}

/** Whether a character of the text lies in one of the ranges (`U+0100-02BA,U+2020`). */
export function hasLetter(text: string, ranges: string): boolean {
  const pattern = ranges.replace(/U\+([\dA-F]+)(?:-([\dA-F]+))?,?/g, (_, from: string, to?: string) =>
    to === undefined ? `\\u{${from}}` : `\\u{${from}}-\\u{${to}}`
  )
  return new RegExp(`[${pattern}]`, 'u').test(text)
}
