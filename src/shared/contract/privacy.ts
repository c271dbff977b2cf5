import { z } from 'zod'
import { Language } from '../domain/text.ts'
import { FileToken, IsoDate, Page, procedure, RowId } from './base.ts'

/** What a consent is now: granted ones run out on their day. */
export const CONSENT_STATES = ['granted', 'denied', 'withdrawn', 'expired'] as const
export const ConsentState = z.enum(CONSENT_STATES)
export type ConsentState = z.infer<typeof ConsentState>

export const ConsentFilter = z.object({
  purpose: z.string().optional(),
  channel: z.string().optional(),
  state: ConsentState.optional(),
  /** Granted ones that run out within so many days. */
  expiresWithinDays: z.number().int().min(0).max(3660).optional(),
  /** Accent-blind, over name, e-mail, city and external id. */
  search: z.string().max(200).optional()
})
export type ConsentFilter = z.infer<typeof ConsentFilter>

/** What rules now for a customer, a purpose and a channel: the newest entry; `entries`: how many there are. */
export const ConsentRow = z.object({
  customerId: RowId,
  name: z.string(),
  purpose: z.string(),
  channel: z.string(),
  state: ConsentState,
  at: z.string(),
  expiresAt: z.string().nullable(),
  source: z.string().nullable(),
  entries: z.number().int()
})
export type ConsentRow = z.infer<typeof ConsentRow>

export const ConsentRegister = z.object({
  total: z.number().int(),
  rows: z.array(ConsentRow),
  /** Different customers behind the filter. */
  customers: z.number().int(),
  purposes: z.array(z.string()),
  channels: z.array(z.string()),
  /** How many there are of each state, whatever state was asked for. */
  states: z.array(z.object({ state: ConsentState, count: z.number().int() })),
  today: IsoDate
})
export type ConsentRegister = z.infer<typeof ConsentRegister>

/** How many rows about a person stand in which table, and in how many other texts they are named. */
export const PersonHoldings = z.object({
  id: RowId,
  name: z.string(),
  /** Records that were merged into this one. */
  merged: z.number().int(),
  tables: z.array(z.object({ table: z.string(), rows: z.number().int() })),
  mentions: z.number().int(),
  kept: z.number().int(),
  isErased: z.boolean()
})
export type PersonHoldings = z.infer<typeof PersonHoldings>

export const DueCustomer = z.object({ id: RowId, name: z.string(), lastActivity: IsoDate, years: z.number() })
export type DueCustomer = z.infer<typeof DueCustomer>

const Reason = z.string().trim().max(500)

export const privacy = {
  /** Hides identities in every file this host writes from now on, or shows them again. The window hides them on its own pages. */
  setMask: procedure.input(z.object({ isOn: z.boolean() })).output(z.null()),
  /**
   * Which of these texts name a customer of the file in full (a name of two words or more, an e-mail address, a phone), and how they
   * read without: `index` in `texts`; `runs`: what was hidden and what stands for it. Texts that name nobody are not among the answers.
   */
  hideTexts: procedure
    .input(z.object({ texts: z.array(z.string().max(20_000)).max(80_000), language: Language }))
    .output(
      z.array(z.object({ index: z.number().int(), shown: z.string(), runs: z.array(z.object({ kept: z.string(), shown: z.string() })) }))
    ),

  listConsents: procedure.input(Page.extend({ filter: ConsentFilter.default({}) })).output(ConsentRegister),
  exportConsents: procedure
    .input(z.object({ filter: ConsentFilter.default({}), fileToken: FileToken, language: Language }))
    .output(z.object({ rows: z.number().int() })),

  getHoldings: procedure.input(z.object({ id: RowId })).output(PersonHoldings),
  /** Everything there is about a person, for them: JSON to be read by machines, or one document to be read. Refused while identities are hidden. */
  exportPerson: procedure
    .input(z.object({ id: RowId, format: z.enum(['json', 'html']), language: Language, fileToken: FileToken }))
    .output(z.object({ bytes: z.number().int() })),
  /** The document as text; main prints it to PDF. */
  renderPerson: procedure.input(z.object({ id: RowId, language: Language })).output(z.object({ text: z.string() })),

  /**
   * Erases people for good; nothing takes it back. `isTraceless`: no trace is left in the file; false while somebody else
   * still reads from it, until the workspace is closed.
   */
  erasePeople: procedure
    .input(z.object({ ids: z.array(RowId).min(1).max(100_000), reason: Reason }))
    .output(z.object({ erased: z.number().int(), isTraceless: z.boolean() })),
  listErasures: procedure.output(z.array(z.object({ id: RowId, customerId: RowId, at: z.string(), reason: z.string() }))),
  /** Erases from an older copy of this workspace whoever was erased here since. The copy must be open nowhere. */
  reapplyErasures: procedure.input(z.object({ fileToken: FileToken })).output(z.object({ erased: z.number().int() })),

  /** Years without activity after which a customer is due for review; null: no rule. Nothing is erased by it. */
  getRetention: procedure.output(z.object({ years: z.number().int().nullable() })),
  setRetention: procedure.input(z.object({ years: z.number().int().min(1).max(50).nullable() })).output(z.null()),
  listDue: procedure.input(Page).output(z.object({ total: z.number().int(), rows: z.array(DueCustomer), before: IsoDate.nullable() })),

  /** A copy for training with nobody real in it; the figures stay what they are. */
  pseudonymise: procedure
    .input(
      z.object({ fileToken: FileToken, shiftDays: z.number().int().min(-3660).max(3660).default(0), language: Language.default('es') })
    )
    .output(z.object({ customers: z.number().int() }))
}
