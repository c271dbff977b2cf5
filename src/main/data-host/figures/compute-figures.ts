import type Database from 'better-sqlite3'
import { CUSTOMER_FLAGS } from '../../../shared/analytics/customer-attributes.ts'
import type { CustomerProfile } from '../../../shared/analytics/customer-profile.ts'
import { codeOfState, deriveThresholds, findLifecycle, type LifecycleThresholds } from '../../../shared/analytics/lifecycle.ts'
import { readRhythm } from '../../../shared/analytics/rhythm-columns.ts'
import { findScheme } from '../../../shared/analytics/rfm-schemes.ts'
import { scoreRfmInSteps } from '../../../shared/analytics/score-rfm.ts'
import { medianOf } from '../../../shared/analytics/selection.ts'
import { applyFlags } from '../../../shared/analytics/strategic-customers.ts'
import type { Window } from '../../../shared/contract/base.ts'
import type { RfmOptions } from '../../../shared/contract/value-tables.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { dayOfIsoDate, isoDateOfDay } from '../../../shared/domain/day-number.ts'
import type { CustomerDuplicates } from '../duplicates/ensure-duplicates.ts'
import type { SegmentDefinition } from '../segments/catalogue.ts'
import { evaluateSegments, summariseAnswer, type SegmentAnswer } from '../segments/evaluate.ts'
import { readRecordSets, type RecordSets } from '../segments/record-sets.ts'
import type { Figures, FigureSettings } from './figures.ts'
import { markGrouped } from '../duplicates/mark-grouped.ts'
import { findPosition } from './find-position.ts'
import type { FitStore } from './fit-store.ts'
import { computeLifetime, listBuyers, type Lifetime, type PredictionTables } from './lifetime.ts'
import type { FigureBase } from './load-base.ts'
import { pauseForOthers, runSteps, startPace } from '../pause.ts'
import { describeCustomers, useStart, type Cycle, type Standing, type Start } from './standing.ts'
import { chooseValueTiers } from './value-tiers.ts'

export interface ComputeInput {
  readonly db: Database.Database
  readonly base: FigureBase
  readonly duplicates: CustomerDuplicates
  readonly settings: FigureSettings
  readonly catalogue: readonly SegmentDefinition[]
  readonly fits: FitStore
  /** The window before, where it was computed already and nothing that counts in it changed since. */
  readonly previous?: Figures['previous']
  /** What was computed before a change, and whom the change touched. */
  readonly start?: Start
  /** Told what may be the start after the next change. */
  readonly onStanding?: (standing: Standing) => void
}

/** Customers between two looks at the clock. */
const SLICE = 500
/** Orders between two looks, where each costs next to nothing. */
const LIGHT_SLICE = 50_000
const BEFORE_EVERYTHING = -700_000

