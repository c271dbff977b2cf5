import { COMPLETENESS_GOAL, COMPLETENESS_TOTAL } from '../../../shared/analytics/completeness.ts'
import { CUSTOMER_FLAGS, LOST_REASONS, type CustomerAttributes } from '../../../shared/analytics/customer-attributes.ts'
import type { CustomerProfile } from '../../../shared/analytics/customer-profile.ts'
import { ORDER_TRAITS, type OrderColumns } from '../../../shared/analytics/order-columns.ts'
import { RFM_SEGMENTS } from '../../../shared/analytics/rfm.ts'
import { LIFECYCLE_STATES, type LifecycleState } from '../../../shared/contract/customers.ts'
import type { Missing } from '../../../shared/contract/segments.ts'
import type { BgNbdResult } from '../../../shared/analytics/lifetime/fit-bg-nbd.ts'
import type { Text } from '../../../shared/domain/text.ts'
import type { ValueTiers } from '../figures/value-tiers.ts'
import { LIFETIME_HINTS } from './lifetime-hints.ts'
import type { RecordSets } from './record-sets.ts'

/** What a rule may look at; all arrays in parallel over the live customers. */
export interface SegmentInputs {
  readonly attributes: CustomerAttributes
  readonly orders: OrderColumns
  /** All null together: no order and no date to compute at. */
  readonly profile: CustomerProfile
  readonly records: RecordSets
  /** 1: in a group of duplicates; null: no record says enough to tell. */
  readonly duplicates: Uint8Array | null
  readonly rfmSegment: Uint8Array
  readonly f: Uint8Array
  readonly isScored: boolean
  readonly lifecycle: Uint8Array
  readonly returned: Uint8Array
  readonly isSsc: Uint8Array
  readonly buying: BgNbdResult
  /** Minor units; NaN: not computable. */
  readonly lifetimeValue: Float64Array
  readonly tiers: ValueTiers
  readonly asOfDay: number
  readonly windowDays: number
  readonly newDays: number
  /** Median whole-history margin of the active customers. */
  readonly medianActiveMargin: number
  /** Bits of `ORDER_TRAITS` that some order carries. */
  readonly traitsSeen: number
  /** 1: in the own segment the business aims at; null: none is kept. */
  readonly target: Uint8Array | null
}

/** A code whose hint stands in the catalogue, or one with a hint of its own. */
export type MissingReason = Missing['code'] | { readonly code: Missing['code']; readonly hint: Text }

export interface SegmentRule {
  /** What must be there at all: records alone, a date to compute at, or orders. */
  readonly basis: 'customers' | 'date' | 'orders'
  /** Why there is no answer although the basis is there; undefined: there is one. */
  readonly missing?: (inputs: SegmentInputs) => MissingReason | undefined
  readonly isMember: ((inputs: SegmentInputs, i: number) => boolean) | CodeTest
}

/** The commonest rule as data, read without a call a customer: those whose code in a column is this one. */
export interface CodeTest {
  readonly column: (inputs: SegmentInputs) => Uint8Array | Uint16Array | null
  readonly code: number
}

const code = Object.fromEntries(LIFECYCLE_STATES.map((state, position) => [state, position])) as Record<LifecycleState, number>
const reasonCode = (reason: (typeof LOST_REASONS)[number]): number => LOST_REASONS.indexOf(reason) + 1
const GONE_FOR_GOOD: ReadonlySet<number> = new Set([reasonCode('deceased'), reasonCode('closed'), reasonCode('moved_away')])

const needsTable = (table: keyof RecordSets) => (inputs: SegmentInputs) =>
  inputs.records[table] === null ? ('needs-data' as const) : undefined
const needsTrait = (bit: number) => (inputs: SegmentInputs) => ((inputs.traitsSeen & bit) === 0 ? ('needs-data' as const) : undefined)
const inRecords = (table: 'openComplaint' | 'complained' | 'promoters' | 'detractors'): SegmentRule => ({
  basis: 'date',
  missing: needsTable(table),
  isMember: { column: ({ records }) => records[table], code: 1 }
})
const inState = (state: LifecycleState): SegmentRule => ({
  basis: 'orders',
  isMember: { column: ({ lifecycle }) => lifecycle, code: code[state] }
})

function isLost({ lifecycle, attributes }: SegmentInputs, i: number): boolean {
  return lifecycle[i] === code.lost || (attributes.flags[i]! & CUSTOMER_FLAGS.markedLost) !== 0
}

function isProspect({ profile, records, attributes, asOfDay, windowDays }: SegmentInputs, i: number): boolean {
  if (profile.orders[i] !== 0) return false
  if (records.interacted[i] === 1) return true
  const day = attributes.createdDay[i]!
  // The day a record was typed in says nothing about its future; only an acquisition date can lie after the as-of date.
  const isTooLate = (attributes.flags[i]! & CUSTOMER_FLAGS.acquisitionKnown) !== 0 && day > asOfDay
  return day > asOfDay - windowDays && !isTooLate
}

function needsLifetime({ buying }: SegmentInputs): MissingReason | undefined {
  return buying.fault === null ? undefined : { code: 'too-few', hint: LIFETIME_HINTS[buying.fault] }
}

function isMostValuable({ tiers }: SegmentInputs, i: number): boolean {
  return tiers.isTopActual[i] === 1 && tiers.isTopLifetime[i] === 1
}

const rfmRules = Object.fromEntries(
  RFM_SEGMENTS.map(({ id }, position) => [
    id,
    {
      basis: 'orders',
      missing: ({ isScored }) => (isScored ? undefined : 'too-few'),
      isMember: { column: ({ rfmSegment }) => rfmSegment, code: position + 1 }
    } satisfies SegmentRule
  ])
)

