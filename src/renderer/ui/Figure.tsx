import type { ReactNode } from 'react'

interface FigureProps {
  label: string
  /** Already in words: `286.410 €`. Null: no answer, and `note` says what is missing. */
  value: string | null
  note?: ReactNode
  tone?: 'plain' | 'good' | 'attention'
  missing?: string
  /** What explains it, beside its name. Not for a figure inside a button: there the card has a corner for it. */
  explain?: ReactNode
  'data-testid'?: string
}

/** One big serif number with its name above and its meaning below. */
export function Figure({ label, value, note, tone = 'plain', missing = '—', explain, ...rest }: FigureProps): ReactNode {
  return (
    <div className="figure" {...rest}>
      <div className="figure-label">
        {label}
        {explain}
      </div>
      <div className={value === null ? 'figure-value figure-missing' : 'figure-value'}>{value ?? missing}</div>
      {note !== undefined && <div className={`figure-note tone-${tone}`}>{note}</div>}
    </div>
  )
}
