import type Database from 'better-sqlite3'
import { findCountryCode } from '../../../shared/analytics/data-health/consistency.ts'
import { TAX_COUNTRIES } from '../../../shared/cleaning/recipe.ts'
import type { CleanCell } from '../../../shared/cleaning/step-run.ts'
import { createTaxIdCleaner } from '../../../shared/cleaning/tax-id.ts'

/** The ISO code of the country most records name; null: they name none that is known. */
export function readHomeCountry(db: Database.Database): string | null {
  const named = db
    .prepare<[], string>('SELECT country FROM customers WHERE country IS NOT NULL GROUP BY country ORDER BY count(*) DESC LIMIT 20')
    .pluck()
    .all()
  return named.map(findCountryCode).find((code) => code !== null) ?? null
}

const cleaners: ReadonlyMap<string, CleanCell> = new Map(TAX_COUNTRIES.map((each) => [each, createTaxIdCleaner(each)]))

/** Whether the check digits of a tax number don't fit. Numbers of countries whose rule is not known are never told to be wrong. */
export function isTaxIdWrong(taxId: string, country: string | null, home: string | null): boolean {
  const clean = cleaners.get((country ? findCountryCode(country) : home) ?? '')
  return clean !== undefined && clean(taxId) === null
}
