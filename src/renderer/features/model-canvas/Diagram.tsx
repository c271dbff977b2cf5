import { Background, BackgroundVariant, MiniMap, ReactFlow, useStore, useViewport, type OnNodesChange } from '@xyflow/react'
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ElementEvidence, ElementState } from '../../../shared/contract/models.ts'
import type { Model, RelationKind } from '../../../shared/models/model.ts'
import { useCommand } from '../../stores/commands.ts'
import { useCanvasKeys } from '../../ui/canvas-keys.ts'
import { readViewKey, ZOOM_LIMITS } from '../../ui/canvas-view-keys.ts'
import { useFormats } from '../../ui/formats.tsx'
import { ArrowHeads } from '../../ui/RelationLine.tsx'
import { arrangeModel, isFrame, type Arrangement } from '../../../shared/models/arrange-model.ts'
import type { Box } from '../../../shared/models/geometry.ts'
import { CanvasControls } from './CanvasControls.tsx'
import { CanvasLegend } from './CanvasLegend.tsx'
import type { Route } from '../../../shared/models/edge-routes.ts'
import { nodeTypes, type ElementNode } from './element-nodes.tsx'
import { isShownAtFirst, LINE_STYLES, nameRelation } from '../../../shared/models/relation-lines.ts'
import { composeNode } from '../../../shared/models/node-text.ts'
import { edgeTypes, type RelationEdgeType } from './RelationEdge.tsx'
import { findNextElement, isTravelKey, type Travel } from './travel-order.ts'
import { useZoom } from './use-zoom.ts'

interface DiagramProps {
  model: Model
  evidence: ReadonlyMap<string, ElementEvidence>
  selectedId: string | null
  /** Lit beside the selected one, such as its counterparts in another model. */
  litIds?: ReadonlySet<string>
  onSelect: (elementId: string) => void
}
const STATES: readonly ElementState[] = ['target-met', 'steady', 'attention', 'not-compared', 'no-data']

/** The diagram itself: nodes at their places, relations on their routes, keyboard and zoom. */
export function Diagram({ model, evidence, selectedId, litIds, onSelect }: DiagramProps): ReactNode {
  const { t } = useTranslation()
  const keys = useCanvasKeys(t('canvas.diagramHelp'))
  const { language, currency, text } = useFormats()
  const frame = useRef<HTMLDivElement>(null)
  const { kinds, hidden, toggle } = useLineKinds(model)
  const arrangement = useMemo(() => arrangeModel(model, language, { isShown: ({ kind }) => !hidden.has(kind) }), [model, language, hidden])
  const [focusedId, setFocusedId] = useState<string | null>(null)
  const lastTravel = useRef<Travel | null>(null)
  const tabStop = focusedId ?? selectedId ?? model.walk[0] ?? model.elements[0]?.id ?? null
  const zoom = useZoom(frame, arrangement.bounds)
  useCommand('canvas.fit', zoom.fit)
  useCommand('canvas.zoomIn', zoom.zoomIn)
  useCommand('canvas.zoomOut', zoom.zoomOut)

  const drawn = useMemo(
    () =>
      drawNodes(
        arrangement,
        (id) => ({ isSelected: id === selectedId, isTabStop: id === tabStop }),
        litIds,
        (element) => composeNode(element, evidence.get(element.id), { language, currency })
      ),
    [arrangement, evidence, language, currency, selectedId, litIds, tabStop]
  )
  const { nodes, onNodesChange } = useMeasuredNodes(drawn)
  const edges = useMemo(
    () => drawEdges(arrangement, selectedId, (route) => nameRelation(route.relation, model.elements, language)),
    [arrangement, model, language, selectedId]
  )
  const states = useMemo(() => {
    const shown = new Set(drawn.map(({ data }) => data.text.state))
    return STATES.filter((state) => shown.has(state))
  }, [drawn])

  const onKeyDown = (event: KeyboardEvent): void => {
    const key = readViewKey(event)
    const focused = placedOf(tabStop)
    if (key) zoom.run(key)
    else if (event.code === 'Digit2' && event.shiftKey && focused) zoom.show(focused.box)
    else {
      onElementKey(event)
      return
    }
    event.preventDefault()
  }
  const placedOf = (id: string | null): (typeof arrangement.placed)[number] | undefined =>
    arrangement.placed.find(({ element }) => element.id === id)
  const onElementKey = (event: KeyboardEvent): void => {
    if (
      !tabStop ||
      event.altKey ||
      event.ctrlKey ||
      event.metaKey ||
      !(event.target instanceof HTMLElement) ||
      !event.target.dataset['element']
    )
      return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onSelect(tabStop)
    }
    if (!isTravelKey(event.key)) return
    event.preventDefault()
    const next = findNextElement(arrangement.placed, model.relations, model.walk, tabStop, event.key, lastTravel.current)
    if (!next) return
    lastTravel.current = { from: tabStop, to: next, key: event.key }
    travelTo(next)
  }
  const travelTo = (id: string): void => {
    setFocusedId(id)
    const placed = placedOf(id)
    if (placed) zoom.reveal(placed.box)
    frame.current?.querySelector<HTMLElement>(`[data-element="${id}"]`)?.focus({ preventScroll: true })
  }

  return (
    <div className="canvas-frame">
      <div
        ref={frame}
        className="canvas"
        data-testid="canvas"
        role="application"
        aria-label={t('canvas.diagram', { model: text(model.name) })}
        aria-description={t('canvas.diagramHelp')}
        onKeyDown={onKeyDown}
      >
        <ArrowHeads />
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onNodeClick={(_event, node) => {
            setFocusedId(node.id)
            onSelect(node.id)
          }}
          onMoveStart={(event) => {
            if (event) zoom.release()
          }}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          ariaLabelConfig={keys}
          panOnScroll
          zoomOnDoubleClick={false}
          minZoom={ZOOM_LIMITS.least}
          maxZoom={ZOOM_LIMITS.most}
          proOptions={{ hideAttribution: true }}
        >
          <Background variant={BackgroundVariant.Dots} gap={22} size={1.2} color="var(--line)" bgColor="transparent" />
          <CanvasMap bounds={arrangement.bounds} />
        </ReactFlow>
      </div>
      <footer className="canvas-foot">
        <CanvasLegend {...{ kinds, hidden, states }} onToggle={toggle} />
        <Zoom onIn={zoom.zoomIn} onOut={zoom.zoomOut} onFit={zoom.fit} />
      </footer>
    </div>
  )
}

