import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LineEnd, Side } from '../../../../shared/diagrams/diagram.ts'
import type { Guide } from '../../../../shared/diagrams/edits/snap.ts'
import type { LiveFigure } from '../../../../shared/diagrams/with-figures.ts'
import type { Box, Point } from '../../../../shared/models/geometry.ts'
import type { LeftView, View } from '../canvas/use-view.ts'

/** What a gesture under way shows besides the items it changes. */
export type GestureMarks =
  | { readonly kind: 'choose'; readonly box: Box }
  /** `ghosts`: where copies come from while they are dragged away. */
  | { readonly kind: 'move'; readonly guides: readonly Guide[]; readonly ghosts: readonly Box[] }
  | { readonly kind: 'connect'; readonly from: LineEnd; readonly to: LineEnd }

/** A new shape offered at the end of a line that was let go on the empty page. */
export interface Offer {
  readonly fromId: string
  readonly side: Side | null
  readonly at: Point
}
/** What is asked for by name: another shape to join, where an end of the line leads, the container to stand in, the line to stand on. */
export type Asked = 'connect' | 'from' | 'to' | 'container' | 'onLine'
type CanvasPanel = 'find' | 'keys' | 'layout' | Asked

/** What the canvas shows beside the diagram itself; gone with the page. */
export interface CanvasUi {
  /** Null until the canvas stands. */
  readonly view: View | null
  /** Where the page was looked at when the canvas went away, for when it comes back: from presenting, say. */
  readonly leftAt: LeftView
  /** What linked shapes say today, by id. */
  readonly figures: ReadonlyMap<string, LiveFigure>
  readonly hoveredId: string | null
  /**
   * The item whose text is being written; `typed`: what was typed to begin, in place of the text there was; `step`: the edit that
   * just made the item, of which its first text is a part.
   */
  readonly editing: { readonly id: string; readonly typed: string | null; readonly step?: string | undefined } | null
  readonly marks: GestureMarks | null
  /** The line whose corners, legs and ends are gone through by keys, and the one gone to (`edits/stops.ts`). */
  readonly stop: { readonly lineId: string; readonly at: number } | null
  /** The container or shape that would take what is being dragged. */
  readonly targetId: string | null
  readonly offer: Offer | null
  readonly panel: CanvasPanel | null
  /** What was looked for and found; `at`: the one gone to. */
  readonly found: { readonly ids: readonly string[]; readonly at: number } | null
  /** Where the context menu stands, in the window. */
  readonly menuAt: { readonly x: number; readonly y: number } | null
  /** What happened, for whoever does not see it. */
  readonly said: string
}
export type CanvasUiStore = StoreApi<CanvasUi>

export function createCanvasUi(): CanvasUiStore {
  return createStore<CanvasUi>()(() => ({
    view: null,
    leftAt: null,
    figures: new Map(),
    hoveredId: null,
    editing: null,
    marks: null,
    stop: null,
    targetId: null,
    offer: null,
    panel: null,
    found: null,
    menuAt: null,
    said: ''
  }))
}
