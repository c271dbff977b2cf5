import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { drawSchema } from '../../../src/main/data-host/interchange/schema/draw-schema.ts'
import { readSchema } from '../../../src/main/data-host/interchange/schema/read-schema.ts'
import type { Schema } from '../../../src/main/data-host/interchange/schema/schema.ts'
import { loadStandardObjects } from '../../../src/main/data-host/interchange/schema/standard-objects.ts'
import { DiagramContent, isLine, isShape, type DiagramLine, type DiagramShape } from '../../../src/shared/diagrams/diagram.ts'
import { routeLine } from '../../../src/shared/diagrams/route-line.ts'
import { resourcesFolder } from '../../support/local-host.ts'
import { anySchema, describeObjects, listProject, putFiles, tabulateObjects } from '../../support/make-schema.ts'
import { makeZip } from '../../support/zip-file.ts'

const standard = loadStandardObjects(resourcesFolder)
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cauce-schema-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})
let files = 0
function put(name: string, content: string | Uint8Array): string {
  files += 1
  const path = join(folder, `${files}-${name}`)
  writeFileSync(path, content)
  return path
}

const isSelf = ({ from, to }: DiagramLine): boolean => 'shapeId' in from && 'shapeId' in to && from.shapeId === to.shapeId

/** Whether an upright or level piece of the way lies inside the shape, its edges not counted. */
function runsThrough(points: readonly { x: number; y: number }[], { x, y, width, height }: DiagramShape): boolean {
  return points.slice(1).some((b, at) => {
    const a = points[at] ?? b
    const [left, right, top, bottom] = [Math.min(a.x, b.x), Math.max(a.x, b.x), Math.min(a.y, b.y), Math.max(a.y, b.y)]
    return right > x + 1 && left < x + width - 1 && bottom > y + 1 && top < y + height - 1
  })
}

/** Names of the objects the source itself speaks of. */
const listOwn = ({ objects }: Schema): string[] => [...objects.values()].filter(({ isFromSource }) => isFromSource).map(({ name }) => name)

/** The whole diagram of a source, without what says where fields came from. */
async function draw(path: string): Promise<object> {
  const schema = await readSchema(path, standard)
  const { content } = drawSchema(schema, listOwn(schema), 'en')
  return { ...content, items: content.items.map(({ notes: _, ...item }) => item) }
}

