import { ActionIcon, Button } from '@mantine/core'
import { useStore } from '@xyflow/react'
import { IconKeyboard, IconMap, IconMinus, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../ui/formats.tsx'
import { useCanvasUiStore } from '../store/use-diagram.ts'
import { ZOOM_STEP } from '../../../ui/canvas-view-keys.ts'
import type { View } from './use-view.ts'

interface ViewControlsProps {
  view: View
  hasMap: boolean
  onMap: () => void
}

/** Zoom out, percent, zoom in, fit; the map and the list of keys. */
export function ViewControls({ view, hasMap, onMap }: ViewControlsProps): ReactNode {
  const { t } = useTranslation()
  const ui = useCanvasUiStore()
  const { share } = useFormats()
  const percent = useStore(({ transform }) => share(transform[2], 0))
  return (
    <div className="diagram-controls" data-no-gesture>
      <Tool
        name={t('canvas.zoomOut')}
        testId="zoom-out"
        run={() => {
          view.zoomBy(1 / ZOOM_STEP)
        }}
      >
        <IconMinus size={16} stroke={1.6} />
      </Tool>
      <span className="diagram-percent" data-testid="zoom-percent">
        {percent}
      </span>
      <Tool
        name={t('canvas.zoomIn')}
        testId="zoom-in"
        run={() => {
          view.zoomBy(ZOOM_STEP)
        }}
      >
        <IconPlus size={16} stroke={1.6} />
      </Tool>
      <Button
        variant="default"
        size="compact-sm"
        h={30}
        px={12}
        onClick={() => {
          view.fit()
        }}
        title={t('canvas.fitWhole')}
        data-testid="zoom-fit"
      >
        {t('canvas.fit')}
      </Button>
      <Tool name={t(hasMap ? 'diagramCanvas.hideMap' : 'diagramCanvas.showMap')} testId="toggle-map" isOn={hasMap} run={onMap}>
        <IconMap size={16} stroke={1.6} />
      </Tool>
      <Tool
        name={`${t('diagramCanvas.keys.title')} (?)`}
        testId="show-keys"
        run={() => {
          ui.setState({ panel: 'keys' })
        }}
      >
        <IconKeyboard size={17} stroke={1.6} />
      </Tool>
    </div>
  )
}

function Tool({
  name,
  testId,
  run,
  isOn,
  children
}: {
  name: string
  testId: string
  run: () => void
  isOn?: boolean
  children: ReactNode
}): ReactNode {
  return (
    <ActionIcon variant="default" size={30} aria-label={name} title={name} aria-pressed={isOn} onClick={run} data-testid={testId}>
      {children}
    </ActionIcon>
  )
}
