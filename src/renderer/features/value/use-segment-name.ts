import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { useFormats } from '../../ui/formats.tsx'

/** A named segment's name, without the mark that it comes from RFM: on this page all do. */
export function useSegmentName(): (id: string) => string {
  const { t } = useTranslation()
  const formats = useFormats()
  const { data } = useQuery(orpc.segments.listSegments.queryOptions())
  return useCallback(
    (id) => {
      if (id === 'others') return t('value.named.others')
      const segment = data?.find((each) => each.id === id)
      return segment ? formats.text(segment.name).replace(' (RFM)', '') : ''
    },
    [data, formats, t]
  )
}
