import { z } from 'zod'
import { Text } from '../domain/text.ts'
import { IsoDate, Minor, Page, procedure, RowId } from './base.ts'
import { TimelineEntry } from './customers.ts'

/** What a person may say of a customer; erasing one goes through the privacy screen. */
export const CUSTOMER_STATUSES = ['prospect', 'customer', 'lost'] as const
export const LOST_REASONS = ['competitor', 'price', 'service', 'moved_away', 'closed', 'deceased', 'no_need', 'unknown'] as const
export const ORDER_STATUSES = ['completed', 'pending', 'cancelled'] as const
export const INTERACTION_KINDS = ['enquiry', 'quote', 'visit', 'support', 'welcome', 'follow_up', 'survey', 'winback', 'other'] as const
export const SURVEY_KINDS = ['nps', 'csat', 'ces'] as const
export const CONSENT_STATUSES = ['granted', 'denied', 'withdrawn'] as const
export const CAMPAIGN_GOALS = ['acquisition', 'onboarding', 'retention', 'development', 'winback'] as const

/*
 * Texts, dates and numbers are checked by the host, which answers with a sentence (`customer-unnamed`, `email-wrong`,
 * `date-wrong`…): a shape that refuses them here would only say that something went wrong.
 */
const Words = z.string().nullable()
const Amount = Minor.nullable()
const Id = RowId.nullable()

/** Every field of a customer (domain 1.4) that a person edits. `attributes`: columns of the user's own, by id; null takes one out. */
export const CustomerFields = z.object({
  externalId: Words,
  type: z.enum(['person', 'company']).nullable(),
  name: z.string(),
  taxId: Words,
  email: Words,
  phone: Words,
  address: Words,
  city: Words,
  region: Words,
  postalCode: Words,
  country: Words,
  language: Words,
  birthDate: Words,
  acquisitionDate: Words,
  acquisitionChannel: Words,
  acquisitionCampaignId: Id,
  partnerId: Words,
  ownerUser: Words,
  status: z.enum(CUSTOMER_STATUSES),
  lostReason: z.enum(LOST_REASONS).nullable(),
  tags: z.array(z.string()),
  walletEstimateMinor: Amount,
  notes: Words,
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable())
})
export type CustomerFields = z.infer<typeof CustomerFields>

const OrderFields = z.object({
  customerId: Id,
  externalId: Words,
  orderDate: z.string(),
  channel: Words,
  status: z.enum(ORDER_STATUSES),
  netMinor: Minor,
  costMinor: Amount,
  discountMinor: Amount,
  serviceCostMinor: Amount,
  partnerId: Words,
  campaignId: Id,
  promisedDate: Words,
  deliveredDate: Words,
  delayCause: Words
})
const InteractionFields = z.object({
  customerId: Id,
  at: z.string(),
  channel: Words,
  direction: z.enum(['in', 'out']),
  kind: z.enum(INTERACTION_KINDS),
  subject: Words,
  outcome: Words,
  firstResponseAt: Words,
  nextActionAt: Words,
  handledBy: Words,
  handledByRole: Words,
  costMinor: Amount
})
const ComplaintFields = z.object({
  customerId: RowId,
  orderId: Id,
  openedAt: z.string(),
  category: Words,
  severity: z.number().int().nullable(),
  channel: Words,
  firstResponseAt: Words,
  resolvedAt: Words,
  resolution: Words,
  compensationMinor: Amount,
  satisfaction: z.number().int().nullable(),
  reopened: z.boolean()
})
const SurveyFields = z.object({
  customerId: RowId,
  at: z.string(),
  kind: z.enum(SURVEY_KINDS),
  score: z.number().int(),
  channel: Words,
  comment: Words,
  competitorScore: z.number().int().nullable()
})
/** Consents are only ever added to: the newest of a purpose and channel rules, the earlier ones prove what held when. */
const ConsentFields = z.object({
  customerId: RowId,
  purpose: z.string(),
  channel: z.string(),
  status: z.enum(CONSENT_STATUSES),
  at: z.string(),
  expiresAt: Words,
  source: Words
})
const CampaignFields = z.object({
  externalId: Words,
  name: z.string(),
  goal: z.enum(CAMPAIGN_GOALS),
  segmentId: Words,
  channel: Words,
  startDate: Words,
  endDate: Words,
  budgetMinor: Amount,
  actualCostMinor: Amount
})
export const MemberFields = z.object({
  group: z.enum(['T', 'C']),
  sentAt: Words,
  respondedAt: Words,
  convertedOrderId: Id
})

