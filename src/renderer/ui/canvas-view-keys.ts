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
const STEPS: Readonly<Record<string, readonly [x: number, y: number] | undefined>> = {
  panLeft: [1, 0],
  panRight: [-1, 0],
  panUp: [0, 1],
  panDown: [0, -1]
}

/** How far the view of a canvas of `size` pixels goes by a key; null: the key does not pan. */
export function measurePan(key: ViewKey, size: { width: number; height: number }): { x: number; y: number } | null {
  const step = STEPS[key]
  return step ? { x: step[0] * size.width * PAN_SHARE, y: step[1] * size.height * PAN_SHARE } : null
}
