import type { Language } from '../domain/text.ts'
import { NEGATIONS, listOperands } from './compare.ts'
import { joinWords, pick, sayComplement, sayPredicate, sayValues, UNSAID, type Saying } from './describe-comparison.ts'
import type { FieldDefinition } from './field-types.ts'
import { findRecordField, findSubject } from './find-field.ts'
import type { Comparison, Measure, Operand, Operator, RecordCondition } from './rule.ts'
import type { SubjectDefinition } from './subjects.ts'

/** "who have at least 3 orders by “web” in the last 90 days", "que no tienen ninguna queja con estado abierta". */
export function sayRecords(condition: RecordCondition, saying: Saying): string {
  const subject = findSubject(condition.subject)
  if (!subject) return UNSAID
  return (SENTENCES[condition.measure] ?? sayMeasured)(subject, condition, saying)
}

type Sentence = (subject: SubjectDefinition, condition: RecordCondition, saying: Saying) => string

function sayFilters(subject: SubjectDefinition, where: readonly Comparison[], saying: Saying): string {
  return where.map((filter) => ` ${sayFilter(findRecordField(subject, filter.field), filter, saying)}`).join('')
}

function sayFilter(field: FieldDefinition | null, { operator, value }: Comparison, saying: Saying): string {
  const { language } = saying
  if (!field) return UNSAID
  if (field.type === 'boolean') return (operator === 'no' ? field.no : field.yes)?.[language] ?? field.name[language]
  if (field.type === 'date' && operator !== 'filled' && operator !== 'blank') return sayComplement(field, operator, value, false, saying)
  const isChosen = operator === 'is' || operator === 'one-of'
  if (field.filter && isChosen)
    return field.filter[language].replace('{v}', () => joinWords(sayValues(field, value, saying), 'or', language))
  return `${pick(language, 'with', 'con')} ${sayAttribute(field, operator, value, saying)}`
}

/** `amount of at least €50`, `canal que no es «web»`. */
function sayAttribute(field: FieldDefinition, operator: Operator, operand: Operand, saying: Saying): string {
  const { language } = saying
  const name = sayName(field, language)
  if (OF_A_SIZE.has(operator) && field.type !== 'date')
    return `${name} ${pick(language, 'of', 'de')} ${sayComplement(field, operator, operand, false, saying)}`
  if (operator === 'is' || operator === 'one-of') return `${name} ${joinWords(sayValues(field, operand, saying), 'or', language)}`
  return `${name} ${pick(language, 'that', 'que')} ${sayPredicate(field, operator, operand, false, saying)}`
}
const OF_A_SIZE: ReadonlySet<Operator> = new Set<Operator>(['eq', 'lt', 'le', 'gt', 'ge', 'between'])

/** The field's name inside a sentence, without the scale it is explained by. */
function sayName(field: FieldDefinition, language: Language): string {
  return field.name[language].replace(/ \(.*\)$/, '').replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase())
}

const isNone = (operator: Operator, value: Operand): boolean => {
  const [first] = listOperands(value)
  return ((operator === 'eq' || operator === 'le') && first === 0) || (operator === 'lt' && first === 1)
}
const isSome = (operator: Operator, value: Operand): boolean => {
  const [first] = listOperands(value)
  return (operator === 'ge' && first === 1) || ((operator === 'gt' || operator === 'ne') && first === 0)
}

const COUNT = { id: '', type: 'count' } as const

const sayCount: Sentence = (subject, { operator, value, not, where }, saying) => {
  const { language } = saying
  const { one, many, gender } = subject
  const filters = sayFilters(subject, where, saying)
  const [has, hasNone] = [isSome(operator, value), isNone(operator, value)]
  if (has || hasNone)
    return hasNone !== not
      ? pick(language, `who have no ${one.en}${filters}`, `que no tienen ${gender === 'm' ? 'ningún' : 'ninguna'} ${one.es}${filters}`)
      : pick(language, `who have some ${one.en}${filters}`, `que tienen ${gender === 'm' ? 'algún' : 'alguna'} ${one.es}${filters}`)
  const isNegative = (NEGATIONS[operator] !== undefined) !== not
  const base = NEGATIONS[operator] ?? operator
  const isOne = listOperands(value).at(-1) === 1
  const size =
    base === 'eq'
      ? `${pick(language, 'exactly', 'exactamente')} ${sayValues(COUNT, value, saying)[0] ?? UNSAID}`
      : sayComplement(COUNT, base, value, false, saying)
  return pick(
    language,
    `who ${isNegative ? 'do not have' : 'have'} ${size} ${isOne ? one.en : many.en}${filters}`,
    `que ${isNegative ? 'no ' : ''}tienen ${size} ${isOne ? one.es : many.es}${filters}`
  )
}

/** "whose total amount of orders in the last 90 days is at least €500". */
const sayMeasured: Sentence = (subject, { measure, of, operator, value, not, where }, saying) => {
  const { language } = saying
  const field = findRecordField(subject, of)
  const name = field ? sayName(field, language) : UNSAID
  const [en, es] = MEASURED[measure] ?? ['', '']
  const the = subject.gender === 'm' ? 'los' : 'las'
  const records = pick(language, `of ${subject.many.en}`, `de ${the} ${subject.many.es}`)
  const head = `${pick(language, en, es)} ${name} ${records}${sayFilters(subject, where, saying)}`
  const said = { id: field?.id ?? '', type: field?.type ?? 'count' } as const
  return `${head} ${sayPredicate(said, operator, value, not, saying)}${not && measure !== 'sum' ? pick(language, ' (or is not known)', ' (o no consta)') : ''}`
}
const MEASURED: Readonly<Partial<Record<Measure, readonly [en: string, es: string]>>> = {
  sum: ['whose total', 'cuyo total de'],
  average: ['whose average', 'cuya media de'],
  lowest: ['whose lowest', 'cuyo mínimo de'],
  highest: ['whose highest', 'cuyo máximo de']
}

/** "whose latest order was in the last 30 days", "cuya última respuesta a encuestas de «NPS» tiene puntuación de como mucho 6". */
const sayPlaced: Sentence = (subject, { measure, of, operator, value, not, where }, saying) => {
  const { language } = saying
  const field = findRecordField(subject, of)
  const isFirst = measure === 'first'
  const place = pick(
    language,
    `whose ${isFirst ? 'first' : 'latest'} ${subject.one.en}`,
    subject.gender === 'm'
      ? `cuyo ${isFirst ? 'primer' : 'último'} ${subject.one.es}`
      : `cuya ${isFirst ? 'primera' : 'última'} ${subject.one.es}`
  )
  const head = `${place}${sayFilters(subject, where, saying)}`
  const unknown = not ? pick(language, ' (or there is none)', ' (o no hay)') : ''
  if (!field) return `${head} ${UNSAID}`
  if (field.id === subject.date) return `${head} ${sayPredicate(field, operator, value, not, saying)}${unknown}`
  const verb = pick(language, not ? 'does not have' : 'has', not ? 'no tiene' : 'tiene')
  return `${head} ${verb} ${sayAttribute(field, operator, value, saying)}${unknown}`
}

const SENTENCES: Readonly<Partial<Record<Measure, Sentence>>> = { count: sayCount, first: sayPlaced, latest: sayPlaced }
