import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { SHAPE_LOOKS } from '../../../../shared/diagrams/shape-kinds.ts'

type Json = Readonly<Record<string, unknown>>
const TITLE = 32

/** The lanes of a pool that go one way, in their order; none when it has others in it too that stand across. */
export function lanesOf(pool: DiagramShape, inner: readonly DiagramShape[]): readonly DiagramShape[] {
  if (pool.kind !== 'pool') return []
  const lanes = inner.filter(({ kind }) => kind === 'lane' || kind === 'vertical-lane')
  const isVertical = lanes[0]?.kind === 'vertical-lane'
  if (lanes.some(({ kind }) => (kind === 'vertical-lane') !== isVertical)) return []
  return [...lanes].sort((a, b) => (isVertical ? a.x - b.x : a.y - b.y))
}

const opaqueFill = (shape: DiagramShape): string => {
  const fill = shape.style.fill ?? SHAPE_LOOKS[shape.kind].fill
  return fill === 'none' ? '#ffffff' : fill.toLowerCase()
}

/** A pool with its lanes as one swim lane of Lucid: the widths of the lanes are shared out so that they add up to its own. */
export function writeSwimLanes(pool: DiagramShape, lanes: readonly DiagramShape[]): Json {
  const isVertical = lanes[0]?.kind === 'vertical-lane'
  const own = lanes.map((lane) => (isVertical ? lane.width : lane.height))
  const sum = own.reduce((total, each) => total + each, 0)
  const whole = Math.round(isVertical ? pool.width : pool.height)
  let rest = whole
  const widths = own.map((each, index) => {
    const width = index === own.length - 1 ? rest : Math.round((each / sum) * whole)
    rest -= width
    return width
  })
  return {
    vertical: isVertical,
    titleBar: { height: TITLE, verticalText: !isVertical },
    lanes: lanes.map((lane, index) => ({
      title: lane.label,
      width: widths[index] ?? 0,
      headerFill: opaqueFill(lane),
      laneFill: opaqueFill(lane)
    })),
    magnetize: true
  }
}
