import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openWorkspaceFile } from '../../../src/main/data-host/database/workspace-file.ts'
import { createLocalHost } from '../../../src/main/data-host/host.ts'
import { resourcesFolder } from '../../support/local-host.ts'
import { useCauce } from './run-cauce.ts'

const { cauce, json, refusal, pathOf } = useCauce()

/** A workspace with one person who can be told in the bytes of a file. */
function bringIn(): void {
  cauce('new', 'w.cauce')
  writeFileSync(
    pathOf('c.csv'),
    'Customer ID,Name,Email,Notes\nC-1,Zacarías Canariñez,zaca@unicor.es,llamar de noche\nC-2,Eva Sanz,eva@casa.es,\n'
  )
  expect(cauce('import', 'w.cauce', 'c.csv', '--kind', 'customers').code).toBe(0)
}

describe('cauce pseudonymise', { timeout: 60_000 }, () => {
  it('writes a copy with nobody real in it, and refuses to write over a workspace', () => {
    bringIn()
    expect(json('pseudonymise', 'w.cauce', '--out', 'copy.cauce')).toMatchObject({ customers: 2 })
    const bytes = readFileSync(pathOf('copy.cauce')).toString('utf8')
    for (const each of ['Canari', 'unicor', 'llamar de noche', 'Eva Sanz', 'c.csv']) expect(bytes).not.toContain(each)
    expect(refusal('pseudonymise', 'w.cauce', '--out', 'w.cauce').code).toBe('output-is-input')
    expect(cauce('check', 'copy.cauce').code).toBe(0)
    expect(cauce('pseudonymise', 'w.cauce').code).toBe(2)
  })
})

describe('cauce reapply-erasures', { timeout: 60_000 }, () => {
  it('erases from an older copy whoever was erased since', async () => {
    bringIn()
    copyFileSync(pathOf('w.cauce'), pathOf('old.cauce'))
    const { client, context } = createLocalHost({ resourcesDir: resourcesFolder })
    context.setCurrent(openWorkspaceFile(pathOf('w.cauce'), { changes: context.changes, now: context.now }))
    await client.privacy.erasePeople({ ids: [1], reason: '' })
    await client.workspace.closeWorkspace()
    expect(json('reapply-erasures', 'w.cauce', 'old.cauce')).toEqual({ erased: 1 })
    expect(readFileSync(pathOf('old.cauce')).toString('utf8')).not.toContain('Canari')
    expect(json('reapply-erasures', 'w.cauce', 'old.cauce')).toEqual({ erased: 0 })
  })
})
