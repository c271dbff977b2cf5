import { findCountryCode } from '../../../shared/analytics/data-health/consistency.ts'
import { TAX_COUNTRIES } from '../../../shared/cleaning/recipe.ts'
import type { CleanCell } from '../../../shared/cleaning/step-run.ts'
import { createTaxIdCleaner } from '../../../shared/cleaning/tax-id.ts'

/** The ISO code of the country most records name; null: they name none that is known. `named`: how many name each, as written. */
export function findHomeCountry(named: ReadonlyMap<string, number>): string | null {
  const counts = new Map<string, number>()
  for (const [written, count] of named) {
    const code = findCountryCode(written)
    if (code !== null) counts.set(code, (counts.get(code) ?? 0) + count)
  }
  return [...counts].reduce<[string | null, number]>((most, each) => (each[1] > most[1] ? each : most), [null, 0])[0]
}

const cleaners: ReadonlyMap<string, CleanCell> = new Map(TAX_COUNTRIES.map((each) => [each, createTaxIdCleaner(each)]))

/** Whether the check digits of a tax number don't fit. `country`: ISO code. Numbers of countries whose rule is not known are never told to be wrong. */
export function isTaxIdWrong(taxId: string, country: string | null): boolean {
  const clean = cleaners.get(country ?? '')
  return clean !== undefined && clean(taxId) === null
}
