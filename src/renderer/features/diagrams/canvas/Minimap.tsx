import { useStore, useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useRef, type PointerEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isShape } from '../../../../shared/diagrams/diagram.ts'
import { isContainer } from '../../../../shared/diagrams/edits/items.ts'
import { union, type Box } from '../../../../shared/models/geometry.ts'
import { useDiagram } from '../store/use-diagram.ts'
import type { View } from './use-view.ts'

const WIDTH = 168
const HEIGHT = 112
const MARGIN = 8

/** How the page lies on the map. */
interface MapScale {
  readonly scale: number
  readonly x: number
  readonly y: number
}
function findScale(bounds: Box): MapScale {
  const scale = Math.min((WIDTH - 2 * MARGIN) / Math.max(1, bounds.width), (HEIGHT - 2 * MARGIN) / Math.max(1, bounds.height), 0.2)
  return { scale, x: WIDTH / 2 - (bounds.x + bounds.width / 2) * scale, y: HEIGHT / 2 - (bounds.y + bounds.height / 2) * scale }
}

/** The whole page in small, drawn once per change; the frame of what is seen follows without drawing it again. */
export function Minimap({ view }: { view: View }): ReactNode {
  const { t } = useTranslation()
  const items = useDiagram((state) => state.items)
  const theme = useStore(() => document.documentElement.dataset['theme'])
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const flow = useStoreApi()
  const shapes = useMemo(() => [...items.values()].filter(isShape), [items])
  const map = useMemo(() => findScale(union(shapes) ?? { x: 0, y: 0, width: 800, height: 500 }), [shapes])

  useEffect(() => {
    const element = canvas.current
    const pen = element?.getContext('2d')
    if (!element || !pen) return
    const ratio = window.devicePixelRatio
    Object.assign(element, { width: WIDTH * ratio, height: HEIGHT * ratio })
    const style = getComputedStyle(element)
    const [line, ground] = [style.getPropertyValue('--map-shape'), style.getPropertyValue('--map-container')]
    pen.setTransform(ratio * map.scale, 0, 0, ratio * map.scale, ratio * map.x, ratio * map.y)
    const least = 1.5 / map.scale
    for (const shape of [...shapes].sort((a, b) => Number(isContainer(b)) - Number(isContainer(a)))) {
      pen.fillStyle = isContainer(shape) ? ground : (shape.style.fill ?? 'none') === 'none' ? line : (shape.style.fill ?? line)
      pen.fillRect(shape.x, shape.y, Math.max(least, shape.width), Math.max(least, shape.height))
    }
  }, [shapes, map, theme])

  useEffect(() => {
    const place = (): void => {
      const element = frame.current
      if (!element) return
      const { transform, width, height } = flow.getState()
      const [x, y, zoom] = transform
      const left = Math.max(0, (-x / zoom) * map.scale + map.x)
      const top = Math.max(0, (-y / zoom) * map.scale + map.y)
      const right = Math.min(WIDTH, ((width - x) / zoom) * map.scale + map.x)
      const bottom = Math.min(HEIGHT, ((height - y) / zoom) * map.scale + map.y)
      element.style.transform = `translate(${String(left)}px, ${String(top)}px)`
      element.style.width = `${String(Math.max(0, right - left))}px`
      element.style.height = `${String(Math.max(0, bottom - top))}px`
    }
    place()
    return flow.subscribe((state, before) => {
      if (state.transform !== before.transform || state.width !== before.width || state.height !== before.height) place()
    })
  }, [flow, map])

  const go = (event: PointerEvent<HTMLElement>): void => {
    if (event.buttons !== 1) return
    const box = event.currentTarget.getBoundingClientRect()
    view.centre({ x: (event.clientX - box.left - map.x) / map.scale, y: (event.clientY - box.top - map.y) / map.scale })
  }
  return (
    <div
      className="diagram-map nopan nowheel"
      data-no-gesture
      data-testid="diagram-map"
      aria-hidden
      title={t('diagramCanvas.map')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event)
      }}
      onPointerMove={go}
    >
      <canvas ref={canvas} style={{ width: WIDTH, height: HEIGHT }} />
      <div ref={frame} className="diagram-map-frame" />
    </div>
  )
}
