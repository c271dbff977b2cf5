import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceFor, drawVenn, overlapArea } from '../../../../src/renderer/features/segments/overlap/venn.ts'
import { drawLine } from '../../../../src/renderer/features/segments/page/draw-line.ts'

test('the common part of two circles: none, one inside the other, half', () => {
  expect(overlapArea(2, 1, 3)).toBe(0)
  expect(overlapArea(2, 1, 0.5)).toBeCloseTo(Math.PI, 9)
  // Two unit circles through each other's middles: 2π/3 − √3/2.
  expect(overlapArea(1, 1, 1)).toBeCloseTo((2 * Math.PI) / 3 - Math.sqrt(3) / 2, 9)
})

test('two circles stand so far apart that their common part has the area asked for', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 100, noNaN: true }),
      fc.double({ min: 1, max: 100, noNaN: true }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (a, b, part) => {
        const area = part * Math.PI * Math.min(a, b) ** 2
        expect(overlapArea(a, b, distanceFor(a, b, area)) / area).toBeCloseTo(1, 4)
      }
    )
  )
})

test('areas are to scale, and segments that share nothing do not touch', () => {
  const [first, second] = drawVenn({ '10': 300, '01': 100, '11': 0 }, 2).circles
  if (!first || !second) throw new Error('two circles')
  expect((first.r / second.r) ** 2).toBeCloseTo(3, 6)
  expect(Math.hypot(first.x - second.x, first.y - second.y)).toBeGreaterThan(first.r + second.r)
})

test('whatever the counts, the drawing is finite, in its frame, and a number stands inside its region', () => {
  const counts = fc.tuple(...Array.from({ length: 7 }, () => fc.nat(100_000)))
  fc.assert(
    fc.property(counts, (numbers) => {
      const regions = ['100', '010', '001', '110', '101', '011', '111']
      const venn = drawVenn(Object.fromEntries(regions.map((region, i) => [region, numbers[i] ?? 0])), 3)
      for (const { x, y, r } of venn.circles) {
        expect(Number.isFinite(x + y + r)).toBe(true)
        expect(x - r).toBeGreaterThanOrEqual(0)
        expect(x + r).toBeLessThanOrEqual(venn.width)
        expect(y + r).toBeLessThanOrEqual(venn.height)
      }
      for (const region of regions) {
        const label = venn.labels[region]
        if (!label) continue
        expect(venn.circles.map(({ x, y, r }) => (Math.hypot(label.x - x, label.y - y) < r ? '1' : '0')).join('')).toBe(region)
      }
    }),
    { numRuns: 60 }
  )
})

test('a line begins at zero and is as wide as its box', () => {
  expect(drawLine([0, 5, 10], { width: 100, height: 50, pad: 10 })).toEqual([
    { x: 10, y: 40 },
    { x: 50, y: 25 },
    { x: 90, y: 10 }
  ])
  expect(drawLine([0], { width: 100, height: 50, pad: 10 })).toEqual([{ x: 10, y: 40 }])
})
