import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { listProject, putFiles, tabulateObjects, type MadeField, type MadeObject } from '../../support/make-schema.ts'
import { useCauce } from './run-cauce.ts'

const plain: MadeField = {
  name: 'Code__c',
  label: 'Code',
  kind: 'Text',
  length: 20,
  precision: 0,
  scale: 0,
  isRequired: false,
  isUnique: false,
  isExternalId: true,
  formula: null,
  target: null,
  relationshipName: null
}
const OBJECTS: MadeObject[] = [
  { name: 'Bread__c', label: 'Bread', nameLabel: 'Name', fields: [plain] },
  {
    name: 'Loaf__c',
    label: 'Loaf',
    nameLabel: 'Name',
    fields: [
      {
        ...plain,
        name: 'Bread__c',
        kind: 'MasterDetail',
        isExternalId: false,
        isRequired: true,
        target: 'Bread__c',
        relationshipName: 'Loaves'
      },
      { ...plain, name: 'Baker__c', kind: 'Lookup', isExternalId: false, target: 'Contact', relationshipName: 'Loaves' }
    ]
  }
]

describe('cauce schema-import', () => {
  const bench = useCauce()

  it('draws a project as draw.io, JSON Canvas and our own format, and counts what it drew', () => {
    putFiles(bench.pathOf('project'), listProject(OBJECTS))
    for (const [format, sign] of [
      ['drawio', '<mxfile'],
      ['canvas', '"nodes"'],
      ['json', '"cauce-diagram"']
    ] as const) {
      const out = bench.pathOf(`schema.${format}`)
      const answer = bench.json('schema-import', bench.pathOf('project'), '--format', format, '--out', out)
      expect(answer).toMatchObject({ objects: 3, relations: 3 })
      const written = readFileSync(out, 'utf8')
      expect(written).toContain(sign)
      for (const name of ['Bread__c', 'Loaf__c', 'Contact', 'Code__c']) expect(written).toContain(name)
    }
  })

  it('draws only the objects named, from a table, in either language', () => {
    writeFileSync(bench.pathOf('fields.csv'), tabulateObjects(OBJECTS))
    const out = bench.pathOf('two.canvas')
    const words = ['schema-import', bench.pathOf('fields.csv'), '--format', 'canvas', '--out', out, '--objects', 'Bread__c, Loaf__c']
    expect(bench.json(...words)).toEqual({ objects: 2, fields: 7, relations: 1 })
    expect(bench.cauce(...words, '--lang', 'es').out).toContain('2 objetos, 7 campos, 1 relación')
  })

  it('refuses what holds no schema or is not in it, and writes nothing', () => {
    putFiles(bench.pathOf('papers'), new Map([['note.txt', 'nothing']]))
    const out = bench.pathOf('x.drawio')
    const refuse = (...words: string[]): string => bench.refusal('schema-import', ...words, '--format', 'drawio', '--out', out).code
    expect(refuse(bench.pathOf('papers'))).toBe('schema-empty')
    expect(refuse(bench.pathOf('gone'))).toBe('file-missing')
    putFiles(bench.pathOf('project'), listProject(OBJECTS))
    expect(refuse(bench.pathOf('project'), '--objects', 'Nothing__c')).toBe('schema-object-missing')
    expect(() => readFileSync(out)).toThrow('ENOENT')
    expect(bench.cauce('schema-import', bench.pathOf('project'), '--out', bench.pathOf('x.pdf')).code).toBe(2)
  })

  it('never writes over a file of the project it reads', () => {
    putFiles(bench.pathOf('project'), listProject(OBJECTS))
    const source = bench.pathOf('project/sfdx-project.json')
    const before = readFileSync(source, 'utf8')
    const object = bench.pathOf('project/force-app/main/default/objects/Bread__c/Bread__c.object-meta.xml')
    for (const out of [source, object])
      expect(bench.refusal('schema-import', bench.pathOf('project'), '--format', 'json', '--out', out).code).toBe('output-is-input')
    expect(readFileSync(source, 'utf8')).toBe(before)
    // Beside them, and once more over what was written before, it does.
    for (let time = 0; time < 2; time += 1)
      expect(bench.cauce('schema-import', bench.pathOf('project'), '--out', bench.pathOf('project/schema.drawio')).code).toBe(0)
  })
})
