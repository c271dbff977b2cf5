import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { DataKind } from '../../../shared/contract/base.ts'
import { SegmentGroup } from '../../../shared/contract/segments.ts'
import { Text } from '../../../shared/domain/text.ts'

const SegmentDefinition = z.object({
  id: z.string(),
  name: Text,
  group: SegmentGroup,
  rule: Text,
  /** Kinds of data beside customers and orders without which there is no answer. */
  needs: z.array(DataKind),
  /** What to bring in or do when there is no answer. */
  hint: Text.nullable(),
  source: z.string().regex(/^[VSLAU]/)
})
export type SegmentDefinition = z.infer<typeof SegmentDefinition>

/** A member's bit is the segment's place in the file; more than 53 no longer fit an exact number. */
const Catalogue = z.array(SegmentDefinition).max(53)

const cache = new Map<string, SegmentDefinition[]>()

/** The built-in segments, in the order of `catalogue/segments.json`. */
export function loadSegmentCatalogue(resourcesDir: string): SegmentDefinition[] {
  let catalogue = cache.get(resourcesDir)
  if (!catalogue) {
    catalogue = Catalogue.parse(JSON.parse(readFileSync(join(resourcesDir, 'catalogue', 'segments.json'), 'utf8')))
    cache.set(resourcesDir, catalogue)
  }
  return catalogue
}
