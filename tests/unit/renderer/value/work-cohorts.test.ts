import { expect, it } from 'vitest'
import { workSecond } from '../../../../src/renderer/features/value/work-cohorts.ts'

it('adds up only the cohorts whose first period has ended', () => {
  const rows = [
    { size: 10, observed: [10, 10], customers: [10, 4], retention: [1, 0.4] },
    { size: 8, observed: [8, 6], customers: [8, 0], retention: [1, 0] },
    { size: 99, observed: [99, null], customers: [99, null], retention: [1, null] }
  ]
  const formats = { count: String, share: (value: number) => `${value * 100}%` }
  expect(workSecond(rows, 0.25, formats)).toBe('4 / 16 = 25%')
})
