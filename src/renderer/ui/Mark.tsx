import type { ReactNode } from 'react'

/** The app's mark, the bed of a river: two waves. */
export function Mark({ size = 22 }: { size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={2.2} strokeLinecap="round">
      <path d="M5 10c2.3-3 4.7-3 7 0s4.7 3 7 0" />
      <path d="M5 16c2.3-3 4.7-3 7 0s4.7 3 7 0" />
    </svg>
  )
}
