import type { Language, Text } from '../domain/text.ts'
import { isCalendarDay } from '../domain/calendar-day.ts'
import { formatDate, formatMoney, formatNumber, formatShare } from '../i18n/formats.ts'
import { listOperands, NEGATIONS } from './compare.ts'
import type { FieldDefinition, FieldType } from './field-types.ts'
import type { Operand, Operator } from './rule.ts'

/** What a reading needs beside the rule: names the data gives, and the currency. */
export interface ReadingWords {
  readonly currency: string
  /** The name of a value that only the data knows (a campaign, an RFM segment); null: it is said as it stands. */
  readonly nameChoice: (fieldId: string, value: string) => Text | null
  readonly nameSegment: (segmentId: string) => Text | null
}

/** What a sentence needs to know of a field. */
export type SaidField = Pick<FieldDefinition, 'id' | 'type' | 'choices' | 'isEvent'>
/** Stands where a value is still to be given. */
export const UNSAID = '…'

export interface Saying {
  readonly language: Language
  readonly words: ReadingWords
}

export const pick = (language: Language, en: string, es: string): string => (language === 'en' ? en : es)

/** "a, b or c", "a, b o c": Spanish changes "o" and "y" before the same sound. */
export function joinWords(parts: readonly string[], join: 'and' | 'or' | 'nor', language: Language): string {
  const last = parts.at(-1)
  if (last === undefined) return ''
  if (parts.length === 1) return last
  return `${parts.slice(0, -1).join(', ')} ${connect(join, last, language)} ${last}`
}

