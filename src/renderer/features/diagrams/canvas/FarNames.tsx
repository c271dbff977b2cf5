import { useStore } from '@xyflow/react'
import { memo, useMemo, type ReactNode } from 'react'
import { isShape } from '../../../../shared/diagrams/diagram.ts'
import { drawFarName, sizeFarLetters } from '../../../../shared/diagrams/far-name.ts'
import { overlaps } from '../../../../shared/models/geometry.ts'
import { DrawnShapes } from '../../../ui/DrawnShapes.tsx'
import { useDiagram, useItems } from '../store/use-diagram.ts'
import { readShape } from './ShapeView.tsx'
import { useSeenRegion } from './use-seen-region.ts'

/** More names than this at once lie on top of each other. */
const MOST_NAMED = 400

/** The names of tables in letters that can be read from far away, where their own have become too small. */
export const FarNames = memo(function FarNames(): ReactNode {
  const size = useStore(({ transform }) => sizeFarLetters(transform[2]))
  return size > 0 && <SeenNames size={size} />
})

function SeenNames({ size }: { size: number }): ReactNode {
  const items = useDiagram((state) => state.items)
  const region = useSeenRegion(true)
  const ids = useMemo(
    () =>
      [...items.values()]
        .filter((item) => isShape(item) && item.kind === 'entity' && (region === null || overlaps(item, region)))
        .map(({ id }) => id),
    [items, region]
  )
  return ids.length <= MOST_NAMED && ids.map((id) => <FarName key={id} id={id} size={size} />)
}

const FarName = memo(function FarName({ id, size }: { id: string; size: number }): ReactNode {
  const shape = useItems([id], (diagram) => readShape(diagram, id))
  const { x = 0, y = 0, width = 0, height = 0, label = '' } = shape ?? {}
  const drawn = useMemo(() => drawFarName({ label, width, height }, size), [label, width, height, size])
  return (
    <g transform={`translate(${x} ${y})`} data-testid={`far-name-${id}`}>
      <DrawnShapes shapes={drawn} />
    </g>
  )
})
