import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeZip } from '../../support/zip-file.ts'
import { useCauce } from './run-cauce.ts'

const { cauce, json, pathOf } = useCauce()

const ACCOUNTS = 'Id,IsDeleted,Name,BillingStreet,BillingCity\n001,false,Ferretería Núñez,Ancha 1,Cádiz\n002,true,Borrada,,\n'
const WON = 'Id,IsDeleted,AccountId,StageName,Amount,CloseDate,IsWon\n006,0,001,Ganada,1234.50,2026-03-05,1\n'

describe('files with several tables on the command line', { timeout: 120_000 }, () => {
  it('lists them, looks at one and imports it', () => {
    writeFileSync(
      pathOf('export.zip'),
      makeZip([
        { name: 'Account.csv', content: ACCOUNTS },
        { name: 'Opportunity.csv', content: WON }
      ])
    )
    expect(json('inspect', 'export.zip')).toMatchObject({
      source: 'archive',
      sheet: 'Account',
      sheets: [
        { name: 'Account', rows: 2 },
        { name: 'Opportunity', rows: 1 }
      ],
      preset: 'salesforce-account',
      rows: 1,
      rowsLeftOut: 1
    })
    expect(cauce('inspect', 'export.zip', '--lang', 'es').out).toMatch(
      /Tablas del archivo: \*Account \(2\), Opportunity \(1\)\nLa plantilla deja fuera 1 fila\./
    )
    expect(cauce('inspect', 'export.zip', '--sheet', 'Opportunity', '--lang', 'en').out).toContain('1234.50 → 1234.5')
    expect(cauce('inspect', 'export.zip', '--sheet', 'Case', '--lang', 'en')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no sheet called Case') as string
    })
    cauce('new', 'a.cauce')
    expect(json('import', 'a.cauce', 'export.zip')).toMatchObject({ kind: 'customers', created: 1, preset: 'salesforce-account' })
    expect(json('import', 'a.cauce', 'export.zip', '--sheet', 'Opportunity')).toMatchObject({
      kind: 'orders',
      created: 1,
      customersCreated: 0
    })
  })

  it('lists the presets of the app', () => {
    const presets = json('presets') as { id: string; kind: string }[]
    expect(presets.length).toBeGreaterThan(40)
    expect(presets).toContainEqual(expect.objectContaining({ id: 'tiendanube-orders', kind: 'orders' }))
  })
})