describe('a schema', () => {
  it('gives the same diagram from a project, its ZIP, the older format, a describe and tables in both languages', async () => {
    await fc.assert(
      fc.asyncProperty(anySchema(), async (objects) => {
        files += 1
        const project = listProject(objects)
        const expected = await draw(putFiles(join(folder, `project-${files}`), project))
        const zip = makeZip([...project].map(([name, content]) => ({ name, content })))
        const sources = [
          put('project.zip', zip),
          putFiles(join(folder, `older-${files}`), listProject(objects, 'metadata')),
          put('describe.json', JSON.stringify({ status: 0, result: describeObjects(objects) })),
          put('fields.csv', tabulateObjects(objects)),
          put('campos.csv', `\uFEFF${tabulateObjects(objects, 'es')}`)
        ]
        for (const source of sources) expect(await draw(source)).toEqual(expected)
      }),
      { numRuns: 25 }
    )
  })

  it('is a valid diagram whose lines join shapes and run behind none, and no two shapes overlap', async () => {
    await fc.assert(
      fc.asyncProperty(anySchema({ maxObjects: 20, maxFields: 12 }), async (objects) => {
        const schema = await readSchema(put('describe.json', JSON.stringify(describeObjects(objects))), standard)
        const drawn = drawSchema(schema, [...schema.objects.keys()], 'es')
        const content = DiagramContent.parse(drawn.content)
        const shapes = content.items.filter(isShape)
        const lines = content.items.filter(isLine)
        expect(new Set(content.items.map(({ id }) => id)).size).toBe(content.items.length)
        expect(drawn).toMatchObject({ objects: shapes.length, relations: lines.length })
        expect(drawn.fields).toBe(objects.reduce((sum, { fields }) => sum + fields.length + 2, 0))
        for (const { from, to } of lines)
          for (const end of [from, to]) expect(shapes.some(({ id }) => 'shapeId' in end && id === end.shapeId)).toBe(true)
        for (const [at, a] of shapes.entries())
          for (const b of shapes.slice(at + 1))
            expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true)
        const byId = new Map(shapes.map((shape) => [shape.id, shape]))
        for (const line of lines)
          if (!isSelf(line)) for (const shape of shapes) expect(runsThrough(routeLine(line, byId).points, shape), line.id).toBe(false)
      }),
      { numRuns: 40 }
    )
  })

  it('is read from one object described alone, from a global list, and from the file of one object', async () => {
    const [described] = describeObjects([{ name: 'Pieza__c', label: 'Pieza', nameLabel: 'Nombre', fields: [] }])
    const names = async (path: string): Promise<string[]> => listOwn(await readSchema(path, standard))
    expect(await names(put('one.json', JSON.stringify(described)))).toEqual(['Pieza__c'])
    expect(await names(put('list.json', JSON.stringify({ sobjects: [{ name: 'Pieza__c', label: 'Pieza', queryable: true }] })))).toEqual([
      'Pieza__c'
    ])
    const object = '<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>Pieza</label></CustomObject>'
    const path = join(folder, 'Pieza__c.object')
    writeFileSync(path, object)
    expect(await names(path)).toEqual(['Pieza__c'])
  })

  it('is read from what people query of the definitions of entities and fields', async () => {
    const rows = [
      'EntityDefinition.QualifiedApiName,QualifiedApiName,Label,DataType,IsNillable',
      'Invoice__c,Id,Record ID,Id,false',
      'Invoice__c,Account__c,Account,Lookup(Account),true',
      'Invoice__c,Amount__c,Amount,"Currency(16, 2)",true',
      'Invoice__c,Kind__c,Kind,Picklist (Multi-Select),true',
      'Invoice__c,Text__c,Text,Text(80) (External ID) (Unique Case Insensitive),false',
      'Invoice__c,Total__c,Total,Formula (Currency),true',
      'Invoice__c,Order__c,Order,Master-Detail(Order),true'
    ]
    const fromTable = await readSchema(put('fields.csv', rows.join('\n')), standard)
    const records = rows.slice(1).map((row) => {
      const [object, name, label, type = '', nillable] = /^([^,]*),([^,]*),([^,]*),("[^"]*"|[^,]*),(.*)$/.exec(row)?.slice(1) ?? []
      return {
        attributes: { type: 'FieldDefinition' },
        EntityDefinition: { attributes: { type: 'EntityDefinition' }, QualifiedApiName: object },
        QualifiedApiName: name,
        Label: label,
        DataType: type.replaceAll('"', ''),
        IsNillable: nillable === 'true'
      }
    })
    const fromRecords = await readSchema(put('answer.json', JSON.stringify({ status: 0, result: { records, done: true } })), standard)
    expect(fromRecords.objects).toEqual(fromTable.objects)
    const field = (name: string): unknown => fromTable.objects.get('Invoice__c')?.fields.get(name)
    expect(field('Account__c')).toMatchObject({ kind: 'Lookup', targets: ['Account'], isRequired: false })
    expect(field('Amount__c')).toMatchObject({ kind: 'Currency', precision: 18, scale: 2 })
    expect(field('Kind__c')).toMatchObject({ kind: 'MultiselectPicklist' })
    expect(field('Text__c')).toMatchObject({ kind: 'Text', length: 80, isUnique: true, isExternalId: true, isRequired: true })
    expect(field('Total__c')).toMatchObject({ kind: 'Currency', isFormula: true })
    expect(field('Order__c')).toMatchObject({ kind: 'MasterDetail', targets: ['Order'], isRequired: true })
  })
})
