import '@xyflow/react/dist/base.css'
import './diagram-canvas.css'
import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider, useStore, ViewportPortal } from '@xyflow/react'
import { useEffect, useEffectEvent, useRef, type DragEvent, type MouseEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ShapeKind } from '../../../../shared/diagrams/diagram.ts'
import { GRID } from '../../../../shared/diagrams/edits/place.ts'
import type { LiveFigure } from '../../../../shared/diagrams/with-figures.ts'
import { ZOOM_LIMITS } from '../../../ui/canvas-view-keys.ts'
import { isOnBadge } from '../links/badge-hit.ts'
import { useCanvasUi, useCanvasUiStore, useDiagram, useDiagramStore } from '../store/use-diagram.ts'
import type { CanvasActions } from './actions.ts'
import type { CanvasMode } from './canvas-mode.ts'
import { ConnectPicker } from './ConnectPicker.tsx'
import { ContextMenu } from './ContextMenu.tsx'
import { FindBar } from './FindBar.tsx'
import { readItemAt } from './item-at.ts'
import { ItemLayer } from './ItemLayer.tsx'
import { KeyList } from './KeyList.tsx'
import { LabelEditor } from './LabelEditor.tsx'
import { LayoutPanel } from './LayoutPanel.tsx'
import { Minimap } from './Minimap.tsx'
import { OfferMenu } from './OfferMenu.tsx'
import { Overlay } from './Overlay.tsx'
import { SelectionToolbar } from './SelectionToolbar.tsx'
import { SHAPE_DRAG_TYPE } from './shape-drag.ts'
import { useCanvasActions } from './use-canvas-actions.ts'
import { useCanvasCommands } from './use-canvas-commands.ts'
import { useCanvasKeys, type CanvasKey } from './use-canvas-keys.ts'
import { useClipboard } from './use-clipboard.ts'
import { useGestures } from './use-gestures.ts'
import { showMap, useHasMap } from './use-map.ts'
import { useRegions } from './use-regions.ts'
import { useSpaceHeld } from './use-space-held.ts'
import { useView } from './use-view.ts'
import { ViewControls } from './ViewControls.tsx'

interface DiagramCanvasProps {
  mode: CanvasMode
  /** What linked shapes say today, by id. */
  figures?: ReadonlyMap<string, LiveFigure>
  /** Opens what a shape stands for: by click while exploring, by Enter. */
  onOpen?: (itemId: string) => void
}

/** The page of the open diagram: to look at and travel, or to edit. */
export function DiagramCanvas(props: DiagramCanvasProps): ReactNode {
  const isKept = useDiagram((state) => state.diagramId !== null)
  const isEditing = props.mode === 'edit' && isKept
  return (
    <ReactFlowProvider>
      <Canvas {...props} isEditing={isEditing} />
      <Windows isEditing={isEditing} />
    </ReactFlowProvider>
  )
}

/** Beside the page, not in it: what happens in a menu or dialog is nothing the page should hear of. */
function Windows({ isEditing }: { isEditing: boolean }): ReactNode {
  const actions = useCanvasActions()
  return (
    <>
      {isEditing && <ContextMenu actions={actions} />}
      {isEditing && <LayoutPanel actions={actions} />}
      <KeyList mode={isEditing ? 'edit' : 'explore'} />
    </>
  )
}

/** After a dialog that led here has gone. */
const FOCUS_MS = 350
const COARSE = 0.6
const DOT_PX = 1.8
const NONE: never[] = []
const NO_FIGURES: ReadonlyMap<string, LiveFigure> = new Map()
const MIDDLE_BUTTON = [1]
const LEFT_AND_MIDDLE = [0, 1]

