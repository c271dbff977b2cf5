import { z } from 'zod'
import { Text } from '../domain/text.ts'
import { FIELD_TYPES } from '../segments/field-types.ts'
import { Measure, Operator, RuleGroup } from '../segments/rule.ts'
import { DataKind, IsoDate, Minor, Page, procedure, RowId, Share } from './base.ts'
import { CustomerRow } from './customers.ts'

export const SegmentGroup = z.enum(['base', 'value', 'rfm', 'lifecycle', 'experience', 'data', 'own'])
export type SegmentGroup = z.infer<typeof SegmentGroup>

/** Why a segment or a figure has no answer: what must be brought in or entered by hand, or which analysis is not there yet. */
export const Missing = z.object({
  code: z.enum(['needs-data', 'needs-rule', 'needs-analysis', 'too-few', 'no-denominator', 'needs-entry']),
  needs: z.array(DataKind),
  /** For `needs-data`: what exactly, in both languages. */
  hint: Text
})
export type Missing = z.infer<typeof Missing>

export const SegmentSummary = z.object({
  id: z.string(),
  name: Text,
  kind: z.enum(['built-in', 'own']),
  group: SegmentGroup,
  /** The exact rule, in words. */
  rule: Text,
  source: z.string(),
  /** All null when `missing` says why. */
  customers: z.number().int().nullable(),
  share: Share.nullable(),
  /** Revenue in the window W, and its share of the revenue in W of all identified customers. */
  revenueMinor: Minor.nullable(),
  revenueShare: Share.nullable(),
  missing: Missing.nullable()
})
export type SegmentSummary = z.infer<typeof SegmentSummary>

/** One thing a rule may ask, as the builder offers it. */
export const RuleField = z.object({
  id: z.string(),
  name: Text,
  type: z.enum(FIELD_TYPES),
  /** In the order they are offered; the first is the usual one. */
  operators: z.array(Operator),
  /** Values to choose from, most frequent first; null: typed by hand. `customers`: how many have it, where that is counted. */
  choices: z.array(z.object({ value: z.string(), name: Text, customers: z.number().int().nullable() })).nullable(),
  /** Another value than the choices may be typed. */
  isOpen: z.boolean()
})
export type RuleField = z.infer<typeof RuleField>

/** Records of a customer that a rule counts, sums or looks at: orders, complaints… */
export const RuleSubject = z.object({
  id: z.string(),
  name: Text,
  /** Fields the records are narrowed by (`where`). */
  filters: z.array(RuleField),
  /** What may be measured: `count` with no field, the others of one of the fields. The result is compared by the field's operators. */
  /** `operators`: those of the count; of a field they stand with the field. */
  measures: z.array(z.object({ measure: Measure, name: Text, of: z.array(RuleField).nullable(), operators: z.array(Operator) })),
  /** No row of it in this workspace: nobody meets a condition on it. */
  isEmpty: z.boolean()
})
export type RuleSubject = z.infer<typeof RuleSubject>

/** Why a rule can't be answered yet: at which condition (places in `rules` from the root), and what to do, in words. */
export const RuleProblem = z.object({ path: z.array(z.number().int()), text: Text })
export type RuleProblem = z.infer<typeof RuleProblem>

/** The rule in plain words, in both languages, and where it can't be answered. */
const RuleAnswer = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('counted'),
    reading: Text,
    customers: z.number().int(),
    /** Of the live customers. */
    share: Share.nullable(),
    /** Revenue in W; null where there are no orders. */
    revenueMinor: Minor.nullable(),
    revenueShare: Share.nullable(),
    /** The first 20, by name of the record as it stands (ascending id). */
    first: z.array(CustomerRow),
    /** How many meet each condition alone, groups too, by path. */
    parts: z.array(z.object({ path: z.array(z.number().int()), customers: z.number().int() })),
    asOf: IsoDate.nullable(),
    ms: z.number()
  }),
  z.object({ state: z.literal('incomplete'), reading: Text, problems: z.array(RuleProblem) }),
  /** A newer count of the same draft came in: nobody waits for this one. */
  z.object({ state: z.literal('superseded') })
])
export type RuleAnswer = z.infer<typeof RuleAnswer>

