import { describe, expect, it } from 'vitest'
import { countDecimals } from '../../../../src/renderer/ui/charts/table.ts'

const title = ''

describe('the decimals of a column', () => {
  it.each([
    ['none where every share is whole', [0.02, 1, null], { title, type: 'share' }, 0],
    ['one for all where one share needs it', [0.02, 0.019], { title, type: 'share' }, 1],
    ['two at most', [0.9, 0.856_789], { title, type: 'number' }, 2],
    ['what is not seen is not written', [2.000_01, 3], { title, type: 'number' }, 0],
    ['none where the figures are not known to more', [0.814, 0.73], { title, type: 'share', decimals: 0 }, 0],
    ['none for counts and amounts', [1.5], { title, type: 'money' }, 0]
  ] as const)('%s', (_name, values, column, decimals) => {
    expect(countDecimals(values, column)).toBe(decimals)
  })
})
