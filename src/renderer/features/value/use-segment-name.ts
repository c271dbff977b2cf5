import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import { useFormats } from '../../ui/formats.tsx'

/** A named segment's name, without the mark that it comes from RFM: on this page all do. */
export function useSegmentName(): (id: string) => string {
  const formats = useFormats()
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  return (id) => {
    const segment = segments.data?.find((each) => each.id === id)
    return segment ? formats.text(segment.name).replace(' (RFM)', '') : ''
  }
}
