import type { ReactNode } from 'react'

/** One walk, full width. */
export function WalkScreen({ walkId }: { walkId: number }): ReactNode {
  return <div className="page">{walkId}</div>
}
