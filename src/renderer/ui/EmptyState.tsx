import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

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
  /** Whose texts: `emptyTitle`, `emptyText` and `import` under this name in the messages. */
  area: string
  onImport: () => void
}

/** A whole screen that has nothing to show before data was brought in, with the one button that changes it. */
export function EmptyPage({ icon, area, onImport }: EmptyPageProps): ReactNode {
  const { t } = useTranslation()
  const action = <Button onClick={onImport}>{t(`${area}.import`)}</Button>
  return (
    <div className="page">
      <EmptyState icon={icon} title={t(`${area}.emptyTitle`)} text={t(`${area}.emptyText`)} action={action} />
    </div>
  )
}
