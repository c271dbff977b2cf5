import { z } from 'zod'
import { Text } from '../domain/text.ts'
import { DataKind, Minor, procedure, Share } from './base.ts'

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

export const segments = {
  /** Every segment; the ones the data can't answer carry `missing`. Members: `customers.listCustomers` with `segmentId`. */
  listSegments: procedure.output(z.array(SegmentSummary))
}
