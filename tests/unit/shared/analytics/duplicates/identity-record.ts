import fc from 'fast-check'
import type { IdentityRecord } from '../../../../../src/shared/analytics/duplicates/identity.ts'

const oneOf = (...values: (string | null)[]): fc.Arbitrary<string | null> => fc.constantFrom(...values)

/** Records out of few values, so that pairs share some. */
export const identityRecord: fc.Arbitrary<IdentityRecord> = fc.record({
  name: oneOf(null, 'Ana Gil', 'Gil, Ana', 'Ana Gil Ruiz', 'Anna Gil', 'A. Gil', 'Íñigo Sanz', 'Iñigo Sans', 'Panadería Zoe', 'Zoe'),
  taxId: oneOf(null, null, null, '11X', '22X', '12345678Z', '12345679S'),
  email: oneOf(null, null, 'ana.gil@b.example', 'Ana.Gil@b.example', 'ana.gil@d.example', 'info@b.example', 'info@d.example'),
  phone: oneOf(null, null, '600123456', '+34600123456', '611123456', '975222333'),
  address: oneOf(null, 'Calle Mayor 5', 'C/ Mayor, 5', 'Mayor 7', 'Plaza Nueva 1'),
  city: oneOf(null, 'Soria', 'SORIA', 'León'),
  postalCode: oneOf(null, '42001', '24001'),
  birthDate: oneOf(null, null, '1980-02-03', '1980-03-02', '1981-07-09')
})

export const NOBODY: IdentityRecord = {
  name: null,
  taxId: null,
  email: null,
  phone: null,
  address: null,
  city: null,
  postalCode: null,
  birthDate: null
}