function connect(join: 'and' | 'or' | 'nor', next: string, language: Language): string {
  if (language === 'en') return join === 'nor' ? 'or' : join
  const sound = next.replace(/^[«“"(]+/, '').toLowerCase()
  if (join === 'nor') return 'ni'
  if (join === 'or') return /^h?[oó]/.test(sound) ? 'u' : 'o'
  return /^h?[ií](?![aeoáéó])/.test(sound) ? 'e' : 'y'
}

const quote = (text: string, language: Language): string => pick(language, `“${text}”`, `«${text}»`)

/** One value as people write it: amounts with their currency, days with their unit, names for codes. */
function sayValue(field: SaidField, value: string | number, { language, words }: Saying): string {
  const known = field.choices?.find((each) => each.value === value)?.name ?? words.nameChoice(field.id, String(value))
  if (known) return field.type === 'choice' && field.choices ? lowerFirst(known[language]) : quote(known[language], language)
  return VALUES[field.type](value, language, words)
}

/** A choice inside a sentence; what is written in capitals stays. */
function lowerFirst(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1)
}

type SayValue = (value: string | number, language: Language, words: ReadingWords) => string
const number: SayValue = (value, language) => formatNumber(Number(value), language, 2)
const text: SayValue = (value, language) => quote(String(value), language)
const VALUES: Readonly<Record<FieldType, SayValue>> = {
  text,
  choice: text,
  tags: text,
  segment: (value, language, words) => quote(words.nameSegment(String(value))?.[language] ?? String(value), language),
  number,
  count: number,
  score: number,
  days: (value, language) =>
    `${formatNumber(Number(value), language)} ${Number(value) === 1 ? pick(language, 'day', 'día') : pick(language, 'days', 'días')}`,
  amount: (value, language, words) => formatMoney(Number(value), words.currency, language),
  share: (value, language) => formatShare(Number(value), language),
  date: (value, language) => (isCalendarDay(String(value)) ? formatDate(String(value), language) : quote(String(value), language)),
  boolean: text
}

/** Values in words; the ones still to be given are left open. */
export function sayValues(field: SaidField, operand: Operand, saying: Saying): string[] {
  const values = listOperands(operand)
  return values.length === 0 ? [UNSAID] : values.map((value) => sayValue(field, value, saying))
}

const DAYS = { id: '', type: 'days' } as const
const MONTHS: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-ES' }
const sayMonth = (month: number, language: Language): string =>
  new Intl.DateTimeFormat(MONTHS[language], { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1, 1))

/** What follows the subject: `is “Madrid”`, `fue hace 90 días o más`. `isNegative` puts the whole in the negative. */
export function sayPredicate(field: SaidField, operator: Operator, operand: Operand, isNegative: boolean, saying: Saying): string {
  const { language } = saying
  const opposite = NEGATIONS[operator]
  if (opposite) return sayPredicate(field, opposite, operand, !isNegative, saying)
  if (operator === 'filled') return pick(language, isNegative ? 'is not known' : 'is known', isNegative ? 'no consta' : 'consta')
  const verb = TEXTS[operator]
  if (verb) return `${sayVerb(verb[language], isNegative, language)} ${sayValues(field, operand, saying)[0] ?? UNSAID}`
  return sayBeing(field, operator, operand, isNegative, saying)
}

const COMPARED: ReadonlySet<Operator> = new Set<Operator>(['lt', 'le', 'gt', 'ge'])
/** Operators whose opposite is another one, so that "not at least 3" can be said as "less than 3". */
const FLIPPED: Readonly<Partial<Record<Operator, Operator>>> = { lt: 'ge', ge: 'lt', le: 'gt', gt: 'le' }

function sayBeing(field: SaidField, operator: Operator, operand: Operand, isNegative: boolean, saying: Saying): string {
  const { language } = saying
  const flipped = isNegative ? FLIPPED[operator] : undefined
  if (flipped) return sayBeing(field, flipped, operand, false, saying)
  const complement = sayComplement(field, operator, operand, isNegative, saying)
  // Spanish says "es de más de 3" and "está entre 2 y 5".
  const isRange = operator === 'between' && field.type !== 'date'
  const present = isRange ? 'está' : COMPARED.has(operator) ? 'es de' : 'es'
  const verb = field.isEvent ? pick(language, 'was', 'fue') : pick(language, 'is', present)
  return `${sayVerb(verb, isNegative, language)} ${complement}`
}

function sayVerb(verb: string, isNegative: boolean, language: Language): string {
  if (!isNegative) return verb
  if (language === 'es') return `no ${verb}`
  return verb === 'is' || verb === 'was' ? `${verb} not` : `does not ${verb.replace(/^(\w+?)s\b/, '$1')}`
}

const TEXTS: Readonly<Partial<Record<Operator, Text>>> = {
  contains: { en: 'contains', es: 'contiene' },
  'starts-with': { en: 'starts with', es: 'empieza por' },
  'ends-with': { en: 'ends with', es: 'termina en' }
}

/** What stands after "is": `at least 3`, `more than 90 days`, `in the last 30 days`. */
export function sayComplement(field: SaidField, operator: Operator, operand: Operand, isNegative: boolean, saying: Saying): string {
  const say = COMPLEMENTS[operator]
  return say ? say(field, operand, saying) : joinWords(sayValues(field, operand, saying), isNegative ? 'nor' : 'or', saying.language)
}

type Complement = (field: SaidField, operand: Operand, saying: Saying) => string
/** A complement around the first value. */
const around =
  (en: string, es: string): Complement =>
  (field, operand, saying) =>
    pick(saying.language, en, es).replace('{v}', () => sayValues(field, operand, saying)[0] ?? UNSAID)
const sayDays = (operand: Operand, saying: Saying): string => sayValues(DAYS, operand, saying)[0] ?? UNSAID

const COMPLEMENTS: Readonly<Partial<Record<Operator, Complement>>> = {
  lt: around('less than {v}', 'menos de {v}'),
  le: around('at most {v}', 'como mucho {v}'),
  gt: around('more than {v}', 'más de {v}'),
  ge: around('at least {v}', 'al menos {v}'),
  before: around('before {v}', 'antes del {v}'),
  after: around('after {v}', 'después del {v}'),
  on: around('on {v}', 'el {v}'),
  between: (field, operand, saying) => {
    const [from = UNSAID, to = UNSAID] = sayValues(field, operand, saying)
    const the = field.type === 'date' ? 'el ' : ''
    return pick(saying.language, `between ${from} and ${to}`, `entre ${the}${from} y ${the}${to}`)
  },
  'last-days': (_, operand, saying) =>
    pick(
      saying.language,
      Number(operand) === 1 ? 'in the last day' : `in the last ${sayDays(operand, saying)}`,
      Number(operand) === 1 ? 'en el último día' : `en los últimos ${sayDays(operand, saying)}`
    ),
  'older-days': (_, operand, saying) =>
    pick(saying.language, `${sayDays(operand, saying)} ago or more`, `hace ${sayDays(operand, saying)} o más`),
  'in-window': (_, __, { language }) => pick(language, 'in the analysis window', 'en la ventana de análisis'),
  month: (_, operand, { language }) =>
    `${pick(language, 'in', 'en')} ${joinWords(
      listOperands(operand).map((month) => sayMonth(Number(month), language)),
      'or',
      language
    )}`
}
