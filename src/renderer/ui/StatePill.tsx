import type { ReactNode } from 'react'

export type PillTone = 'plain' | 'accent' | 'good' | 'attention' | 'missing' | 'danger'

/** A state in a word, with a dot whose shape says it too (dashed: data missing). */
export function StatePill({ tone, children }: { tone: PillTone; children: ReactNode }): ReactNode {
  return (
    <span className={`pill pill-${tone}`}>
      <span className="pill-dot" aria-hidden />
      {children}
    </span>
  )
}

/** The fixed colour of a segment, as a square. The name always stands beside it. */
export function SegmentDot({ color }: { color: string }): ReactNode {
  return <span className="segment-dot" style={{ background: color }} aria-hidden />
}