/** The fields of each kind of record that is not a customer. */
export const RECORD_FIELDS = {
  order: OrderFields,
  interaction: InteractionFields,
  complaint: ComplaintFields,
  survey: SurveyFields,
  consent: ConsentFields,
  campaign: CampaignFields
} as const
export type RecordKind = keyof typeof RECORD_FIELDS

const fieldsOf = <K extends RecordKind>(kind: K) => ({ kind: z.literal(kind), fields: RECORD_FIELDS[kind] })
const given = <K extends Exclude<RecordKind, 'consent'>>(kind: K) => ({
  kind: z.literal(kind),
  id: RowId,
  fields: RECORD_FIELDS[kind].partial()
})

/** A record as it is kept. */
export const StoredRecord = z.discriminatedUnion('kind', [
  z.object({ ...fieldsOf('order'), id: RowId }),
  z.object({ ...fieldsOf('interaction'), id: RowId }),
  z.object({ ...fieldsOf('complaint'), id: RowId }),
  z.object({ ...fieldsOf('survey'), id: RowId }),
  z.object({ ...fieldsOf('consent'), id: RowId }),
  z.object({ ...fieldsOf('campaign'), id: RowId })
])
export type StoredRecord = z.infer<typeof StoredRecord>

/** A new record; what is left out stays empty. */
export const NewRecord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), fields: OrderFields.partial().required({ orderDate: true, netMinor: true }) }),
  z.object({ kind: z.literal('interaction'), fields: InteractionFields.partial().required({ at: true, direction: true, kind: true }) }),
  z.object({ kind: z.literal('complaint'), fields: ComplaintFields.partial().required({ customerId: true, openedAt: true }) }),
  z.object({ kind: z.literal('survey'), fields: SurveyFields.partial().required({ customerId: true, at: true, kind: true, score: true }) }),
  z.object({
    kind: z.literal('consent'),
    fields: ConsentFields.partial().required({ customerId: true, purpose: true, channel: true, status: true, at: true })
  }),
  z.object({ kind: z.literal('campaign'), fields: CampaignFields.partial().required({ name: true, goal: true }) })
])
export type NewRecord = z.infer<typeof NewRecord>

export const RecordEdit = z.discriminatedUnion('kind', [
  z.object(given('order')),
  z.object(given('interaction')),
  z.object(given('complaint')),
  z.object(given('survey')),
  z.object(given('campaign'))
])
export type RecordEdit = z.infer<typeof RecordEdit>

/** A column of the user's own. */
export const Attribute = z.object({ id: z.string(), name: z.string(), type: z.enum(['text', 'number', 'date', 'boolean']) })
export type Attribute = z.infer<typeof Attribute>

/** Everything one customer's record says, as it is kept. */
export const CustomerRecord = z.object({
  id: RowId,
  fields: CustomerFields.extend({ status: z.enum([...CUSTOMER_STATUSES, 'erased']) }),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Every attribute there is, whether or not this customer has a value for it. */
  attributes: z.array(Attribute),
  flags: z.array(z.object({ kind: z.string(), reason: z.string(), at: z.string() })),
  /** What rules now, for each purpose and channel: the newest row. `isExpired`: granted once, run out since. */
  consents: z.array(
    z.object({
      purpose: z.string(),
      channel: z.string(),
      status: z.enum(CONSENT_STATUSES),
      at: z.string(),
      expiresAt: z.string().nullable(),
      source: z.string().nullable(),
      isExpired: z.boolean(),
      rows: z.number().int()
    })
  )
})
export type CustomerRecord = z.infer<typeof CustomerRecord>

