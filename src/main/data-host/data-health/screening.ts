import type Database from 'better-sqlite3'
import { COMPLETENESS_GOAL, COMPLETENESS_TOTAL } from '../../../shared/analytics/completeness.ts'
import { CUSTOMER_FLAGS } from '../../../shared/analytics/customer-attributes.ts'
import {
  CROSS_RULES,
  findCountryCode,
  isAcquiredLate,
  isPhoneElsewhere,
  ruleBit
} from '../../../shared/analytics/data-health/consistency.ts'
import { bitOf, type HealthField, inspectFields } from '../../../shared/analytics/data-health/fields.ts'
import { HEALTH_PROBLEMS, type HealthProblem } from '../../../shared/contract/data-health.ts'
import { isoDateOfDay } from '../../../shared/domain/day-number.ts'
import { findFreshInSteps } from '../evidence/metrics/data-freshness.ts'
import type { Figures } from '../figures/figures.ts'
import { findPosition } from '../figures/find-position.ts'
import { runSteps, startPace } from '../pause.ts'
import { markGrouped } from '../duplicates/mark-grouped.ts'
import { fieldsOfChannel } from '../segments/contact-channels.ts'
import { findHomeCountry, isTaxIdWrong } from './tax-numbers.ts'

/** What was found of every live customer; columns parallel to `figures.customerIds`. */
interface Findings {
  readonly figures: Figures
  readonly filled: Uint8Array
  /** Fields that break their rule; of tax numbers, those whose check digits don't fit, which no measure counts (domain 6.11). */
  readonly invalid: Uint8Array
  readonly placeholder: Uint8Array
  readonly brokenRules: Uint8Array
  /** 1: touched within 365 days; null: there is no as-of date. */
  readonly fresh: Uint8Array | null
  /** 1: in a group of duplicates; null: no answer. */
  readonly grouped: Uint8Array | null
}
/** The same with who has which problem: positions, ascending. */
export interface Screening extends Findings {
  readonly positions: ReadonlyMap<HealthProblem, Int32Array>
  /** ISO code of the country most records name; null: none that is known. */
  readonly home: string | null
}

/** Rows per slice: a few milliseconds of reading and looking. */
const SLICE = 1000

type RecordTuple = [
  id: number,
  name: string,
  email: string | null,
  phone: string | null,
  address: string | null,
  city: string | null,
  acquisitionChannel: string | null,
  language: string | null,
  taxId: string | null,
  country: string | null
]

/** Looks every live record through, in slices; who came or went since the figures is left out. */
export async function screenRecords(db: Database.Database, figures: Figures): Promise<Screening> {
  const { customerIds: ids, asOfDay } = figures
  const screening: Findings = {
    figures,
    filled: new Uint8Array(ids.length),
    invalid: new Uint8Array(ids.length),
    placeholder: new Uint8Array(ids.length),
    brokenRules: new Uint8Array(ids.length),
    fresh: asOfDay === null ? null : await runSteps(findFreshInSteps({ db, figures }, asOfDay)),
    grouped: markGrouped(figures.duplicates)
  }
  const slice = db
    .prepare<[number, number], RecordTuple>(
      `SELECT id, name, email, phone, address, city, acquisition_channel, language, tax_id, country
       FROM customers WHERE id BETWEEN ? AND ? AND merged_into_id IS NULL AND status <> 'erased'`
    )
    .raw()
  const named = new Map<string, number>()
  const homeless: { i: number; taxId: string }[] = []
  const pace = startPace()
  for (let from = 0; from < ids.length; from += SLICE) {
    for (const row of slice.all(ids[from]!, ids[Math.min(from + SLICE, ids.length) - 1]!)) {
      const [id, , , , , , , , taxId, country] = row
      const i = findPosition(ids, id)
      if (i < 0) continue
      keepRecord(screening, row, i)
      if (country) named.set(country, (named.get(country) ?? 0) + 1)
      else if (taxId !== null) homeless.push({ i, taxId })
    }
    await pace()
  }
  const home = findHomeCountry(named)
  for (const { i, taxId } of homeless) {
    keepTaxId(screening, i, taxId, home)
    await pace()
  }
  await markUnreachable(db, screening)
  const positions = new Map<HealthProblem, Int32Array>()
  for (const problem of HEALTH_PROBLEMS) {
    positions.set(problem, findPositions(screening, problem))
    await pace()
  }
  return { ...screening, positions, home }
}

