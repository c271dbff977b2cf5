import { LANGUAGES, type Language, type Text } from '../domain/text.ts'
import { listOperands, NEGATIONS } from './compare.ts'
import { joinWords, pick, sayComplement, sayPredicate, sayValues, UNSAID, type ReadingWords, type Saying } from './describe-comparison.ts'
import { sayRecords } from './describe-records.ts'
import type { FieldDefinition } from './field-types.ts'
import { findField } from './find-field.ts'
import type { FieldCondition, Rule, RuleGroup, RuleNode } from './rule.ts'

/** A rule as a sentence, in both languages: "Clientes cuya última compra fue hace 90 días o más y que no tienen ningún consentimiento por «correo»." */
export function describeRule(rule: Rule, words: ReadingWords): Text {
  const read = (language: Language): string => {
    const saying = { language, words }
    if (rule.rules.length === 0 && !rule.not) return pick(language, 'All live customers.', 'Todos los clientes vigentes.')
    return `${pick(language, 'Customers', 'Clientes')} ${rule.not ? sayNode(rule, saying) : sayGroup(rule, saying)}.`
  }
  const [es, en] = LANGUAGES.map(read)
  return { en: en ?? '', es: es ?? '' }
}

function sayGroup({ join, rules }: RuleGroup, saying: Saying): string {
  return joinWords(
    rules.map((rule) => sayNode(rule, saying)),
    join === 'all' ? 'and' : 'or',
    saying.language
  )
}

function sayNode(node: RuleNode, saying: Saying): string {
  if (node.kind === 'records') return sayRecords(node, saying)
  if (node.kind === 'field') return sayField(node, saying)
  const inner = node.rules.length === 0 ? UNSAID : sayGroup(node, saying)
  if (node.not) return `${pick(saying.language, 'who do not meet this', 'que no cumplen esto')}: (${inner})`
  return `(${inner})`
}

function sayField(condition: FieldCondition, saying: Saying): string {
  const definition = findField(condition.field)?.definition
  if (!definition) return pick(saying.language, `whose “${condition.field}” ${UNSAID}`, `cuyo «${condition.field}» ${UNSAID}`)
  return (SENTENCES[definition.type] ?? sayWhose)(definition, condition, saying)
}

type Sentence = (field: FieldDefinition, condition: FieldCondition, saying: Saying) => string

const SENTENCES: Readonly<Partial<Record<FieldDefinition['type'], Sentence>>> = {
  boolean: (field, { operator, not }, { language }) =>
    ((operator === 'no') !== not ? field.no : field.yes)?.[language] ?? field.name[language],
  tags: sayTags,
  segment: (field, { operator, value, not }, saying) => {
    const isNegative = (operator === 'none-of') !== not
    const names = sayValues(field, value, saying)
    const isAll = operator === 'all-of'
    const list = joinWords(names, isNegative && !isAll ? 'nor' : isAll ? 'and' : 'or', saying.language)
    const together = isAll && names.length > 1
    return pick(
      saying.language,
      `who are ${isNegative ? 'not ' : ''}in ${together ? 'all of ' : ''}${list}`,
      `que ${isNegative ? 'no ' : ''}están ${together ? 'a la vez ' : ''}en ${list}`
    )
  }
}

/** "whose city is “Madrid”"; where the negative also lets in those nothing is known of, it says so. */
function sayWhose(field: FieldDefinition, { operator, value, not }: FieldCondition, saying: Saying): string {
  const { language } = saying
  const whose = field.whose?.[language] ?? pick(language, `whose “${field.name.en}”`, `cuyo «${field.name.es}»`)
  return `${whose} ${sayPredicate(field, operator, value, not, saying)}${letsUnknownIn(operator, not) ? sayOrUnknown(language) : ''}`
}

/** Whether nobody's value is needed to meet it. */
function letsUnknownIn(operator: FieldCondition['operator'], not: boolean): boolean {
  if (operator === 'filled' || operator === 'blank') return false
  return (NEGATIONS[operator] !== undefined) !== not
}
const sayOrUnknown = (language: Language): string => pick(language, ' (or is not known)', ' (o no consta)')

function sayTags(field: FieldDefinition, { operator, value, not }: FieldCondition, saying: Saying): string {
  const { language } = saying
  const isFlag = field.id === 'flags'
  const isNegative = (NEGATIONS[operator] !== undefined) !== not
  const base = NEGATIONS[operator] ?? operator
  const one = pick(language, isFlag ? 'flag' : 'tag', isFlag ? 'marca' : 'etiqueta')
  if (base === 'filled')
    return isNegative
      ? pick(language, `who have no ${one}`, `que no tienen ninguna ${one}`)
      : pick(language, `who have some ${one}`, `que tienen alguna ${one}`)
  const isSeveral = listOperands(value).length > 1
  const list =
    base === 'all-of' ? joinWords(sayValues(field, value, saying), 'and', language) : sayComplement(field, base, value, isNegative, saying)
  const many = base === 'all-of' && isSeveral
  return pick(
    language,
    `who ${isNegative ? 'do not have' : 'have'} the ${one}${many ? 's' : ''} ${list}`,
    `que ${isNegative ? 'no ' : ''}tienen ${many ? `las ${one}s` : `la ${one}`} ${list}`
  )
}
