import '@xyflow/react/dist/base.css'
import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  ConnectionMode,
  ReactFlow,
  useReactFlow,
  useStore,
  type NodeChange
} from '@xyflow/react'
import { useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Box } from '../../../shared/models/geometry.ts'
import type { OwnModel } from '../../../shared/models/own-model.ts'
import { useCommand } from '../../stores/commands.ts'
import { useCanvasKeys } from '../../ui/canvas-keys.ts'
import { useFormats } from '../../ui/formats.tsx'
import { ArrowHeads } from '../../ui/RelationLine.tsx'
import type { DraftStore } from './draft-store.ts'
import { edgeTypes, type EditEdge } from './EditorEdge.tsx'
import { nodeTypes, type EditNode } from './EditorNode.tsx'
import { drawEdges, drawNodes, keepMeasured, readBoxes } from './draw.ts'
import { connect, GRID, listInside, placeElements, removeElements, removeRelation } from './edits.ts'
import { elementOf, relationOf, type Selection } from './selection.ts'

interface EditorCanvasProps {
  draft: OwnModel
  store: DraftStore
  selection: Selection
  onSelect: (selection: Selection) => void
  /** Elements with something wrong or missing. */
  flagged: ReadonlySet<string>
  /** Elements the view being edited leaves out. */
  hidden: ReadonlySet<string>
  /** Adds an element at a place of the page. */
  onAdd: (near: { x: number; y: number }) => void
}
const GRID_STEP: [number, number] = [GRID, GRID]
const FIT = { padding: 0.08, maxZoom: 1.2 }

/** To a twentieth, so that the letters of the page do not change at every turn of the wheel. */
const readZoom = ({ transform }: { transform: readonly [number, number, number] }): number =>
  Math.max(0.2, Math.round(transform[2] * 20) / 20)

/** The page itself: elements are dragged, sized, nudged with the arrows and joined; everything snaps to the grid. */
export function EditorCanvas({ draft, store, selection, onSelect, flagged, hidden, onAdd }: EditorCanvasProps): ReactNode {
  const { t } = useTranslation()
  const { language, text } = useFormats()
  const flow = useReactFlow<EditNode, EditEdge>()
  const selectedId = elementOf(selection)
  const relationIndex = relationOf(selection)
  const zoom = useStore(readZoom)
  const keys = useCanvasKeys(t('editor.canvasHelp'))
  const steps = useRef(0)
  const isDragging = useRef(false)

  const drawn = useMemo(() => drawNodes(draft, language, selectedId, { flagged, hidden }), [draft, language, selectedId, flagged, hidden])
  const [held, setHeld] = useState({ drawn, nodes: drawn })
  // Drawn anew: what was moved by hand meanwhile is in it. Sizes the library measured stay, else each node hides until it is
  // measured again.
  if (held.drawn !== drawn) setHeld({ drawn, nodes: keepMeasured(drawn, held.nodes) })
  const { nodes } = held
  const edges = useMemo(() => drawEdges(draft, language, selection), [draft, language, selection])

  const onNodesChange = (changes: NodeChange<EditNode>[]): void => {
    const kept = changes.filter(({ type }) => type !== 'remove' && type !== 'select')
    setHeld((current) => ({ ...current, nodes: applyNodeChanges(kept, current.nodes) }))
    const ended = kept.flatMap((change) => {
      if (change.type === 'position' && change.dragging === false && !isDragging.current) return [change.id]
      return change.type === 'dimensions' && change.resizing === false ? [change.id] : []
    })
    if (ended.length > 0) place(applyNodeChanges(kept, nodes), ended)
  }
  const place = (next: readonly EditNode[], ids: readonly string[]): void => {
    const boxes = readBoxes(next)
    const moved = new Map<string, Box>()
    for (const id of ids)
      for (const inside of listInside(draft, id)) {
        const box = boxes.get(inside)
        if (box) moved.set(inside, box)
      }
    steps.current += 1
    store.edit(`place ${String(steps.current)}`, (current) => placeElements(current, moved), { atOnce: true })
  }

  const remove = (): void => {
    if (selectedId !== null)
      store.edit(`remove ${selectedId}`, (current) => removeElements(current, new Set([selectedId])), { atOnce: true })
    if (relationIndex !== null) store.edit('remove relation', (current) => removeRelation(current, relationIndex), { atOnce: true })
    onSelect(null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return
    if (event.key === 'Escape') onSelect(null)
    else if (event.key === 'Delete' || event.key === 'Backspace') remove()
    else if ((event.key === 'Enter' || event.key === ' ') && event.target instanceof HTMLElement) {
      const id = event.target.closest<HTMLElement>('.react-flow__node')?.dataset['id']
      if (id === undefined) return
      onSelect({ element: id })
    } else return
    event.preventDefault()
  }
  const fit = (): void => void flow.fitView({ ...FIT, duration: 120 })
  useCommand('canvas.fit', fit)
  useCommand('canvas.zoomIn', () => void flow.zoomIn({ duration: 120 }))
  useCommand('canvas.zoomOut', () => void flow.zoomOut({ duration: 120 }))

  return (
    <div
      className="editor-canvas"
      style={{ '--editor-zoom': zoom } as CSSProperties}
      data-testid="editor-canvas"
      role="application"
      aria-label={t('editor.canvas', { model: text(draft.name) })}
      aria-description={t('editor.canvasHelp')}
      onKeyDown={onKeyDown}
      onDoubleClick={(event) => {
        if (!(event.target instanceof Element) || !event.target.classList.contains('react-flow__pane')) return
        onAdd(flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }))
      }}
    >
      <ArrowHeads />
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onNodeDragStart={() => {
          isDragging.current = true
        }}
        onNodeDragStop={(_event, node, dragged) => {
          isDragging.current = false
          const stopped = new Map([node, ...dragged].map((each) => [each.id, each]))
          place(
            nodes.map((each) => stopped.get(each.id) ?? each),
            [...stopped.keys()]
          )
        }}
        onNodeClick={(_event, node) => {
          onSelect({ element: node.id })
        }}
        onEdgeClick={(_event, edge) => {
          onSelect({ relation: edge.data?.index ?? 0 })
        }}
        onPaneClick={() => {
          onSelect(null)
        }}
        onConnect={({ source, target }) => {
          store.edit(`connect ${source} ${target}`, (current) => connect(current, source, target), { atOnce: true })
          onSelect({ relation: store.getState().draft.relations.length - 1 })
        }}
        connectionMode={ConnectionMode.Loose}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        snapToGrid
        snapGrid={GRID_STEP}
        nodeDragThreshold={3}
        edgesFocusable={false}
        ariaLabelConfig={keys}
        elevateNodesOnSelect={false}
        panOnScroll
        zoomOnDoubleClick={false}
        fitView
        fitViewOptions={FIT}
        minZoom={0.2}
        maxZoom={2}
        proOptions={{ hideAttribution: true }}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.1} color="var(--line)" bgColor="transparent" />
      </ReactFlow>
    </div>
  )
}