/** Computes everything at one as-of date, in slices, but for a person's own segments. */
export async function computeFigures(input: ComputeInput): Promise<Figures> {
  const { db, base, settings, catalogue } = input
  const { attributes, orders } = base
  const asOfDay = settings.asOf === null ? orders.lastDay : dayOfIsoDate(settings.asOf)
  // Without any date the profile stays empty: a day in the first century lets no order in.
  const day = asOfDay ?? BEFORE_EVERYTHING
  const { windowDays, newDays, grossMargin } = settings
  const n = attributes.ids.length

  const options = { asOfDay: day, windowDays, grossMargin }
  const start = useStart(input.start, options, n)
  const { profile, rhythms } = await describeCustomers(orders, options, n, start)
  const scores = await scoreCustomers(profile, day, settings.rfm)
  const thresholds = deriveThresholds(rhythms.counts, newDays)
  const { lifetime, tables } = await findLifetime(input, profile, asOfDay, thresholds, start)
  const parts = { orders, options, profile, rhythms, lifetime, tables }
  const cycle = await findLifecycles(base, parts, thresholds, start)
  input.onStanding?.({ ...parts, cycle })
  const sscMeasure = orders.cost ? 'margin' : 'revenue'
  const tiers = await chooseValueTiers(profile, attributes.needsGroup, lifetime.value, sscMeasure)
  await pauseForOthers()
  const isSsc = flagStrategic(db, attributes.ids, tiers.isTopActual)
  await pauseForOthers()
  const records: RecordSets = await readRecordSets({ db, attributes, orders, profile, asOfDay: day, windowDays })
  const hasOrders = profile.orders.some((count) => count > 0)
  await pauseForOthers()
  const medianActiveMargin = medianOf(profile.margin.filter((_, i) => profile.isActive[i] === 1)) ?? 0
  await pauseForOthers()
  const answers = await evaluateSegments(
    catalogue,
    {
      attributes,
      orders,
      profile,
      records,
      duplicates: markGrouped(input.duplicates),
      rfmSegment: scores.rfmSegment,
      f: scores.f,
      isScored: scores.isScored,
      lifecycle: cycle.lifecycle,
      returned: cycle.returned,
      isSsc,
      buying: lifetime.buying,
      lifetimeValue: lifetime.value,
      tiers,
      asOfDay: day,
      windowDays,
      newDays,
      medianActiveMargin,
      traitsSeen: await collectTraits(orders.traits),
      // A person's own segments are answered on top of the figures (`withOwnSegments`), the one aimed at among them.
      target: null
    },
    { hasOrders, hasDate: asOfDay !== null }
  )
  return assembleFigures(input, {
    asOfDay,
    profile,
    ...scores,
    ...cycle,
    isSsc,
    sscMeasure,
    lifetime,
    unrealised: tiers.unrealised,
    contactable: records.contactable,
    costToServe: records.costToServe,
    categoryCount: records.categoryCount,
    answers,
    hasOrders
  })
}

async function collectTraits(traits: Uint8Array): Promise<number> {
  let seen = 0
  await inSlices(
    traits.length,
    (from, to) => {
      for (let row = from; row < to; row++) seen |= traits[row]!
    },
    LIGHT_SLICE
  )
  return seen
}

async function inSlices(n: number, work: (from: number, to: number) => void, slice = SLICE): Promise<void> {
  const pace = startPace()
  for (let from = 0; from < n; from += slice) {
    work(from, Math.min(from + slice, n))
    await pace()
  }
}

interface Scores {
  r: Uint8Array
  f: Uint8Array
  m: Uint8Array
  rfmSegment: Uint8Array
  isScored: boolean
}

/** Scores everybody with an order up to the as-of date (or in W, by the options); the others keep 0. */
async function scoreCustomers(profile: CustomerProfile, asOfDay: number, options: RfmOptions): Promise<Scores> {
  const n = profile.orders.length
  const isWindow = options.lookBack === 'window'
  const counted = isWindow ? profile.ordersWindow : profile.orders
  const buyers = listBuyers({ orders: counted })
  await pauseForOthers()
  const take = (values: ArrayLike<number>): Float64Array => {
    const taken = new Float64Array(buyers.length)
    for (let place = 0; place < buyers.length; place++) taken[place] = values[buyers[place]!]!
    return taken
  }
  const spent = take(isWindow ? profile.revenueWindow : profile.revenue)
  const orders = take(counted)
  const monetary = {
    sum: () => spent,
    mean: () => spent.map((amount, place) => amount / orders[place]!),
    margin: () => take(isWindow ? profile.marginWindow : profile.margin)
  }
  await pauseForOthers()
  const scored = await runSteps(
    scoreRfmInSteps(
      {
        recencyDays: take(profile.lastDay).map((day) => asOfDay - day),
        frequency: options.frequency === 'orders' ? orders : take(isWindow ? profile.orderDaysWindow : profile.orderDays),
        monetary: monetary[options.monetary]()
      },
      options
    )
  )
  const scores = { r: new Uint8Array(n), f: new Uint8Array(n), m: new Uint8Array(n), rfmSegment: new Uint8Array(n) }
  if (!scored) return { ...scores, isScored: false }
  // Scheme B has names of its own: the built-in segments keep to the R × F grid.
  const { find } = findScheme(options.scheme === 'combined' ? 'combined' : 'a')
  for (let place = 0; place < buyers.length; place++) {
    const i = buyers[place]!
    scores.r[i] = scored.r[place]!
    scores.f[i] = scored.f[place]!
    scores.m[i] = scored.m[place]!
    scores.rfmSegment[i] = find(scored.r[place]!, scored.f[place]!, scored.m[place]!) + 1
  }
  await pauseForOthers()
  return { ...scores, isScored: true }
}

