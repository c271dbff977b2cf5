import type { Point } from '../../../../shared/models/geometry.ts'
import type { MakeId } from '../../../../shared/diagrams/edits/items.ts'
import type { CanvasUiStore } from '../store/canvas-ui.ts'
import type { DiagramStore } from '../store/diagram-store.ts'
import type { CanvasActions } from './actions.ts'

/** Where the pointer is and what is held with it. */
export interface Pointer {
  /** On the page. */
  readonly at: Point
  readonly isShift: boolean
  readonly isAlt: boolean
  readonly isMod: boolean
}
/** One gesture of the mouse from pressing to letting go. It shows what it would do; only `end` changes the diagram. */
export interface Gesture {
  readonly move: (to: Pointer) => void
  readonly end: (to: Pointer) => void
}
/** What a gesture works with. `zoom`: of the page now; distances that feel the same on the screen are divided by it. */
export interface Tools {
  readonly store: DiagramStore
  readonly ui: CanvasUiStore
  readonly actions: CanvasActions
  readonly makeId: MakeId
  readonly zoom: () => number
}
export const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y })

/** Back to nothing being under way. */
export function clearMarks({ store, ui }: Pick<Tools, 'store' | 'ui'>): void {
  store.getState().setPreview(null)
  ui.setState({ marks: null, targetId: null })
}
