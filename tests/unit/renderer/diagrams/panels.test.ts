import { describe, expect, test } from 'vitest'
import { changeShapes, changeStyle, findCommon, setKey } from '../../../../src/renderer/features/diagrams/panels/change-items.ts'
import { changeKind } from '../../../../src/renderer/features/diagrams/panels/change-kind.ts'
import { nameOwnColour, OWN_COLOURS, readColour } from '../../../../src/renderer/features/diagrams/panels/colours.ts'
import { addField, changeField, moveField, removeField } from '../../../../src/renderer/features/diagrams/panels/edit-fields.ts'
import { findKinds } from '../../../../src/renderer/features/diagrams/panels/find-kinds.ts'
import { sortDiagrams } from '../../../../src/renderer/features/diagrams/list/sort-diagrams.ts'
import { compareContents } from '../../../../src/renderer/features/diagrams/versions/compare-contents.ts'
import { Colour, SHAPE_KINDS, type DiagramItem } from '../../../../src/shared/diagrams/diagram.ts'
import { translate } from '../../../../src/shared/i18n/translate.ts'
import { makeLine, makeShape } from '../../../support/make-diagram.ts'

const toItems = (list: readonly DiagramItem[]): ReadonlyMap<string, DiagramItem> => new Map(list.map((item) => [item.id, item]))

describe('several things at once', () => {
  test('say what they have in common, or that it is mixed', () => {
    expect(findCommon([{ a: 1 }, { a: 1 }], ({ a }) => a)).toEqual({ isMixed: false, value: 1 })
    expect(findCommon([{ a: 1 }, { a: 2 }], ({ a }) => a).isMixed).toBe(true)
    expect(findCommon<{ a?: string }, string | undefined>([{}, { a: 'x' }], ({ a }) => a).isMixed).toBe(true)
  })

  test('take one change; what has it already is not written', () => {
    const items = toItems([makeShape('a', { label: 'same' }), makeShape('b', { label: 'other' }), makeLine('l', 'a', 'b')])
    const patch = changeShapes(items, ['a', 'b', 'l', 'gone'], (shape) => setKey(shape, 'label', 'same'))
    expect(patch.put.map(({ id }) => id)).toEqual(['b'])
  })

  test('take a style as far as they have it, and give it back to their kind', () => {
    const items = toItems([makeShape('a', { style: { fill: '#FFFFFF', weight: 2 } }), makeLine('l', 'a', 'a')])
    expect(changeStyle(items, ['a', 'l'], 'fill', '#000000').put.map(({ id }) => id)).toEqual(['a'])
    expect(changeStyle(items, ['a', 'l'], 'weight', 3).put.map(({ style }) => style)).toEqual([
      { fill: '#FFFFFF', weight: 3 },
      { weight: 3 }
    ])
    const [own] = changeStyle(items, ['a'], 'fill', undefined).put
    expect(own?.style).toStrictEqual({ weight: 2 })
  })
})

describe('colours', () => {
  test('are read however they are typed, and are none otherwise', () => {
    expect(readColour(' #abc ')).toBe('#AABBCC')
    expect(readColour('0f6b6b')).toBe('#0F6B6B')
    expect(readColour('#0F6B6B80')).toBe('#0F6B6B80')
    for (const wrong of ['', 'teal', '#12345', 'url(#a)', '#GGGGGG', 'rgb(1,2,3)']) expect(readColour(wrong)).toBeNull()
  })

  test('of the app are all different, can be kept, and have a name in both languages', () => {
    expect(new Set(OWN_COLOURS.map(({ hex }) => hex.toLowerCase())).size).toBe(OWN_COLOURS.length)
    for (const { name, hex } of OWN_COLOURS) {
      expect(Colour.safeParse(hex).success).toBe(true)
      expect(nameOwnColour(hex.toLowerCase())).toBe(name)
      for (const language of ['en', 'es'] as const)
        expect(translate(language, `diagrams.colours.${name}`)).not.toContain('diagrams.colours')
    }
  })
})

describe('fields of a table', () => {
  const fields = [
    { name: 'Id', type: 'id', key: 'primary' as const },
    { name: 'Name', type: 'text', isRequired: true }
  ]

  test('are added under a free name, changed, moved and taken away', () => {
    const added = addField(addField(fields, 'campo', 'Texto'), 'campo', 'Texto')
    expect(added.map(({ name }) => name)).toEqual(['Id', 'Name', 'campo', 'campo 2'])
    expect(moveField(added, 3, -2).map(({ name }) => name)).toEqual(['Id', 'campo 2', 'Name', 'campo'])
    expect(moveField(added, 0, -1).map(({ name }) => name)).toEqual(added.map(({ name }) => name))
    expect(removeField(added, 1).map(({ name }) => name)).toEqual(['Id', 'campo', 'campo 2'])
  })

  test('keep a name; what may be missing goes when it is emptied', () => {
    expect(changeField(fields, 0, 'name', '')).toEqual(fields)
    expect(changeField(fields, 0, 'key', undefined)[0]).toStrictEqual({ name: 'Id', type: 'id' })
    expect(changeField(fields, 1, 'isRequired', false)[1]).toStrictEqual({ name: 'Name', type: 'text' })
    expect(changeField(fields, 1, 'type', '')[1]).toMatchObject({ type: '' })
  })
})

