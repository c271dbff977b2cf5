import { findClusters, type ValueCount } from './clusters.ts'
import { createEmailCleaner, suggestDomain } from './email.ts'
import { isShouted, writeAsName } from './letter-case.ts'
import { createPhoneCleaner } from './phone.ts'
import { isPlaceholder } from './placeholders.ts'
import { type Step, TAX_COUNTRIES } from './recipe.ts'
import { isCompanyName, splitName } from './split-name.ts'
import type { CleanCell } from './step-run.ts'
import { createTaxIdCleaner } from './tax-id.ts'
import { trimSpaces } from './text-steps.ts'

/** A column with what its cells hold. */
export interface CountedColumn {
  /** As the recipe names it. */
  name: string
  /** Field it goes to; null: left out. */
  field: string | null
  /** What its values look like. */
  type: string
  /** Different values with the rows that have them; blanks left out. */
  values: readonly ValueCount[]
}

interface Suggestion {
  step: Step
  rows: number
  unread: number
  sample: { before: string; after: string }
  values: number
  into: number
}

const NAME_FIELDS = new Set(['name', 'last_name', 'second_last_name', 'company', 'customer_name'])
const PLACE_FIELDS = new Set(['city', 'region', 'address', 'customer_city', 'customer_region'])
const PHONE_FIELDS = new Set(['phone', 'customer_phone'])
const EMAIL_FIELDS = new Set(['email', 'customer_email'])
const TAX_FIELDS = new Set(['tax_id', 'customer_tax_id'])
/** Where the same thing is written again and again, and ought to be written one way. */
const REPEATED_FIELDS = new Set([
  'city',
  'region',
  'country',
  'customer_city',
  'customer_region',
  'customer_country',
  'category',
  'product',
  'channel',
  'acquisition_channel',
  'owner_user',
  'company'
])
/** More different values are no list of places or products. */
const MOST_SPELLINGS = 5000

const goesTo =
  (fields: ReadonlySet<string>) =>
  ({ field }: CountedColumn) =>
    field !== null && fields.has(field)

/** What a reader would do to the values of some columns, added up. */
function measure(columns: readonly CountedColumn[], clean: CleanCell): Omit<Suggestion, 'step'> {
  let rows = 0
  let unread = 0
  let values = 0
  let sample: Suggestion['sample'] | null = null
  const results = new Set<string>()
  for (const column of columns)
    for (const { value, count } of column.values) {
      const after = clean(value)
      if (after === null) unread += count
      if (after === null || after === value) continue
      rows += count
      values++
      results.add(after)
      sample ??= { before: value, after }
    }
  return { rows, unread, values, into: results.size, sample: sample ?? { before: '', after: '' } }
}

const namesOf = (columns: readonly CountedColumn[]): string[] => columns.map(({ name }) => name)
const base = { id: 'suggested', on: true } as const

type Suggest = (columns: readonly CountedColumn[], country: string) => Suggestion[]

const suggestTrim: Suggest = (columns) => {
  // Spaces at the ends go at reading anyway.
  const found = measure(columns, (value) => (trimSpaces(value) === value.trim() ? value : trimSpaces(value)))
  return found.rows > 0 ? [{ ...found, step: { ...base, kind: 'trim', columns: 'all' } }] : []
}

const suggestBlank: Suggest = (columns) => {
  const isContact = (column: CountedColumn): boolean => [PHONE_FIELDS, EMAIL_FIELDS, TAX_FIELDS].some((fields) => goesTo(fields)(column))
  // Phones look like numbers, and are none.
  const isNumber = ({ type }: CountedColumn): boolean => type === 'amount' || type === 'date' || type === 'integer'
  const mapped = columns.filter((column) => column.field !== null && (isContact(column) || !isNumber(column)))
  return [true, false].flatMap((wanted) => {
    const clean: CleanCell = (value) => (isPlaceholder(value, wanted) ? '' : value)
    const touched = mapped.filter((column) => isContact(column) === wanted && column.values.some(({ value }) => clean(value) === ''))
    if (touched.length === 0) return []
    const words = [
      ...new Set(touched.flatMap(({ values }) => values.map(({ value }) => value.trim()).filter((value) => clean(value) === '')))
    ]
    return [{ ...measure(touched, clean), step: { ...base, kind: 'blank', columns: namesOf(touched), words: words.slice(0, 200) } }]
  })
}

