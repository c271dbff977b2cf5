import type { Text } from '../../../../shared/domain/text.ts'
import type { FieldCondition, Operand, Operator, RecordCondition, Rule, RuleNode } from '../../../../shared/segments/rule.ts'

/** A rule to begin with; its numbers are meant to be changed. */
export interface Template {
  readonly id: string
  readonly name: Text
  readonly rule: Rule
}

const ask = (field: string, operator: Operator, value: Operand = null): FieldCondition => ({
  kind: 'field',
  not: false,
  field,
  operator,
  value
})
const count = (subject: string, operator: Operator, value: number, where: RecordCondition['where'] = []): RecordCondition => ({
  kind: 'records',
  not: false,
  subject,
  measure: 'count',
  of: null,
  operator,
  value,
  where
})
const all = (...rules: RuleNode[]): Rule => ({ kind: 'group', join: 'all', not: false, rules })

/** Questions owners ask most. Ours: no source says where the numbers should lie. */
export const TEMPLATES: readonly Template[] = [
  {
    id: 'cooling',
    name: { en: 'Strategic customers gone quiet', es: 'Estratégicos que dejaron de comprar' },
    rule: all(ask('strategic', 'yes'), ask('last-order', 'older-days', 60))
  },
  {
    id: 'once',
    name: { en: 'Bought once, never came back', es: 'Compraron una vez y no volvieron' },
    rule: all(ask('orders', 'eq', 1), ask('last-order', 'older-days', 90))
  },
  {
    id: 'second',
    name: { en: 'New ones who already came back', es: 'Nuevos que ya repitieron' },
    rule: all(ask('first-order', 'last-days', 90), ask('orders', 'ge', 2))
  },
  {
    id: 'open-complaint',
    name: { en: 'Buying, with a complaint open', es: 'Compran y tienen una queja abierta' },
    rule: all(ask('last-order', 'last-days', 90), count('complaints', 'ge', 1, [{ field: 'state', operator: 'one-of', value: ['open'] }]))
  },
  {
    id: 'no-contact',
    name: { en: 'Good customers we have not spoken to', es: 'Buenos clientes con los que no hemos hablado' },
    rule: all(ask('strategic', 'yes'), count('interactions', 'eq', 0, [{ field: 'date', operator: 'last-days', value: 90 }]))
  },
  {
    id: 'often-and-many',
    name: { en: 'Ten orders or more in half a year', es: 'Diez pedidos o más en medio año' },
    rule: all(count('orders', 'ge', 10, [{ field: 'date', operator: 'last-days', value: 180 }]))
  }
]
