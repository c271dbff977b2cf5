import { CloseButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePanel } from '../../stores/panel.ts'

/** Follows the selection; what is in it is the business of whoever opened it. */
export function ContextPanel(): ReactNode {
  const { t } = useTranslation()
  const { content, label, isFolded, close } = usePanel()
  if (content === null || isFolded) return null
  return (
    <aside
      className="panel"
      aria-label={label || t('frame.panel')}
      data-testid="context-panel"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <CloseButton className="panel-close" aria-label={t('frame.closePanel')} onClick={close} />
      {content}
    </aside>
  )
}
