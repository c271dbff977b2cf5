import { describe, expect, it } from 'vitest'
import {
  describeLine,
  describeShape,
  findPlace,
  nameContainer,
  nameShape
} from '../../../../src/renderer/features/diagrams/canvas/describe.ts'
import type { DiagramShape, ShapeKind } from '../../../../src/shared/diagrams/diagram.ts'
import { SHAPE_KINDS } from '../../../../src/shared/diagrams/diagram.ts'
import { drawShape } from '../../../../src/shared/diagrams/draw-shape.ts'
import { SHAPE_LOOKS } from '../../../../src/shared/diagrams/shape-kinds.ts'
import type { LiveFigure } from '../../../../src/shared/diagrams/with-figures.ts'
import { createTranslator } from '../../../../src/shared/i18n/translate.ts'
import { makeLine, makeShape, toItems } from '../../shared/diagrams/edits/sample.ts'

const figure: LiveFigure = {
  badge: '96 customers',
  short: '96',
  mark: null,
  fill: null,
  accent: null,
  scale: 1,
  description: 'At risk: 96 customers'
}
const t = { en: createTranslator('en').t, es: createTranslator('es').t }
const kinds: readonly ShapeKind[] = Object.values(SHAPE_KINDS).flat()
const shapeOf = (kind: ShapeKind, label: string): DiagramShape => {
  const { width, height } = SHAPE_LOOKS[kind]
  return makeShape('s', { kind, label, width, height })
}
const wordsOf = (text: string): string => ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `

describe('the name of a shape', () => {
  it('begins with what is seen of it, so that it can be spoken', () => {
    // A table is a group of things that are read one by one; the initials of a person are a picture of the name beside them.
    const differing = kinds
      .filter((kind) => kind !== 'entity' && kind !== 'person')
      .flatMap((kind) =>
        [null, figure].flatMap((live) => {
          const shape = shapeOf(kind, 'Ask')
          const seen = drawShape(shape, live, 'en').flatMap((drawn) => (drawn.kind === 'text' ? [drawn.text] : []))
          const name = describeShape(shape, { relations: 2, figure: live, place: null }, t.en)
          return wordsOf(name).startsWith(wordsOf(seen.join(' ')).trimEnd()) ? [] : [`${kind}: ${seen.join(' ')} / ${name}`]
        })
      )
    expect(differing).toEqual([])
  })
  it('tells its kind, its link, its relations, whether it is locked and its place', () => {
    const shape = { ...shapeOf('process', 'Oferta\nfinal'), isLocked: true }
    const es = { ...figure, badge: '96 clientes', description: 'En riesgo: 96 clientes' }
    expect(describeShape(shape, { relations: 1, figure: es, place: { number: 2, count: 5 } }, t.es)).toBe(
      'Oferta final, 96 clientes, En riesgo, Proceso, 1 relación, bloqueado, 2 de 5'
    )
    expect(describeShape(shapeOf('note', ' '), { relations: 0, figure: null, place: null }, t.en)).toBe('Note')
    const entity = {
      ...shapeOf('entity', 'Account'),
      fields: [
        { name: 'Id', type: 'id' },
        { name: 'Name', type: 'text' }
      ]
    }
    expect(describeShape(entity, { relations: 2, figure: null, place: null }, t.en)).toBe('Account, Table, 2 fields, 2 relations')
  })
  it('tells how many shapes a container holds, and what a shape stands in', () => {
    const group = shapeOf('group', '')
    const other = { ...group, id: 'other', y: 400 }
    const inner = makeShape('inner', { label: 'Ask', parentId: group.id })
    const lane = makeShape('lane', { kind: 'lane', label: 'Sales', parentId: 'other' })
    const alone = toItems([group, inner])
    expect(describeShape(group, { relations: 0, contents: 3, figure: null, place: null }, t.en)).toBe('Group, holds 3 shapes')
    expect(describeShape(group, { relations: 1, contents: 1, figure: null, place: null }, t.es)).toBe('Grupo, contiene 1 forma, 1 relación')
    expect(nameContainer(alone, 'inner', t.en)).toBe('Group')
    expect(nameContainer(alone, group.id, t.en)).toBeNull()
    const several = toItems([group, other, inner, lane])
    const within = nameContainer(several, 'inner', t.en)
    expect(within).toBe('Group 1')
    expect(nameContainer(several, 'lane', t.en)).toBe('Group 2')
    expect(describeShape(inner, { relations: 2, within, figure: null, place: null }, t.en)).toBe('Ask, Process, in Group 1, 2 relations')
  })
  it('says what a link without a badge or a target says', () => {
    const quiet = { ...figure, badge: null }
    expect(describeShape(shapeOf('process', 'Offer'), { relations: 0, figure: quiet, place: null }, t.en)).toBe(
      'Offer, At risk: 96 customers, Process'
    )
    const gone = { ...figure, badge: 'gone', description: 'What it was linked to is gone' }
    expect(describeShape(shapeOf('process', 'Offer'), { relations: 0, figure: gone, place: null }, t.en)).toBe(
      'Offer, gone, What it was linked to is gone, Process'
    )
  })
  it('counts places as they are read', () => {
    const items = toItems([makeShape('right', { x: 300 }), makeShape('left'), makeLine('l', 'left', 'right')])
    expect([findPlace(items, 'left'), findPlace(items, 'right'), findPlace(items, 'l')]).toEqual([
      { number: 1, count: 2 },
      { number: 2, count: 2 },
      null
    ])
  })
})

it('shapes without a text are called by their kind, with a number where there are several', () => {
  const shapes = [
    makeShape('right', { x: 300, label: '' }),
    makeShape('left', { label: ' ' }),
    makeShape('note', { y: 300, kind: 'note', label: '' })
  ]
  const named = [...shapes, makeShape('told', { x: 600, label: 'Lead\nin' })]
  expect(named.map((shape) => nameShape(shape, toItems(named), t.es))).toEqual(['Proceso 2', 'Proceso 1', 'Nota', 'Lead in'])
  expect(describeShape(shapes[0] ?? makeShape('none'), { relations: 0, figure: null, number: 2, place: null }, t.es)).toBe('Proceso 2')
})

it('the name of a relation says from where to where, and its text', () => {
  const [a, b] = [makeShape('a', { label: 'Lead' }), makeShape('b', { label: 'Offer' })]
  expect(describeLine(makeLine('l', 'a', 'b', { label: 'yes' }), { from: a, to: b }, toItems([a, b]), t.en)).toBe('From Lead to Offer: yes')
  expect(describeLine(makeLine('l', 'a', 'b'), { from: a, to: null }, toItems([a]), t.es)).toBe('De Lead a un extremo suelto')
})
