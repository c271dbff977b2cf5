import type { Text } from '../../../shared/domain/text.ts'
import { translate } from '../../../shared/i18n/translate.ts'

/** What could not be taken over or written as it was, each said once with how often it happened. Keys under `diagramExchange.notes`. */
export class NoteList {
  readonly #counts = new Map<string, number>()

  add(key: string, times = 1): void {
    if (times > 0) this.#counts.set(key, (this.#counts.get(key) ?? 0) + times)
  }

  /** In both languages, in the order they first came up. */
  toTexts(): Text[] {
    return [...this.#counts].map(([key, count]) => {
      const tell = (language: 'en' | 'es'): string => translate(language, `diagramExchange.notes.${key}`, { count })
      return { en: tell('en'), es: tell('es') }
    })
  }
}
