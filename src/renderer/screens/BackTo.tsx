import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useHideText } from '../stores/hidden-texts.ts'
import { findOrigin, goBack, useRoute } from '../stores/route.ts'

/** The way back to the diagram whose figure led to the people shown; a presentation has a way back of its own. */
export function BackTo(): ReactNode {
  const { t } = useTranslation()
  const hideText = useHideText()
  const origin = useRoute(findOrigin)
  if (!origin || (origin.route.screen === 'diagrams' && origin.route.mode === 'present')) return null
  return (
    <div className="customers-back">
      <Button
        variant="default"
        size="xs"
        leftSection={<IconArrowBackUp size={15} stroke={1.8} />}
        onClick={() => {
          goBack(origin)
        }}
        data-testid="back-to"
      >
        {t('diagramLinks.explore.backTo', { name: hideText(origin.name ?? '') })}
      </Button>
    </div>
  )
}
