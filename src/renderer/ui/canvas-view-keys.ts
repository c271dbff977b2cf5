/** How far canvases zoom, and how much closer with one step. */
export const ZOOM_LIMITS = { least: 0.05, most: 4 }
export const ZOOM_STEP = 1.2

/** At once where motion is not wanted. In ms. */
export const durationOf = (ms: number): number => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ms)

/** What a key does to the view of a canvas: the same on models and diagrams. */
export type ViewKey = 'zoomIn' | 'zoomOut' | 'fit' | 'panLeft' | 'panRight' | 'panUp' | 'panDown'

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/** Written characters, which begin a text where one may be written. */
const WRITTEN: Readonly<Record<string, ViewKey | undefined>> = { '+': 'zoomIn', '=': 'zoomIn', '-': 'zoomOut', '0': 'fit' }

/** The view a key asks for; null: it asks for none. `isWriting`: a character would be written. */
export function readViewKey(event: Key, { isWriting = false } = {}): ViewKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key === 'PageUp') return event.shiftKey ? 'panLeft' : 'panUp'
  if (event.key === 'PageDown') return event.shiftKey ? 'panRight' : 'panDown'
  if (event.shiftKey && event.code === 'Digit1') return 'fit'
  return isWriting ? null : (WRITTEN[event.key] ?? null)
}

/** So much of what is seen goes by with one key. */
const PAN_SHARE = 0.4
const STEPS: Readonly<Partial<Record<ViewKey, { x: number; y: number }>>> = {
  panLeft: { x: 1, y: 0 },
  panRight: { x: -1, y: 0 },
  panUp: { x: 0, y: 1 },
  panDown: { x: 0, y: -1 }
}

/** How far the view of a canvas of `size` pixels goes by a key; null: the key does not pan. */
export function measurePan(key: ViewKey, size: { width: number; height: number }): { x: number; y: number } | null {
  const step = STEPS[key]
  return step ? { x: step.x * size.width * PAN_SHARE, y: step.y * size.height * PAN_SHARE } : null
}
