import { useEffect } from 'react'

/** The parts of the window around the page, in the order in which F6 goes through them. */
const REGIONS = [
  '.diagram-canvas',
  '.diagram-toolbar',
  '.diagram-controls',
  '.diagram-legend',
  '[data-testid=context-panel]',
  '.rail',
  '.top-bar',
  '.diagram-head',
  '.diagram-bar',
  '.diagram-side'
] as const
const FOCUSABLE = 'button:not([disabled]), a[href], input:not([disabled]), select, textarea, [role=tree], [tabindex="0"]'

const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector)
const isShown = (element: Element): boolean => element.getClientRects().length > 0

/** Gives the keyboard to a part: the page to what is chosen on it, any other to the first thing that takes it, fields before the way out. */
function enter(region: HTMLElement): boolean {
  const fields = region.querySelector('[data-testid=inspector]') ?? region
  const inside = region.matches('.diagram-canvas')
    ? (region.querySelector<HTMLElement>('[data-item][data-chosen], [data-item][aria-pressed=true]') ?? region)
    : [...fields.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isShown)
  if (!inside) return false
  inside.focus({ preventScroll: region.matches('.diagram-canvas') })
  return true
}

/** Leads to the fields of what is chosen. False: the panel is folded away or closed. */
export function enterFields(): boolean {
  const panel = find('[data-testid=inspector]')
  return panel !== null && isShown(panel) && enter(panel)
}

/** F6 and Shift+F6 lead from part to part of the window, also to the bar above what is chosen. */
export function useRegions(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || event.ctrlKey || event.metaKey || event.altKey || find('[role=dialog][aria-modal=true]')) return
      const regions = REGIONS.map(find)
      const focused = document.activeElement
      // The bar and the buttons stand in the page: the innermost part is where the keyboard is.
      const here = regions.reduce((found, region, at) => (region !== null && region.contains(focused) ? Math.max(found, at) : found), -1)
      event.preventDefault()
      for (let step = 1; step <= regions.length; step++) {
        const at = (here + (event.shiftKey ? -step : step) + 2 * regions.length) % regions.length
        const region = regions[at]
        if (region && isShown(region) && enter(region)) return
      }
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [])
}
