import { ActionIcon } from '@mantine/core'
import { useStore } from '@xyflow/react'
import {
  IconBoxMultiple,
  IconConnection,
  IconCopy,
  IconDimensions,
  IconDots,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconStackBackward,
  IconStackForward,
  IconTrash,
  type Icon
} from '@tabler/icons-react'
import { shallow } from 'zustand/shallow'
import { Fragment, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isShape } from '../../../../shared/diagrams/diagram.ts'
import { measureDrawn } from '../../../../shared/diagrams/draw-shape.ts'
import { union } from '../../../../shared/models/geometry.ts'
import { useEnvironment } from '../../../stores/environment.ts'
import { useCanvasUi, useCanvasUiStore, useDiagram } from '../store/use-diagram.ts'
import { CANVAS_ACTIONS, type Chosen } from './action-table.ts'
import type { CanvasActions } from './actions.ts'
import { nameKeys } from './name-keys.ts'

interface Tool {
  readonly id: string
  readonly icon: Icon
  readonly run: (actions: CanvasActions) => void
}
const ofTable = (id: string, icon: Icon): Tool => ({
  id,
  icon,
  run: (actions) => {
    CANVAS_ACTIONS.find((action) => action.id === id)?.run(actions)
  }
})
const ALIGN: readonly Tool[] = [
  ofTable('left', IconLayoutAlignLeft),
  ofTable('centre', IconLayoutAlignCenter),
  ofTable('right', IconLayoutAlignRight),
  ofTable('top', IconLayoutAlignTop),
  ofTable('middle', IconLayoutAlignMiddle),
  ofTable('bottom', IconLayoutAlignBottom)
]
const DISTRIBUTE: readonly Tool[] = [ofTable('across', IconLayoutDistributeVertical), ofTable('down', IconLayoutDistributeHorizontal)]
const SAME_SIZE = ofTable('sameSize', IconDimensions)
const COMMON: readonly Tool[] = [
  ofTable('editText', IconPencil),
  ofTable('connect', IconConnection),
  ofTable('group', IconBoxMultiple),
  ofTable('ungroup', IconBoxMultiple),
  ofTable('forward', IconStackForward),
  ofTable('backward', IconStackBackward),
  ofTable('lock', IconLock),
  ofTable('unlock', IconLockOpen),
  ofTable('duplicate', IconCopy),
  ofTable('delete', IconTrash)
]

/** Which tools stand in the bar: arranging takes several shapes, the rest says itself whether it applies. */
function listTools(chosen: Chosen): Tool[][] {
  const shapes = [...chosen.selection].filter((id) => {
    const item = chosen.items.get(id)
    return item !== undefined && isShape(item)
  }).length
  const common = COMMON.filter(({ id }) => CANVAS_ACTIONS.find((action) => action.id === id)?.applies(chosen) === true)
  const several = chosen.selection.size > 1
  return [
    shapes > 1 ? [...ALIGN] : [],
    shapes > 1 ? [...(shapes > 2 ? DISTRIBUTE : []), SAME_SIZE] : [],
    common.filter(({ id }) => !(several && id === 'editText'))
  ].filter((group) => group.length > 0)
}

const readZoom = ({ transform }: { transform: readonly [number, number, number] }): number => transform[2]
const GAP_PX = 36
/** Of the bar and of one tool in it; the bar keeps this far from the edges. */
const TOOL_PX = 29
const EDGE_PX = 10
const HEIGHT_PX = 38

/** A small bar above what is chosen; gone while something is dragged or written. */
export function SelectionToolbar({ actions }: { actions: CanvasActions }): ReactNode {
  const selection = useDiagram((state) => state.selection)
  const isIdle = useDiagram((state) => state.preview === null)
  const isFree = useCanvasUi(
    (state) => state.marks === null && state.editing === null && state.offer === null && state.panel === null && state.menuAt === null
  )
  return isIdle && isFree && selection.size > 0 && <Toolbar actions={actions} />
}

