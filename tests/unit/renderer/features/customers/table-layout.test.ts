import { describe, expect, it } from 'vitest'
import {
  isSameLayout,
  leastWidth,
  listConditions,
  moveColumn,
  resizeColumn,
  toggleColumn,
  toRule,
  USUAL_LAYOUT,
  withConditions
} from '../../../../../src/renderer/features/customers/table-layout.ts'
import type { FieldCondition } from '../../../../../src/shared/segments/rule.ts'

const ids = (layout: typeof USUAL_LAYOUT): string[] => layout.columns.map(({ id }) => id)
const inMadrid: FieldCondition = { kind: 'field', not: false, field: 'city', operator: 'is', value: 'Madrid' }

describe('the layout of the customers table', () => {
  it('takes columns in and out, but never the last one', () => {
    const wider = toggleColumn(USUAL_LAYOUT, 'email')
    expect(ids(wider)).toEqual([...ids(USUAL_LAYOUT), 'email'])
    expect(ids(toggleColumn(wider, 'email'))).toEqual(ids(USUAL_LAYOUT))
    const alone = { ...USUAL_LAYOUT, columns: [{ id: 'name' }] }
    expect(toggleColumn(alone, 'name')).toEqual(alone)
  })
  it('moves a column by a place, and no further than the ends', () => {
    expect(ids(moveColumn(USUAL_LAYOUT, 'city', -1)).slice(0, 2)).toEqual(['city', 'name'])
    expect(moveColumn(USUAL_LAYOUT, 'name', -1)).toEqual(USUAL_LAYOUT)
  })
  it('grows by what a column is drawn wider', () => {
    const wide = resizeColumn(USUAL_LAYOUT, 'name', 500)
    const wider = resizeColumn(USUAL_LAYOUT, 'name', 600)
    expect(leastWidth(wider) - leastWidth(wide)).toBe(100)
  })
  it('is the same in whatever order it is said', () => {
    const { columns, sort, filter } = USUAL_LAYOUT
    expect(isSameLayout({ filter, sort, columns }, USUAL_LAYOUT)).toBe(true)
    expect(isSameLayout(moveColumn(USUAL_LAYOUT, 'city', 1), USUAL_LAYOUT)).toBe(false)
  })
  it('becomes a rule where a rule can say it', () => {
    const filter = withConditions({ segmentId: 's_active', rfm: { r: 5, f: 4 } }, [inMadrid])
    expect(listConditions(filter)).toEqual([inMadrid])
    expect(toRule(filter)?.rules.map((rule) => rule.kind === 'field' && [rule.field, rule.value])).toEqual([
      ['segment', ['s_active']],
      ['r', 5],
      ['f', 4],
      ['city', 'Madrid']
    ])
    expect(toRule({ ...filter, search: 'ana' })).toBeNull()
    expect(toRule({})).toBeNull()
    expect(withConditions(filter, [])).toEqual({ segmentId: 's_active', rfm: { r: 5, f: 4 } })
  })
})
