import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramShape, Display, Link } from '../../../../shared/diagrams/diagram.ts'
import { LinkSays } from './LinkSays.tsx'
import { useLinkAnswers } from './use-link-states.ts'

interface LinkPreviewProps {
  shape: DiagramShape
  link: Link | null
  display: Display
}

/** What the shape will say once it is linked. */
export function LinkPreview({ shape, link, display }: LinkPreviewProps): ReactNode {
  const { t } = useTranslation()
  const { byId, isWaiting } = useLinkAnswers(useMemo(() => (link ? [{ itemId: shape.id, link }] : []), [shape.id, link]))
  return (
    <section className="link-preview" aria-label={t('diagramLinks.preview.title')} data-testid="link-preview">
      <h3>{t('diagramLinks.preview.title')}</h3>
      {link ? (
        <LinkSays link={link} state={isWaiting ? undefined : byId.get(shape.id)} display={display} />
      ) : (
        <p className="link-quiet">{t('diagramLinks.preview.empty')}</p>
      )}
    </section>
  )
}