const STEPS: Readonly<Record<string, number | undefined>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Arrows go from tool to tool, Escape back to what is chosen. */
function travelTools(event: KeyboardEvent<HTMLElement>): void {
  const tools = [...event.currentTarget.querySelectorAll('button')]
  const at = tools.findIndex((tool) => tool === document.activeElement)
  const step = STEPS[event.key]
  if (event.key === 'Escape') {
    const chosen = document.querySelector<HTMLElement>('.diagram-canvas [data-item][aria-pressed=true]')
    ;(chosen ?? document.querySelector<HTMLElement>('.diagram-canvas'))?.focus({ preventScroll: true })
  } else if (event.key === 'Home' || event.key === 'End') tools.at(event.key === 'Home' ? 0 : -1)?.focus({ preventScroll: true })
  else if (step !== undefined) tools[(at + step + tools.length) % tools.length]?.focus({ preventScroll: true })
  else return
  event.preventDefault()
  event.stopPropagation()
}

function Toolbar({ actions }: { actions: CanvasActions }): ReactNode {
  const { t } = useTranslation()
  const ui = useCanvasUiStore()
  const zoom = useStore(readZoom)
  const [left, top] = useStore(({ transform: [x, y] }) => [x, y] as const, shallow)
  const room = useStore(({ width }) => width)
  const items = useDiagram((state) => state.items)
  const selection = useDiagram((state) => state.selection)
  const platform = useEnvironment((state) => state.environment?.platform ?? 'linux')
  const figures = useCanvasUi((state) => state.figures)
  const shapes = [...selection].flatMap((id) => items.get(id) ?? []).filter(isShape)
  const [only] = shapes
  const bounds = only && shapes.length === 1 ? measureDrawn(only, figures.get(only.id) ?? null) : union(shapes)
  if (!bounds) return null
  const tools = listTools({ items, selection })
  const width = (tools.flat().length + 1) * TOOL_PX + tools.length * 9 + 2 * EDGE_PX
  // On a narrow page it stands in several rows.
  const half = Math.min(width, room) / 2
  const height = HEIGHT_PX + (Math.ceil(width / Math.max(1, room)) - 1) * TOOL_PX
  const middle = (bounds.x + bounds.width / 2) * zoom + left
  const x = (Math.max(half, Math.min(room - half, middle)) - left) / zoom
  const isBelow = bounds.y * zoom + top < GAP_PX + height
  const y = isBelow ? bounds.y + bounds.height + GAP_PX / zoom : bounds.y - GAP_PX / zoom
  const nameTool = (id: string): string => {
    const action = CANVAS_ACTIONS.find((each) => each.id === id)
    const [key] = action?.keys ?? []
    const words = t(`diagramCanvas.actions.${id}`)
    return key === undefined ? words : `${words} (${nameKeys(key, platform, t)})`
  }
  return (
    <div
      className="diagram-toolbar nopan"
      role="toolbar"
      aria-label={t('diagramCanvas.toolbar')}
      data-no-gesture
      data-testid="diagram-toolbar"
      onKeyDown={travelTools}
      style={{
        maxWidth: room - 2 * EDGE_PX,
        transform: `translate(${x}px, ${y}px) scale(${1 / zoom}) translate(-50%, ${isBelow ? '0' : '-100%'})`
      }}
    >
      {tools.map((group, index) => (
        <Fragment key={group[0]?.id}>
          {index > 0 && width <= room && <span className="diagram-toolbar-line" />}
          {group.map(({ id, icon: Picture, run }) => (
            <ActionIcon
              key={id}
              variant="subtle"
              color="gray"
              size={28}
              aria-label={nameTool(id)}
              title={nameTool(id)}
              data-testid={`tool-${id}`}
              onClick={() => {
                run(actions)
              }}
            >
              <Picture size={17} stroke={1.6} />
            </ActionIcon>
          ))}
        </Fragment>
      ))}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={t('diagramCanvas.more')}
        title={t('diagramCanvas.more')}
        onClick={({ clientX, clientY }) => {
          ui.setState({ menuAt: { x: clientX, y: clientY } })
        }}
      >
        <IconDots size={17} stroke={1.6} />
      </ActionIcon>
    </div>
  )
}
