import type { Language } from '../../../shared/domain/text.ts'
import { readFigure } from '../../../shared/i18n/read-figure.ts'

interface Survivors {
  readonly survivors: readonly number[]
  /** The first thing that is no number of customers; null: all are. */
  readonly wrong: string | null
}

/** Customers still there as a person types or pastes them: counts or per cent, with spaces, semicolons, tabs or lines between. */
export function readSurvivors(text: string, language: Language): Survivors {
  const words = text
    .split(/[\s;]+/)
    .map((word) => word.replace(/,$/, ''))
    .filter((word) => word !== '' && word !== '%')
  const numbers = words.map((word) => readFigure(word, 'count', '', language))
  const at = numbers.findIndex((number) => number === null || number < 0)
  return { survivors: numbers.filter((number) => number !== null), wrong: at < 0 ? null : (words[at] ?? '') }
}
