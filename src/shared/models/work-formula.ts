import type { Kpi, Metric } from '../contract/models.ts'
import type { Language } from '../domain/text.ts'
import { formatFigure } from '../i18n/figures.ts'
import { formatOperand } from './format-operand.ts'

/** How a figure follows from its two numbers: computed, and written with both put in. */
interface Form {
  readonly compute: (numerator: number, denominator: number) => number
  readonly write: (numerator: string, denominator: string) => string
}

const QUOTIENT: Form = { compute: (n, d) => n / d, write: (n, d) => `${n} / ${d}` }
const SHARE: Form = { compute: (n, d) => (100 * n) / d, write: (n, d) => `${n} / ${d}` }
const POINTS: Form = { compute: (n, d) => (100 * n) / d, write: (n, d) => `100 × ${n} / ${d}` }
const GROWTH: Form = { compute: (n, d) => 100 * (n / d - 1), write: (n, d) => `${n} / ${d} − 1` }
const REST: Form = { compute: (n, d) => 100 - (100 * n) / d, write: (n, d) => `1 − ${n} / ${d}` }
const DIFFERENCE: Form = { compute: (n, d) => n - d, write: (n, d) => `${n} − ${d}` }

/** The ways a figure of that unit may follow from its numbers; the one that gives the value is the one it was. */
const FORMS: Readonly<Record<Kpi['unit'], readonly Form[]>> = {
  '%': [SHARE, GROWTH, REST],
  currency: [QUOTIENT],
  count: [QUOTIENT],
  ratio: [QUOTIENT],
  '0–1': [QUOTIENT],
  hours: [QUOTIENT],
  days: [QUOTIENT],
  pp: [DIFFERENCE],
  'per 100': [POINTS, DIFFERENCE],
  '−100…100': [POINTS],
  '0–100': [QUOTIENT, POINTS]
}

/** Money is kept in whole minor units, so its mean may be half a unit off. */
const isSame = (a: number, b: number, unit: Kpi['unit']): boolean =>
  Math.abs(a - b) <= (unit === 'currency' ? 0.51 : 1e-6 * Math.max(1, Math.abs(b)))

/**
 * The figure's formula with its numbers put in: `1,204 / 3,910 = 30.8%`. Null where the value does not follow from its two
 * numbers by a plain division or difference (a median, a model): then nothing is claimed.
 */
export function workFormula(
  { id, kpi, value, numerator, denominator }: Pick<Metric, 'id' | 'kpi' | 'value' | 'numerator' | 'denominator'>,
  currency: string,
  language: Language
): string | null {
  if (value === null || numerator === null || denominator === null) return null
  const form = FORMS[kpi.unit].find(({ compute }) => isSame(compute(numerator, denominator), value, kpi.unit))
  if (!form) return null
  const write = (part: 'numerator' | 'denominator', amount: number): string => formatOperand(id, part, amount, currency, language)
  return `${form.write(write('numerator', numerator), write('denominator', denominator))} = ${formatFigure(value, kpi.unit, currency, language)}`
}
