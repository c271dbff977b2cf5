import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recogniseFile } from '../../../src/main/data-host/interchange/recognise-file.ts'
import { readSchema } from '../../../src/main/data-host/interchange/schema/read-schema.ts'
import { loadStandardObjects } from '../../../src/main/data-host/interchange/schema/standard-objects.ts'
import { resourcesFolder } from '../../support/local-host.ts'
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
function recognise(name: string, content: string | Uint8Array): string | null {
  writeFileSync(join(folder, name), content)
  return recogniseFile(join(folder, name))
}
const isSchema = (name: string, content: string | Uint8Array): boolean => recognise(name, content) === 'schema'

describe('what is dropped', () => {
  it('is a schema when it is a folder, or begins as one', () => {
    expect(recogniseFile(folder)).toBe('schema')
    expect(isSchema('describe.json', JSON.stringify(describeObjects(OBJECTS)))).toBe(true)
    expect(isSchema('fields.csv', tabulateObjects(OBJECTS))).toBe(true)
    expect(isSchema('campos.csv', `\uFEFF${tabulateObjects(OBJECTS, 'es')}`)).toBe(true)
    expect(isSchema('Pieza__c.object', '<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"/>')).toBe(true)
    expect(isSchema('project.zip', makeZip([...listProject(OBJECTS)].map(([name, content]) => ({ name, content }))))).toBe(true)
  })

  it('is a diagram when it is a drawing of another program, read or not', () => {
    for (const name of ['plan.vsdx', 'plan.VSD', 'board.excalidraw', 'page.lucid'])
      expect(recognise(name, makeZip([{ name: 'document.json', content: '{}' }])), name).toBe('diagram')
    expect(recognise('notes.md', '# Notes\n\n```mermaid\ngraph LR\na-->b\n```\n')).toBe('diagram')
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

  it.each(['Empleado;Jefe;Puesto\nAna;;Directora', '\ufeffName,Manager,Title\n', '"Full name"\t"Reports to"\n'])(
    'is people by its columns, in any encoding: %j',
    (text) => {
      for (const bytes of [
        Buffer.from(text),
        Buffer.from(text.replace('\ufeff', ''), 'latin1'),
        Buffer.from(`\ufeff${text.replace('\ufeff', '')}`, 'utf16le')
      ])
        expect(recognise('people.csv', bytes)).toBe('people')
    }
  )

  it('is people with departments where a column says them', () => {
    expect(recognise('gente.csv', 'Nombre;Responsable;Equipo\nAna;;Ventas')).toBe('teams')
  })

  it('is people though the part looked at ends inside a letter', () => {
    const rows = Array.from({ length: 9000 }, () => 'Iñigo;Ángela')
    for (const shift of ['', 'x'])
      expect(recognise('gente.csv', `Código;Responsable${shift && ';'}${shift}\n${rows.join('\n')}`)).toBe('people')
  })

  it.each([
    ['sales.drawio', '<mxfile><diagram/></mxfile>'],
    ['board.canvas', '{"nodes":[],"edges":[]}'],
    ['drawing.svg', '<svg content="&lt;mxfile&gt;"></svg>'],
    ['notes.md', '# Proceso\n```mermaid\ngraph LR\n  a-->b\n```'],
    ['process.csv', 'Id,Name,Shape Library,Page ID\n'],
    ['flow.txt', 'flowchart TD\n  a-->b'],
    ['anything.mmd', 'x']
  ])('is a diagram: %s', (name, content) => {
    expect(recognise(name, content)).toBe('diagram')
  })

  it.each([
    ['customers.csv', 'Nombre;Correo;Ciudad\n'],
    ['orders.csv', 'customer_id,order_date,total\n'],
    ['chiefs.csv', 'Jefe;Ciudad\n'],
    ['picture.svg', '<svg><rect/></svg>'],
    ['photo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])],
    ['book.xlsx', makeZip([{ name: 'objects/Pieza__c/Pieza__c.object-meta.xml', content: '<CustomObject/>' }])],
    ['nothing.csv', '']
  ])('is none of the diagrams’: %s', (name, content) => {
    expect(recognise(name, content)).toBeNull()
  })

  it.each([
    ['Object API Name,Field API Name,Field Label,Data Type,Required\nBill__c,Account__c,Account,Lookup(Account),TRUE'],
    [
      'Objeto\tNombre API\tEtiqueta\tTipo de datos\tObligatorio\tRelacionado con\nBill__c\tAccount__c\tCuenta\tRelación de búsqueda\tSí\tAccount'
    ],
    ['Table Name,Column Name,Data Type,Is Nullable,Foreign Key\nBill__c,Account__c,reference,NO,Account'],
    ['Nombre de objeto;Nombre de campo;Tipo de campo;Admite nulos;Referencia a\nBill__c;Account__c;Consulta;No;Account'],
    ['EntityDefinition.QualifiedApiName,QualifiedApiName,Label,DataType,IsNillable\nBill__c,Account__c,Account,Lookup(Account),false']
  ])('is a table of fields by any of its usual titles, and read so: %j', async (text) => {
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      expect(recognise('fields.csv', bytes)).toBe('schema')
      const { objects } = await readSchema(join(folder, 'fields.csv'), loadStandardObjects(resourcesFolder))
      expect(objects.get('Bill__c')?.fields.get('Account__c')).toMatchObject({ kind: 'Lookup', targets: ['Account'], isRequired: true })
    }
  })
})
