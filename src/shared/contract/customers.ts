import { z } from 'zod'
import { IsoDate, Minor, Page, procedure, RowId } from './base.ts'
import { ValueGroup } from './value-groups.ts'

export const LIFECYCLE_STATES = ['prospect', 'lost', 'lapsed', 'won_back', 'new', 'at_risk', 'active'] as const
export const LifecycleState = z.enum(LIFECYCLE_STATES)
export type LifecycleState = z.infer<typeof LifecycleState>

/** One line of the customers table; figures are null for somebody who never bought. */
export const CustomerRow = z.object({
  id: RowId,
  externalId: z.string().nullable(),
  name: z.string(),
  email: z.string().nullable(),
  city: z.string().nullable(),
  lifecycle: LifecycleState,
  orders: z.number().int(),
  revenueMinor: Minor,
  lastOrderDate: IsoDate.nullable(),
  r: z.number().int().nullable(),
  f: z.number().int().nullable(),
  m: z.number().int().nullable(),
  rfmSegment: z.string().nullable(),
  isSsc: z.boolean()
})
export type CustomerRow = z.infer<typeof CustomerRow>

export const CUSTOMER_SORTS = ['name', 'city', 'lifecycle', 'orders', 'revenueMinor', 'lastOrderDate', 'rfm'] as const
/** Which customers: all filters are joined by "and". */
export const CustomerFilter = z.object({
  /** Accent-blind, over name, e-mail, city and external id. */
  search: z.string().max(200).optional(),
  segmentId: z.string().optional(),
  lifecycle: LifecycleState.optional(),
  /** The customers behind a figure: those counted in its numerator or its denominator. */
  metric: z.object({ id: z.string(), part: z.enum(['numerator', 'denominator']) }).optional(),
  /** One cell of the RFM grid. */
  rfm: z.object({ r: z.number().int().min(1).max(5), f: z.number().int().min(1).max(5) }).optional(),
  /** The customers behind a part of the value screen. */
  value: ValueGroup.optional()
})
export type CustomerFilter = z.infer<typeof CustomerFilter>

export const TimelineEntry = z.object({
  kind: z.enum(['order', 'interaction', 'complaint', 'survey', 'consent', 'campaign']),
  id: RowId,
  at: z.string(),
  /** Order number, subject, purpose…: what the entry is about, as it stands in the data. */
  label: z.string(),
  amountMinor: Minor.nullable(),
  detail: z.string().nullable()
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const CustomerPage = z.object({
  row: CustomerRow,
  type: z.enum(['person', 'company']).nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  country: z.string().nullable(),
  language: z.string().nullable(),
  acquisitionDate: IsoDate.nullable(),
  acquisitionChannel: z.string().nullable(),
  ownerUser: z.string().nullable(),
  needsTags: z.array(z.string()),
  averageOrderMinor: Minor.nullable(),
  recencyDays: z.number().int().nullable(),
  revenueWindowMinor: Minor,
  /** Segments the customer is in now, by id. */
  segments: z.array(z.string()),
  /** Elements of models that a segment of this customer is linked to: `{model, element, segment}`. */
  elements: z.array(z.object({ modelId: z.string(), elementId: z.string(), segmentId: z.string() })),
  timeline: z.array(TimelineEntry),
  timelineTotal: z.number().int()
})
export type CustomerPage = z.infer<typeof CustomerPage>

export const customers = {
  listCustomers: procedure
    .input(
      Page.extend({
        filter: CustomerFilter.default({}),
        sort: z.object({ by: z.enum(CUSTOMER_SORTS), descending: z.boolean() }).default({ by: 'name', descending: false })
      })
    )
    .output(z.object({ total: z.number().int(), rows: z.array(CustomerRow) })),
  /** By our id, or by the external id. */
  getCustomer: procedure.input(z.object({ id: z.union([RowId, z.string()]) })).output(CustomerPage)
}
