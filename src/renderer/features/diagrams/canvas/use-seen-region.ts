import { useStore, type ReactFlowState } from '@xyflow/react'
import { useRef } from 'react'
import { union, type Box } from '../../../../shared/models/geometry.ts'

const seenBy = ({ transform: [x, y, zoom], width, height }: ReactFlowState): Box => ({
  x: -x / zoom,
  y: -y / zoom,
  width: width / zoom,
  height: height / zoom
})
const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

/** Free room around what is seen, as a share of it: so far a pan goes before anything has to be drawn. */
const AROUND = 0.3
/** Once the region is this many times what is seen, it is taken anew: zoomed in, most of it is out of sight. */
const TOO_LARGE = 8

/** The part of the page to draw: the same box until the view leaves it, or as long as it is held. Null: all of it. */
export function useSeenRegion(isNeeded: boolean, isHeld = false): Box | null {
  const last = useRef<Box | null>(null)
  return useStore((state) => {
    if (!isNeeded || state.width === 0) return null
    const seen = seenBy(state)
    const held = last.current
    if (held && isHeld) return held
    if (held && holds(held, seen) && held.width * held.height < TOO_LARGE * seen.width * seen.height) return held
    const [dx, dy] = [seen.width * AROUND, seen.height * AROUND]
    last.current = union([{ x: seen.x - dx, y: seen.y - dy, width: seen.width + 2 * dx, height: seen.height + 2 * dy }])
    return last.current
  })
}
