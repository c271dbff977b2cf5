import i18next, { type i18n } from 'i18next'
import { LANGUAGES, type Language } from '../domain/text.ts'
import { areas } from './messages/index.ts'

function resourcesOf(language: Language): Record<string, unknown> {
  return Object.fromEntries(Object.entries(areas).map(([area, texts]) => [area, texts[language]]))
}

/** A translator of its own: the window's changes language with the person's choice, others stay in one language. */
export function createTranslator(language: Language): i18n {
  const instance = i18next.createInstance()
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    resources: Object.fromEntries(LANGUAGES.map((each) => [each, { translation: resourcesOf(each) }]))
  })
  return instance
}

const translators = new Map<Language, i18n>()

/** One text, for code outside the window (menu, reports, command line). Params fill `{{name}}`; `count` picks the plural. */
export function translate(language: Language, key: string, params: Record<string, string | number> = {}): string {
  let translator = translators.get(language)
  if (!translator) {
    translator = createTranslator(language)
    translators.set(language, translator)
  }
  return translator.t(key, params)
}
