import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runSteps } from '../../../src/main/data-host/pause.ts'
import { sortPositions } from '../../../src/main/data-host/repositories/sort-positions.ts'

describe('orders made in steps', () => {
  it('sort numbers of any size and sign, equal ones as they stand, those without one last', async () => {
    const number = fc.oneof(fc.double(), fc.integer({ min: -5, max: 5 }), fc.constant(Number.NaN), fc.constant(-0))
    await fc.assert(
      fc.asyncProperty(fc.array(number, { maxLength: 200 }), async (numbers) => {
        const values = Float64Array.from(numbers)
        const { positions, filled } = await runSteps(sortPositions(values))
        const there = numbers.flatMap((value, i) => (Number.isNaN(value) ? [] : [i]))
        const at = (i: number): number => numbers[i] ?? 0
        const expected = there.sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a - b))
        expect(filled).toBe(expected.length)
        expect([...positions.subarray(0, filled)]).toEqual(expected)
        expect([...positions.subarray(filled)]).toEqual(numbers.flatMap((value, i) => (Number.isNaN(value) ? [i] : [])))
      })
    )
  })
})
