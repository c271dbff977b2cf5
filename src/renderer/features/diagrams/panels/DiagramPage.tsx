import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../stores/commands.ts'
import { navigate, useHere, type DiagramMode } from '../../../stores/route.ts'
import { useTopBar } from '../../../stores/top-bar.ts'
import { DiagramCanvas } from '../canvas/DiagramCanvas.tsx'
import { BackTrail } from '../links/BackTrail.tsx'
import { Legend } from '../links/Legend.tsx'
import { LinkPicker } from '../links/LinkPicker.tsx'
import { useExplorePanel } from '../links/use-explore-panel.tsx'
import { useFollowLink } from '../links/use-follow-link.ts'
import { useLiveFigures } from '../links/use-live-figures.ts'
import { useCanvasUi, useDiagram, useDiagramStore } from '../store/use-diagram.ts'
import { VersionsPanel } from '../versions/VersionsPanel.tsx'
import { DiagramHead } from './DiagramHead.tsx'
import { DiagramTools } from './DiagramTools.tsx'
import { SidePanel } from './SidePanel.tsx'
import { togglePanels } from './side-store.ts'
import { useDiagramPanel, useEditPanel } from './use-edit-panel.tsx'
import { useKeptInView } from './use-kept-in-view.ts'
import { useViewOptions } from './view-options.ts'
import './page.css'

interface DiagramPageProps {
  diagramId: number
  mode: DiagramMode
  /** The modes there are. */
  modes: readonly DiagramMode[]
  /** The shape or line somebody came for. */
  itemId?: string | undefined
  exchange: ReactNode
}

/** One diagram, to look at or to edit. Below `DiagramProvider`. */
export function DiagramPage({ diagramId, mode, modes, itemId, exchange }: DiagramPageProps): ReactNode {
  const { t } = useTranslation()
  const isEditing = mode === 'edit'
  const name = useDiagram((state) => state.name)
  const openPanel = useDiagramPanel()
  const { hasLegend } = useViewOptions()
  useTopBar({ title: name })
  useArrival(itemId)
  useCommand('diagram.panels', () => {
    togglePanels(isEditing)
  })
  const chosen = useDiagram(({ selection }) => (selection.size === 1 ? [...selection][0] : undefined))
  useHere(() => ({ route: { screen: 'diagrams', diagramId, mode, ...(chosen === undefined ? {} : { itemId: chosen }) }, name }))
  const place = useKeptInView(!isEditing)
  return (
    <section className="diagram-page" aria-label={name} data-testid="diagram-page" data-mode={mode}>
      {isEditing ? <EditPanel /> : <ExplorePanel />}
      <DiagramHead
        diagramId={diagramId}
        mode={mode}
        modes={modes}
        onMode={(next) => {
          navigate({ screen: 'diagrams', diagramId, mode: next })
        }}
      />
      <div className="diagram-bar">
        <BackTrail />
        <DiagramTools
          isEditing={isEditing}
          exchange={exchange}
          onVersions={() => {
            openPanel(<VersionsPanel diagramId={diagramId} asked={performance.now()} />, t('diagrams.versions'))
          }}
        />
      </div>
      <div className="diagram-body">
        <SidePanel isEditing={isEditing} />
        <div className="diagram-place" data-editing={isEditing || undefined}>
          <div ref={place} className="diagram-canvas-place">
            <Page mode={isEditing ? 'edit' : 'explore'} />
          </div>
          {hasLegend && (
            <div className="diagram-legend">
              <Legend />
            </div>
          )}
        </div>
      </div>
      <LinkPicker />
    </section>
  )
}

function Page({ mode }: { mode: 'edit' | 'explore' }): ReactNode {
  const figures = useLiveFigures()
  const follow = useFollowLink()
  return <DiagramCanvas mode={mode} figures={figures} onOpen={follow} />
}

function EditPanel(): null {
  useEditPanel()
  return null
}
function ExplorePanel(): null {
  useExplorePanel()
  return null
}

/** Whoever came for one shape finds it chosen and in view. */
function useArrival(itemId: string | undefined): void {
  const store = useDiagramStore()
  const view = useCanvasUi((state) => state.view)
  useEffect(() => {
    if (itemId === undefined || !view) return
    const item = store.getState().items.get(itemId)
    store.getState().select([itemId])
    if (item?.item === 'shape') view.reveal(item)
  }, [store, view, itemId])
}
