import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { useCauce } from './run-cauce.ts'

const { cauce, json, pathOf } = useCauce()

describe('cauce segment', { timeout: 60_000 }, () => {
  it('counts the rule of a file, in plain words, and says what is not complete', () => {
    cauce('new', 'b.cauce', '--sample', 'la-espiga')
    const rule = (value: number): string =>
      JSON.stringify({ kind: 'group', join: 'all', rules: [{ kind: 'field', field: 'last-order', operator: 'older-days', value }] })
    writeFileSync(pathOf('rule.json'), rule(90))
    const answer = json('segment', 'b.cauce', '--rule', 'rule.json') as { customers: number; first: unknown[] }
    expect(answer).toMatchObject({ state: 'counted', reading: { en: 'Customers whose last order was 90 days ago or more.' } })
    expect(answer.customers).toBeGreaterThan(0)
    expect(answer.first).toHaveLength(Math.min(20, answer.customers))
    expect(cauce('segment', 'b.cauce', '--rule', 'rule.json', '--lang', 'es').out).toContain(
      'Clientes cuya última compra fue hace 90 días o más.'
    )
    writeFileSync(pathOf('rule.json'), rule(0))
    expect(cauce('segment', 'b.cauce', '--rule', 'rule.json')).toMatchObject({
      code: 1,
      err: expect.stringContaining('from 1 to') as string
    })
    writeFileSync(pathOf('rule.json'), '{"kind":"field"}')
    expect(cauce('segment', 'b.cauce', '--rule', 'rule.json')).toMatchObject({
      code: 1,
      err: expect.stringContaining('JSON of a group') as string
    })
  })
})