export const SegmentSnapshot = z.object({ asOf: IsoDate, customers: z.number().int() })
export type SegmentSnapshot = z.infer<typeof SegmentSnapshot>

/** Id of the own segment that says at whom the business aims (domain section 5: the rule saved as "target"). */
export const TARGET_SEGMENT = 'target'

/** Everything about one of a person's own segments. */
export const OwnSegment = z.object({
  id: z.string(),
  name: Text,
  /** Null: a fixed list. */
  rule: RuleGroup.nullable(),
  owner: z.string().nullable(),
  /** What is offered to these customers. */
  proposition: z.string().nullable(),
  reviewedAt: IsoDate.nullable(),
  /** The segment the business aims at: what "target prospects" looks at. */
  isTarget: z.boolean(),
  summary: SegmentSummary,
  /** What is wrong with the rule by now: a field or segment that is gone. */
  problems: z.array(RuleProblem),
  /** Members frozen at a date, newest first. A fixed list's own versions are among them. */
  snapshots: z.array(SegmentSnapshot)
})
export type OwnSegment = z.infer<typeof OwnSegment>

/** A place where a segment is used, and what deleting the segment does there. */
export const SegmentUse = z.object({
  /** Names this very use when a deletion is confirmed. */
  key: z.string(),
  kind: z.enum(['element', 'model', 'action', 'draft', 'walk', 'segment', 'campaign', 'diagram']),
  /** What uses it: an element, an action's title, another segment… */
  name: Text,
  /** `removed`: the link goes. `kept`: a record of the past, stays as it is. `rewritten`: the other rule takes this one's conditions in. `unanswered`: the other rule has no answer any more. `gone`: the shape stays and says that its segment is gone. */
  effect: z.enum(['removed', 'kept', 'rewritten', 'unanswered', 'gone'])
})
export type SegmentUse = z.infer<typeof SegmentUse>

/** Where the members of a list come from. */
const MemberSource = z.discriminatedUnion('from', [
  z.object({ from: z.literal('rule'), rule: RuleGroup }),
  z.object({ from: z.literal('segment'), segmentId: z.string() }),
  z.object({ from: z.literal('customers'), ids: z.array(RowId).max(200_000) }),
  /** Typed or pasted: customer numbers or e-mail addresses, one a line or parted by commas, semicolons or tabs. */
  z.object({ from: z.literal('text'), text: z.string().max(2_000_000) })
])
export type MemberSource = z.infer<typeof MemberSource>

/** What a list made of the source: `unknown` holds the first 100 entries nobody was found for, `ambiguous` those that fit several. */
const ListOutcome = z.object({
  id: z.string(),
  changed: z.number().int(),
  customers: z.number().int(),
  unknown: z.array(z.string()),
  unknownTotal: z.number().int(),
  ambiguous: z.array(z.string()),
  ambiguousTotal: z.number().int()
})
export type ListOutcome = z.infer<typeof ListOutcome>

const SegmentText = {
  name: z.object({ en: z.string().trim().min(1).max(200), es: z.string().trim().min(1).max(200) }),
  owner: z.string().trim().max(200).nullable(),
  proposition: z.string().trim().max(2000).nullable(),
  reviewedAt: IsoDate.nullable()
}
const NewSegmentText = {
  name: SegmentText.name,
  owner: SegmentText.owner.default(null),
  proposition: SegmentText.proposition.default(null),
  reviewedAt: SegmentText.reviewedAt.default(null)
}
const SegmentId = z.object({ id: z.string().min(1).max(200) })
const CustomerList = z.object({ total: z.number().int(), rows: z.array(CustomerRow) })
/** A snapshot's date, or the members as they are now. */
const Moment = z.union([IsoDate, z.literal('now')])

