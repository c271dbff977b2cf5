import { segmentColor } from '../../../shared/domain/segment-colors.ts'
import type { Ink } from '../../ui/charts/marks.ts'

/** The fixed colour of a segment, as charts name it. */
export function segmentInk(segmentId: string): Ink {
  return `seg-${segmentColor(segmentId).replace(/^var\(--seg-|\)$/g, '')}`
}
