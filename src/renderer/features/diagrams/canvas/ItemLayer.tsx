import { useStore } from '@xyflow/react'
import { memo, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { isShape } from '../../../../shared/diagrams/diagram.ts'
import type { Items } from '../../../../shared/diagrams/edits/items.ts'
import { centre, overlaps, type Box } from '../../../../shared/models/geometry.ts'
import { useDiagram, useDiagramStore } from '../store/use-diagram.ts'
import { createDrawOrder, type DrawOrder } from './draw-order.ts'
import { FarPicture } from './FarPicture.tsx'
import { roughBoxOf } from './item-boxes.ts'
import { FAR, MANY } from './item-at.ts'
import { createLifted, goesWhole, MOST_LIFTED } from './lifted.ts'
import { LineView } from './LineView.tsx'
import { ShapeView } from './ShapeView.tsx'
import { useGradually } from './use-gradually.ts'
import { useSeenRegion } from './use-seen-region.ts'

/** From here on letters are drawn only where they are seen and large enough to be read: at every step of a zoom all are measured again. */
const SOME = 300
/** Of a picture so many shapes are there for who does not see it, those nearest to the middle. */
const MOST_TOLD = 120
/** So many chosen items stay in the page wherever they are: one of them has the keyboard. */
const MOST_KEPT = 20
const NOTHING: ReadonlySet<string> = new Set()

/**
 * All shapes and lines in one drawing, from back to front. Each watches its own item, so that while something is dragged only
 * it and its lines are drawn anew. Of a large diagram only what is near the view is in the page; far away, it is a picture.
 */
export const ItemLayer = memo(function ItemLayer(): ReactNode {
  const isMany = useDiagram(({ items }) => items.size > MANY)
  const isFar = useStore(({ transform }) => transform[2] < FAR)
  const isPicture = isMany && isFar
  // What is there stays until all that takes its place is ready.
  const [shown, setShown] = useState<'nothing' | 'near' | 'picture'>('nothing')
  return (
    <>
      {(isPicture || shown === 'picture') && (
        <FarPicture
          isPatient={shown === 'near'}
          onReady={() => {
            setShown('picture')
          }}
        />
      )}
      {isPicture && shown !== 'near' && <ToldItems />}
      {(!isPicture || shown === 'near') && (
        <NearItems
          isFar={isFar}
          isHeld={isPicture}
          isPatient={isMany && shown !== 'near'}
          onShown={() => {
            setShown('near')
          }}
        />
      )}
    </>
  )
})

interface NearItemsProps {
  isFar: boolean
  /** Nothing more comes: it is about to be replaced. */
  isHeld: boolean
  /** Something else is shown until all is there. */
  isPatient: boolean
  onShown: () => void
}

function NearItems({ isFar, isHeld, isPatient, onShown }: NearItemsProps): ReactNode {
  const items = useDiagram((state) => state.items)
  const chosen = useDiagram(({ selection }) => (selection.size > MOST_KEPT ? NOTHING : selection))
  const { ids, relations, contents } = useDrawOrder()
  const isSome = items.size > SOME
  const isMany = items.size > MANY
  const region = useSeenRegion(isSome, isHeld)
  const near = useMemo(() => (region === null ? null : new Set(ids.filter((id) => isNear(id, items, region)))), [ids, items, region])
  const wanted = useMemo(
    // Before the view is measured nothing is near.
    () => (isMany ? ids.filter((id) => near !== null && (near.has(id) || chosen.has(id))) : ids),
    [ids, near, chosen, isMany]
  )
  const { shown, isAll } = useGradually(ids, wanted, isPatient)
  useEffect(() => {
    if (isAll && (near !== null || !isMany)) onShown()
  }, [isAll, near, isMany, onShown])
  return (
    <svg className="diagram-items" role="group">
      {shown.map((id) => {
        const isUnread = isSome && (isFar || near?.has(id) === false)
        return items.get(id)?.item === 'shape' ? (
          <ShapeView key={id} id={id} relations={relations.get(id) ?? 0} contents={contents.get(id) ?? 0} isFar={isUnread} />
        ) : (
          <LineView key={id} id={id} isFar={isUnread} />
        )
      })}
    </svg>
  )
}

function useDrawOrder(): DrawOrder {
  const [read] = useState(createDrawOrder)
  return useDiagram(({ items }) => read(items))
}

function isNear(id: string, items: Items, region: Box): boolean {
  const item = items.get(id)
  return item !== undefined && overlaps(roughBoxOf(item, items), region)
}

/** What is there beside the picture: what is in hand, and unseen, for who does not see it, the shapes in the middle and what is chosen. */
function ToldItems(): ReactNode {
  const items = useDiagram((state) => state.items)
  const selection = useDiagram((state) => state.selection)
  const { ids, relations, contents } = useDrawOrder()
  const region = useSeenRegion(true)
  const lifted = useInHand()
  const told = useMemo(() => {
    const chosen = [...selection].slice(0, MOST_KEPT)
    return new Set([...chosen, ...(region ? listMiddle(items, region) : [])])
  }, [items, selection, region])
  const shown = useMemo(() => ids.filter((id) => told.has(id) || lifted.has(id)), [ids, told, lifted])
  return (
    <svg className="diagram-items diagram-items-told" role="group">
      {shown.map((id) =>
        items.get(id)?.item === 'shape' ? (
          <ShapeView
            key={id}
            id={id}
            relations={relations.get(id) ?? 0}
            contents={contents.get(id) ?? 0}
            isFar
            isUnseen={!lifted.has(id)}
          />
        ) : (
          <LineView key={id} id={id} isFar isUnseen={!lifted.has(id)} />
        )
      )}
    </svg>
  )
}

function listMiddle(items: Items, region: Box): string[] {
  const middle = centre(region)
  const distance = (box: Box): number => Math.hypot(centre(box).x - middle.x, centre(box).y - middle.y)
  const seen = [...items.values()].filter(isShape).filter((shape) => overlaps(shape, region))
  return seen
    .map(({ id, ...box }) => ({ id, far: distance(box) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_TOLD)
    .map(({ id }) => id)
}

/** What a gesture holds and is drawn item by item: of many, only the lines that are stretched. */
function useInHand(): ReadonlySet<string> {
  const store = useDiagramStore()
  const [read] = useState(createReadInHand)
  return useSyncExternalStore(store.subscribe, () => read(store.getState()))
}

function createReadInHand(): (state: Parameters<typeof goesWhole>[1]) => ReadonlySet<string> {
  const readLifted = createLifted()
  let [known, inHand]: [ReadonlySet<string>, ReadonlySet<string>] = [NOTHING, NOTHING]
  return (state) => {
    const lifted = readLifted(state.items, state.preview)
    if (lifted === known) return inHand
    known = lifted
    inHand = lifted.size <= MOST_LIFTED ? lifted : new Set([...lifted].filter((id) => !goesWhole(id, state)).slice(0, MOST_LIFTED))
    return inHand
  }
}
