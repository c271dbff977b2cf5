import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openWorkspaceFile } from '../../../src/main/data-host/database/workspace-file.ts'
import { createLocalHost } from '../../../src/main/data-host/host.ts'
import { resourcesFolder } from '../../support/local-host.ts'
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

  it('takes own segments out beside the app’s own, with as many customers as the app counts', async () => {
    cauce('new', 'b.cauce', '--sample', 'la-espiga')
    const { client, context } = createLocalHost({ resourcesDir: resourcesFolder })
    context.setCurrent(openWorkspaceFile(pathOf('b.cauce'), { changes: context.changes, now: context.now }))
    await client.segments.createSegment({
      name: { en: 'Quiet, for long', es: 'Callados' },
      rule: { kind: 'group', join: 'all', rules: [{ kind: 'field', field: 'last-order', operator: 'older-days', value: 90 }] }
    })
    await client.segments.createList({ name: { en: 'Fair', es: 'Feria' }, source: { from: 'customers', ids: [1, 2, 3] } })
    const segments = await client.segments.listSegments()
    context.workspace().close()
    expect(json('export', 'b.cauce', 'segments', '--out', 'out.csv')).toMatchObject({ rows: segments.length })
    const csv = readFileSync(pathOf('out.csv'), 'utf8')
    const lines = csv.split(/\r?\n/)
    const quiet = segments.find(({ name }) => name.es === 'Callados')
    expect(quiet?.customers).toBeGreaterThan(0)
    const line = lines.find((each) => each.includes('Callados'))
    expect(line).toContain('"Quiet, for long"')
    expect(line).toContain(`,${String(quiet?.customers)},`)
    expect(lines.find((each) => each.includes('Feria'))).toContain(',3,')
  })
})
