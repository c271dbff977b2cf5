import type { Language } from '../domain/text.ts'
import type { Model } from './model.ts'

const DECADE = /^(\d{3}0)s$/u

/** `Don Peppers & Martha Rogers · 1999`: whose a model is and from when. A decade is said as the language does; what is empty is left out. */
export function tellAuthors({ authors, year }: Pick<Model, 'authors' | 'year'>, language: Language, between = ' · '): string {
  const when = language === 'es' ? year.replace(DECADE, 'década de $1') : year
  return [authors, when].filter((part) => part !== '').join(between)
}
