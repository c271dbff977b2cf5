import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recogniseSchema } from '../../../src/main/data-host/interchange/schema/recognise-schema.ts'
import { describeObjects, listProject, tabulateObjects, type MadeObject } from '../../support/make-schema.ts'
import { makeZip } from '../../support/zip-file.ts'

const OBJECTS: MadeObject[] = [{ name: 'Pieza__c', label: 'Pieza', nameLabel: 'Nombre', fields: [] }]
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cauce-dropped-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})
function isSchema(name: string, content: string | Uint8Array): boolean {
  writeFileSync(join(folder, name), content)
  return recogniseSchema(join(folder, name))
}

describe('what is dropped', () => {
  it('is a schema when it is a folder, or begins as one', () => {
    expect(recogniseSchema(folder)).toBe(true)
    expect(isSchema('describe.json', JSON.stringify(describeObjects(OBJECTS)))).toBe(true)
    expect(isSchema('fields.csv', tabulateObjects(OBJECTS))).toBe(true)
    expect(isSchema('campos.csv', `\uFEFF${tabulateObjects(OBJECTS, 'es')}`)).toBe(true)
    expect(isSchema('Pieza__c.object', '<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"/>')).toBe(true)
    expect(isSchema('project.zip', makeZip([...listProject(OBJECTS)].map(([name, content]) => ({ name, content }))))).toBe(true)
  })

  it('is none when it is customers, a diagram, an archive of tables, or nothing', () => {
    expect(isSchema('customers.csv', 'Name,Email,City\nAna,ana@example.org,Vigo\n')).toBe(false)
    expect(isSchema('orders.csv', 'Objeto;Nombre;Importe\nPan;Ana;3,20\n')).toBe(false)
    expect(isSchema('board.canvas', '{"nodes":[],"edges":[]}')).toBe(false)
    expect(isSchema('sales.drawio', '<mxfile><diagram/></mxfile>')).toBe(false)
    expect(isSchema('export.zip', makeZip([{ name: 'Account.csv', content: 'Id,Name\n' }]))).toBe(false)
    expect(isSchema('cut.zip', makeZip([{ name: 'Account.csv', content: 'Id,Name\n' }]).subarray(0, 40))).toBe(false)
    expect(isSchema('empty.csv', '')).toBe(false)
  })
})
