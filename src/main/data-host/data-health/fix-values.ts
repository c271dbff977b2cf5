import { isFilled } from '../../../shared/analytics/completeness.ts'
import { findCountryCode } from '../../../shared/analytics/data-health/consistency.ts'
import { createEmailCleaner } from '../../../shared/cleaning/email.ts'
import { createPhoneCleaner } from '../../../shared/cleaning/phone.ts'
import { TAX_COUNTRIES } from '../../../shared/cleaning/recipe.ts'
import { createTaxIdCleaner } from '../../../shared/cleaning/tax-id.ts'
import type { FieldName, HealthFix } from '../../../shared/contract/data-health.ts'
import type { ContactRow } from './contact-columns.ts'

/** A better value for what is written; null: it can't be read and stays. */
type Clean = (value: string) => string | null

interface FixRule {
  readonly fields: readonly FieldName[]
  /** Placeholders are no values of the field: they are their own fix. */
  readonly takesPlaceholders: boolean
  /** `country`: the ISO code of the record's country, or of the home country. */
  readonly make: (country: string) => Clean
}

const leave: Clean = (value) => value

/** Every fix by its name: which fields it looks at, and what it makes of a value. */
const FIXES: Readonly<Record<HealthFix, FixRule>> = {
  email: { fields: ['email'], takesPlaceholders: false, make: () => createEmailCleaner({}) },
  phone: { fields: ['phone'], takesPlaceholders: false, make: (country) => createPhoneCleaner(country) ?? leave },
  taxId: {
    fields: ['taxId'],
    takesPlaceholders: false,
    // Numbers of other countries can't be checked, so they are left as they are.
    make: (country) => {
      const known = TAX_COUNTRIES.find((each) => each === country)
      return known ? createTaxIdCleaner(known) : leave
    }
  },
  // A name is what a customer is called: even "xxx" is more than nothing.
  placeholder: {
    fields: ['email', 'phone', 'address', 'city', 'acquisitionChannel', 'language', 'taxId'],
    takesPlaceholders: true,
    make: () => (value) => (isFilled(value) ? value : '')
  }
}

/** `after`: null where the value can't be read and stays; '' where the field becomes empty. */
export interface ValueFix {
  readonly id: number
  readonly field: FieldName
  readonly before: string
  readonly after: string | null
}

/** Makes a fix ready: what it makes of one record. Values that are right already are not told. `home`: ISO code of the home country. */
export function prepareFix(fix: HealthFix, home: string): (row: ContactRow) => ValueFix[] {
  const { fields, takesPlaceholders, make } = FIXES[fix]
  const cleaners = new Map<string, Clean>()
  const cleanerFor = (written: string | null): Clean => {
    const country = written ?? ''
    const clean = cleaners.get(country) ?? make(findCountryCode(written) ?? home)
    cleaners.set(country, clean)
    return clean
  }
  return (row) =>
    fields.flatMap((field) => {
      const before = row[field]
      if (before === null || before === '' || (!takesPlaceholders && !isFilled(before))) return []
      const after = cleanerFor(row.country)(before)
      return after === before ? [] : [{ id: row.id, field, before, after }]
    })
}