const suggestSplit: Suggest = (columns) => {
  if (columns.some(goesTo(new Set(['last_name'])))) return []
  return columns.filter(goesTo(new Set(['name', 'customer_name']))).flatMap((column) => {
    const isReversed = (value: string): boolean => /^[^,]+,\s*[^,]+$/u.test(value) && !isCompanyName(value)
    const total = column.values.reduce((sum, { count }) => sum + count, 0)
    const found = measure([column], (value) => (isReversed(value) ? splitName(value, 'given-first').filter(Boolean).join(' | ') : value))
    if (found.rows * 2 < total || found.rows < 2) return []
    return [{ ...found, step: { ...base, kind: 'split-name', column: column.name, order: 'given-first', into: ['', '', ''] } }]
  })
}

const suggestCase: Suggest = (columns) => {
  const clean: CleanCell = (value) => (isShouted(value) ? writeAsName(value) : value)
  const touched = columns.filter(
    (column) => (goesTo(NAME_FIELDS)(column) || goesTo(PLACE_FIELDS)(column)) && measure([column], clean).rows > 0
  )
  return touched.length > 0 ? [{ ...measure(touched, clean), step: { ...base, kind: 'case', columns: namesOf(touched), to: 'names' } }] : []
}

const suggestEmail: Suggest = (columns) => {
  const touched = columns.filter(goesTo(EMAIL_FIELDS))
  const offers = touched.flatMap(({ values }) =>
    values.flatMap(({ value }) => {
      const domain = value.trim().toLowerCase().split('@').at(-1) ?? ''
      const fixed = value.includes('@') ? suggestDomain(domain) : null
      return fixed === null ? [] : [[domain, fixed] as const]
    })
  )
  const domains = Object.fromEntries(offers)
  const clean = createEmailCleaner(domains)
  // Capitals and spaces go at reading anyway.
  const found = measure(touched, (value) => {
    const after = clean(value)
    return after === value.trim().toLowerCase() ? value : after
  })
  return found.rows > 0 ? [{ ...found, step: { ...base, kind: 'email', columns: namesOf(touched), domains } }] : []
}

const suggestPhone: Suggest = (columns, country) => {
  const clean = createPhoneCleaner(country)
  if (!clean) return []
  const touched = columns.filter((column) => goesTo(PHONE_FIELDS)(column) && measure([column], clean).rows > 0)
  return touched.length > 0 ? [{ ...measure(touched, clean), step: { ...base, kind: 'phone', columns: namesOf(touched), country } }] : []
}

const suggestTaxId: Suggest = (columns) => {
  const touched = columns.filter(goesTo(TAX_FIELDS))
  const [best] = TAX_COUNTRIES.map((country) => ({ country, found: measure(touched, createTaxIdCleaner(country)) })).sort(
    (a, b) => a.found.unread - b.found.unread
  )
  if (!best || best.found.rows === 0) return []
  return [{ ...best.found, step: { ...base, kind: 'tax-id', columns: namesOf(touched), country: best.country } }]
}

const suggestMerge: Suggest = (columns) =>
  columns.filter(goesTo(REPEATED_FIELDS)).flatMap((column) => {
    if (column.values.length > MOST_SPELLINGS) return []
    const groups = findClusters(column.values, 'key').map(({ to, values }) => ({
      to,
      from: values.map(({ value }) => value).filter((value) => value !== to)
    }))
    if (groups.length === 0) return []
    const table = new Map(groups.flatMap(({ to, from }) => from.map((value) => [value, to] as const)))
    const found = measure([column], (value) => table.get(value) ?? value)
    const spellings = groups.reduce((sum, { to, from }) => sum + from.length + (from.includes(to) ? 0 : 1), 0)
    return [{ ...found, values: spellings, into: groups.length, step: { ...base, kind: 'merge', columns: [column.name], groups } }]
  })

/** In the order in which the steps do best. */
const SUGGEST: readonly Suggest[] = [
  suggestTrim,
  suggestBlank,
  suggestSplit,
  suggestCase,
  suggestEmail,
  suggestPhone,
  suggestTaxId,
  suggestMerge
]

/** Steps that the values of a file ask for. `country`: ISO code of where phones without a prefix are probably from. */
export function suggestSteps(columns: readonly CountedColumn[], country: string): Suggestion[] {
  return SUGGEST.flatMap((suggest) => suggest(columns, country))
}