/** Reads the fit of this data and day from the file, else finds it and has it kept. */
async function findLifetime(
  { base: { orders }, settings: { grossMargin }, fits }: ComputeInput,
  profile: CustomerProfile,
  asOfDay: number | null,
  { medianGapDays }: LifecycleThresholds,
  start: Start | null
): Promise<{ lifetime: Lifetime; tables: PredictionTables }> {
  const known = asOfDay === null ? null : fits.read(asOfDay)
  const hasCosts = orders.cost !== null
  const earlier = asOfDay === null || known ? null : (fits.readEarlier?.(asOfDay) ?? null)
  const input = { profile, asOfDay: asOfDay ?? BEFORE_EVERYTHING, medianGapDays, grossMargin, hasCosts }
  const computed = await computeLifetime(input, known ?? earlier, {
    isProvisional: earlier !== null,
    start: start && { ...start.standing, touched: start.touched }
  })
  const { buying, spend } = computed.lifetime
  if (asOfDay !== null && !known && !earlier) fits.keep(asOfDay, { buying, spend })
  return computed
}

async function findLifecycles(
  { attributes: { flags } }: FigureBase,
  { options, profile, rhythms, lifetime, tables }: Omit<Standing, 'cycle'>,
  thresholds: LifecycleThresholds,
  start: Start | null
): Promise<Cycle> {
  const { alive } = lifetime
  const decide = (into: Pick<Cycle, 'lifecycle' | 'returned'>, i: number): void => {
    const bought = profile.orders[i]! > 0
    const found = findLifecycle(
      {
        asOfDay: options.asOfDay,
        firstDay: bought ? profile.firstDay[i]! : null,
        lastDay: bought ? profile.lastDay[i]! : null,
        rhythm: readRhythm(rhythms, i),
        isMarkedLost: (flags[i]! & CUSTOMER_FLAGS.markedLost) !== 0,
        // Without repeat purchases the model says 1 of everybody, which tells nothing.
        aliveProbability: profile.orderDays[i]! > 1 && !Number.isNaN(alive[i]!) ? alive[i]! : null
      },
      thresholds
    )
    into.lifecycle[i] = codeOfState(found.state)
    into.returned[i] = found.returned ? 1 : 0
  }
  const before = start?.standing
  // The same tables: the same model says who is still there.
  if (before && before.tables === tables && before.cycle.flags === flags && isSameCycle(before.cycle.thresholds, thresholds)) {
    const cycle = { lifecycle: before.cycle.lifecycle.slice(), returned: before.cycle.returned.slice(), thresholds, flags }
    for (const i of start.touched) decide(cycle, i)
    return cycle
  }
  const n = profile.orders.length
  const cycle = { lifecycle: new Uint8Array(n), returned: new Uint8Array(n), thresholds, flags }
  await inSlices(n, (from, to) => {
    for (let i = from; i < to; i++) decide(cycle, i)
  })
  return cycle
}

/** All thresholds follow from these two. */
function isSameCycle(one: LifecycleThresholds, other: LifecycleThresholds): boolean {
  return one.medianGapDays === other.medianGapDays && one.newDays === other.newDays
}

/** The best fifth, plus whom a person flagged, minus whom a person excluded. */
function flagStrategic(db: Database.Database, ids: Int32Array, best: Uint8Array): Uint8Array {
  const flagged = (sql: string): number[] =>
    db
      .prepare<[], number>(sql)
      .pluck()
      .all()
      .map((id) => findPosition(ids, id))
      .filter((i) => i >= 0)
  return applyFlags(
    best.slice(),
    flagged("SELECT DISTINCT customer_id FROM customer_flags WHERE kind <> 'exclude'"),
    flagged("SELECT customer_id FROM customer_flags WHERE kind = 'exclude'")
  )
}

