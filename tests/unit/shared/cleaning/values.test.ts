import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { createEmailCleaner, isOneSlip, suggestDomain } from '../../../../src/shared/cleaning/email.ts'
import { writeAsName } from '../../../../src/shared/cleaning/letter-case.ts'
import { createPhoneCleaner } from '../../../../src/shared/cleaning/phone.ts'
import { isPlaceholder } from '../../../../src/shared/cleaning/placeholders.ts'
import { splitName } from '../../../../src/shared/cleaning/split-name.ts'
import { createTaxIdCleaner } from '../../../../src/shared/cleaning/tax-id.ts'
import { trimSpaces } from '../../../../src/shared/cleaning/text-steps.ts'

describe('spaces', () => {
  it.each([
    ['  Ana  ', 'Ana'],
    ['Ana\u00A0 \tLópez', 'Ana López'],
    ['\u200BAna\uFEFF', 'Ana'],
    ['una  línea \r\n  otra', 'una línea\notra']
  ])('%j', (text, expected) => {
    expect(trimSpaces(text)).toBe(expected)
  })
  it('a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(trimSpaces(trimSpaces(text))).toBe(trimSpaces(text))
      })
    )
  })
})

describe('letters of names', () => {
  it.each([
    ['MARÍA DE LA CRUZ', 'María de la Cruz'],
    ['de la fuente', 'De la Fuente'],
    ['PANADERÍA LÓPEZ S.L.', 'Panadería López S.L.'],
    ['panadería lópez sl', 'Panadería López SL'],
    ['TRANSPORTES RUIZ, S.A.', 'Transportes Ruiz, S.A.'],
    ['ana-maría o’brien', 'Ana-María O’Brien'],
    ["d'angelo", "D'Angelo"],
    ["JOE'S BAR", "Joe's Bar"],
    ['McDonald', 'McDonald'],
    ['juan carlos ii', 'Juan Carlos II'],
    ['ÍÑIGO ÑÍGUEZ', 'Íñigo Ñíguez'],
    ['ortega y gasset', 'Ortega y Gasset'],
    ['Constructora Díaz S.A. DE C.V.', 'Constructora Díaz S.A. de C.V.']
  ])('%s', (text, expected) => {
    expect(writeAsName(text)).toBe(expected)
  })
  it('a second time changes nothing', () => {
    const word = fc.constantFrom(
      'MARÍA',
      'de',
      'la',
      'cruz',
      'S.L.',
      'sl',
      'McDonald',
      "o'brien",
      'ii',
      'x',
      'Ñ',
      'ana-maría',
      "JOE'S",
      'ß',
      'ǆ'
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word).map((words) => words.join(' ')),
          fc.string({ unit: 'grapheme' })
        ),
        (text) => {
          expect(writeAsName(writeAsName(text))).toBe(writeAsName(text))
        }
      )
    )
  })
})

describe('full names', () => {
  it.each([
    ['Ana García López', ['Ana', 'García', 'López']],
    ['Ana García', ['Ana', 'García', '']],
    ['Ana', ['Ana', '', '']],
    ['José Luis García', ['José Luis', 'García', '']],
    ['José Luis García Pérez', ['José Luis', 'García', 'Pérez']],
    ['María del Carmen de la Fuente García', ['María del Carmen', 'de la Fuente', 'García']],
    ['María de los Ángeles Ruiz', ['María de los Ángeles', 'Ruiz', '']],
    ['García López, Ana María', ['Ana María', 'García', 'López']],
    ['D. Juan Pérez Gil', ['Juan', 'Pérez', 'Gil']],
    ['Sra. Ana Gil', ['Ana', 'Gil', '']],
    ['José Ortega y Gasset', ['José', 'Ortega y Gasset', '']],
    ['Panadería La Espiga, S.L.', ['Panadería La Espiga, S.L.', '', '']],
    ['Hermanos Gil SL', ['Hermanos Gil SL', '', '']]
  ])('%s', (text, expected) => {
    expect(splitName(text, 'given-first')).toEqual(expected)
  })
  it.each([
    ['García López Ana', ['Ana', 'García', 'López']],
    ['García Ana', ['Ana', 'García', '']],
    ['de la Fuente García María del Carmen', ['María del Carmen', 'de la Fuente', 'García']]
  ])('surnames first: %s', (text, expected) => {
    expect(splitName(text, 'surnames-first')).toEqual(expected)
  })
  it('loses no word', () => {
    const word = fc.constantFrom('Ana', 'María', 'de', 'la', 'Cruz', 'García', 'y', 'López', 'José', 'Luis')
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 7 }),
        fc.constantFrom('given-first' as const, 'surnames-first' as const),
        (words, order) => {
          const parts = splitName(words.join(' '), order).join(' ').split(' ').filter(Boolean)
          expect(parts.sort()).toEqual([...words].sort())
        }
      )
    )
  })
})

