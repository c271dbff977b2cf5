import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconHistory, IconLayoutGridAdd, IconLayoutSidebarLeftExpand, IconSearch, IconSitemap } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { showMap, useHasMap } from '../canvas/use-map.ts'
import { useCanvasUiStore, useDiagram } from '../store/use-diagram.ts'
import { StepButtons } from './StepButtons.tsx'
import { showSide, togglePanels, useHasPanels, useSide } from './side-store.ts'
import { useViewOptions } from './view-options.ts'

const ICON = { size: 16, stroke: 1.6 }

interface DiagramToolsProps {
  isEditing: boolean
  onVersions: () => void
  /** Ways to bring in and take out, put there by the screen. */
  exchange: ReactNode
}

/** What can be done with the whole page. */
export function DiagramTools({ isEditing, onVersions, exchange }: DiagramToolsProps): ReactNode {
  const { t } = useTranslation()
  const ui = useCanvasUiStore()
  const side = useSide(isEditing)
  return (
    <div className="diagram-tools-row" role="toolbar" aria-label={t('diagrams.tools')}>
      {isEditing && <StepButtons />}
      {side === null && (
        <Button
          size="xs"
          variant="default"
          leftSection={isEditing ? <IconLayoutGridAdd {...ICON} /> : <IconLayoutSidebarLeftExpand {...ICON} />}
          data-testid="side-show"
          onClick={() => {
            showSide(isEditing, isEditing ? 'shapes' : 'outline')
          }}
        >
          {t(isEditing ? 'diagrams.shapesTab' : 'diagrams.outline')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconSearch {...ICON} />}
        data-testid="diagram-find"
        onClick={() => {
          ui.setState({ panel: 'find' })
        }}
      >
        {t('diagrams.find')}
      </Button>
      {isEditing && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconSitemap {...ICON} />}
          data-testid="diagram-layout"
          onClick={() => {
            ui.setState({ panel: 'layout' })
          }}
        >
          {t('diagrams.layout')}
        </Button>
      )}
      <ViewMenu isEditing={isEditing} />
      <Button size="xs" variant="default" leftSection={<IconHistory {...ICON} />} data-testid="diagram-versions" onClick={onVersions}>
        {t('diagrams.versions')}
      </Button>
      {exchange}
    </div>
  )
}

function ViewMenu({ isEditing }: { isEditing: boolean }): ReactNode {
  const { t } = useTranslation()
  const settings = useDiagram((state) => state.settings)
  const edit = useDiagram((state) => state.edit)
  const { hasLegend } = useViewOptions()
  const hasMap = useHasMap()
  const hasPanels = useHasPanels(isEditing)
  const options = [
    ...(isEditing
      ? [
          {
            name: 'grid',
            isOn: settings.hasGrid,
            run: () => {
              edit('settings', { settings: { ...settings, hasGrid: !settings.hasGrid } })
            }
          },
          {
            name: 'snap',
            isOn: settings.doesSnap,
            run: () => {
              edit('settings', { settings: { ...settings, doesSnap: !settings.doesSnap } })
            }
          }
        ]
      : []),
    {
      name: 'legend',
      isOn: hasLegend,
      run: () => {
        useViewOptions.setState({ hasLegend: !hasLegend })
      }
    },
    {
      name: 'panels',
      isOn: hasPanels,
      run: () => {
        togglePanels(isEditing)
      }
    },
    {
      name: 'map',
      isOn: hasMap,
      run: () => {
        void showMap(!hasMap)
      }
    }
  ]
  return (
    <Menu position="bottom-start" shadow="md" withinPortal>
      <Menu.Target>
        <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} stroke={1.8} />} data-testid="diagram-view">
          {t('diagrams.view')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map(({ name, isOn, run }) => (
          <Menu.CheckboxItem key={name} checked={isOn} data-testid={`view-${name}`} onChange={run}>
            {t(`diagrams.${name}`)}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
