import { describe, expect, it } from 'vitest'
import { describeRule } from '../../../../src/shared/segments/describe-rule.ts'
import type { ReadingWords } from '../../../../src/shared/segments/describe-comparison.ts'
import type {
  Comparison,
  FieldCondition,
  Measure,
  Operand,
  Operator,
  RecordCondition,
  RuleGroup,
  RuleNode
} from '../../../../src/shared/segments/rule.ts'

const words: ReadingWords = {
  currency: 'EUR',
  nameChoice: (field, value) => (field === 'campaign' && value === '7' ? { en: 'Otoño', es: 'Otoño' } : null),
  nameSegment: (id) => (id === 's_champions' ? { en: 'Champions', es: 'Campeones' } : null)
}
const field = (id: string, operator: Operator, value: Operand = null, not = false): FieldCondition => ({
  kind: 'field',
  not,
  field: id,
  operator,
  value
})
const where = (id: string, operator: Operator, value: Operand = null): Comparison => ({ field: id, operator, value })
const records = (
  subject: string,
  [measure, of]: [Measure, string | null],
  operator: Operator,
  value: Operand,
  filters: Comparison[] = []
): RecordCondition => ({ kind: 'records', not: false, subject, measure, of, operator, value, where: filters })
const group = (join: 'all' | 'any', rules: RuleNode[], not = false): RuleGroup => ({ kind: 'group', join, not, rules })

const READINGS: readonly [RuleGroup, es: string, en: string][] = [
  [group('all', []), 'Todos los clientes vigentes.', 'All live customers.'],
  [
    group('all', [
      field('last-order', 'older-days', 90),
      records('consents', ['count', null], 'eq', 0, [where('channel', 'is', 'correo'), where('state', 'one-of', ['granted'])])
    ]),
    'Clientes cuya última compra fue hace 90 días o más y que no tienen ningún consentimiento por «correo» concedido.',
    'Customers whose last order was 90 days ago or more and who have no consent by “correo” that is granted.'
  ],
  [
    group('any', [field('city', 'one-of', ['Madrid', 'Ocaña']), field('city', 'none-of', ['Sevilla', 'Ibiza'])]),
    'Clientes cuya ciudad es «Madrid» u «Ocaña» o cuya ciudad no es «Sevilla» ni «Ibiza» (o no consta).',
    'Customers whose city is “Madrid” or “Ocaña” or whose city is not “Sevilla” or “Ibiza” (or is not known).'
  ],
  [
    group('all', [
      field('revenue-window', 'ge', 50_000),
      field('orders', 'between', [2, 5]),
      field('lifecycle', 'one-of', ['lapsed', 'lost'])
    ]),
    'Clientes cuyo ingreso en la ventana es de al menos 500,00 €, cuyo número de pedidos está entre 2 y 5 y cuyo estado del ciclo de vida es inactivo o perdido.',
    'Customers whose revenue in the window is at least €500.00, whose number of orders is between 2 and 5 and whose lifecycle state is lapsed or lost.'
  ],
  [
    group('all', [field('revenue', 'gt', 1000, true), field('strategic', 'no'), field('segment', 'one-of', ['s_champions'], true)]),
    'Clientes cuyo ingreso histórico es de como mucho 10,00 € (o no consta), que no son estratégicamente significativos y que no están en «Campeones».',
    'Customers whose revenue of all time is at most €10.00 (or is not known), who are not strategically significant and who are not in “Champions”.'
  ],
  [
    group('all', [
      records('products', ['count', null], 'ge', 3, [where('product', 'is', 'Croissant'), where('date', 'last-days', 30)]),
      records('surveys', ['latest', 'score'], 'le', 6, [where('kind', 'one-of', ['nps'])]),
      group('any', [field('birth-date', 'month', [5]), field('tags', 'one-of', ['pan', 'hojaldre'])], true)
    ]),
    'Clientes que tienen al menos 3 compras de «Croissant» en los últimos 30 días, cuya última respuesta a encuestas de NPS tiene puntuación de como mucho 6 y que no cumplen esto: (cuya fecha de nacimiento es en mayo o que tienen la etiqueta «pan» u «hojaldre»).',
    'Customers who have at least 3 purchases of “Croissant” in the last 30 days, whose latest survey answer of NPS has score of at most 6 and who do not meet this: (whose date of birth is in May or who have the tag “pan” or “hojaldre”).'
  ],
  [
    group('all', [
      records('orders', ['sum', 'amount'], 'gt', 10_000, [where('campaign', 'one-of', ['7'])]),
      records('complaints', ['latest', 'date'], 'before', '2026-01-01'),
      field('attribute:text:Talla', 'contains', 'X')
    ]),
    'Clientes cuyo total de importe de los pedidos de la campaña «Otoño» es de más de 100,00 €, cuya última queja fue antes del 1 ene 2026 y cuyo dato «Talla» contiene «X».',
    'Customers whose total amount of orders from the campaign “Otoño” is more than €100.00, whose latest complaint was before Jan 1, 2026 and whose “Talla” contains “X”.'
  ]
]

describe('describeRule', () => {
  it.each(READINGS)('reads rule %# in both languages', (rule, es, en) => {
    const read = describeRule(rule, words)
    // Amounts keep their currency on the line by a space of its own.
    expect({ en: read.en, es: read.es.replaceAll('\u00a0', ' ') }).toEqual({ en, es })
  })

  it('leaves open what is still to be given', () => {
    expect(describeRule(group('all', [field('city', 'is')]), words).es).toBe('Clientes cuya ciudad es ….')
  })
})

it('reads a day that no calendar has as it stands, instead of failing: the check says what is wrong with it', () => {
  const rule = group('all', [field('last-order', 'before', '2025-01-60')])
  expect(describeRule(rule, words).es).toContain('«2025-01-60»')
})
