import { useStore } from '@xyflow/react'
import { useMemo, type ReactNode } from 'react'
import { isShape, type DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import type { Items } from '../../../../shared/diagrams/edits/items.ts'
import { overlaps, type Box } from '../../../../shared/models/geometry.ts'
import { useCanvasUi, useDiagram } from '../store/use-diagram.ts'
import { FAR } from './item-at.ts'
import { boxAround, roughBoxOf } from './item-boxes.ts'
import { pictureLine } from './item-pictures.ts'
import { useSeenRegion } from './use-seen-region.ts'

/** What shows that many things are chosen: one drawing for all of them, made anew only when the choice changes. */
export function ChosenMany({ px }: { px: number }): ReactNode {
  const items = useDiagram((state) => state.items)
  const selection = useDiagram((state) => state.selection)
  const preview = useDiagram((state) => state.preview)
  const figures = useCanvasUi((state) => state.figures)
  const isFar = useStore(({ transform }) => transform[2] < FAR)
  const region = useSeenRegion(true)
  const seen = useMemo(() => listSeen(items, selection, region), [items, selection, region])
  const edges = useMemo(() => seen.flatMap((item) => (isShape(item) ? [drawBox(item)] : [])).join(''), [seen])
  const ways = useMemo(
    // From far away they would hide what they mark.
    () => (isFar ? '' : seen.flatMap((item) => (isShape(item) ? [] : [wayOf(pictureLine(item, items, figures).shapes)])).join('')),
    [seen, items, figures, isFar]
  )
  const inHand = [...(preview?.values() ?? [])].filter(isShape)
  if (inHand.length > 0) return <Whole box={boxOfAll(inHand)} px={px} />
  return (
    <>
      {ways !== '' && <path className="overlay-chosen overlay-line" d={ways} strokeWidth={5 * px} />}
      <path className="overlay-chosen" d={edges} strokeWidth={(isFar ? 0.8 : 1.4) * px} data-testid="chosen-many" />
    </>
  )
}

/** On the way only where all of it goes is shown. */
const Whole = ({ box, px }: { box: Box; px: number }): ReactNode => (
  <rect className="overlay-chosen" {...box} rx={5 * px} strokeWidth={1.4 * px} />
)

function listSeen(items: Items, selection: ReadonlySet<string>, region: Box | null) {
  return [...selection].flatMap((id) => {
    const item = items.get(id)
    return item && (region === null || overlaps(roughBoxOf(item, items), region)) ? [item] : []
  })
}

const drawBox = ({ x, y, width, height }: Box): string => `M${x},${y}h${width}v${height}h${-width}z`
const wayOf = (shapes: ReturnType<typeof pictureLine>['shapes']): string =>
  shapes.map((shape) => (shape.kind === 'path' ? shape.d : '')).join('')
const boxOfAll = (shapes: readonly DiagramShape[]): Box =>
  boxAround(shapes.flatMap((shape) => [shape, { x: shape.x + shape.width, y: shape.y + shape.height }]))
