import type { Window } from '../../../shared/contract/base.ts'
import type { RfmOptions } from '../../../shared/contract/value-tables.ts'
import type { SegmentSummary } from '../../../shared/contract/segments.ts'
import type { CustomerAttributes } from '../../../shared/analytics/customer-attributes.ts'
import type { LifecycleThresholds } from '../../../shared/analytics/lifecycle.ts'
import type { OrderColumns } from '../../../shared/analytics/order-columns.ts'
import type { CustomerProfile } from '../../../shared/analytics/customer-profile.ts'
import type { CustomerDuplicates } from '../duplicates/ensure-duplicates.ts'
import type { Lifetime } from './lifetime.ts'

/** The settings figures depend on. */
export interface FigureSettings {
  /** Null: the date of the latest valid order. */
  readonly asOf: string | null
  readonly windowDays: number
  readonly newDays: number
  readonly grossMargin: number
  readonly rfm: RfmOptions
}

/**
 * Everything computed about the customers at one as-of date. All arrays run in parallel: position i is the customer
 * `customerIds[i]` (live customers, ascending by id). Amounts are minor units, days count from 1970-01-01.
 */
export interface Figures {
  readonly dataNumber: number
  readonly settings: FigureSettings
  /** Null when there is no valid order and no date is set; then nothing that depends on time has an answer. */
  readonly asOf: string | null
  readonly asOfDay: number | null
  readonly window: Window | null
  readonly previousWindow: Window | null
  readonly customerIds: Int32Array
  /** Position of a customer's id; -1: not a live customer. */
  readonly indexOf: (customerId: number) => number
  /** Valid orders clustered by customer: for figures that need single orders. */
  readonly orders: OrderColumns
  /** What the customers' records say: completeness, lost reason, owner, tags… */
  readonly attributes: CustomerAttributes
  /** Which records stand for one customer, whatever the as-of date. */
  readonly duplicates: CustomerDuplicates
  /** Counts, days and sums per customer: `revenueWindow`, `marginWindow`, `isActive`, `wasActive`… */
  readonly profile: CustomerProfile
  /** Scores 1 to 5; 0: not scored. */
  readonly r: Uint8Array
  readonly f: Uint8Array
  readonly m: Uint8Array
  /** Position in `RFM_SEGMENTS` plus one; 0: not scored. */
  readonly rfmSegment: Uint8Array
  /** Position in `LIFECYCLE_STATES`. */
  readonly lifecycle: Uint8Array
  readonly lifecycleThresholds: LifecycleThresholds | null
  /** 1: strategically significant. */
  readonly isSsc: Uint8Array
  readonly sscMeasure: 'margin' | 'revenue'
  /** P(still a customer) and lifetime value per customer, and the models behind them. */
  readonly lifetime: Lifetime
  /** What each active customer with needs tags could bring beyond today, minor units; NaN: not measured; null: nobody has tags. */
  readonly unrealised: Float64Array | null
  /** Service, contacts and compensations in W per customer, minor units; null: nothing of it is known. */
  readonly costToServe: Float64Array | null
  /** Different categories bought in W per customer; null: no order line names one. */
  readonly categoryCount: Uint16Array | null
  /** 1: can be reached with a valid consent; null when there are no consents at all. */
  readonly contactable: Uint8Array | null
  /** Sum of `profile.revenueWindow` (identified customers). */
  readonly revenueWindowTotal: number
  readonly revenuePreviousTotal: number
  /** Whether there is a built-in or own segment of that id. */
  readonly hasSegment: (segmentId: string) => boolean
  /** The answer a segment gives in lists; throws `not-found` for an unknown id. */
  readonly segmentSummary: (segmentId: string) => SegmentSummary
  /** All built-in segments in the order of the catalogue, then a person's own by name. */
  readonly segmentSummaries: () => SegmentSummary[]
  /** One byte per customer, 1: member; null when the segment has no answer. */
  readonly segmentMask: (segmentId: string) => Uint8Array | null
  /** Ids of the members, ascending; null when the segment has no answer. */
  readonly segmentMembers: (segmentId: string) => Int32Array | null
  readonly isMember: (segmentId: string, customerId: number) => boolean
  /** The same one window earlier (as-of date minus W), computed when first asked for and then kept. */
  readonly previous: () => Promise<Figures>
}