describe('shapes to draw with', () => {
  test('are all there without a query, and found by their names in either language', () => {
    expect(
      findKinds('')
        .flatMap(({ kinds }) => kinds)
        .toSorted()
    ).toEqual(Object.values(SHAPE_KINDS).flat().toSorted())
    expect(findKinds('decision')).toEqual(findKinds('DECISIÓN'))
    expect(findKinds('decisión').flatMap(({ kinds }) => kinds)).toContain('decision')
    expect(findKinds('no such shape')).toEqual([])
  })
})

describe('the list of diagrams', () => {
  const entry = (id: number, name: string, updatedAt: string, shapes: number, modelId: string | null = null) => ({
    id,
    name,
    updatedAt,
    shapes,
    modelId,
    lines: 0
  })
  const list = [
    entry(1, 'Proceso 10', '2026-01-01T00:00:00Z', 3),
    entry(2, 'Proceso 2', '2026-03-01T00:00:00Z', 9, 'idic'),
    entry(3, 'Área de ventas', '2026-02-01T00:00:00Z', 5)
  ]
  const ids = (search: string, order: 'changed' | 'name' | 'shapes'): number[] =>
    sortDiagrams(list, { search, order, language: 'es', nameOfModel: () => 'Modelo IDIC' }).map(({ id }) => id)

  test('is sorted as people read names and numbers', () => {
    expect(ids('', 'changed')).toEqual([2, 3, 1])
    expect(ids('', 'name')).toEqual([3, 2, 1])
    expect(ids('', 'shapes')).toEqual([2, 3, 1])
  })

  test('is searched without accents and by the model', () => {
    expect(ids('area', 'changed')).toEqual([3])
    expect(ids('idic', 'changed')).toEqual([2])
    expect(ids('proceso ventas', 'changed')).toEqual([])
  })
})

describe('a version', () => {
  const settings = { hasGrid: true, doesSnap: true }
  const now = { settings, items: toItems([makeShape('a'), makeShape('b'), makeLine('l', 'a', 'b')]) }

  test('says what would come back, change and go', () => {
    const then = { settings, items: [makeShape('a', { label: 'old' }), makeShape('c'), makeLine('l', 'a', 'b')] }
    expect(compareContents(now, then)).toMatchObject({
      counts: { shapesAdded: 1, shapesChanged: 1, shapesRemoved: 1, linesAdded: 0, linesChanged: 0, linesRemoved: 0 },
      isSettings: false,
      isSame: false
    })
  })

  test('is the same when nothing differs, and not when only the page does', () => {
    const items = [makeShape('a'), makeShape('b'), makeLine('l', 'a', 'b')]
    expect(compareContents(now, { settings, items }).isSame).toBe(true)
    expect(compareContents(now, { settings: { ...settings, hasGrid: false }, items })).toMatchObject({ isSame: false, isSettings: true })
  })
})

describe('another kind of shape', () => {
  test('keeps what stands in it where it holds shapes still, else gives it to what it stands in', () => {
    const items = toItems([
      makeShape('pool', { kind: 'pool' }),
      makeShape('lane', { kind: 'lane', parentId: 'pool' }),
      makeShape('step', { parentId: 'lane' })
    ])
    expect(changeKind(items, ['lane'], 'group').put.map(({ id }) => id)).toEqual(['lane'])
    const plain = new Map(changeKind(items, ['lane'], 'process').put.map((item) => [item.id, item]))
    expect(plain.get('lane')).toMatchObject({ kind: 'process', parentId: 'pool' })
    expect(plain.get('step')).toMatchObject({ parentId: 'pool' })
    const both = new Map(changeKind(items, ['pool', 'lane'], 'process').put.map((item) => [item.id, item]))
    expect(both.get('step')).not.toHaveProperty('parentId')
    expect(both.get('lane')).toMatchObject({ kind: 'process' })
    expect(both.get('lane')).not.toHaveProperty('parentId')
    expect(changeKind(items, ['step'], 'process').put).toEqual([])
  })
})