/** One rule per built-in segment (domain section 5). */
export const SEGMENT_RULES: Readonly<Record<string, SegmentRule>> = {
  s_all: { basis: 'customers', isMember: () => true },
  s_prospects: { basis: 'date', isMember: isProspect },
  s_target_prospects: {
    basis: 'date',
    missing: ({ target }) => (target ? undefined : 'needs-rule'),
    isMember: (inputs, i) => inputs.target?.[i] === 1 && isProspect(inputs, i)
  },
  s_new: {
    basis: 'orders',
    isMember: ({ profile, asOfDay, newDays }, i) => profile.orders[i]! > 0 && profile.firstDay[i]! > asOfDay - newDays
  },
  s_one_time: {
    basis: 'orders',
    isMember: ({ profile, asOfDay, newDays }, i) => profile.orderDays[i] === 1 && profile.firstDay[i]! <= asOfDay - newDays
  },
  s_active: { basis: 'orders', isMember: { column: ({ profile }) => profile.isActive, code: 1 } },
  s_ssc: { basis: 'orders', isMember: { column: ({ isSsc }) => isSsc, code: 1 } },
  s_mvc: { basis: 'orders', missing: needsLifetime, isMember: isMostValuable },
  s_mgc: {
    basis: 'orders',
    missing: (inputs) => (inputs.tiers.unrealised === null ? 'needs-data' : needsLifetime(inputs)),
    isMember: (inputs, i) => inputs.tiers.isTopUnrealised[i] === 1 && !isMostValuable(inputs, i)
  },
  s_bz: {
    basis: 'orders',
    // Without any cost every margin is an assumed share of revenue: nobody could be found below zero.
    missing: ({ orders, records }) => (orders.cost === null && records.costToServe === null ? 'needs-data' : undefined),
    isMember: ({ profile, records, lifetimeValue }, i) =>
      profile.orders[i]! > 0 && profile.marginWindow[i]! < (records.costToServe?.[i] ?? 0) && !(lifetimeValue[i]! > 0)
  },
  ...rfmRules,
  s_cooling: inState('at_risk'),
  s_lapsed: inState('lapsed'),
  s_lost: { basis: 'orders', isMember: isLost },
  s_winback: {
    basis: 'orders',
    missing: needsTable('contactable'),
    isMember: (inputs, i) =>
      (inputs.lifecycle[i] === code.lapsed || isLost(inputs, i)) &&
      inputs.profile.orders[i]! > 0 &&
      inputs.profile.margin[i]! >= inputs.medianActiveMargin &&
      inputs.records.contactable?.[i] === 1 &&
      !GONE_FOR_GOOD.has(inputs.attributes.lostReason[i]!)
  },
  s_won_back: { basis: 'orders', isMember: { column: ({ returned }) => returned, code: 1 } },
  s_open_complaint: inRecords('openComplaint'),
  s_complained: inRecords('complained'),
  s_promoters: inRecords('promoters'),
  s_detractors: inRecords('detractors'),
  s_no_consent: {
    basis: 'orders',
    missing: needsTable('contactable'),
    isMember: ({ profile, records }, i) => profile.isActive[i] === 1 && records.contactable?.[i] === 0
  },
  s_incomplete: {
    basis: 'customers',
    isMember: ({ attributes }, i) => attributes.completeness[i]! < COMPLETENESS_GOAL * COMPLETENESS_TOTAL
  },
  s_duplicates: {
    basis: 'customers',
    missing: ({ duplicates }) => (duplicates === null ? 'needs-data' : undefined),
    isMember: { column: ({ duplicates }) => duplicates, code: 1 }
  },
  s_multichannel: {
    basis: 'date',
    missing: needsTable('channelCount'),
    isMember: { column: ({ records }) => records.channelCount, code: 2 }
  },
  s_single_channel: {
    basis: 'date',
    missing: needsTable('channelCount'),
    isMember: { column: ({ records }) => records.channelCount, code: 1 }
  },
  s_single_category: {
    basis: 'orders',
    missing: (inputs) => (inputs.isScored ? needsTable('categoryCount')(inputs) : 'too-few'),
    isMember: ({ f, records }, i) => f[i]! >= 4 && records.categoryCount?.[i] === 1
  },
  s_partner: {
    basis: 'orders',
    missing: needsTrait(ORDER_TRAITS.partner),
    isMember: ({ profile }, i) => profile.partnerRevenueWindow[i]! * 2 > profile.revenueWindow[i]!
  },
  s_late: { basis: 'orders', missing: needsTrait(ORDER_TRAITS.datesKnown), isMember: ({ profile }, i) => profile.lateWindow[i]! > 0 },
  s_price_sensitive: {
    basis: 'orders',
    missing: needsTrait(ORDER_TRAITS.discountKnown),
    isMember: ({ profile }, i) => profile.ordersWindow[i]! > 0 && profile.discountedWindow[i]! * 5 >= profile.ordersWindow[i]! * 4
  },
  s_no_owner: {
    basis: 'orders',
    isMember: ({ isSsc, attributes }, i) => isSsc[i] === 1 && (attributes.flags[i]! & CUSTOMER_FLAGS.hasOwner) === 0
  },
  s_untagged: {
    basis: 'orders',
    isMember: ({ profile, attributes }, i) => profile.isActive[i] === 1 && (attributes.flags[i]! & CUSTOMER_FLAGS.hasTags) === 0
  },
  s_competitor_exposed: {
    basis: 'date',
    missing: ({ records, attributes }) =>
      records.mentionsCompetitor === null && attributes.lostReason.every((reason) => reason === 0) ? 'needs-data' : undefined,
    isMember: ({ records, attributes }, i) => attributes.lostReason[i] === reasonCode('competitor') || records.mentionsCompetitor?.[i] === 1
  }
}
