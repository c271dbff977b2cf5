import { describe, expect, it } from 'vitest'
import {
  COMPLETENESS_TOTAL,
  isFilled,
  isValidEmail,
  isValidPhone,
  weighCompleteness
} from '../../../../src/shared/analytics/completeness.ts'

describe('completeness', () => {
  it.each(['', '  ', 'n/a', 'N/A', 'xxx', '-', '0', '123456', 'sin correo', 'no tiene', 'prueba@x.com'])('takes %j for empty', (value) => {
    expect(isFilled(value)).toBe(false)
  })
  it('checks e-mail and phone', () => {
    expect(['Ana@Example.org', 'a@b.co'].map(isValidEmail)).toEqual([true, true])
    expect(['ana@', 'a b@c.de', 'a@b.c', null].map(isValidEmail)).toEqual([false, false, false, false])
    expect(['+34 600 11 22 33', '(55) 1234-5678'].map(isValidPhone)).toEqual([true, true])
    expect(['1234567', '1234567890123456', '600 11 22 ab'].map(isValidPhone)).toEqual([false, false, false])
  })
  it('weighs the fields that are filled and well formed', () => {
    const record = {
      name: 'Ana',
      email: 'ana@example.org',
      phone: '600112233',
      address: 'Calle 1',
      city: 'León',
      acquisitionChannel: 'web',
      language: 'es'
    }
    expect(COMPLETENESS_TOTAL).toBe(10)
    expect(weighCompleteness(record)).toBe(10)
    expect(weighCompleteness({ ...record, email: 'ana' })).toBe(8)
    expect(weighCompleteness({ ...record, phone: null, city: '-' })).toBe(7)
  })
})
