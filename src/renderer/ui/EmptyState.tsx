import { Button } from '@mantine/core'
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

interface EmptyPageProps {
  icon: ReactNode
  title: string
  text: string
  button: string
  onClick: () => void
}

/** A whole screen that has nothing to show yet, with the one button that changes it. */
export function EmptyPage({ icon, title, text, button, onClick }: EmptyPageProps): ReactNode {
  return (
    <div className="page">
      <EmptyState icon={icon} title={title} text={text} action={<Button onClick={onClick}>{button}</Button>} />
    </div>
  )
}
