import { z } from 'zod'
import { RuleGroup } from '../segments/rule.ts'
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

/** Which customers: all filters are joined by "and". */
export const CustomerFilter = z.object({
  /** Accent-blind, over everything written about a customer and the numbers of their orders; words in any order. */
  search: z.string().max(200).optional(),
  segmentId: z.string().optional(),
  lifecycle: LifecycleState.optional(),
  /** The customers behind a figure: those counted in its numerator or its denominator. */
  metric: z.object({ id: z.string(), part: z.enum(['numerator', 'denominator']) }).optional(),
  /** One cell of the RFM grid. */
  rfm: z.object({ r: z.number().int().min(1).max(5), f: z.number().int().min(1).max(5) }).optional(),
  /** The customers behind a part of the value screen. */
  value: ValueGroup.optional(),
  /** Conditions on columns. */
  rule: RuleGroup.optional(),
  /** Chosen one by one, by number: a list that a shape of a diagram holds. */
  ids: z.array(RowId).min(1).max(1000).optional()
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

/** By any column of `findColumn`; whoever has nothing in it comes last, either way. */
export const CustomerSort = z.object({ by: z.string().max(220), descending: z.boolean() })
export type CustomerSort = z.infer<typeof CustomerSort>
const USUAL_SORT: CustomerSort = { by: 'name', descending: false }

/** Customers marked in the table: one by one, or everybody the filter shows but those taken out again. */
export const CustomerSelection = z.union([
  z.object({ ids: z.array(RowId).min(1).max(200_000) }),
  z.object({ filter: CustomerFilter, except: z.array(RowId).max(200_000) })
])
export type CustomerSelection = z.infer<typeof CustomerSelection>

/** What stands in one cell: amounts in minor units, shares 0 to 1, yes and no as 1 and 0, choices as their value; null: nothing. */
export const CellValue = z.union([z.string(), z.number(), z.null()])
export type CellValue = z.infer<typeof CellValue>

export const customers = {
  listCustomers: procedure
    .input(
      Page.extend({
        filter: CustomerFilter.default({}),
        sort: CustomerSort.default(USUAL_SORT),
        /** What else to read of each row. */
        columns: z.array(z.string().max(220)).max(80).default([])
      })
    )
    .output(
      z.object({
        total: z.number().int(),
        rows: z.array(CustomerRow),
        /** A line per row, a cell per column asked. */
        cells: z.array(z.array(CellValue)),
        /** The index of the search is being made: only names, e-mails, cities and numbers of customers were searched. */
        isIndexing: z.boolean()
      })
    ),
  /** By our id, or by the external id. */
  getCustomer: procedure.input(z.object({ id: z.union([RowId, z.string()]) })).output(CustomerPage)
}
