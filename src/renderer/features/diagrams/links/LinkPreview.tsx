import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramShape, Display, Link } from '../../../../shared/diagrams/diagram.ts'
import { orpc } from '../../../api/client.ts'
import { LinkSays } from './LinkSays.tsx'

interface LinkPreviewProps {
  shape: DiagramShape
  link: Link | null
  display: Display
}

/** What the shape will say once it is linked. */
export function LinkPreview({ shape, link, display }: LinkPreviewProps): ReactNode {
  const { t } = useTranslation()
  const links = useMemo(() => (link ? [{ itemId: shape.id, link }] : []), [shape.id, link])
  const { data, isPlaceholderData } = useQuery(
    orpc.diagrams.readLinks.queryOptions({ input: { links }, enabled: link !== null, placeholderData: keepPreviousData })
  )
  return (
    <section className="link-preview" aria-label={t('diagramLinks.preview.title')} data-testid="link-preview">
      <h3>{t('diagramLinks.preview.title')}</h3>
      {link ? (
        <LinkSays link={link} state={isPlaceholderData ? undefined : data?.links[0]} display={display} />
      ) : (
        <p className="link-quiet">{t('diagramLinks.preview.empty')}</p>
      )}
    </section>
  )
}