/** Tells a tax number wrong by the rule of a country (ISO code). */
function keepTaxId({ filled, invalid }: Findings, i: number, taxId: string, country: string | null): void {
  if ((filled[i]! & bitOf('taxId')) !== 0 && isTaxIdWrong(taxId, country)) invalid[i]! |= bitOf('taxId')
}

function keepRecord(findings: Findings, row: RecordTuple, i: number): void {
  const { figures, filled, invalid, placeholder, brokenRules } = findings
  const [, name, email, phone, address, city, acquisitionChannel, language, taxId, country] = row
  const bits = inspectFields({ name, email, phone, address, city, acquisitionChannel, language, taxId })
  filled[i] = bits.filled
  invalid[i] = bits.invalid
  placeholder[i] = bits.placeholder
  if (taxId !== null && country) keepTaxId(findings, i, taxId, findCountryCode(country))
  const { attributes, profile } = figures
  const acquired = (attributes.flags[i]! & CUSTOMER_FLAGS.acquisitionKnown) === 0 ? null : attributes.createdDay[i]!
  if (isAcquiredLate(acquired, profile.orders[i]! > 0 ? profile.firstDay[i]! : null)) brokenRules[i]! |= ruleBit('acquired-late')
  if (isPhoneElsewhere(phone, country)) brokenRules[i]! |= ruleBit('phone-country')
}

/** Who agreed to be reached by a channel whose field is empty or ill-formed. */
async function markUnreachable(db: Database.Database, { figures, brokenRules }: Findings): Promise<void> {
  const today = figures.asOfDay === null ? '9999-12-31' : isoDateOfDay(figures.asOfDay)
  const granted = db
    .prepare<[{ asOf: string; from: number; to: number }], [number, string]>(
      `SELECT customer_id, channel FROM (
         SELECT customer_id, channel, status, expires_at, row_number() OVER (PARTITION BY customer_id, purpose, channel ORDER BY at DESC, id DESC) AS place
         FROM consents WHERE customer_id BETWEEN @from AND @to AND substr(at, 1, 10) <= @asOf)
       WHERE place = 1 AND status = 'granted' AND (expires_at IS NULL OR substr(expires_at, 1, 10) >= @asOf)`
    )
    .raw()
  const ids = figures.customerIds
  const pace = startPace()
  for (let from = 0; from < ids.length; from += SLICE) {
    for (const [id, channel] of granted.all({ asOf: today, from: ids[from]!, to: ids[Math.min(from + SLICE, ids.length) - 1]! })) {
      const i = findPosition(ids, id)
      if (i >= 0 && (figures.attributes.flags[i]! & fieldsOfChannel(channel)) === 0) brokenRules[i]! |= ruleBit('consent-unreachable')
    }
    await pace()
  }
}

/** Whether the record at a position has the problem. */
function makeTest(screening: Findings, problem: HealthProblem): (i: number) => boolean {
  const { figures, filled, invalid, placeholder, brokenRules, fresh, grouped } = screening
  const bit = bitOf(problem.slice(problem.indexOf('-') + 1) as HealthField)
  if (problem.startsWith('missing-')) return (i) => (filled[i]! & bit) === 0
  if (problem.startsWith('invalid-')) return (i) => (invalid[i]! & bit) !== 0
  const rule = CROSS_RULES.find((each) => each === problem)
  if (rule) {
    const broken = ruleBit(rule)
    return (i) => (brokenRules[i]! & broken) !== 0
  }
  if (problem === 'placeholder') return (i) => placeholder[i] !== 0
  if (problem === 'duplicate') return (i) => grouped?.[i] === 1
  if (problem === 'stale') return (i) => fresh?.[i] === 0
  return (i) => figures.attributes.completeness[i]! < COMPLETENESS_GOAL * COMPLETENESS_TOTAL
}

function findPositions(screening: Findings, problem: HealthProblem): Int32Array {
  const test = makeTest(screening, problem)
  const found: number[] = []
  for (let i = 0; i < screening.figures.customerIds.length; i++) if (test(i)) found.push(i)
  return Int32Array.from(found)
}
