import { expect, test } from 'vitest'
import { planRestart } from '../../../../src/main/host-link/restart-policy.ts'

test('the first death is answered at once, the second after a while, the third within a minute not at all', () => {
  expect(planRestart([1000], 1000)).toBe(100)
  expect(planRestart([1000, 2000], 2000)).toBe(400)
  expect(planRestart([1000, 2000, 3000], 3000)).toBeNull()
})

test('deaths of more than a minute ago are forgotten', () => {
  expect(planRestart([0, 1000, 61_500], 61_500)).toBe(100)
  expect(planRestart([0, 59_000, 59_500], 59_500)).toBeNull()
})