export const segments = {
  /** Every segment, own ones last; the ones the data can't answer carry `missing`. Members: `customers.listCustomers` with `segmentId`. */
  listSegments: procedure.output(z.array(SegmentSummary)),

  /** What rules may ask, with the values the data holds. Groups and names stand in the order they are offered. */
  listFields: procedure.output(
    z.object({
      groups: z.array(z.object({ id: z.string(), name: Text, fields: z.array(RuleField) })),
      subjects: z.array(RuleSubject)
    })
  ),
  /**
   * Counts a rule as it is written, without keeping it. `draft` names the editor: a newer count of the same draft ends the one
   * under way. `segmentId`: the segment being edited, which its rule may not lead back to.
   */
  countRule: procedure
    .input(z.object({ rule: RuleGroup, draft: z.string().max(100).default(''), segmentId: z.string().nullable().default(null) }))
    .output(RuleAnswer),
  /** Who meets a draft rule, by id. */
  listRuleCustomers: procedure.input(Page.extend({ rule: RuleGroup })).output(CustomerList),

  getSegment: procedure.input(SegmentId).output(OwnSegment),
  /** A new segment by rule. `isTarget`: the one the business aims at (there is at most one). */
  createSegment: procedure.input(z.object({ ...NewSegmentText, rule: RuleGroup, isTarget: z.boolean().default(false) })).output(SegmentId),
  /** Changes what is given and leaves the rest: a new name, the rule, owner, proposition, day of review. */
  updateSegment: procedure
    .input(
      SegmentId.extend({
        name: SegmentText.name.optional(),
        rule: RuleGroup.optional(),
        owner: SegmentText.owner.optional(),
        proposition: SegmentText.proposition.optional(),
        reviewedAt: SegmentText.reviewedAt.optional()
      })
    )
    .output(SegmentId),
  /** A copy under another name. A built-in segment becomes a rule that names it. */
  duplicateSegment: procedure.input(SegmentId.extend({ name: SegmentText.name })).output(SegmentId),
  /** Where the segment is used, and what deleting it does there. */
  listUses: procedure.input(SegmentId).output(z.array(SegmentUse)),
  /** Refused with `segment-in-use` unless `confirmed` names (by `key`) every use there is now. One undo brings all back. */
  deleteSegment: procedure.input(SegmentId.extend({ confirmed: z.array(z.string()).default([]) })).output(z.null()),

  /** A new fixed list. */
  createList: procedure
    .input(z.object({ ...NewSegmentText, source: MemberSource, isTarget: z.boolean().default(false) }))
    .output(ListOutcome),
  addMembers: procedure.input(SegmentId.extend({ source: MemberSource })).output(ListOutcome),
  removeMembers: procedure.input(SegmentId.extend({ source: MemberSource })).output(ListOutcome),

  /** Freezes today's members of an own segment under the as-of date in force; one of the same date is replaced. */
  takeSnapshot: procedure.input(SegmentId).output(SegmentSnapshot),
  deleteSnapshot: procedure.input(SegmentId.extend({ asOf: IsoDate })).output(z.null()),
  /** Who came in and who went out between two moments. */
  compareSnapshots: procedure
    .input(SegmentId.extend({ before: Moment, after: Moment }))
    .output(z.object({ entered: z.number().int(), left: z.number().int(), stayed: z.number().int() })),
  listMovement: procedure
    .input(Page.extend({ ...SegmentId.shape, before: Moment, after: Moment, part: z.enum(['entered', 'left', 'stayed']) }))
    .output(CustomerList),

  /** Two or three segments laid over each other. A region is named by one letter per segment: `10` in the first alone, `11` in both. */
  findOverlap: procedure.input(z.object({ ids: z.array(z.string()).min(2).max(3) })).output(
    z.object({
      segments: z.array(z.object({ id: z.string(), name: Text, customers: z.number().int() })),
      /** Every region, also empty ones, but for those in none of the segments. */
      regions: z.array(
        z.object({
          region: z.string(),
          customers: z.number().int(),
          /** Of the customers in any of the segments. */
          share: Share.nullable(),
          revenueMinor: Minor.nullable(),
          revenueShare: Share.nullable()
        })
      )
    })
  ),
  listRegion: procedure
    .input(Page.extend({ ids: z.array(z.string()).min(2).max(3), region: z.string().regex(/^[01]{2,3}$/) }))
    .output(CustomerList)
}
