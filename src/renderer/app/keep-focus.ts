/** What stands over the window for a while and takes the focus with it when it goes. */
const DIALOG = '[role=dialog]'
/** So many places are remembered. */
const MOST_PLACES = 20
/** Others that give the focus back by themselves come first, in milliseconds. */
const OTHERS_FIRST = 60

let isByKey = false

/** The last thing the person did was with a key: then it matters where the focus is. */
export const isLedByKey = (): boolean => isByKey

const findMain = (): HTMLElement | null => document.querySelector('main[tabindex]')

/** Nothing has the focus, or only the screen as a whole. */
export function isFocusLost(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement === findMain()
}

/** What a screen has for the keyboard first: its page to draw on. */
export const findFirst = (): HTMLElement | null => document.querySelector('main [data-focus-first]')

/** Focuses the screen, so that its name is read: what it has for the keyboard first, or all of it. */
export function focusScreen(): void {
  const main = findMain()
  // Already there, it would not be read again.
  if (document.activeElement === main) main?.blur()
  const place = findFirst() ?? main
  place?.focus({ preventScroll: true })
}

/**
 * Where a dialog was left with a key and took the focus with it, the focus goes back to what had it last and is still there, else
 * to the screen. Returns the way to stop.
 */
export function keepFocus(): () => void {
  let places: (HTMLElement | SVGElement)[] = []
  const giveBack = (): void => {
    if (!isByKey || !isFocusLost()) return
    const last = places.findLast((place) => place.isConnected && place !== findMain() && place.getClientRects().length > 0)
    last?.focus({ preventScroll: true })
    if (isFocusLost()) focusScreen()
  }
  const watch = new MutationObserver(() => {
    if (document.activeElement !== document.body) return
    watch.disconnect()
    setTimeout(giveBack, OTHERS_FIRST)
  })
  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement || target instanceof SVGElement)) return
    places = [...places.filter((place) => place.isConnected && place !== target), target].slice(-MOST_PLACES)
    watch.disconnect()
    // Only while a dialog has the focus: nothing is drawn beneath it meanwhile.
    if (target.closest(DIALOG)) watch.observe(document.body, { childList: true, subtree: true })
  }
  const onKey = (): void => {
    isByKey = true
  }
  const onPointer = (): void => {
    isByKey = false
  }
  window.addEventListener('focusin', onFocus)
  window.addEventListener('keydown', onKey, true)
  window.addEventListener('pointerdown', onPointer, true)
  return () => {
    watch.disconnect()
    window.removeEventListener('focusin', onFocus)
    window.removeEventListener('keydown', onKey, true)
    window.removeEventListener('pointerdown', onPointer, true)
  }
}
