import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { Page, procedure, RowId } from './base.ts'

/** What is compared of two records, in the order it is shown. */
const EVIDENCE_FIELDS = ['name', 'taxId', 'email', 'phone', 'birthDate', 'address', 'city', 'postalCode'] as const
export const EvidenceField = z.enum(EVIDENCE_FIELDS)
export type EvidenceField = z.infer<typeof EvidenceField>

/** How two values of a field agree; `start`, `household`: not fields but what the sum begins with and what relatives share. */
const AGREEMENTS = ['same', 'similar', 'partial', 'different', 'conflict'] as const
export const Agreement = z.enum(AGREEMENTS)
export type Agreement = z.infer<typeof Agreement>

/** One reason for or against: points of the score 0 to 100 (domain 6.11), which the sum of all reasons gives, cut at both ends. */
export const Reason = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('field'),
    field: EvidenceField,
    agreement: Agreement,
    /** 0 to 1 where likeness was measured. */
    likeness: z.number().nullable(),
    points: z.number().int()
  }),
  /** Where every pair begins: two records picked at random are rarely one customer, the less so the more there are. */
  z.object({ kind: z.literal('start'), points: z.number().int() }),
  /** What people of one household or firm share anyway. */
  z.object({ kind: z.literal('household'), points: z.number().int() }),
  /** A name and a town alone are never enough. */
  z.object({ kind: z.literal('name-only'), points: z.number().int() })
])
export type Reason = z.infer<typeof Reason>

export const DuplicateView = z.enum(['duplicate', 'review'])
export type DuplicateView = z.infer<typeof DuplicateView>

/** A record as it stands side by side with another. */
export const DuplicateCustomer = z.object({
  id: RowId,
  externalId: z.string().nullable(),
  name: z.string(),
  taxId: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  birthDate: z.string().nullable(),
  address: z.string().nullable(),
  city: z.string().nullable(),
  postalCode: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  orders: z.number().int(),
  entries: z.number().int()
})
export type DuplicateCustomer = z.infer<typeof DuplicateCustomer>

export const DuplicatePair = z.object({
  one: RowId,
  other: RowId,
  score: z.number().int(),
  /** An equal tax id or e-mail, and names that do not contradict each other. */
  isStrong: z.boolean(),
  reasons: z.array(Reason)
})
export type DuplicatePair = z.infer<typeof DuplicatePair>

/** Two or more records that are, or may be, one customer; the oldest first. */
export const DuplicateCluster = z.object({
  /** Ids of its customers, joined: the same as long as it holds the same customers. */
  key: z.string(),
  verdict: DuplicateView,
  /** Of its strongest pair. */
  score: z.number().int(),
  customers: z.array(DuplicateCustomer),
  pairs: z.array(DuplicatePair)
})
export type DuplicateCluster = z.infer<typeof DuplicateCluster>

export const DuplicateSummary = z.object({
  customers: z.number().int(),
  /** Clusters to merge, and those to look at. */
  duplicates: z.number().int(),
  reviews: z.number().int(),
  /** Clusters of duplicates that an equal tax id, or an equal e-mail, alone makes safe to merge in one go; customers that would go. */
  equalTaxId: z.object({ clusters: z.number().int(), merged: z.number().int() }),
  equalEmail: z.object({ clusters: z.number().int(), merged: z.number().int() }),
  /** Groups of equal values too large to be compared. */
  skippedBlocks: z.number().int(),
  /** False where the records say too little to be told apart. */
  isAnswerable: z.boolean()
})
export type DuplicateSummary = z.infer<typeof DuplicateSummary>

export const SearchProgress = z.object({
  phase: z.enum(['reading', 'blocking', 'comparing', 'grouping']),
  done: z.number().int(),
  total: z.number().int()
})
export type SearchProgress = z.infer<typeof SearchProgress>

