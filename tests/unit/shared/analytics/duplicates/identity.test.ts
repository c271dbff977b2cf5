import { describe, expect, it } from 'vitest'
import { normaliseIdentity, normaliseName, normalisePhone } from '../../../../../src/shared/analytics/duplicates/identity.ts'
import { NOBODY } from './identity-record.ts'

describe('names', () => {
  it.each([
    ['María-José  Núñez Ibáñez', 'maria jose nunez ibanez'],
    ['NÚÑEZ IBÁÑEZ, Mari\u0301a José', 'maria jose nunez ibanez'],
    ['Mª José Núñez', 'maria jose nunez'],
    ['Pepe Fdez. de la Torre', 'jose fernandez torre'],
    ['Sra. Dña. Begoña Peña', 'begona pena'],
    ['D. Luis Prado', 'luis prado'],
    ['Dª Ana Prado', 'ana prado'],
    ['D.J. Ruiz', 'd j ruiz'],
    ['Ana Prado (no llamar)', 'ana prado'],
    ['Arnie Morton’s', 'arnie mortons'],
    ['Panadería Sol, S.L.', 'panaderia sol'],
    ['PANADERIA SOL SL', 'panaderia sol'],
    ['Panadería Sol S. L. U.', 'panaderia sol'],
    ['Panadería Sol SLU', 'panaderia sol'],
    ['Panadería Sol S. Coop.', 'panaderia sol'],
    ['Hornos del Norte, S.A. de C.V.', 'hornos norte'],
    ['Hornos del Norte SA', 'hornos norte'],
    ['Mills Ltd.', 'mills'],
    ['Mühle GmbH', 'muhle'],
    ['Sol Srl', 'sol'],
    ['Inês de Sá', 'ines sa'],
    ['Salvador Sales', 'salvador sales'],
    ['Slim Inca', 'slim inca'],
    ['S.A.', 's a'],
    ['Doña', 'dona'],
    ['De la', 'de la'],
    ['李 小龙', '李 小龙'],
    ['n/a', ''],
    ['  ', '']
  ])('%s', (name, words) => {
    expect(normaliseName(name).join(' ')).toBe(words)
  })
  it('missing', () => {
    expect(normaliseName(null)).toEqual([])
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
  it('is empty where nothing is said, or something for want of it', () => {
    const nothing = {
      name: [],
      taxId: '',
      isTaxIdProven: false,
      email: '',
      mailbox: '',
      phone: '',
      street: [],
      houseNumber: '',
      city: '',
      postalCode: '',
      birthDate: ''
    }
    expect(normaliseIdentity(NOBODY)).toEqual(nothing)
    const placeholders = {
      name: '-',
      taxId: '000',
      email: 'prueba@correo.example',
      phone: '0',
      address: 'xxx',
      city: 'n/a',
      postalCode: '0',
      birthDate: '-'
    }
    expect(normaliseIdentity(placeholders)).toEqual(nothing)
  })

  it('takes e-mail, tax id and city in one spelling', () => {
    expect(normaliseIdentity({ ...NOBODY, email: ' Ana.Gil@Correo.Example ', taxId: 'ES-b-12.345.678', city: ' A  Coruña' })).toMatchObject(
      {
        email: 'ana.gil@correo.example',
        mailbox: 'anagil',
        taxId: 'b12345678',
        city: 'a coruna'
      }
    )
    expect(normaliseIdentity({ ...NOBODY, email: 'ana arroba correo' }).email).toBe('')
    expect(normaliseIdentity({ ...NOBODY, email: 'info@correo.example' }).mailbox).toBe('')
  })

  it.each([
    ['C/ Mayor, nº 5, 2º izda.', 'mayor', '5'],
    ['Calle Mayor 5', 'mayor', '5'],
    ['Avda. de la Constitución 12 B', 'constitucion', '12'],
    ['Plaza', 'plaza', ''],
    ['S/N', '', '']
  ])('reads the street and the number of %s', (address, street, houseNumber) => {
    const identity = normaliseIdentity({ ...NOBODY, address })
    expect([identity.street.join(' '), identity.houseNumber]).toEqual([street, houseNumber])
  })

  it.each([
    ['12345678Z', true],
    ['12345678A', false],
    ['X1234567L', true],
    ['1234567L', false],
    ['B12345678', false]
  ])('%s is proven by its own letter: %s', (taxId, isProven) => {
    expect(normaliseIdentity({ ...NOBODY, taxId }).isTaxIdProven).toBe(isProven)
  })
})