describe('phones', () => {
  it.each([
    ['ES', '600 11 22 33', '+34600112233'],
    ['ES', '0034 600112233', '+34600112233'],
    ['ES', '91-222.33.44', '+34912223344'],
    ['ES', 'Tel.: 912 223 344', '+34912223344'],
    ['ES', '600112233.0', '+34600112233'],
    ['ES', '+44 20 7946 0958', '+442079460958'],
    ['AR', '011 15-2345-6789', '+5491123456789'],
    ['MX', '55 1234 5678', '+525512345678'],
    ['MX', '044 55 1234 5678', '+525512345678'],
    ['MX', '01 55 1234 5678', '+525512345678'],
    ['CL', '9 8765 4321', '+56987654321']
  ])('%s %s', (country, text, expected) => {
    expect(createPhoneCleaner(country)?.(text)).toBe(expected)
  })
  it.each(['60011223', '600112233 / 912223344', '600112233 ext. 12', '6,00112E+08', 'llamar tarde'])('leaves %s', (text) => {
    expect(createPhoneCleaner('ES')?.(text)).toBeNull()
  })
  it('a second time changes nothing, whatever the country', () => {
    const digits = fc.string({ unit: fc.constantFrom('0', '1', '3', '4', '6', '9', ' ', '-', '(', ')', '+'), minLength: 6, maxLength: 16 })
    fc.assert(
      fc.property(digits, fc.constantFrom('ES', 'MX', 'AR', 'CL', 'GB'), (text, country) => {
        const clean = createPhoneCleaner(country)
        const once = clean?.(text)
        if (once != null) expect(clean?.(once)).toBe(once)
      })
    )
  })
  it('settles by its own pattern only what the tables of ranges say too', () => {
    const clean = createPhoneCleaner('ES')
    const national = fc
      .tuple(fc.constantFrom('6', '7', '8', '9'), fc.integer({ min: 0, max: 99_999_999 }))
      .map(([first, rest]) => first + String(rest).padStart(8, '0'))
    fc.assert(
      fc.property(national, fc.constantFrom('', '+34', '0034', '+34 ', '+34-'), (digits, prefix) => {
        const number = parsePhoneNumberFromString(prefix + digits, 'ES')
        expect(clean?.(prefix + digits)).toBe(number?.isValid() ? number.number : null)
      }),
      { numRuns: 2000 }
    )
  })
  it('knows no country that is none', () => {
    expect(createPhoneCleaner('QQ')).toBeNull()
  })
})

describe('e-mail', () => {
  it.each([
    [' Ana.Gil@Example.COM ', 'ana.gil@example.com'],
    ['Ana Gil <ana@example.com>', 'ana@example.com'],
    ['mailto:ana@example.com', 'ana@example.com'],
    ['ana@example.com;', 'ana@example.com'],
    ['ana@gmial.com', 'ana@gmial.com']
  ])('%s', (text, expected) => {
    expect(createEmailCleaner({})(text)).toBe(expected)
  })
  it.each(['ana', 'ana@', 'ana@x', 'a b@example.com', 'ana@example.com, eva@example.com'])('leaves %s', (text) => {
    expect(createEmailCleaner({})(text)).toBeNull()
  })
  it('mends the domains the person named, and no other', () => {
    const clean = createEmailCleaner({ 'gmial.com': 'gmail.com' })
    expect([clean('a@gmial.com'), clean('a@hotmial.com')]).toEqual(['a@gmail.com', 'a@hotmial.com'])
  })
  it.each([
    ['gmial.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['hotmai.es', 'hotmail.es'],
    ['yaho.es', 'yahoo.es'],
    ['panaderia.con', 'panaderia.com'],
    ['gmail.com', null],
    ['ymail.com', null],
    ['panaderia.es', null],
    ['gmx.es', null]
  ])('offers for %s', (domain, expected) => {
    expect(suggestDomain(domain)).toBe(expected)
  })
  it('knows one slip from two', () => {
    expect([
      isOneSlip('abc', 'acb'),
      isOneSlip('abc', 'abcd'),
      isOneSlip('abc', 'xbc'),
      isOneSlip('abc', 'abc'),
      isOneSlip('abc', 'xyc')
    ]).toEqual([true, true, true, false, false])
  })
})

describe('tax numbers', () => {
  it.each([
    ['ES', '12345678-z', '12345678Z'],
    ['ES', 'X-1234567-L', 'X1234567L'],
    ['ES', 'ES B58818501', 'B58818501'],
    ['ES', 'CIF: B-58.818.501', 'B58818501'],
    ['ES', '1234567L', '01234567L'],
    ['MX', 'gode-561231-gr8', 'GODE561231GR8'],
    ['MX', 'XAXX010101000', 'XAXX010101000'],
    ['AR', '20-05536168-2', '20055361682'],
    ['CL', '12.531.909-2', '125319092'],
    ['CL', '12531909-2', '125319092']
  ] as const)('%s %s', (country, text, expected) => {
    expect(createTaxIdCleaner(country)(text)).toBe(expected)
  })
  it.each([
    ['ES', '12345678A'],
    ['ES', 'B58818502'],
    ['MX', 'GODE561331GR8'],
    ['AR', '20-05536168-3'],
    ['CL', '12.531.909-3'],
    ['ES', 'pendiente']
  ] as const)('%s: %s has a wrong check digit or is none', (country, text) => {
    expect(createTaxIdCleaner(country)(text)).toBeNull()
  })
})

describe('words for nothing', () => {
  it.each(['n/a', ' N/A ', 'Sin Correo', 'no tiene', 'xxx', '-'])('%s anywhere', (text) => {
    expect(isPlaceholder(text, false)).toBe(true)
  })
  it.each(['0', '123456', 'prueba@gmail.com', 'no'])('%s only where an address or a number should stand', (text) => {
    expect([isPlaceholder(text, true), isPlaceholder(text, false)]).toEqual([true, false])
  })
  it.each(['Ana', '12', 'noelia@gmail.com', 'Navarra'])('%s is something', (text) => {
    expect([isPlaceholder(text, true), isPlaceholder(text, false)]).toEqual([false, false])
  })
})
