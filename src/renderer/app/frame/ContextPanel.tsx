import { CloseButton } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePanel } from '../../stores/panel.ts'
import { Boundary } from '../../ui/Boundary.tsx'
import { focusScreen } from '../keep-focus.ts'

/** Lists, menus and dialogs that stand over the window: Escape is theirs first. */
const OVERLAYS = '[role=dialog], [role=listbox], [role=menu]'
const isOverlaid = (): boolean => [...document.querySelectorAll(OVERLAYS)].some((overlay) => overlay.getClientRects().length > 0)

/** What is changed in place (marked `data-editing`) is left with Escape before the panel is. */
const isBeingEdited = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[data-editing]') !== null

/** Follows the selection; what is in it is the business of whoever opened it. */
export function ContextPanel(): ReactNode {
  const { content, isFolded } = usePanel()
  if (content === null || isFolded) return null
  return <OpenPanel content={content} />
}

function OpenPanel({ content }: { content: ReactNode }): ReactNode {
  const { t } = useTranslation()
  const { label, close } = usePanel()
  const panel = useRef<HTMLElement>(null)
  useEscape(panel, close)
  return (
    <aside ref={panel} className="panel" aria-label={label || t('frame.panel')} data-testid="context-panel" tabIndex={-1}>
      <CloseButton className="panel-close" aria-label={t('frame.closePanel')} onClick={close} />
      <Boundary subject={content}>{content}</Boundary>
    </aside>
  )
}

/** Escape closes from wherever the keyboard is; from inside the panel, the keyboard goes back to where it was. */
function useEscape(panel: React.RefObject<HTMLElement | null>, close: () => void): void {
  // Before the content takes the focus, which it may as soon as it is there.
  const [opener] = useState(() => document.activeElement)
  const cameFrom = useRef(opener)
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element) || panel.current?.contains(target) || target.closest(OVERLAYS)) return
      cameFrom.current = target
    }
    window.addEventListener('focusin', onFocus)
    return () => {
      window.removeEventListener('focusin', onFocus)
    }
  }, [panel])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || isOverlaid() || isBeingEdited(event.target)) return
      const isInside = panel.current?.contains(document.activeElement) ?? false
      close()
      if (!isInside) return
      const place = cameFrom.current
      const isThere = (place instanceof HTMLElement || place instanceof SVGElement) && place !== document.body && place.isConnected
      if (isThere) place.focus()
      else focusScreen()
    }
    // Before anything else sees the key: an overlay that it closes would be gone when the window is asked.
    window.addEventListener('keydown', onKey, true)
    return () => {
      window.removeEventListener('keydown', onKey, true)
    }
  }, [panel, close])
}
