import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { drawSchema, type DrawnSchema } from '../../../src/main/data-host/interchange/schema/draw-schema.ts'
import { orderLegs, type Leg } from '../../../src/main/data-host/interchange/schema/order-legs.ts'
import { listObjects } from '../../../src/main/data-host/interchange/schema/list-objects.ts'
import { readSchema } from '../../../src/main/data-host/interchange/schema/read-schema.ts'
import { loadStandardObjects } from '../../../src/main/data-host/interchange/schema/standard-objects.ts'
import { isLine, isShape, type DiagramLine, type DiagramShape } from '../../../src/shared/diagrams/diagram.ts'
import { measureRow } from '../../../src/shared/diagrams/draw-entity.ts'
import { routeLine } from '../../../src/shared/diagrams/draw-line.ts'
import type { Point } from '../../../src/shared/models/geometry.ts'
import { measureText } from '../../../src/shared/models/text-measure.ts'
import { resourcesFolder } from '../../support/local-host.ts'
import { putFiles } from '../../support/make-schema.ts'

const standard = loadStandardObjects(resourcesFolder)
const field = (name: string, inside: string): string =>
  `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName>${inside}</CustomField>`
const relation = (kind: string, to: string, name: string): string =>
  `<label>${name}</label><type>${kind}</type><referenceTo>${to}</referenceTo><relationshipName>${name}</relationshipName>`
const objects = 'force-app/main/default/objects'

/** A bakery: orders of accounts, lines that join orders and ingredients, ingredients within ingredients. */
const BAKERY = new Map([
  ['sfdx-project.json', '{"packageDirectories":[{"path":"force-app"}]}'],
  [
    `${objects}/Account/fields/Bakery_Code__c.field-meta.xml`,
    field('Bakery_Code__c', '<label>Bakery code</label><type>Text</type><length>10</length>')
  ],
  [`${objects}/Account/fields/Rating.field-meta.xml`, field('Rating', '<type>Picklist</type>')],
  [`${objects}/Account/fields/ParentId.field-meta.xml`, field('ParentId', '<type>Lookup</type>')],
  [`${objects}/Activity/fields/Source__c.field-meta.xml`, field('Source__c', '<label>Source</label><type>Text</type><length>5</length>')],
  [`${objects}/Bread_Order__c/fields/Account__c.field-meta.xml`, field('Account__c', relation('Lookup', 'Account', 'Bread_Orders'))],
  [
    `${objects}/Order_Line__c/fields/Bread_Order__c.field-meta.xml`,
    field('Bread_Order__c', relation('MasterDetail', 'Bread_Order__c', 'Lines'))
  ],
  [
    `${objects}/Order_Line__c/fields/Ingredient__c.field-meta.xml`,
    field('Ingredient__c', relation('MasterDetail', 'Ingredient__c', 'Uses'))
  ],
  [`${objects}/Ingredient__c/fields/Part_Of__c.field-meta.xml`, field('Part_Of__c', relation('Lookup', 'Ingredient__c', 'Parts'))],
  [`${objects}/Ingredient__c/fields/Missing__c.field-meta.xml`, field('Missing__c', relation('Lookup', 'pkg__Gone__c', 'Gone'))]
])

