import { TARGET_SEGMENT, type Missing } from '../../../shared/contract/segments.ts'
import { evidenceText, type MetricSource } from './metric-definition.ts'

/** One byte per live customer, 1: in the target segment; null when no such segment is kept, or it has no answer. */
export function findTarget({ figures }: MetricSource): Uint8Array | null {
  return figures.hasSegment(TARGET_SEGMENT) ? figures.segmentMask(TARGET_SEGMENT) : null
}

export function needsTarget(): Missing {
  return { code: 'needs-rule', needs: [], hint: evidenceText('missing.target-segment') }
}