function Canvas({ figures = NO_FIGURES, onOpen, isEditing }: DiagramCanvasProps & { isEditing: boolean }): ReactNode {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const ui = useCanvasUiStore()
  const name = useDiagram((state) => state.name)
  const isEmpty = useDiagram((state) => state.items.size === 0)
  const hasGrid = useDiagram((state) => state.settings.hasGrid) && isEditing
  const hasMap = useHasMap()
  const isBending = useCanvasUi((state) => state.stop !== null)
  const actions = useCanvasActions()
  const view = useView(frame)
  const gestures = useGestures(frame, actions, isEditing)
  const onKeyDown = useCanvasKeys({ mode: isEditing ? 'edit' : 'explore', actions, onOpen })
  useKeysOfNobody(onKeyDown)
  useRegions()
  const isSpaceHeld = useSpaceHeld(frame)
  useClipboard(actions, isEditing)
  useCanvasCommands(actions, view, isEditing)
  useEffect(() => {
    ui.setState({ figures })
  }, [ui, figures])
  useEffect(() => {
    // Whoever comes here by keyboard is on the page, not nowhere.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) frame.current?.focus({ preventScroll: true })
    }, FOCUS_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  useEffect(() => {
    ui.setState({ view })
    return () => {
      ui.setState({
        view: null,
        hoveredId: null,
        editing: null,
        marks: null,
        stop: null,
        offer: null,
        panel: null,
        found: null,
        menuAt: null
      })
    }
  }, [ui, view])

  return (
    <div
      ref={frame}
      className={`diagram-canvas ${isEditing ? 'diagram-editing' : 'diagram-exploring'} ${isSpaceHeld ? 'diagram-panning' : ''}`}
      data-testid="diagram-canvas"
      data-panning={isSpaceHeld ? 'yes' : 'no'}
      data-editing={isBending || undefined}
      role="application"
      tabIndex={0}
      data-focus-first
      aria-label={t(isEditing ? 'diagramCanvas.pageEditing' : 'diagramCanvas.page', { name })}
      aria-description={t(isEditing ? 'diagramCanvas.help' : 'diagramCanvas.helpExploring')}
      onKeyDown={onKeyDown}
      {...gestures}
      {...useClicks({ actions, isEditing, onOpen })}
    >
      <ReactFlow
        nodes={NONE}
        edges={NONE}
        minZoom={ZOOM_LIMITS.least}
        maxZoom={ZOOM_LIMITS.most}
        panOnScroll
        panOnDrag={isEditing ? MIDDLE_BUTTON : LEFT_AND_MIDDLE}
        panActivationKeyCode="Space"
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        disableKeyboardA11y
        ref={hideWrapper}
        onMoveStart={(event) => {
          if (event) view.release()
          frame.current?.classList.add('diagram-moving')
        }}
        onMoveEnd={() => {
          frame.current?.classList.remove('diagram-moving')
        }}
        proOptions={{ hideAttribution: true }}
      >
        {hasGrid && <Grid />}
        <ViewportPortal>
          <ItemLayer />
          <Overlay mode={isEditing ? 'edit' : 'explore'} />
          {isEditing && <SelectionToolbar actions={actions} />}
          {isEditing && <LabelEditor actions={actions} />}
        </ViewportPortal>
        {isEditing && <OfferMenu actions={actions} />}
      </ReactFlow>
      {isEmpty && <p className="diagram-empty">{t(isEditing ? 'diagramCanvas.emptyEditing' : 'diagramCanvas.empty')}</p>}
      <FindBar actions={actions} />
      {isEditing && <ConnectPicker actions={actions} />}
      {hasMap && <Minimap view={view} />}
      <ViewControls
        view={view}
        hasMap={hasMap}
        onMap={() => {
          void showMap(!hasMap)
        }}
      />
      <Announcer />
    </div>
  )
}

/** Its wrapper calls itself an application whatever it is given; the page around it is the one there is. */
function hideWrapper(element: HTMLElement | null): void {
  element?.setAttribute('role', 'presentation')
}

/** Dots as large at every zoom; from far away only every fifth, so that they stay apart. */
function Grid(): ReactNode {
  const zoom = useStore(({ transform }) => transform[2])
  return (
    <Background
      variant={BackgroundVariant.Dots}
      gap={zoom < COARSE ? 10 * GRID : 2 * GRID}
      size={DOT_PX / zoom}
      color="color-mix(in srgb, var(--faint) 55%, var(--paper))"
      bgColor="transparent"
    />
  )
}

/** When what had the focus is gone (deleted, or taken back by undo), its keys are still meant for the page. */
function useKeysOfNobody(onKeyDown: (event: CanvasKey) => void): void {
  const run = useEffectEvent((event: KeyboardEvent) => {
    if (event.target === document.body && document.querySelector('[role=dialog]') === null) onKeyDown(event)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      run(event)
    }
    window.addEventListener('keydown', listen)
    return () => {
      window.removeEventListener('keydown', listen)
    }
  }, [])
}

/** Says what happened, politely, to whoever does not see it. */
function Announcer(): ReactNode {
  const said = useCanvasUi((state) => state.said)
  return (
    <p className="visually-hidden" role="status" aria-live="polite" data-testid="diagram-said">
      {said}
    </p>
  )
}

interface Clicks {
  actions: CanvasActions
  isEditing: boolean
  onOpen: ((itemId: string) => void) | undefined
}
const isOther = (target: EventTarget): boolean => target instanceof Element && target.closest('[data-no-gesture], [data-of]') !== null

/** Clicks that are no gesture: exploring, double clicks, the right button, and shapes dropped from the palette. */
function useClicks({ actions, isEditing, onOpen }: Clicks) {
  const ui = useCanvasUiStore()
  const select = useDiagram((state) => state.select)
  const selection = useDiagram((state) => state.selection)
  const store = useDiagramStore()
  const itemAt = (event: MouseEvent): string | undefined =>
    readItemAt(event.target, () => {
      const { view, figures } = ui.getState()
      return { items: store.getState().items, figures, place: view?.toPage(event) ?? { x: 0, y: 0 }, zoom: view?.readZoom() ?? 1 }
    })
  return {
    onClick: (event: MouseEvent): void => {
      if (isEditing || isOther(event.target)) return
      const id = itemAt(event)
      select(id === undefined ? [] : [id])
      // The badge leads to the people; the rest of the shape is looked at.
      if (id !== undefined && isOnBadge(event)) onOpen?.(id)
    },
    onDoubleClick: (event: MouseEvent): void => {
      if (!isEditing || isOther(event.target)) return
      const id = itemAt(event)
      const at = ui.getState().view?.toPage(event)
      if (id !== undefined) actions.editText(id)
      else if (at && event.target instanceof Element && event.target.closest('.react-flow__pane'))
        actions.place('process', { at, isWritten: true })
    },
    onContextMenu: (event: MouseEvent): void => {
      if (!isEditing || (event.target instanceof Element && event.target.closest('[data-no-gesture]'))) return
      event.preventDefault()
      const id = itemAt(event)
      if (id === undefined) select([])
      else if (!selection.has(id)) select([id])
      ui.setState({ menuAt: { x: event.clientX, y: event.clientY } })
    },
    onDragOver: (event: DragEvent): void => {
      if (!isEditing || !event.dataTransfer.types.includes(SHAPE_DRAG_TYPE)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
    },
    onDrop: (event: DragEvent): void => {
      const kind = ShapeKind.safeParse(event.dataTransfer.getData(SHAPE_DRAG_TYPE))
      const at = ui.getState().view?.toPage(event)
      if (!isEditing || !kind.success || !at) return
      event.preventDefault()
      event.stopPropagation()
      actions.place(kind.data, { at })
    }
  }
}
