import { describe, expect, test } from 'vitest'
import {
  fieldsOfStep,
  isComplete,
  moveStep,
  placeStep,
  putStep,
  type RecipeColumn,
  removeStep,
  settingsBefore,
  startStep,
  STEP_KINDS
} from '../../../../src/renderer/features/cleaning/recipe-edits.ts'
import { type Recipe, Step } from '../../../../src/shared/cleaning/recipe.ts'

const columns: RecipeColumn[] = [
  { name: 'Cliente', field: 'name', isAdded: false },
  { name: 'Móvil', field: 'phone', isAdded: false },
  { name: 'Extra', field: null, isAdded: false }
]
const INTO = ['a', 'b', 'c', 'd'] as const
const recipe: Recipe = { steps: ['1', '2', '3'].map((id) => ({ id, on: true, kind: 'trim', columns: 'all' })) }
const ids = ({ steps }: Recipe): string => steps.map(({ id }) => id).join('')

describe('a recipe in the hands of a person', () => {
  test('every kind of step begins with what a recipe can keep once it is complete', () => {
    for (const kind of STEP_KINDS) {
      const step = startStep(kind, columns, INTO)
      if (isComplete(step)) expect(Step.parse(step)).toEqual(step)
    }
    expect(startStep('phone', columns, INTO)).toMatchObject({ columns: ['Móvil'] })
    expect(STEP_KINDS.filter((kind) => isComplete(startStep(kind, columns, INTO)))).toEqual([
      'trim',
      'case',
      'phone',
      'blank',
      'split-name',
      'join'
    ])
  })

  test('steps are put in, moved and removed', () => {
    expect(ids(moveStep(recipe, '3', -1))).toBe('132')
    expect(ids(moveStep(recipe, '1', -1))).toBe('123')
    expect(ids(moveStep(recipe, '3', 1))).toBe('123')
    expect(ids(removeStep(recipe, '2'))).toBe('13')
    const off = putStep(recipe, { id: '2', on: false, kind: 'trim', columns: 'all' })
    expect(off.steps.map(({ on }) => on)).toEqual([true, false, true])
    expect(ids(putStep(recipe, { id: '4', on: true, kind: 'trim', columns: 'all' }))).toBe('1234')
  })

  test('what the data asks for is put where it does best', () => {
    const asked = (['merge', 'phone', 'blank', 'trim'] as const).map((kind) => startStep(kind, columns, INTO))
    const placed = asked.reduce<Recipe>((before, step) => placeStep(before, step), { steps: [] })
    expect(placed.steps.map(({ kind }) => kind)).toEqual(['trim', 'blank', 'phone', 'merge'])
  })

  test('the parts of a split name go to the fields of names, in place of the whole', () => {
    expect(fieldsOfStep(startStep('split-name', columns, INTO), columns)).toEqual({
      Cliente: null,
      a: 'name',
      b: 'last_name',
      c: 'second_last_name'
    })
    expect(fieldsOfStep(startStep('trim', columns, INTO), columns)).toEqual({})
  })

  test('a step is studied with what the steps before it leave', () => {
    const settings = {
      fileToken: 't',
      kind: 'customers',
      preset: null,
      dialect: { encoding: 'utf-8', delimiter: ',', headerRow: 0 },
      columns: [],
      onMatch: 'update',
      recipe
    } as const
    expect(ids(settingsBefore({ ...settings, columns: [] }, '3').recipe ?? { steps: [] })).toBe('12')
    expect(ids(settingsBefore({ ...settings, columns: [] }, 'new').recipe ?? { steps: [] })).toBe('123')
  })
})
