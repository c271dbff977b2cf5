import type { ReactNode } from 'react'

/** A share as a bar; the number stands beside it. */
export function ShareBar({ share, color = 'var(--accent)' }: { share: number; color?: string }): ReactNode {
  return (
    <span className="share-bar" aria-hidden>
      <span style={{ width: `${String(Math.max(0, Math.min(1, share)) * 100)}%`, background: color }} />
    </span>
  )
}