/** The kinds of line a model has, and which are hidden: what reaches everywhere is, until somebody asks. */
function useLineKinds(model: Model): {
  kinds: readonly RelationKind[]
  hidden: ReadonlySet<RelationKind>
  toggle: (kind: RelationKind) => void
} {
  const kinds = useMemo(() => [...new Set(model.relations.map(({ kind }) => kind))].filter((kind) => LINE_STYLES[kind] !== null), [model])
  const [toggled, setToggled] = useState<ReadonlySet<RelationKind>>(new Set())
  const hidden = useMemo(() => new Set(kinds.filter((kind) => isShownAtFirst(kind) === toggled.has(kind))), [kinds, toggled])
  return {
    kinds,
    hidden,
    toggle: (kind) => {
      setToggled((before) => (before.has(kind) ? new Set([...before].filter((each) => each !== kind)) : new Set([...before, kind])))
    }
  }
}

/** The whole in small, while only a part of it is in view. */
function CanvasMap({ bounds }: { bounds: Box }): ReactNode {
  const isPart = useStore(({ width, height, transform: [x, y, zoom] }) => {
    const [left, top] = [bounds.x * zoom + x, bounds.y * zoom + y]
    return width > 0 && (left < -1 || top < -1 || left + bounds.width * zoom > width + 1 || top + bounds.height * zoom > height + 1)
  })
  if (!isPart) return null
  return (
    <MiniMap
      pannable
      zoomable
      ariaLabel={null}
      className="canvas-map"
      style={{ width: 168, height: 112 }}
      nodeColor="var(--accent-soft)"
      nodeStrokeColor="var(--accent)"
      maskColor="color-mix(in srgb, var(--paper) 70%, transparent)"
    />
  )
}

function Zoom(actions: { onIn: () => void; onOut: () => void; onFit: () => void }): ReactNode {
  return <CanvasControls zoom={useViewport().zoom} {...actions} />
}

function drawNodes(
  arrangement: Arrangement,
  marksOf: (id: string) => { isSelected: boolean; isTabStop: boolean },
  litIds: ReadonlySet<string> | undefined,
  textOf: (element: Model['elements'][number]) => ReturnType<typeof composeNode>
): ElementNode[] {
  return arrangement.placed.map((placed) => {
    const { element, shape, box } = placed
    return {
      id: element.id,
      type: 'element',
      position: { x: box.x, y: box.y },
      width: box.width,
      height: box.height,
      zIndex: isFrame(shape) ? -1 : 1,
      className: litIds?.has(element.id) ? 'node-lit' : '',
      data: { placed, text: textOf(element), ...marksOf(element.id) }
    }
  })
}

function drawEdges(arrangement: Arrangement, selectedId: string | null, nameOf: (route: Route) => string): RelationEdgeType[] {
  return arrangement.routes.map((route) => ({
    id: route.id,
    source: route.relation.from,
    target: route.relation.to,
    type: 'relation',
    ariaLabel: nameOf(route),
    data: { route, words: nameOf(route), isLit: selectedId === route.relation.from || selectedId === route.relation.to }
  }))
}

type Size = NonNullable<ElementNode['measured']>

/** Keeps the sizes the library measures: without them the map stays empty. */
function useMeasuredNodes(drawn: ElementNode[]): { nodes: ElementNode[]; onNodesChange: OnNodesChange<ElementNode> } {
  const [sizes, setSizes] = useState<ReadonlyMap<string, Size>>(new Map())
  const nodes = useMemo(
    () =>
      drawn.map((node) => {
        const size = sizes.get(node.id)
        return size ? { ...node, measured: size } : node
      }),
    [drawn, sizes]
  )
  return {
    nodes,
    onNodesChange: (changes) => {
      const measured = changes.flatMap((change) =>
        change.type === 'dimensions' && change.dimensions ? [[change.id, change.dimensions] as const] : []
      )
      if (measured.length > 0) setSizes((before) => new Map([...before, ...measured]))
    }
  }
}
