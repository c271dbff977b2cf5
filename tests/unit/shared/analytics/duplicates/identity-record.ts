import fc from 'fast-check'
import type { IdentityRecord } from '../../../../../src/shared/analytics/duplicates/identity.ts'

const oneOf = (...values: (string | null)[]): fc.Arbitrary<string | null> => fc.constantFrom(...values)

/** Records out of few values, so that pairs share some. */
export const identityRecord: fc.Arbitrary<IdentityRecord> = fc.record({
  name: oneOf(null, 'Ana Gil', 'Gil, Ana', 'Ana Gil Ruiz', 'Anna Gil', 'Íñigo Sanz', 'Iñigo Sans', 'Zoe'),
  taxId: oneOf(null, null, null, '11X', '22X'),
  email: oneOf(null, null, 'a@b.example', 'A@b.example', 'c@d.example', 'e@f.example'),
  phone: oneOf(null, null, '600123456', '+34600123456', '611123456', '622123456'),
  address: oneOf(null, 'Calle Mayor 5', 'C/ Mayor, 5', 'Plaza Nueva 1'),
  city: oneOf(null, 'Soria', 'SORIA', 'León'),
  birthDate: oneOf(null, null, '1980-02-03', '1981-02-03')
})
