import type { ReactNode } from 'react'

/** A card's title with what explains its figures beside it. */
export function ExplainedHeading({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <div className="explained">
      <h2>{title}</h2>
      {children}
    </div>
  )
}