interface Parts extends Scores, Cycle {
  lifetime: Lifetime
  unrealised: Float64Array | null
  asOfDay: number | null
  profile: CustomerProfile
  isSsc: Uint8Array
  sscMeasure: 'margin' | 'revenue'
  contactable: Uint8Array | null
  costToServe: Float64Array | null
  categoryCount: Uint16Array | null
  answers: Map<string, SegmentAnswer>
  hasOrders: boolean
}

function assembleFigures(input: ComputeInput, parts: Parts): Figures {
  const { base, settings } = input
  const { asOfDay, profile, answers } = parts
  const ids = base.attributes.ids
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)
  const revenueWindowTotal = sum(profile.revenueWindow)
  const answerOf = (segmentId: string): SegmentAnswer => {
    const answer = answers.get(segmentId)
    if (!answer) throw new CauceError('not-found', { what: segmentId })
    return answer
  }
  const totals = { customers: ids.length, revenueWindow: revenueWindowTotal, hasOrders: parts.hasOrders }
  return {
    dataNumber: base.dataNumber,
    settings,
    asOf: asOfDay === null ? null : isoDateOfDay(asOfDay),
    asOfDay,
    window: windowEnding(asOfDay, settings.windowDays),
    previousWindow: windowEnding(asOfDay === null ? null : asOfDay - settings.windowDays, settings.windowDays),
    customerIds: ids,
    indexOf: (customerId) => findPosition(ids, customerId),
    orders: base.orders,
    attributes: base.attributes,
    duplicates: input.duplicates,
    profile,
    r: parts.r,
    f: parts.f,
    m: parts.m,
    rfmSegment: parts.rfmSegment,
    lifecycle: parts.lifecycle,
    lifecycleThresholds: parts.hasOrders ? parts.thresholds : null,
    isSsc: parts.isSsc,
    sscMeasure: parts.sscMeasure,
    lifetime: parts.lifetime,
    unrealised: parts.unrealised,
    contactable: parts.contactable,
    costToServe: parts.costToServe,
    categoryCount: parts.categoryCount,
    revenueWindowTotal,
    revenuePreviousTotal: sum(profile.revenuePrevious),
    hasSegment: (segmentId) => answers.has(segmentId),
    segmentSummary: (segmentId) => summariseAnswer(answerOf(segmentId), totals),
    segmentSummaries: () => [...answers.values()].map((answer) => summariseAnswer(answer, totals)),
    segmentMask: (segmentId) => answerOf(segmentId).mask,
    segmentMembers: (segmentId) => {
      const mask = answerOf(segmentId).mask
      return mask ? ids.filter((_, i) => mask[i] === 1) : null
    },
    isMember: (segmentId, customerId) => answerOf(segmentId).mask?.[findPosition(ids, customerId)] === 1,
    previous: input.previous ?? rememberPrevious(input, asOfDay)
  }
}

/** Apart from the figures it belongs to, so that whoever keeps it does not keep them. */
function rememberPrevious(input: ComputeInput, asOfDay: number | null): Figures['previous'] {
  const { settings } = input
  const asOf = asOfDay === null ? null : isoDateOfDay(asOfDay - settings.windowDays)
  const { start: _start, onStanding: _onStanding, ...same } = input
  const earlier = { ...same, settings: { ...settings, asOf } }
  let previous: Promise<Figures> | null = null
  return () => {
    previous ??= computeFigures(earlier).catch((error: unknown) => {
      previous = null
      throw error
    })
    return previous
  }
}

function windowEnding(lastDay: number | null, days: number): Window | null {
  return lastDay === null ? null : { from: isoDateOfDay(lastDay - days), to: isoDateOfDay(lastDay), days }
}