/** What one customer may bring (domain 6.6); null: no model could be fitted, or the customer never bought. */
export const CustomerValue = z.object({
  /** P(still a customer) by BG/NBD; null as well for whoever bought on one day only: the model says 1, which is no estimate. */
  alive: z.number().nullable(),
  boughtOnce: z.boolean(),
  /** In the next 52 weeks. */
  expectedOrders: z.number().nullable(),
  expectedSpendMinor: Amount,
  /** Of the next 36 months' margin; a single customer's is uncertain by about half of it, `low` to `high`. */
  clvMinor: Amount,
  clvLowMinor: Amount,
  clvHighMinor: Amount,
  marginMinor: Amount,
  /** By models fitted before the last change. */
  isProvisional: z.boolean(),
  /** Why there is no prediction. */
  reason: Text.nullable()
})
export type CustomerValue = z.infer<typeof CustomerValue>

/** `savedAt`: when the write was committed, ISO date-time. */
const Saved = z.object({ savedAt: z.string() })

export const customerEdits = {
  getCustomerRecord: procedure.input(z.object({ id: RowId })).output(CustomerRecord),
  getCustomerValue: procedure.input(z.object({ id: RowId })).output(CustomerValue),
  /** A name, a number or an e-mail address is needed; the rest may be left out. */
  addCustomer: procedure.input(CustomerFields.partial()).output(Saved.extend({ id: RowId })),
  /**
   * The same fields for all of them, as one change; `addTags`, `removeTags` leave a customer's other tags alone. Fields that
   * tell people apart (number, name, e-mail, tax id) only for one customer at a time.
   */
  updateCustomers: procedure
    .input(
      z.object({
        ids: z.array(RowId).min(1),
        fields: CustomerFields.partial().default({}),
        addTags: z.array(z.string()).default([]),
        removeTags: z.array(z.string()).default([])
      })
    )
    .output(Saved.extend({ changed: z.number().int() })),
  /** With everything recorded about them. */
  deleteCustomers: procedure.input(z.object({ ids: z.array(RowId).min(1) })).output(Saved.extend({ deleted: z.number().int() })),

  getRecord: procedure
    .input(z.object({ kind: z.enum(['order', 'interaction', 'complaint', 'survey', 'consent', 'campaign']), id: RowId }))
    .output(StoredRecord),
  addRecord: procedure.input(NewRecord).output(Saved.extend({ id: RowId })),
  updateRecord: procedure.input(RecordEdit).output(Saved),
  /** Consents are withdrawn, not deleted. A campaign goes with its list of members. */
  deleteRecord: procedure
    .input(z.object({ kind: z.enum(['order', 'interaction', 'complaint', 'survey', 'campaign']), id: RowId }))
    .output(Saved),

  listCampaigns: procedure.output(
    z.array(z.object({ id: RowId, fields: CampaignFields, members: z.number().int(), controls: z.number().int() }))
  ),
  /** Who is in the campaign already stays as they are. `group`: T treated, C control. */
  addMembers: procedure
    .input(
      z.object({
        campaignId: RowId,
        customerIds: z.array(RowId).min(1),
        group: z.enum(['T', 'C']).default('T'),
        sentAt: z.string().nullable().default(null)
      })
    )
    .output(Saved.extend({ added: z.number().int() })),
  getMember: procedure.input(z.object({ campaignId: RowId, customerId: RowId })).output(MemberFields),
  updateMember: procedure.input(z.object({ campaignId: RowId, customerId: RowId, fields: MemberFields.partial() })).output(Saved),
  removeMembers: procedure
    .input(z.object({ campaignId: RowId, customerIds: z.array(RowId).min(1) }))
    .output(Saved.extend({ removed: z.number().int() })),

  /** What happened with a customer, the newest first: of the kinds asked, or of all. */
  listTimeline: procedure.input(Page.extend({ customerId: RowId, kinds: z.array(TimelineEntry.shape.kind).default([]) })).output(
    z.object({
      /** Of the kinds asked. */
      total: z.number().int(),
      /** Of each kind, whatever was asked. */
      counts: z.record(TimelineEntry.shape.kind, z.number().int()),
      entries: z.array(TimelineEntry.extend({ status: z.string().nullable(), isOpen: z.boolean() })),
      firstAt: IsoDate.nullable()
    })
  )
}
