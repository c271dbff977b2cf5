import { ViewportPortal, useStore } from '@xyflow/react'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShapeKind } from '../../../../shared/diagrams/diagram.ts'
import { findShape } from '../../../../shared/diagrams/edits/items.ts'
import { drawShape } from '../../../../shared/diagrams/draw-shape.ts'
import { SHAPE_LOOKS } from '../../../../shared/diagrams/shape-kinds.ts'
import { DrawnShapes } from '../../../ui/DrawnShapes.tsx'
import type { Offer } from '../store/canvas-ui.ts'
import { useCanvasUi, useCanvasUiStore, useDiagram } from '../store/use-diagram.ts'
import { focusItem, type CanvasActions } from './actions.ts'

const USUAL: readonly ShapeKind[] = ['process', 'decision', 'terminator', 'document', 'database', 'note']
const COLUMNS = 3

/** Where a line was let go on the empty page: what shall stand there? The shape it came from first. */
export function OfferMenu({ actions }: { actions: CanvasActions }): ReactNode {
  const offer = useCanvasUi((state) => state.offer)
  return offer && <Offered offer={offer} actions={actions} />
}

function Offered({ offer, actions }: { offer: Offer; actions: CanvasActions }): ReactNode {
  const { t } = useTranslation()
  const ui = useCanvasUiStore()
  const zoom = useStore(({ transform }) => transform[2])
  const from = useDiagram((state) => findShape(state.items, offer.fromId))
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    frame.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [])
  const own = from?.kind ?? 'process'
  const kinds = [...new Set<ShapeKind>([own, ...USUAL])].slice(0, 6)
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(frame.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key]
    if (event.key === 'Escape') {
      ui.setState({ offer: null })
      focusItem(offer.fromId)
    } else if (by !== undefined) buttons[at + by]?.focus({ preventScroll: true })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <ViewportPortal>
      <div
        ref={frame}
        className="diagram-offer nopan"
        role="menu"
        aria-label={t('diagramCanvas.offer')}
        data-no-gesture
        data-testid="diagram-offer"
        style={{ transform: `translate(${offer.at.x}px, ${offer.at.y}px) scale(${1 / zoom}) translate(-50%, -20px)` }}
        onKeyDown={onKeyDown}
      >
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            role="menuitem"
            data-testid={`offer-${kind}`}
            onClick={() => {
              actions.takeOffer(offer, kind)
            }}
          >
            <KindPicture kind={kind} />
            <span>{t(`diagramShapes.kinds.${kind}`)}</span>
          </button>
        ))}
      </div>
    </ViewportPortal>
  )
}

function KindPicture({ kind }: { kind: ShapeKind }): ReactNode {
  const { width, height } = SHAPE_LOOKS[kind]
  const shapes = drawShape({ item: 'shape', id: kind, kind, x: 0, y: 0, width, height, order: 0, label: '', style: {} }, null, 'en')
  return (
    <svg viewBox={`-4 -4 ${String(width + 8)} ${String(height + 8)}`} width={52} height={30} aria-hidden>
      <DrawnShapes shapes={shapes} />
    </svg>
  )
}
