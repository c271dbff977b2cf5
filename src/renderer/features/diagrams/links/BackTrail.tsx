import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useHideText } from '../../../stores/hidden-texts.ts'
import { navigate } from '../../../stores/route.ts'
import { useDiagram } from '../store/use-diagram.ts'
import { dropTrail, useTrail } from './trail-store.ts'

/** The way back to the diagram whose link led here. */
export function BackTrail(): ReactNode {
  const { t } = useTranslation()
  const hideText = useHideText()
  const diagramId = useDiagram((diagram) => diagram.diagramId)
  const stop = useTrail(({ stops }) => stops.findLast(({ to }) => to === diagramId))
  if (!stop) return null
  return (
    <Button
      variant="default"
      size="xs"
      className="back-trail"
      leftSection={<IconArrowBackUp size={15} stroke={1.8} />}
      onClick={() => {
        dropTrail(stop)
        navigate({ screen: 'diagrams', diagramId: stop.diagramId, mode: 'explore', itemId: stop.itemId })
      }}
      data-testid="back-trail"
    >
      {t('diagramLinks.explore.backTo', { name: hideText(stop.name) })}
    </Button>
  )
}