const SearchEvents = eventIterator(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('progress'), progress: SearchProgress }),
    z.object({ type: z.literal('result'), summary: DuplicateSummary })
  ])
)

/** Fields of a customer that a merge decides on, in the order they are shown. */
export const MERGE_FIELDS = [
  'name',
  'type',
  'external_id',
  'tax_id',
  'email',
  'phone',
  'address',
  'city',
  'region',
  'postal_code',
  'country',
  'language',
  'birth_date',
  'status',
  'lost_reason',
  'acquisition_date',
  'acquisition_channel',
  'partner_id',
  'owner_user',
  'needs_tags',
  'wallet_estimate_minor',
  'notes'
] as const
export const MergeField = z.enum(MERGE_FIELDS)
export type MergeField = z.infer<typeof MergeField>

const Ids = z.array(RowId).min(2).max(50)

/** What a merge of these customers would do unless a person chooses otherwise. */
export const MergePlan = z.object({
  keepId: RowId,
  customers: z.array(DuplicateCustomer),
  /** Fields that somebody fills: everybody's value in the order of `customers`, and whose is kept. */
  fields: z.array(z.object({ field: MergeField, values: z.array(z.string().nullable()), fromId: RowId })),
  /** What the kept customer is given of the others: rows by kind. */
  moved: z.object({
    orders: z.number().int(),
    interactions: z.number().int(),
    complaints: z.number().int(),
    consents: z.number().int(),
    surveys: z.number().int(),
    campaigns: z.number().int()
  }),
  /** Consents that end more restrictive than the kept customer's own. */
  restricted: z.array(z.object({ purpose: z.string(), channel: z.string(), status: z.enum(['granted', 'denied', 'withdrawn']) }))
})
export type MergePlan = z.infer<typeof MergePlan>

export const MergeRecord = z.object({
  id: RowId,
  at: z.string(),
  kept: z.object({ id: RowId, name: z.string() }),
  merged: z.object({ id: RowId, name: z.string() }),
  undone: z.boolean()
})
export type MergeRecord = z.infer<typeof MergeRecord>

export const duplicates = {
  /** Searches in the background unless it is known already: yields progress, then exactly one result. Abort to stop waiting. */
  searchDuplicates: procedure.output(SearchEvents),
  /** Stops a search that is under way; nothing is kept of it. */
  cancelSearch: procedure.output(z.null()),
  /** The strongest first. Waits for the search. */
  listClusters: procedure
    .input(Page.extend({ view: DuplicateView, threshold: z.number().int().min(0).max(100).optional() }))
    .output(z.object({ total: z.number().int(), clusters: z.array(DuplicateCluster) })),
  planMerge: procedure.input(z.object({ customerIds: Ids, keepId: RowId.optional() })).output(MergePlan),
  /** Makes one customer of several. `choices`: whose value is kept, by field, where not the plan's. Undoable. */
  mergeCustomers: procedure
    .input(
      z.object({ customerIds: Ids, keepId: RowId.optional(), choices: z.array(z.object({ field: MergeField, fromId: RowId })).default([]) })
    )
    .output(z.object({ keptId: RowId })),
  /** Merges every cluster of duplicates with an equal tax id, or e-mail, whose names do not contradict each other; one undoable change. */
  mergeEqual: procedure
    .input(z.object({ key: z.enum(['taxId', 'email']) }))
    .output(z.object({ clusters: z.number().int(), merged: z.number().int() })),
  listMerges: procedure.input(Page).output(z.object({ total: z.number().int(), merges: z.array(MergeRecord) })),
  /** Parts two merged customers again; what was added or edited since stays where it belongs. Undoable. */
  unmergeCustomers: procedure.input(z.object({ mergeId: RowId })).output(z.object({ keptId: RowId, mergedId: RowId })),
  /** Remembers that these are different customers. Undoable. */
  markDistinct: procedure.input(z.object({ customerIds: Ids })).output(z.null())
}
