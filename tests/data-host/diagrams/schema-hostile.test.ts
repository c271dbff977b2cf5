import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSchema } from '../../../src/main/data-host/interchange/schema/read-schema.ts'
import type { Schema } from '../../../src/main/data-host/interchange/schema/schema.ts'
import { loadStandardObjects } from '../../../src/main/data-host/interchange/schema/standard-objects.ts'
import { CauceError } from '../../../src/shared/domain/errors.ts'
import { resourcesFolder } from '../../support/local-host.ts'
import { putFiles } from '../../support/make-schema.ts'
import { makeZip } from '../../support/zip-file.ts'

const standard = loadStandardObjects(resourcesFolder)
const read = (path: string): Promise<Schema> => readSchema(path, standard)
/** Names of the objects the source itself speaks of. */
const listOwn = ({ objects }: Schema): string[] => [...objects.values()].filter(({ isFromSource }) => isFromSource).map(({ name }) => name)
const FIELD =
  '<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><label>Good</label><type>Text</type><length>5</length></CustomField>'
const BOMB = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${FIELD.replace('Good', '&b;')}`
const at = (name: string): string => `objects/Thing__c/fields/${name}.field-meta.xml`

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cauce-hostile-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})
function put(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

describe('a folder with files made to harm', () => {
  it('is read without them, each named with what is wrong', async () => {
    const project = putFiles(
      join(folder, 'project'),
      new Map([
        [at('Good__c'), FIELD],
        [at('Bomb__c'), BOMB],
        [at('Broken__c'), FIELD.slice(0, 60)],
        [at('Other__c'), '<html><body>no field</body></html>'],
        [at('Undefined__c'), FIELD.replace('Good', '&unknown;')],
        [at('Deep__c'), '<a>'.repeat(100_000)],
        [at('Binary__c'), '\u0000\u0001\u0002']
      ])
    )
    const { objects, notes } = await read(project)
    expect([...(objects.get('Thing__c')?.fields.keys() ?? [])].toSorted()).toEqual(['Good__c', 'Id', 'Name'])
    const told = notes.map(({ en }) => en)
    for (const name of ['Broken__c', 'Other__c', 'Undefined__c', 'Deep__c'])
      expect(told).toContainEqual(expect.stringMatching(new RegExp(`${name}\\.field-meta\\.xml” is broken`)))
    expect(told).toContainEqual(expect.stringMatching(/Bomb__c\.field-meta\.xml” holds instructions to load other content/))
    expect(told).toContainEqual(expect.stringMatching(/Binary__c\.field-meta\.xml” could not be read/))
  })

  it('has signs written by hand taken as they are meant', async () => {
    const value = '<valueSet><value><fullName>Heating & Cooling</fullName></value></valueSet></CustomField>'
    const project = putFiles(
      join(folder, 'project'),
      new Map([[at('Good__c'), FIELD.replace('Good', 'Bread &amp; butter & oil').replace('</CustomField>', value)]])
    )
    const { objects, notes } = await read(project)
    expect(objects.get('Thing__c')?.fields.get('Good__c')).toMatchObject({ label: 'Bread & butter & oil', kind: 'Text', length: 5 })
    expect(notes.map(({ en }) => en).join(' ')).not.toContain('Good__c')
  })

  it('counts what is wrong once it is many', async () => {
    const project = putFiles(
      join(folder, 'project'),
      new Map([[at('Good__c'), FIELD], ...Array.from({ length: 40 }, (_, n): [string, string] => [at(`Bad_${n}__c`), '<'])])
    )
    const { notes } = await read(project)
    expect(notes.filter(({ en }) => en.includes('is broken'))).toHaveLength(12)
    expect(notes.map(({ es }) => es)).toContain('Otros 28 archivos están dañados y se han omitido.')
  })

  it.skipIf(process.platform === 'win32')(
    'does not lead outside: by links, by links of folders, by the paths of its packages',
    async () => {
      const outside = putFiles(join(folder, 'outside'), new Map([[at('Secret__c'), FIELD]]))
      const project = putFiles(
        join(folder, 'project'),
        new Map([
          [
            'sfdx-project.json',
            JSON.stringify({ packageDirectories: [{ path: 'app' }, { path: '../outside' }, { path: outside }, { path: 'linked' }] })
          ],
          [`app/${at('Good__c')}`, FIELD]
        ])
      )
      symlinkSync(join(outside, at('Secret__c')), join(project, 'app', at('Linked__c')))
      symlinkSync(join(outside, 'objects'), join(project, 'app', 'objects', 'Other__c'))
      symlinkSync(outside, join(project, 'linked'))
      const schema = await read(project)
      const { objects, notes } = schema
      expect(listOwn(schema)).toEqual(['Thing__c'])
      expect([...(objects.get('Thing__c')?.fields.keys() ?? [])].toSorted()).toEqual(['Good__c', 'Id', 'Name'])
      const told = notes.map(({ en }) => en).join('\n')
      expect(told).toContain('“../outside” lies outside')
      expect(told).toContain('“linked” lies outside')
      expect(told).toContain('Linked__c.field-meta.xml” is a link')
    }
  )

  it('ends though folders hold themselves', async () => {
    const project = putFiles(join(folder, 'project'), new Map([[at('Good__c'), FIELD]]))
    if (process.platform !== 'win32') symlinkSync(project, join(project, 'objects', 'again'))
    expect(listOwn(await read(project))).toEqual(['Thing__c'])
  })

  it('without any schema, or empty, is refused with what to choose', async () => {
    mkdirSync(join(folder, 'empty'))
    await expect(read(join(folder, 'empty'))).rejects.toMatchObject({ code: 'schema-empty' })
    await expect(read(join(folder, 'gone'))).rejects.toMatchObject({ code: 'file-missing' })
  })
})

describe('a file made to harm', () => {
  it('is refused: entities, broken JSON, no text, no table, nothing', async () => {
    await expect(read(put('Thing__c.object', BOMB.replaceAll('CustomField', 'CustomObject')))).rejects.toMatchObject({
      code: 'diagram-entities'
    })
    await expect(read(put('x.json', '{"name":'))).rejects.toMatchObject({ code: 'schema-damaged', details: { file: 'x.json' } })
    await expect(read(put('deep.json', '['.repeat(1_000_000)))).rejects.toMatchObject({ code: 'schema-damaged' })
    await expect(read(put('x.json', '{"name":"x"}'))).rejects.toMatchObject({ code: 'schema-empty' })
    await expect(read(put('x.png', new Uint8Array([137, 80, 78, 71, 0, 0])))).rejects.toMatchObject({ code: 'schema-empty' })
    await expect(read(put('people.csv', 'Name,Email\nAna,ana@example.org\n'))).rejects.toMatchObject({ code: 'schema-empty' })
    await expect(read(put('nothing.csv', ''))).rejects.toMatchObject({ code: 'file-empty' })
    await expect(read(put('quote.csv', 'Object,Field\nA,"b\n'))).rejects.toMatchObject({ code: 'import-unbalanced-quote' })
  })

  it('with a million fields is refused', async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, n) => `Thing_${n % 100}__c,Field_${n}__c,Text`)
    await expect(read(put('many.csv', `Object,Field,Type\n${rows.join('\n')}`))).rejects.toMatchObject({ code: 'schema-too-large' })
  })

  it('does not reach what objects inherit', async () => {
    const schema = await read(put('names.csv', 'Object,Field,Type\n__proto__,constructor,Text\nconstructor,__proto__,Lookup(toString)\n'))
    expect(listOwn(schema)).toEqual(['__proto__', 'constructor'])
    expect(Object.prototype).not.toHaveProperty('Field')
  })

  it('that is a ZIP is refused when it is damaged, locked, or grows', async () => {
    const bytes = makeZip([{ name: at('Good__c'), content: FIELD }])
    expect(listOwn(await read(put('good.zip', bytes)))).toEqual(['Thing__c'])
    await expect(read(put('cut.zip', bytes.subarray(0, bytes.length - 20)))).rejects.toMatchObject({ code: 'schema-damaged' })
    await expect(read(put('none.zip', makeZip([{ name: 'readme.txt', content: 'x' }])))).rejects.toMatchObject({ code: 'schema-empty' })
    const liar = makeZip([{ name: at('Liar__c'), content: FIELD.padEnd(1_000_000), claims: { size: 10 } }])
    await expect(read(put('liar.zip', liar))).rejects.toMatchObject({ code: 'schema-damaged' })
    const large = makeZip(Array.from({ length: 20 }, (_, n) => ({ name: at(`F${n}__c`), content: ' '.repeat(15_000_000) })))
    await expect(read(put('large.zip', large))).rejects.toMatchObject({ code: 'schema-too-large' })
  })

  it('of any bytes is read or refused in our words', async () => {
    const piece = fc.constantFrom(
      ...'<>/{}[]"\',;\n&!x'.split(''),
      'CustomField',
      'Object,Field,Type',
      '"fields":',
      '<!DOCTYPE',
      ' ',
      '\u0000',
      'é'
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 60 }),
        fc.constantFrom('a.csv', 'a.json', 'A.object'),
        async (pieces, name) => {
          try {
            await read(put(name, pieces.join('')))
          } catch (error) {
            expect(error).toBeInstanceOf(CauceError)
          }
        }
      ),
      { numRuns: 400 }
    )
  })
})
