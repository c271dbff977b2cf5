import type { RecordKind } from '../../../shared/contract/customer-edits.ts'
import {
  amount,
  code,
  day,
  long,
  moment,
  name,
  neededDay,
  neededMoment,
  plain,
  positive,
  scale,
  short,
  yesNo,
  type FieldRule
} from './field-rules.ts'

interface RecordTable {
  readonly table: string
  readonly fields: Readonly<Record<string, FieldRule>>
  /** Pairs of columns that must not run backwards: the first is not later than the second. */
  readonly order?: readonly (readonly [from: string, to: string])[]
}

/** Where the records of each kind are kept, and how each field is checked. */
export const RECORD_TABLES: Readonly<Record<RecordKind, RecordTable>> = {
  order: {
    table: 'orders',
    fields: {
      customerId: plain('customer_id'),
      externalId: code('external_id'),
      orderDate: neededDay('order_date'),
      channel: short('channel'),
      status: plain('status'),
      netMinor: amount('net_minor'),
      costMinor: positive('cost_minor'),
      discountMinor: positive('discount_minor'),
      serviceCostMinor: positive('service_cost_minor'),
      partnerId: code('partner_id'),
      campaignId: plain('campaign_id'),
      promisedDate: day('promised_date'),
      deliveredDate: day('delivered_date'),
      delayCause: short('delay_cause')
    },
    order: [
      ['order_date', 'promised_date'],
      ['order_date', 'delivered_date']
    ]
  },
  interaction: {
    table: 'interactions',
    fields: {
      customerId: plain('customer_id'),
      at: neededMoment('at'),
      channel: short('channel'),
      direction: plain('direction'),
      kind: plain('kind'),
      subject: short('subject'),
      outcome: long('outcome'),
      firstResponseAt: moment('first_response_at'),
      nextActionAt: moment('next_action_at'),
      handledBy: short('handled_by'),
      handledByRole: short('handled_by_role'),
      costMinor: positive('cost_minor')
    },
    order: [['at', 'first_response_at']]
  },
  complaint: {
    table: 'complaints',
    fields: {
      customerId: plain('customer_id'),
      orderId: plain('order_id'),
      openedAt: neededMoment('opened_at'),
      category: short('category'),
      severity: scale('severity', 1, 3),
      channel: short('channel'),
      firstResponseAt: moment('first_response_at'),
      resolvedAt: moment('resolved_at'),
      resolution: long('resolution'),
      compensationMinor: positive('compensation_minor'),
      satisfaction: scale('satisfaction', 1, 5),
      reopened: yesNo('reopened')
    },
    order: [
      ['opened_at', 'first_response_at'],
      ['opened_at', 'resolved_at']
    ]
  },
  survey: {
    table: 'surveys',
    fields: {
      customerId: plain('customer_id'),
      at: neededMoment('at'),
      kind: plain('kind'),
      score: plain('score'),
      channel: short('channel'),
      comment: long('comment'),
      competitorScore: plain('competitor_score')
    }
  },
  consent: {
    table: 'consents',
    fields: {
      customerId: plain('customer_id'),
      purpose: name('purpose'),
      channel: name('channel'),
      status: plain('status'),
      at: neededMoment('at'),
      expiresAt: moment('expires_at'),
      source: short('source')
    },
    order: [['at', 'expires_at']]
  },
  campaign: {
    table: 'campaigns',
    fields: {
      externalId: code('external_id'),
      name: name('name'),
      goal: plain('goal'),
      segmentId: code('segment_id'),
      channel: short('channel'),
      startDate: day('start_date'),
      endDate: day('end_date'),
      budgetMinor: positive('budget_minor'),
      actualCostMinor: positive('actual_cost_minor')
    },
    order: [['start_date', 'end_date']]
  }
}

/** A customer's place in a campaign. */
export const MEMBER_FIELDS: Readonly<Record<string, FieldRule>> = {
  group: plain('member_group'),
  sentAt: moment('sent_at'),
  respondedAt: moment('responded_at'),
  convertedOrderId: plain('converted_order_id')
}

/** The points a survey can give (domain 6.12: NPS 0–10, CSAT 1–5, CES 1–7). */
export const SURVEY_SCALES: Readonly<Record<string, readonly [lowest: number, highest: number]>> = {
  nps: [0, 10],
  csat: [1, 5],
  ces: [1, 7]
}
