import { describe, expect, it } from 'vitest'
import { connect } from '../../../../src/shared/diagrams/edits/connect.ts'
import { makeShape } from '../../../support/make-diagram.ts'

const row = new Map(['a', 'b', 'c'].map((id, index) => [id, makeShape(id, { x: index * 200 })]))

describe('a new line', () => {
  it('leaves its sides open where its way is free', () => {
    expect(connect(row, { shapeId: 'a' }, { shapeId: 'b' }, 'l').put).toMatchObject([{ from: { shapeId: 'a' }, to: { shapeId: 'b' } }])
    expect(connect(row, { shapeId: 'a' }, { shapeId: 'b' }, 'l').put[0]).not.toHaveProperty('from.side')
  })

  it('goes around what stands between, from one side of both', () => {
    const [line] = connect(row, { shapeId: 'c' }, { shapeId: 'a' }, 'l').put
    expect(line).toMatchObject({ from: { side: 'top' }, to: { side: 'top' }, points: [] })
    // Something above the row: it goes below.
    const above = new Map([...row, ['d', makeShape('d', { x: 200, y: -70 })]])
    expect(connect(above, { shapeId: 'c' }, { shapeId: 'a' }, 'l').put).toMatchObject([
      { from: { side: 'bottom' }, to: { side: 'bottom' } }
    ])
  })

  it('keeps a side it was pulled from, and runs as before where nothing is free', () => {
    expect(connect(row, { shapeId: 'c', side: 'bottom' }, { shapeId: 'a' }, 'l').put).toMatchObject([{ from: { side: 'bottom' } }])
    const walled = new Map([
      ...row,
      ...['top', 'low'].map((id, at) => [id, makeShape(id, { x: -400, y: at * 130 - 65, width: 1200 })] as const)
    ])
    expect(connect(walled, { shapeId: 'c' }, { shapeId: 'a' }, 'l').put[0]).not.toHaveProperty('from.side')
  })
})
