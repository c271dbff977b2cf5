/** What a customer's record says, as bits of `CustomerAttributes.flags`. */
export const CUSTOMER_FLAGS = {
  markedLost: 1,
  hasOwner: 2,
  hasTags: 4,
  validEmail: 8,
  validPhone: 16,
  hasAddress: 32,
  acquisitionKnown: 64,
  company: 128
} as const
export const LOST_REASONS = ['competitor', 'price', 'service', 'moved_away', 'closed', 'deceased', 'no_need', 'unknown'] as const

/** Columns over the live customers, parallel to their ids. */
export interface CustomerAttributes {
  readonly ids: Int32Array
  readonly flags: Uint8Array
  /** Position in `LOST_REASONS` plus one; 0: none. */
  readonly lostReason: Uint8Array
  /** Weight of the fields filled in and well formed, of `COMPLETENESS_TOTAL`. */
  readonly completeness: Uint8Array
  /** Day of the acquisition date, else of the record's creation. */
  readonly createdDay: Int32Array
  /** First day the customer is known of: the earlier of the record's creation and the acquisition date. */
  readonly enteredDay: Int32Array
  /** Day the record was last changed. */
  readonly touchedDay: Int32Array
  /** Customers with the same needs tags have the same number; 0: no tags. */
  readonly needsGroup: Int32Array
}

/** Columns for `customers` customers, still empty. */
export function makeAttributes(customers: number): CustomerAttributes {
  return {
    ids: new Int32Array(customers),
    flags: new Uint8Array(customers),
    lostReason: new Uint8Array(customers),
    completeness: new Uint8Array(customers),
    createdDay: new Int32Array(customers),
    enteredDay: new Int32Array(customers),
    touchedDay: new Int32Array(customers),
    needsGroup: new Int32Array(customers)
  }
}

/** The first `customers` of them. */
export function trimAttributes(attributes: CustomerAttributes, customers: number): CustomerAttributes {
  if (attributes.ids.length === customers) return attributes
  return {
    ids: attributes.ids.slice(0, customers),
    flags: attributes.flags.slice(0, customers),
    lostReason: attributes.lostReason.slice(0, customers),
    completeness: attributes.completeness.slice(0, customers),
    createdDay: attributes.createdDay.slice(0, customers),
    enteredDay: attributes.enteredDay.slice(0, customers),
    touchedDay: attributes.touchedDay.slice(0, customers),
    needsGroup: attributes.needsGroup.slice(0, customers)
  }
}
