import type { ReactNode } from 'react'

interface EmptyStateProps {
  title: string
  /** What will be here and why it helps. */
  text: string
  action?: ReactNode
  icon?: ReactNode
}

/** Teaches: what will be here, why it helps, one button. */
export function EmptyState({ title, text, action, icon }: EmptyStateProps): ReactNode {
  return (
    <div className="empty" data-testid="empty-state">
      {icon !== undefined && <div className="empty-icon">{icon}</div>}
      <h2>{title}</h2>
      <p>{text}</p>
      {action}
    </div>
  )
}
