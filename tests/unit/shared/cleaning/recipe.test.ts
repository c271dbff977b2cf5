import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRecipe } from '../../../../src/shared/cleaning/compile.ts'
import { nameColumns, Recipe } from '../../../../src/shared/cleaning/recipe.ts'

const tools = {
  readDate: (text: string, order: string | null): string | null => {
    const [, a = '', b = '', year = ''] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? []
    if (year === '') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null
    return order === 'dmy' ? `${year}-${b}-${a}` : order === 'mdy' ? `${year}-${a}-${b}` : null
  }
}
const run = (
  headers: string[],
  rows: string[][],
  ...given: object[]
): { headers: string[]; rows: string[][]; report: ReturnType<ReturnType<typeof compileRecipe>['report']> } => {
  const recipe = Recipe.parse({ steps: given.map((step, at) => ({ id: `s${String(at)}`, ...step })) })
  const compiled = compileRecipe(recipe, headers, tools)
  const cleaned = rows.map((row) => [...compiled.clean(row)])
  return { headers: compiled.headers, rows: cleaned, report: compiled.report() }
}

describe('a recipe', () => {
  it('does its steps in order and counts what each does', () => {
    const { rows, report } = run(
      ['Ciudad', 'Teléfono'],
      [
        [' barcelona ', '600112233'],
        ['Barna', 'sin teléfono'],
        ['Madrid', '+34600112233'],
        ['Madrid', '12']
      ],
      { kind: 'trim', columns: 'all' },
      { kind: 'merge', columns: ['Ciudad'], groups: [{ to: 'Barcelona', from: ['barcelona', 'Barna'] }] },
      { kind: 'blank', columns: ['Teléfono'], words: ['Sin telefono'] },
      { kind: 'phone', columns: ['Teléfono'], country: 'ES' }
    )
    expect(rows).toEqual([
      ['Barcelona', '+34600112233'],
      ['Barcelona', ''],
      ['Madrid', '+34600112233'],
      ['Madrid', '12']
    ])
    expect(report.map(({ rows: touched, unread, unreadSamples }) => [touched, unread, unreadSamples])).toEqual([
      [1, 0, []],
      [2, 0, []],
      [1, 0, []],
      [1, 1, ['12']]
    ])
    expect(report[1]?.samples).toEqual([
      { before: 'barcelona', after: 'Barcelona' },
      { before: 'Barna', after: 'Barcelona' }
    ])
  })

  it('splits and joins names into columns of their own', () => {
    const { headers, rows } = run(
      ['Cliente', 'CP'],
      [
        ['García López, Ana', '08001'],
        ['', '08002']
      ],
      { kind: 'split-name', column: 'Cliente', order: 'given-first', into: ['Nombre', 'Apellido 1', 'Apellido 2'] },
      { kind: 'join', columns: ['Apellido 1', 'Apellido 2'], separator: ' ', into: 'CP' },
      { kind: 'case', columns: ['CP (2)'], to: 'upper' }
    )
    expect(headers).toEqual(['Cliente', 'CP', 'Nombre', 'Apellido 1', 'Apellido 2', 'CP (2)'])
    expect(rows).toEqual([
      ['García López, Ana', '08001', 'Ana', 'García', 'López', 'GARCÍA LÓPEZ'],
      ['', '08002', '', '', '', '']
    ])
  })

  it('keeps the places of added columns while their step is off or cannot be done', () => {
    const split = { kind: 'split-name', order: 'given-first', into: ['a', 'b', 'c'] } as const
    const { headers, rows, report } = run(
      ['Cliente'],
      [['Ana Gil']],
      { ...split, column: 'Cliente', on: false },
      { ...split, column: 'Otro' },
      { ...split, column: 'Cliente', into: ['x', 'y', 'z'] }
    )
    expect(headers).toEqual(['Cliente', 'a', 'b', 'c', 'a (2)', 'b (2)', 'c (2)', 'x', 'y', 'z'])
    expect(rows[0]?.slice(7)).toEqual(['Ana', 'Gil', ''])
    expect(report.map(({ problem }) => problem?.code ?? null)).toEqual([null, 'column-missing', null])
  })

  it('reports the step that cannot be done, with its rows, and does the others', () => {
    const { rows, report } = run(
      ['A'],
      [['  x '], ['y']],
      { kind: 'replace', columns: 'all', find: '(', with: '', mode: 'pattern', ignoreCase: false },
      { kind: 'phone', columns: ['A'], country: 'QQ' },
      { kind: 'case', columns: ['B', 'A'], to: 'upper' },
      { kind: 'trim', columns: ['A'] }
    )
    expect(rows).toEqual([['X'], ['Y']])
    expect(report.map(({ problem }) => problem)).toEqual([
      { code: 'pattern-unreadable', detail: '(', rows: 2 },
      { code: 'country-unknown', detail: 'QQ', rows: 2 },
      { code: 'column-missing', detail: 'B', rows: 2 },
      null
    ])
  })

  it('leaves a row that a step stumbles over as it was before that step, says how many, and goes on', () => {
    const failing = {
      readDate: (text: string): string | null => {
        if (text === 'boom') throw new Error('boom')
        return '2026-01-01'
      }
    }
    const recipe = Recipe.parse({
      steps: [
        { id: 'a', kind: 'date', columns: ['D'], order: null },
        { id: 'b', kind: 'case', columns: ['D'], to: 'upper' }
      ]
    })
    const compiled = compileRecipe(recipe, ['D'], failing)
    expect([compiled.clean(['boom']), compiled.clean(['1 de enero'])]).toEqual([['BOOM'], ['2026-01-01']])
    expect(compiled.report()[0]).toMatchObject({ rows: 1, problem: { code: 'step-failed', rows: 1 } })
  })

  it('reads dates in the order chosen and leaves what reads two ways', () => {
    const date = (order: 'dmy' | null): string[][] => run(['D'], [['05/06/2026']], { kind: 'date', columns: ['D'], order }).rows
    expect([date('dmy'), date(null)]).toEqual([[['2026-06-05']], [['05/06/2026']]])
  })

  it('replaces text as text', () => {
    const replaced = run(['A'], [['c/ Mayor (izq.) $1']], {
      kind: 'replace',
      columns: ['A'],
      find: 'C/ MAYOR (IZQ.)',
      with: '$1',
      mode: 'text',
      ignoreCase: true
    })
    expect(replaced.rows).toEqual([['$1 $1']])
  })

  it('maps whole cells, whatever their case and accents', () => {
    const mapped = run(['P'], [['ESPAÑA '], ['España y más']], { kind: 'map', columns: ['P'], values: [{ from: 'españa', to: 'ES' }] })
    expect(mapped.rows).toEqual([['ES'], ['España y más']])
  })

  it('changes no row given to it, and none at all without steps', () => {
    const row = Object.freeze([' a ', 'b'])
    expect(compileRecipe({ steps: [] }, ['x', 'y'], tools).clean(row)).toBe(row)
    expect(run(['x', 'y'], [[...row]], { kind: 'trim', columns: 'all' }).rows).toEqual([['a', 'b']])
  })

  it('gives rows of the width of the headers, short or long as they are', () => {
    const { rows } = run(['x', 'y'], [['1'], ['1', '2', '3']], { kind: 'join', columns: ['x', 'y'], separator: '-', into: 'z' })
    expect(rows).toEqual([
      ['1', '', '1'],
      ['1', '2', '1-2']
    ])
  })

  it('done twice is done once', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(' Barcelona', 'n/a', '600 11 22 33', 'ANA DE LA CRUZ', ' Ana@X.com ', '12345678-z', '05/06/2026')
    )
    const steps = [
      { kind: 'trim', columns: 'all' },
      { kind: 'blank', columns: 'all', words: ['n/a'] },
      { kind: 'phone', columns: ['a'], country: 'ES' },
      { kind: 'email', columns: ['b'] },
      { kind: 'tax-id', columns: ['c'], country: 'ES' },
      { kind: 'date', columns: ['c'], order: 'dmy' },
      { kind: 'merge', columns: ['d'], groups: [{ to: 'Barcelona', from: ['BARCELONA', 'Barna'] }] },
      { kind: 'case', columns: ['d'], to: 'names' }
    ]
    fc.assert(
      fc.property(fc.tuple(cell, cell, cell, cell), (cells) => {
        const headers = ['a', 'b', 'c', 'd']
        const once = run(headers, [cells], ...steps).rows
        expect(run(headers, once, ...steps).rows).toEqual(once)
      })
    )
  })
})

describe('names of columns', () => {
  it('are unique and never blank', () => {
    expect(nameColumns([' City', 'City', '', 'City (2)'])).toEqual(['City', 'City (2)', '#3', 'City (2) (2)'])
  })
})
