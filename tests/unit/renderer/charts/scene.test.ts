import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPoint, movePoint, type ChartPoint } from '../../../../src/renderer/ui/charts/scene.ts'

function makePoint(column: number, row: number): ChartPoint {
  const box = { x: column * 10, y: row * 10, width: 10, height: 10 }
  return { id: `${String(column)}-${String(row)}`, name: '', facts: [], box, column, row, shape: 'box' }
}
const grid = [0, 1, 2].flatMap((row) => [0, 1, 2, 3].map((column) => makePoint(column, row)))
const at = (id: string): ChartPoint | undefined => grid.find((point) => point.id === id)

describe('the arrow keys on a chart', () => {
  it.each([
    [undefined, 'ArrowRight', '0-0'],
    ['0-0', 'ArrowRight', '1-0'],
    ['3-0', 'ArrowRight', '3-0'],
    ['0-0', 'ArrowLeft', '0-0'],
    ['2-1', 'ArrowUp', '2-0'],
    ['2-1', 'ArrowDown', '2-2'],
    ['2-1', 'Home', '0-1'],
    ['1-1', 'End', '3-1']
  ])('lead from %s with %s to %s', (from, key, to) => {
    expect(movePoint(grid, from === undefined ? undefined : at(from), key)?.id).toBe(to)
  })

  it('leave other keys alone', () => {
    expect(movePoint(grid, at('0-0'), 'a')).toBeUndefined()
    expect(movePoint([], undefined, 'ArrowRight')).toBeUndefined()
  })

  it('reach the nearest column where the next row has no such one', () => {
    const ragged = [makePoint(0, 0), makePoint(9, 0), makePoint(2, 1), makePoint(7, 1)]
    expect(movePoint(ragged, ragged[1], 'ArrowDown')?.id).toBe('7-1')
    expect(movePoint(ragged, ragged[0], 'ArrowDown')?.id).toBe('2-1')
  })

  it('reach every point of any chart from any other', () => {
    const places = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 4 })), {
      minLength: 1,
      maxLength: 20,
      selector: ([column, row]) => `${String(column)}-${String(row)}`
    })
    fc.assert(
      fc.property(places, (chosen) => {
        const points = chosen.map(([column, row]) => makePoint(column, row))
        const reached = new Set<string>()
        const waiting = points.slice(0, 1)
        for (let point = waiting.pop(); point; point = waiting.pop()) {
          if (reached.has(point.id)) continue
          reached.add(point.id)
          for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']) {
            const next = movePoint(points, point, key)
            if (next) waiting.push(next)
          }
        }
        expect(reached.size).toBe(points.length)
      })
    )
  })
})

describe('the point under the pointer', () => {
  it('is the one whose box it is in, of several the nearest, or none', () => {
    expect(findPoint(grid, 15, 5)?.id).toBe('1-0')
    const wide = { ...makePoint(0, 0), id: 'wide', box: { x: 0, y: 0, width: 100, height: 100 } }
    expect(findPoint([wide, ...grid], 5, 5)?.id).toBe('0-0')
    expect(findPoint(grid, 500, 5)).toBeUndefined()
  })
})
