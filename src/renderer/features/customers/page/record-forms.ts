import {
  CAMPAIGN_GOALS,
  CONSENT_STATUSES,
  INTERACTION_KINDS,
  ORDER_STATUSES,
  SURVEY_KINDS,
  type RecordKind
} from '../../../../shared/contract/customer-edits.ts'
import { CHANNELS, PURPOSES } from '../../../ui/name-known.ts'

/** A field of a form: how it is filled in, and whether it must be. */
export interface FormField {
  readonly name: string
  readonly as: 'text' | 'long' | 'date' | 'money' | 'number' | 'choice' | 'check' | 'order' | 'campaign'
  readonly isNeeded?: boolean
  /** Of a choice: its values, and the area of the messages that names them. */
  readonly choices?: readonly string[]
  readonly names?: string
  /** Of a choice kept as a number. */
  readonly isNumber?: boolean
  /** Takes the whole width. */
  readonly isWide?: boolean
}

/** What the dialog knows to write: records, and a customer's place in a campaign. */
export type FormKind = Exclude<RecordKind, 'campaign'> | 'member' | 'new-campaign'

export const FORMS: Readonly<Record<FormKind, readonly FormField[]>> = {
  order: [
    { name: 'orderDate', as: 'date', isNeeded: true },
    { name: 'netMinor', as: 'money', isNeeded: true },
    { name: 'externalId', as: 'text' },
    { name: 'status', as: 'choice', choices: ORDER_STATUSES, names: 'orderStatuses', isNeeded: true },
    { name: 'channel', as: 'text' },
    { name: 'campaignId', as: 'campaign' },
    { name: 'costMinor', as: 'money' },
    { name: 'discountMinor', as: 'money' },
    { name: 'serviceCostMinor', as: 'money' },
    { name: 'partnerId', as: 'text' },
    { name: 'promisedDate', as: 'date' },
    { name: 'deliveredDate', as: 'date' },
    { name: 'delayCause', as: 'text', isWide: true }
  ],
  interaction: [
    { name: 'kind', as: 'choice', choices: INTERACTION_KINDS, names: 'interactionKinds', isNeeded: true },
    { name: 'at', as: 'date', isNeeded: true },
    { name: 'direction', as: 'choice', choices: ['in', 'out'], names: 'directions', isNeeded: true },
    { name: 'channel', as: 'text' },
    { name: 'subject', as: 'text', isWide: true },
    { name: 'outcome', as: 'long', isWide: true },
    { name: 'firstResponseAt', as: 'date' },
    { name: 'nextActionAt', as: 'date' },
    { name: 'handledBy', as: 'text' },
    { name: 'handledByRole', as: 'text' },
    { name: 'costMinor', as: 'money' }
  ],
  complaint: [
    { name: 'openedAt', as: 'date', isNeeded: true },
    { name: 'category', as: 'text' },
    { name: 'severity', as: 'choice', choices: ['1', '2', '3'], names: 'severities', isNumber: true },
    { name: 'channel', as: 'text' },
    { name: 'orderId', as: 'order' },
    { name: 'firstResponseAt', as: 'date' },
    { name: 'resolvedAt', as: 'date' },
    { name: 'compensationMinor', as: 'money' },
    { name: 'resolution', as: 'long', isWide: true },
    { name: 'satisfaction', as: 'number' },
    { name: 'reopened', as: 'check' }
  ],
  survey: [
    { name: 'kind', as: 'choice', choices: SURVEY_KINDS, names: 'surveyKinds', isNeeded: true },
    { name: 'at', as: 'date', isNeeded: true },
    { name: 'score', as: 'number', isNeeded: true },
    { name: 'channel', as: 'text' },
    { name: 'comment', as: 'long', isWide: true },
    { name: 'competitorScore', as: 'number' }
  ],
  consent: [
    { name: 'purpose', as: 'choice', choices: PURPOSES, names: 'purposes', isNeeded: true },
    { name: 'channel', as: 'choice', choices: CHANNELS, names: 'channels', isNeeded: true },
    { name: 'status', as: 'choice', choices: CONSENT_STATUSES, names: 'consentStatuses', isNeeded: true },
    { name: 'at', as: 'date', isNeeded: true },
    { name: 'expiresAt', as: 'date' },
    { name: 'source', as: 'text', isWide: true }
  ],
  member: [
    { name: 'campaignId', as: 'campaign', isNeeded: true },
    { name: 'group', as: 'choice', choices: ['T', 'C'], names: 'groupsOf', isNeeded: true },
    { name: 'sentAt', as: 'date' },
    { name: 'respondedAt', as: 'date' },
    { name: 'convertedOrderId', as: 'order' }
  ],
  'new-campaign': [
    { name: 'name', as: 'text', isNeeded: true, isWide: true },
    { name: 'goal', as: 'choice', choices: CAMPAIGN_GOALS, names: 'goals', isNeeded: true }
  ]
}

export type FormValue = string | number | boolean | null
export type FormValues = Readonly<Record<string, FormValue>>

/** What a new record begins with; `today`: ISO date. */
export function beginForm(kind: FormKind, today: string): FormValues {
  const starts: Readonly<Record<FormKind, FormValues>> = {
    order: { orderDate: today, status: 'completed' },
    interaction: { at: today, kind: 'enquiry', direction: 'in' },
    complaint: { openedAt: today },
    survey: { at: today, kind: 'nps' },
    consent: { at: today, purpose: 'marketing', channel: 'email', status: 'granted' },
    member: { group: 'T' },
    'new-campaign': { goal: 'retention' }
  }
  return starts[kind]
}

export const isComplete = (kind: FormKind, values: FormValues): boolean =>
  FORMS[kind].every(({ name, isNeeded }) => !isNeeded || (values[name] ?? '') !== '')
