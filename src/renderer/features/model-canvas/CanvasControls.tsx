import { ActionIcon, Button } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../ui/formats.tsx'

interface CanvasControlsProps {
  zoom: number
  onIn: () => void
  onOut: () => void
  onFit: () => void
}

/** Zoom out, percent, zoom in, fit. */
export function CanvasControls({ zoom, onIn, onOut, onFit }: CanvasControlsProps): ReactNode {
  const { t } = useTranslation()
  const { share } = useFormats()
  return (
    <div className="canvas-controls">
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t('canvas.zoomOut')}
        title={t('canvas.zoomOut')}
        onClick={onOut}
        data-testid="zoom-out"
      >
        <IconMinus size={16} stroke={1.6} />
      </ActionIcon>
      <span className="canvas-percent" data-testid="zoom-percent">
        {share(zoom, 0)}
      </span>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t('canvas.zoomIn')}
        title={t('canvas.zoomIn')}
        onClick={onIn}
        data-testid="zoom-in"
      >
        <IconPlus size={16} stroke={1.6} />
      </ActionIcon>
      <Button variant="default" size="compact-sm" h={30} px={12} onClick={onFit} title={t('canvas.fitWhole')} data-testid="zoom-fit">
        {t('canvas.fit')}
      </Button>
    </div>
  )
}
