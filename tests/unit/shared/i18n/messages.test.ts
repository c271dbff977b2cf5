import { describe, expect, it } from 'vitest'
import { ERROR_CODES, SENTENCE_VALUES } from '../../../../src/shared/domain/errors.ts'
import { areas } from '../../../../src/shared/i18n/messages/index.ts'
import { translate } from '../../../../src/shared/i18n/translate.ts'

type Tree = string | { readonly [key: string]: Tree }
/** Every text of a language by its full key. */
function flatten(tree: Tree, key: string): [string, string][] {
  return typeof tree === 'string' ? [[key, tree]] : Object.entries(tree).flatMap(([name, child]) => flatten(child, `${key}.${name}`))
}
/** A name given in both languages (`nameEn`, `nameEs`) is one value: each text takes its own. */
const valuesIn = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([\w-]+)/g)].map(([, name = '']) => name.replace(/(?:En|Es)$/, '')).sort()

describe('texts', () => {
  it('take the same values in both languages, and are never empty', () => {
    for (const [area, texts] of Object.entries(areas)) {
      const spanish = new Map(flatten(texts.es, area))
      for (const [key, english] of flatten(texts.en, area)) {
        const other = spanish.get(key) ?? ''
        expect([key, other.trim() === '', [...new Set(valuesIn(other))]]).toEqual([
          key,
          english.trim() === '',
          [...new Set(valuesIn(english))]
        ])
      }
    }
  })

  it('have a sentence for every way the app can refuse something', () => {
    for (const code of ERROR_CODES)
      for (const language of ['es', 'en'] as const) expect(translate(language, `errors.${code}`)).not.toBe(`errors.${code}`)
  })

  // The types hold every `new CauceError(…)` to `SENTENCE_VALUES`, so no sentence can be shown with a value missing.
  it('name in the sentence of a refusal what the refusal says, and nothing else', () => {
    const values: Readonly<Record<string, readonly string[]>> = SENTENCE_VALUES
    for (const code of ERROR_CODES)
      for (const language of ['es', 'en'] as const)
        expect([code, [...new Set(valuesIn(areas.errors[language][code]))]]).toEqual([code, [...(values[code] ?? [])].sort()])
  })
})
