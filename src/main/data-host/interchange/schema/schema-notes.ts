import type { Text } from '../../../../shared/domain/text.ts'
import { translate } from '../../../../shared/i18n/translate.ts'

/** A sentence of `diagramSchema.notes` in both languages. */
export function tell(key: string, values: Readonly<Record<string, string | number>> = {}): Text {
  const say = (language: 'en' | 'es'): string => translate(language, `diagramSchema.notes.${key}`, values)
  return { en: say('en'), es: say('es') }
}

/** So many files are named one by one; further ones are counted. */
const NAMED = 12
const LONGEST_NAME = 160

/** Things left out for the same reason, by name. */
export class LeftOut {
  readonly #key: string
  readonly #names: string[] = []
  #count = 0

  /** `key`: of `diagramSchema.notes`, a sentence with `name` for one and `<key>More` with `more` for those not named. */
  constructor(key: string) {
    this.#key = key
  }

  add(name: string): void {
    this.#count += 1
    if (this.#names.length <= NAMED) this.#names.push(name.slice(-LONGEST_NAME))
  }

  get notes(): Text[] {
    // A single one more is named too.
    const shown = this.#count === this.#names.length ? this.#names : this.#names.slice(0, NAMED)
    const more = this.#count - shown.length
    return [...shown.map((name) => tell(this.#key, { name })), ...(more > 0 ? [tell(`${this.#key}More`, { more })] : [])]
  }
}
