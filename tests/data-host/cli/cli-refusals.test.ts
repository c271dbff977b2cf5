import { spawnSync } from 'node:child_process'
import { linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { startTestHost } from '../../support/local-host.ts'
import { program, useCauce } from './run-cauce.ts'

const { cauce, json, refusal, pathOf } = useCauce()
const GOOD = 'customer;date;amount\nA1;2026-01-13;1,00\nA2;2026-01-14;2,00\n'
const ONE_BAD = `${GOOD}A3;2026-02-31;3,00\n`
const listing = (): string[] => readdirSync(pathOf('.')).sort()

describe('targets of the command line', { timeout: 240_000 }, () => {
  it('never writes over what it reads, over a workspace, or beside one', () => {
    cauce('new', 's.cauce')
    cauce('new', 'other.cauce')
    writeFileSync(pathOf('a.csv'), ONE_BAD)
    symlinkSync(pathOf('s.cauce'), pathOf('link.csv'))
    linkSync(pathOf('s.cauce'), pathOf('twin.csv'))
    mkdirSync(pathOf('folder'))
    const before = ['s.cauce', 'other.cauce', 'a.csv'].map((name) => readFileSync(pathOf(name)))
    const names = listing()
    for (const [code, ...words] of [
      ['output-is-input', 'export', 's.cauce', 'customers', '--out', 's.cauce'],
      ['output-is-input', 'export', 's.cauce', 'customers', '--out', './folder/../s.cauce'],
      ['output-is-input', 'export', 's.cauce', 'customers', '--out', 'link.csv'],
      ['output-is-input', 'export', 's.cauce', 'customers', '--out', 'twin.csv'],
      ['output-is-input', 'export', 's.cauce', 'customers', '--out', 's.cauce-wal'],
      ['output-is-input', 'members', 's.cauce', 's_all', '--out', 's.cauce'],
      ['output-is-input', 'report', 's.cauce', 'idic', '--out', 's.cauce'],
      ['output-is-input', 'import', 's.cauce', 'a.csv', '--rejects', 's.cauce'],
      ['output-is-input', 'import', 's.cauce', 'a.csv', '--rejects', 'a.csv'],
      ['output-is-workspace', 'import', 's.cauce', 'a.csv', '--rejects', 'other.cauce'],
      ['output-is-workspace', 'report', 's.cauce', 'idic', '--out', 'other.cauce'],
      ['file-is-folder', 'members', 's.cauce', 's_all', '--out', 'folder'],
      ['output-not-file', 'export', 's.cauce', 'customers', '--out', '/dev/null'],
      ['file-exists', 'new', 'other.cauce']
    ])
      expect(refusal(...words).code, words.join(' ')).toBe(code)
    expect(['s.cauce', 'other.cauce', 'a.csv'].map((name) => readFileSync(pathOf(name)).equals(before.shift() ?? Buffer.alloc(0)))).toEqual(
      [true, true, true]
    )
    expect(listing()).toEqual(names)
    expect(cauce('export', 's.cauce', 'customers', '--out', 's.cauce', '--lang', 'es').err).toContain('lo destruiría')
  })

  it.skipIf(process.platform === 'win32')('leaves nothing behind when a new workspace finds no room', () => {
    const limited = spawnSync('sh', ['-c', 'ulimit -f 0; exec "$0" "$@"', process.execPath, program, 'new', pathOf('w.cauce')], {
      encoding: 'utf8'
    })
    expect([limited.status, limited.stderr]).toEqual([1, expect.stringMatching(/^cauce: [^\n]+\n$/)])
    expect(listing()).toEqual([])
  })

  it('looks at the folder for the refused rows before it imports', () => {
    cauce('new', 'w.cauce')
    writeFileSync(pathOf('a.csv'), ONE_BAD)
    const before = readFileSync(pathOf('w.cauce'))
    const { code, message } = refusal('import', 'w.cauce', 'a.csv', '--rejects', 'nowhere/r.csv')
    expect([code, message]).toEqual(['output-folder-missing', expect.stringContaining(pathOf('nowhere'))])
    expect(readFileSync(pathOf('w.cauce')).equals(before)).toBe(true)
    expect(json('value', 'w.cauce')).toMatchObject({ customers: 0 })
  })

  it('writes the rows it refused, the same whatever they meet, and no file when there are none', () => {
    cauce('new', 'w.cauce')
    const orders = 'Pedido;Cliente;Fecha;Importe\nP-1;Ana;13/01/2026;1,00\n'
    writeFileSync(pathOf('good.csv'), orders)
    writeFileSync(pathOf('bad.csv'), `${orders.replace('P-1', 'P-2')}P-3;Ana;31/02/2026;1,00\n`)
    expect(json('import', 'w.cauce', 'good.csv', '--rejects', 'none.csv')).toMatchObject({ created: 1, rejected: 0 })
    expect(json('import', 'w.cauce', 'bad.csv', '--on-match', 'create', '--rejects', 'r.csv')).toMatchObject({ created: 1, rejected: 1 })
    const refused = readFileSync(pathOf('r.csv'), 'utf8')
    expect(refused).toContain('P-3')
    expect(refused).not.toContain('P-2')
    expect(listing()).toEqual(['bad.csv', 'good.csv', 'r.csv', 'w.cauce'])
  })
})

describe('what the command line says', { timeout: 240_000 }, () => {
  it('calls an import of nothing but refused rows a failure', () => {
    cauce('new', 'w.cauce')
    writeFileSync(pathOf('a.csv'), 'customer;date;amount\nA1;2026-02-31;1,00\nA2;2026-02-30;2,00\n')
    expect(refusal('import', 'w.cauce', 'a.csv', '--rejects', 'r.csv')).toMatchObject({
      code: 'import-all-refused',
      details: { rows: 2, rejected: 2 }
    })
    expect(readFileSync(pathOf('r.csv'), 'utf8')).toContain('A2')
    expect(json('value', 'w.cauce')).toMatchObject({ customers: 0 })
  })

  it('names what is unknown and how to see what there is', () => {
    cauce('new', 'w.cauce')
    writeFileSync(pathOf('a.csv'), 'customer,date,amount\nA1,03/04/2026,1.00\n')
    for (const [code, words, ...parts] of [
      ['not-found', ['evidence', 'w.cauce', 'nope'], 'nope', 'idic', 'cauce models'],
      ['not-found', ['report', 'w.cauce', 'nope', '--out', 'x.md'], 'nope'],
      ['not-found', ['models', 'nope'], 'nope', 'idic'],
      ['not-found', ['members', 'w.cauce', 's_nope'], 's_nope', 'cauce segments w.cauce'],
      ['not-found', ['customer', 'w.cauce', 'C-404'], 'C-404'],
      ['not-found', ['customer', 'w.cauce', '404'], '404'],
      ['not-found', ['undo', 'w.cauce', '--batch', '404'], '404'],
      ['not-found', ['new', 'x.cauce', '--sample', 'nobody'], 'nobody', 'cauce samples'],
      ['not-found', ['report', 'w.cauce', 'idic', '--walk', '7', '--out', 'x.md'], '7', 'cauce walks w.cauce'],
      ['file-missing', ['value', 'nowhere.cauce'], 'nowhere.cauce'],
      ['file-missing', ['import', 'w.cauce', 'nowhere.csv'], 'nowhere.csv'],
      ['file-missing', ['model-check', 'nowhere.json'], 'nowhere.json'],
      ['file-is-folder', ['model-check', '.'], 'folder'],
      ['import-ambiguous', ['import', 'w.cauce', 'a.csv', '--kind', 'orders'], 'date', '--date-order'],
      ['recipe-invalid', ['import', 'w.cauce', 'a.csv', '--recipe', 'a.csv'], 'steps'],
      ['output-folder-missing', ['new', 'nowhere/x.cauce'], 'nowhere']
    ] as [string, string[], ...string[]][]) {
      const { code: found, message } = refusal(...words)
      expect([words, found]).toEqual([words, code])
      for (const part of parts) expect(message).toContain(part)
    }
    expect(cauce('export', 'w.cauce', 'shoes', '--out', 'x.csv')).toMatchObject({
      code: 2,
      err: expect.stringContaining('shoes') as string
    })
    expect(listing()).toEqual(['a.csv', 'w.cauce'])
  })

  it('shows a usage that can be typed', () => {
    const { out } = cauce('help')
    expect(out).not.toContain('\t')
    expect(out).toContain('[--delimiter comma|semicolon|tab|pipe]')
    expect(out).toContain('[--kind customers|orders|order-lines|interactions|complaints|consents|surveys|campaigns]')
  })

  it('speaks Spanish to the end of the line', () => {
    cauce('new', 'b.cauce', '--sample', 'la-espiga')
    writeFileSync(pathOf('a.csv'), 'Pedido;Cliente;Fecha;Importe\nP-1;Ana;13/01/2026;1,00\n')
    expect(cauce('inspect', 'a.csv', '--lang', 'es').out).toMatch(/pedidos · .* · 1 fila\n[^]*fecha/)
    expect(cauce('import', 'b.cauce', 'a.csv', '--lang', 'es').out).toContain('1 fila: 1 nueva, 0 cambiadas, 0 iguales, 0 rechazadas.')
    const customer = cauce('customer', 'b.cauce', 'C-0001', '--lang', 'es').out
    expect(customer).not.toMatch(/s_[a-z]|active|at_risk|lapsed/)
    const evidence = cauce('evidence', 'b.cauce', 'idic', '--lang', 'es').out
    expect(evidence).toContain('idic.identify')
    expect(evidence).toMatch(/\d,\d\s%/)
    expect(evidence).toMatch(/^A fecha de: 31 oct 2026 · Ventana: 365 días, del 1 nov 2025 al 31 oct 2026$/m)
    expect(evidence).toMatch(/[↗↘] [+−]\d/)
    expect(evidence).toMatch(/antes: \d/)
    expect(evidence).not.toContain('…')
    expect(evidence).not.toMatch(/needs-|on-target|no-data|s_[a-z]|\d\.\d+ (?:%|currency|count)/)
  })

  it('checks a model file in the language asked for', () => {
    const model = JSON.parse(JSON.stringify(json('models', 'idic'))) as { walk: string[] }
    writeFileSync(pathOf('good.json'), JSON.stringify(model))
    expect(cauce('model-check', 'good.json').out).toBe('The model is sound.\n')
    writeFileSync(pathOf('bad.json'), JSON.stringify({ ...model, walk: [...model.walk, 'idic.nowhere'], colour: 'red' }))
    const { code, out, err } = cauce('model-check', 'bad.json', '--lang', 'es')
    expect([code, out]).toEqual([1, 'colour: no forma parte de un modelo\nwalk[4]: no existe el elemento «idic.nowhere»\n'])
    expect(err).toContain('bad.json tiene 2 errores')
  })

  it('lists walks and actions, and reports on the walk finished last unless told otherwise', async () => {
    cauce('new', 'w.cauce')
    expect([json('walks', 'w.cauce'), json('plan', 'w.cauce')]).toEqual([[], []])
    const host = startTestHost()
    try {
      const { client, context } = host
      await client.workspace.openWorkspace({ fileToken: context.files.grant(pathOf('w.cauce')) })
      for (const decision of ['Earlier decision', 'Finished decision', 'Open decision']) {
        const { id: walkId, stepList } = await client.walks.startWalk({ modelId: 'idic' })
        await client.walks.saveStep({ walkId, elementId: stepList[0]?.elementId ?? '', decision })
        if (decision.startsWith('Finished')) await client.walks.finishWalk({ walkId })
        await client.plan.addAction({ title: `Do: ${decision}`, owner: 'Ana', dueDate: '2026-12-01', walkId })
      }
    } finally {
      await host.end()
    }
    expect(json('walks', 'w.cauce')).toHaveLength(3)
    expect(json('plan', 'w.cauce')).toMatchObject([{ owner: 'Ana' }, { owner: 'Ana' }, { owner: 'Ana' }])
    expect(cauce('plan', 'w.cauce', '--lang', 'es').out).toMatch(/2026-12-01 .*Ana +abierta/)
    const report = (...words: string[]): string => {
      json('report', 'w.cauce', 'idic', '--out', 'r.md', ...words)
      return readFileSync(pathOf('r.md'), 'utf8')
    }
    expect(report()).toContain('Finished decision')
    expect(report('--walk', '1')).toContain('Earlier decision')
    expect(report('--no-walk')).not.toContain('decision')
    expect(cauce('report', 'w.cauce', 'idic', '--out', 'r.md', '--walk', '1', '--no-walk').code).toBe(2)
  })
})
