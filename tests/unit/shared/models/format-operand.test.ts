import { describe, expect, it } from 'vitest'
import { formatMargin } from '../../../../src/shared/i18n/figures.ts'
import { formatOperand, linkOperands } from '../../../../src/shared/models/format-operand.ts'

describe('the two numbers of a figure', () => {
  it.each([
    ['%', 'of'],
    ['−100…100', 'of'],
    ['pp', 'against'],
    ['currency', 'across']
  ] as const)('hang together in %s as "%s"', (unit, link) => {
    expect(linkOperands({ id: 'k_other', unit })).toBe(link)
  })

  it('are set against each other where a figure is a change or a gain, whatever its unit', () => {
    expect(linkOperands({ id: 'k_arpc_growth', unit: '%' })).toBe('against')
    expect(linkOperands({ id: 'k_cross_category', unit: 'count' })).toBe('across')
  })

  it('are written as what they are: money, a share, a count', () => {
    expect(formatOperand('k_unrealised_value', 'numerator', 6_501_047, 'EUR', 'en')).toBe('€65,010.47')
    expect(formatOperand('k_unrealised_value', 'denominator', 444, 'EUR', 'en')).toBe('444')
    expect(formatOperand('k_uplift', 'numerator', 22.4, 'EUR', 'en')).toBe('22.4%')
  })
})

describe('formatMargin', () => {
  it('keeps a decimal where the figure itself is rounded, and counts percentages in points', () => {
    expect(formatMargin(9.27, '−100…100', 'en')).toBe('9.3')
    expect(formatMargin(7.3, 'pp', 'es')).toBe('7,3\u00a0pp')
    expect(formatMargin(7.3, '%', 'en')).toBe('7.3\u00a0pp')
  })
})
