import type { ReactNode } from 'react'
import { Builder } from '../features/segments/builder/Builder.tsx'
import { OverlapPage } from '../features/segments/overlap/OverlapPage.tsx'
import { SegmentPage } from '../features/segments/page/SegmentPage.tsx'
import { SegmentsPage } from '../features/segments/SegmentsPage.tsx'
import type { SegmentPlace } from '../stores/route.ts'

/** The list, one segment, the builder of its rule, or segments laid over each other. */
export function SegmentsScreen({ place }: { place: SegmentPlace }): ReactNode {
  if (place.view === 'segment') return <SegmentPage key={place.segmentId} segmentId={place.segmentId} />
  if (place.view === 'overlap') return <OverlapPage ids={place.ids ?? []} />
  if (place.view === 'build')
    return (
      <Builder
        key={place.segmentId ?? 'new'}
        {...(place.segmentId === undefined ? {} : { segmentId: place.segmentId })}
        {...(place.start === undefined ? {} : { start: place.start })}
      />
    )
  return <SegmentsPage />
}
