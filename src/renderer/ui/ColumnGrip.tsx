import { useState, type PointerEvent, type ReactNode } from 'react'

const NARROWEST = 56
const WIDEST = 900

/** The edge of a column's header, by which it is drawn wider or narrower. */
export function ColumnGrip({ label, onResize }: { label: string; onResize: (width: number) => void }): ReactNode {
  const [drag, setDrag] = useState<{ from: number; width: number } | null>(null)
  const end = (): void => {
    setDrag(null)
  }
  return (
    <div
      className={drag ? 'column-grip is-dragged' : 'column-grip'}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ from: event.clientX, width: event.currentTarget.parentElement?.clientWidth ?? NARROWEST })
      }}
      onPointerMove={({ clientX }) => {
        if (drag) onResize(Math.round(Math.max(NARROWEST, Math.min(WIDEST, drag.width + clientX - drag.from))))
      }}
      onPointerUp={end}
      onPointerCancel={end}
    />
  )
}
