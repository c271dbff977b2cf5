import type { CSSProperties, ReactNode } from 'react'

interface CardProps {
  children: ReactNode
  /** Makes the whole card one button. */
  onClick?: () => void
  className?: string
  style?: CSSProperties
  /** Stands in the upper corner, beside the button that the card is: what explains its figure. */
  corner?: ReactNode
  'data-testid'?: string
  'aria-label'?: string
}

/** White, one hairline; a button when it leads somewhere. */
export function Card({ corner, ...props }: CardProps): ReactNode {
  if (corner === undefined) return <PlainCard {...props} />
  return (
    <div className="card-cornered">
      <PlainCard {...props} />
      <div className="card-corner">{corner}</div>
    </div>
  )
}

function PlainCard({ children, onClick, className = '', style, ...rest }: Omit<CardProps, 'corner'>): ReactNode {
  if (!onClick)
    return (
      <section className={`card ${className}`} style={style} {...rest}>
        {children}
      </section>
    )
  return (
    <button type="button" className={`card card-button ${className}`} style={style} onClick={onClick} {...rest}>
      {children}
    </button>
  )
}

/** The small grey heading over a card's or a page's part. */
export function Caption({ children, as: Tag = 'h2' }: { children: ReactNode; as?: 'h2' | 'h3' }): ReactNode {
  return <Tag className="caption">{children}</Tag>
}