let folder = ''
beforeEach(() => {
  folder = putFiles(mkdtempSync(join(tmpdir(), 'cauce-schema-')), BAKERY)
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function draw(names: string[]): Promise<DrawnSchema & { shape: (id: string) => DiagramShape; lines: DiagramLine[] }> {
  const drawn = drawSchema(await readSchema(folder, standard), names, 'es')
  const shapes = drawn.content.items.filter(isShape)
  return {
    ...drawn,
    lines: drawn.content.items.filter(isLine),
    shape: (id) => {
      const found = shapes.find((shape) => shape.id === id)
      if (!found) throw new Error(`no shape ${id}`)
      return found
    }
  }
}

const countMet = (left: Leg, right: Leg): number =>
  left.ends.filter(({ y, goes }) => goes === 'right' && right.ends.some((end) => end.goes === 'left' && end.y === y)).length
const listOrders = <T>(all: readonly T[]): T[][] =>
  all.length < 2 ? [[...all]] : all.flatMap((one, at) => listOrders(all.toSpliced(at, 1)).map((rest) => [one, ...rest]))

describe('standard objects', () => {
  it('have their usual fields though the folder omits them, and say so', async () => {
    const { shape, notes } = await draw(['Account'])
    const fields = shape('Account').fields ?? []
    expect(fields.find(({ name }) => name === 'AnnualRevenue')).toMatchObject({ label: 'Ingresos anuales', type: 'Currency(18, 0)' })
    expect(fields.find(({ name }) => name === 'Rating')).toMatchObject({ label: 'Valoración de la cuenta', type: 'Picklist' })
    expect(fields.find(({ name }) => name === 'ParentId')).toMatchObject({ type: 'Lookup(Account)', key: 'foreign', target: 'Account' })
    expect(fields.find(({ name }) => name === 'Bakery_Code__c')).toMatchObject({ label: 'Bakery code', isCustom: true })
    expect(fields[0]).toMatchObject({ name: 'Id', key: 'primary' })
    expect(shape('Account').notes).toContain('tabla de campos estándar')
    expect(notes.map(({ es }) => es).join(' ')).toContain('su organización puede tener más')
  })

  it('get the fields of activities, and come into the list when others point at them', async () => {
    const schema = await readSchema(folder, standard)
    expect(schema.objects.has('Activity')).toBe(false)
    for (const name of ['Task', 'Event'])
      expect(schema.objects.get(name)?.fields.get('Source__c')).toMatchObject({ kind: 'Text', isCompleted: false })
    const listed = listObjects(schema, 'es')
    expect(listed.find(({ name }) => name === 'User')).toMatchObject({
      label: 'Usuario',
      isSuggested: false,
      isCompleted: true,
      isCustom: false
    })
    expect(
      listed
        .filter(({ isSuggested }) => isSuggested)
        .map(({ name }) => name)
        .toSorted()
    ).toEqual(['Account', 'Bread_Order__c', 'Event', 'Ingredient__c', 'Order_Line__c', 'Task'])
    expect(listed.find(({ name }) => name === 'Bread_Order__c')?.relatedTo).toEqual(['Account', 'Order_Line__c'])
    expect(listed.filter(({ isJunction }) => isJunction).map(({ name }) => name)).toContain('Order_Line__c')
  })

  it('point where the name of a standard field says, for a folder says no more of it', async () => {
    putFiles(
      folder,
      new Map([
        [`${objects}/LoginHistory/fields/UserId.field-meta.xml`, field('UserId', '<type>Lookup</type>')],
        [`${objects}/LoginHistory/fields/NetworkId.field-meta.xml`, field('NetworkId', '<type>Lookup</type>')]
      ])
    )
    const { shape, lines } = await draw(['LoginHistory', 'User'])
    const fields = shape('LoginHistory').fields ?? []
    expect(fields.map(({ name, type }) => `${name} ${type}`)).toEqual(['Id Id', 'NetworkId Lookup', 'UserId Lookup(User)'])
    expect(lines.map(({ id }) => id)).toContain('LoginHistory.UserId>User')
  })

  it('of the table point only at objects of the table, each with both labels', () => {
    for (const [name, object] of standard)
      for (const each of object.makeFields()) {
        expect(each.kind, `${name}.${each.name}`).not.toBe('Unknown')
        for (const target of each.targets) expect(standard.has(target), `${name}.${each.name} → ${target}`).toBe(true)
      }
  })
})

describe('relations', () => {
  it('have crow’s feet and a line by their kind, and the name the other side knows them by', async () => {
    const { lines } = await draw(['Account', 'Bread_Order__c', 'Order_Line__c', 'Ingredient__c'])
    const find = (label: string): DiagramLine | undefined => lines.find((line) => line.label === label)
    expect(find('Bread_Orders')).toMatchObject({
      from: { shapeId: 'Bread_Order__c' },
      to: { shapeId: 'Account' },
      startHead: 'zero-or-many',
      endHead: 'zero-or-one',
      style: { dash: 'dashed' },
      data: { relation: 'lookup', field: 'Account__c' }
    })
    expect(find('Lines')).toMatchObject({
      startHead: 'many',
      endHead: 'one',
      style: { dash: 'solid' },
      data: { relation: 'master-detail' }
    })
    expect(find('Parts')).toMatchObject({
      from: { shapeId: 'Ingredient__c' },
      to: { shapeId: 'Ingredient__c' },
      data: { relation: 'hierarchical' }
    })
    expect(find('ChildAccounts')).toMatchObject({ data: { relation: 'hierarchical' } })
    expect(find('Gone')).toBeUndefined()
  })

  it('to objects that are not chosen, or not there, are fields without a line; the absent are named', async () => {
    const { lines, shape, notes } = await draw(['Ingredient__c'])
    expect(lines.map(({ label }) => label)).toEqual(['Parts'])
    expect(shape('Ingredient__c').fields?.find(({ name }) => name === 'Missing__c')).toMatchObject({
      key: 'foreign',
      target: 'pkg__Gone__c'
    })
    expect(notes.map(({ en }) => en)).toContain('Fields point at pkg__Gone__c, of which the schema says nothing.')
  })

  it('that can point at several objects have a line to each that is chosen', async () => {
    const { lines } = await draw(['Task', 'Account'])
    expect(lines.filter(({ data }) => data?.['polymorphic'] === 'true').map(({ id }) => id)).toEqual(['Task.WhatId>Account'])
  })
})

/** Where a line is drawn to begin and end, beside the shape it belongs to. */
function endsOf(
  line: DiagramLine,
  shapes: ReadonlyMap<string, DiagramShape>
): { start: Point; end: Point; points: readonly Point[]; label: Point } {
  const { points, labelAt } = routeLine(line, shapes)
  const [start, end] = [points[0], points.at(-1)]
  if (!start || !end) throw new Error(`${line.id} leads nowhere`)
  return { start, end, points, label: labelAt }
}
const rowOf = (shape: DiagramShape, name: string): number =>
  shape.y + measureRow(shape.fields?.findIndex((each) => each.name === name) ?? -1)

describe('a line', () => {
  it('of an object to itself leads from the row of its field to the key, beside the object', async () => {
    const { shape, lines, content } = await draw(['Ingredient__c', 'Account'])
    const shapes = new Map(content.items.filter(isShape).map((each) => [each.id, each]))
    for (const [id, field] of [
      ['Ingredient__c', 'Part_Of__c'],
      ['Account', 'ParentId']
    ] as const) {
      const own = shape(id)
      const line = lines.find((each) => each.id === `${id}.${field}>${id}`)
      if (!line) throw new Error(`no line of ${field}`)
      const { start, end, points, label } = endsOf(line, shapes)
      expect(start).toEqual({ x: own.x + own.width, y: rowOf(own, field) })
      expect(end).toEqual({ x: own.x + own.width, y: rowOf(own, 'Id') })
      for (const point of points) expect(point.x).toBeGreaterThanOrEqual(own.x + own.width)
      expect(label.x).toBeGreaterThan(own.x + own.width)
      expect(line.from).toMatchObject({ side: 'right', at: expect.closeTo((rowOf(own, field) - own.y) / own.height, 3) as number })
    }
  })

  it('has a way and a place for its name of its own, however many there are between the same two objects', async () => {
    const names = Array.from({ length: 8 }, (_, at) => `Stage_${at + 1}`)
    putFiles(
      folder,
      new Map(
        names.map((name) => [
          `${objects}/Bread_Order__c/fields/${name}__c.field-meta.xml`,
          field(`${name}__c`, relation('Lookup', 'Order_Line__c', `Orders_${name}`))
        ])
      )
    )
    const { shape, lines, content } = await draw(['Bread_Order__c', 'Order_Line__c'])
    const shapes = new Map(content.items.filter(isShape).map((each) => [each.id, each]))
    const ways = lines.filter(({ label }) => label.startsWith('Orders_')).map((line) => ({ line, ...endsOf(line, shapes) }))
    expect(ways).toHaveLength(8)
    for (const { line, start } of ways) expect(start.y).toBeCloseTo(rowOf(shape('Bread_Order__c'), line.data?.['field'] ?? ''), 1)
    for (const [at, one] of ways.entries())
      for (const other of ways.slice(at + 1)) {
        expect(Math.abs(one.end.y - other.end.y), 'ends apart').toBeGreaterThanOrEqual(4)
        expect(one.points[1]?.x, 'upright pieces apart').not.toBe(other.points[1]?.x)
        const isBeside = Math.abs(one.label.x - other.label.x) >= (measureText(one.line.label, 12) + measureText(other.line.label, 12)) / 2
        expect(isBeside || Math.abs(one.label.y - other.label.y) >= 14, `${one.line.label} and ${other.line.label} can be read`).toBe(true)
      }
  })
  it('shares no level piece in a gutter with a line or two that come in from its other side, an object’s own included', () => {
    const rows = fc.integer({ min: 0, max: 6 })
    const goes = fc.constantFrom('left' as const, 'right' as const)
    // Of each place at a side no two leave, as in a gutter; what comes from opposite sides may meet.
    const legs = fc.array(fc.tuple(rows, goes, rows, goes), { minLength: 2, maxLength: 3 })
    fc.assert(
      fc.property(legs, (given) => {
        const all = given.map(([a, aGoes, b, bGoes], at): Leg => ({
          gutter: at,
          ends: [
            { y: a * 22, goes: aGoes },
            { y: b * 22, goes: bGoes }
          ],
          x: 0
        }))
        const places = all.flatMap(({ ends }) => ends.map(({ y, goes: to }) => `${to} ${String(y)}`))
        fc.pre(new Set(places).size === places.length)
        const count = (order: readonly Leg[]): number =>
          order.reduce((sum, left, at) => sum + order.slice(at + 1).reduce((own, right) => own + countMet(left, right), 0), 0)
        const least = Math.min(...listOrders(all).map(count))
        expect(count(orderLegs(all))).toBe(least)
      }),
      { numRuns: 300 }
    )
  })
})

describe('custom objects', () => {
  it('are told apart by a word and a stronger outline, junctions by a word', async () => {
    const { shape } = await draw(['Account', 'Order_Line__c'])
    expect(shape('Account')).toMatchObject({ label: 'Cuenta\nAccount · estándar', style: {} })
    expect(shape('Order_Line__c').label).toBe('Order_Line__c\npersonalizado · unión')
    expect(shape('Order_Line__c').style.weight).toBeGreaterThan(1.1)
  })

  it('are junctions by two parents, not by a parent and a lookup somebody must fill in', async () => {
    const parent = '<type>MasterDetail</type>'
    const lookup = '<required>true</required><type>Lookup</type>'
    const put = (name: string, second: string): Map<string, string> =>
      new Map([
        [`${objects}/${name}/fields/Client__c.field-meta.xml`, field('Client__c', `<referenceTo>Account</referenceTo>${parent}`)],
        [`${objects}/${name}/fields/Who__c.field-meta.xml`, field('Who__c', `<referenceTo>Contact</referenceTo>${second}`)]
      ])
    putFiles(folder, new Map([...put('Stall__c', lookup), ...put('Seat__c', parent)]))
    const listed = listObjects(await readSchema(folder, standard), 'en')
    const isJunction = (name: string): boolean | undefined => listed.find((each) => each.name === name)?.isJunction
    expect([isJunction('Stall__c'), isJunction('Seat__c')]).toEqual([false, true])
  })

  it('say what else than a custom object they are', async () => {
    const empty = (inside = ''): string =>
      `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>Thing</label>${inside}</CustomObject>`
    const kinds = {
      Rule__mdt: 'metadata',
      Oven_Ready__e: 'event',
      Mill__x: 'external',
      Log__b: 'big',
      Recipe__kav: 'article',
      Switch__c: 'setting',
      pkg__Dough__c: 'custom'
    } as const
    putFiles(
      folder,
      new Map(
        Object.entries(kinds).map(([name, kind]) => [
          `${objects}/${name}/${name}.object-meta.xml`,
          empty(kind === 'setting' ? '<customSettingsType>Hierarchy</customSettingsType>' : '')
        ])
      )
    )
    const { shape } = await draw(Object.keys(kinds))
    const listed = listObjects(await readSchema(folder, standard), 'en')
    for (const [name, kind] of Object.entries(kinds))
      expect(
        listed.find((each) => each.name === name),
        name
      ).toMatchObject({ kind, isCustom: true })
    expect(shape('Oven_Ready__e').label).toBe('Thing\nOven_Ready__e · evento de plataforma')
    expect(listed.find(({ name }) => name === 'Account')).toMatchObject({ kind: 'standard' })
    expect(listed.find(({ name }) => name === 'Bread_Order__c')?.pointsAt).toEqual(['Account'])
  })

  it('that are not in the schema are refused by name', async () => {
    await expect(draw(['Account', 'Nothing__c'])).rejects.toMatchObject({ code: 'schema-object-missing', details: { names: 'Nothing__c' } })
  })
})
