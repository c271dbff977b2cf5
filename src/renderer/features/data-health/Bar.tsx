import type { ReactNode } from 'react'

/** How much of the whole, as a line; the figure stands beside it. `share`: 0 to 1. */
export function Bar({ share, tone = 'accent' }: { share: number; tone?: 'accent' | 'second' }): ReactNode {
  return (
    <div className={`health-bar health-bar-${tone}`} aria-hidden>
      <div style={{ width: `${String(Math.max(0, Math.min(1, share)) * 100)}%` }} />
    </div>
  )
}
