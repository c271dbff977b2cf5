import { describe, expect, it } from 'vitest'
import { normaliseIdentity, normaliseName, normalisePhone } from '../../../../../src/shared/analytics/duplicates/identity.ts'

describe('names', () => {
  it.each([
    ['María-José  Núñez Ibáñez', 'ibanez jose maria nunez'],
    ['NÚÑEZ IBÁÑEZ, Mari\u0301a José', 'ibanez jose maria nunez'],
    ['Sra. Dña. Begoña Peña', 'begona pena'],
    ['D. Luis Prado', 'luis prado'],
    ['Dª Ana Prado', 'ana prado'],
    ['D.J. Ruiz', 'd j ruiz'],
    ['Panadería Sol, S.L.', 'panaderia sol'],
    ['PANADERIA SOL SL', 'panaderia sol'],
    ['Panadería Sol S. L. U.', 'panaderia sol'],
    ['Panadería Sol SLU', 'panaderia sol'],
    ['Hornos del Norte, S.A. de C.V.', 'del hornos norte'],
    ['Hornos del Norte SA', 'del hornos norte'],
    ['Mills Ltd.', 'mills'],
    ['Mühle GmbH', 'muhle'],
    ['Sol Srl', 'sol'],
    ['Inês de Sá', 'de ines sa'],
    ['Salvador Sales', 'sales salvador'],
    ['Slim Inca', 'inca slim'],
    ['S.A.', 'a s'],
    ['Doña', 'dona'],
    ['李 小龙', '小龙 李'],
    ['n/a', ''],
    ['  ', '']
  ])('%s', (name, key) => {
    expect(normaliseName(name)).toBe(key)
  })
  it('missing', () => {
    expect(normaliseName(null)).toBe('')
  })
})

describe('phones', () => {
  it.each([
    ['+34 600 123 456', '600123456'],
    ['0034-600.123.456', '600123456'],
    ['600123456', '600123456'],
    ['(55) 1234 5678', '512345678'],
    ['2123456', ''],
    ['123456', ''],
    ['123 456 789', ''],
    ['000 000 000', ''],
    ['+34 999 999 999', ''],
    ['no tiene', ''],
    ['', '']
  ])('%s', (phone, digits) => {
    expect(normalisePhone(phone)).toBe(digits)
  })
})

describe('the rest of a record', () => {
  const empty = { name: null, taxId: null, email: null, phone: null, address: null, city: null, birthDate: null }
  it('is empty where nothing is said, or something for want of it', () => {
    const nothing = { name: '', taxId: '', email: '', phone: '', address: '', city: '', birthDate: '' }
    expect(normaliseIdentity(empty)).toEqual(nothing)
    expect(
      normaliseIdentity({
        name: '-',
        taxId: '000',
        email: 'prueba@correo.example',
        phone: '0',
        address: 'xxx',
        city: 'n/a',
        birthDate: '-'
      })
    ).toEqual(nothing)
  })
  it('takes e-mail, tax id and city in one spelling', () => {
    expect(normaliseIdentity({ ...empty, email: ' Ana@Correo.Example ', taxId: 'b-12.345.678', city: ' A  Coruña' })).toMatchObject({
      email: 'ana@correo.example',
      taxId: 'b12345678',
      city: 'a coruna'
    })
    expect(normaliseIdentity({ ...empty, email: 'ana arroba correo' }).email).toBe('')
  })
})
