import { Button, Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface ProgressBarProps {
  /** 0 to 1. */
  done: number
  label: string
  /** `84.000 filas · 120.000 filas/s`. */
  detail: string
  onCancel?: () => void
}

/** Long work: how far, how fast, and a way out. */
export function ProgressBar({ done, label, detail, onCancel }: ProgressBarProps): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="progress" data-testid="progress">
      <div className="progress-head">
        <span>{label}</span>
        <span className="progress-detail" aria-live="polite">
          {detail}
        </span>
      </div>
      <Progress value={done * 100} aria-label={label} size="md" />
      {onCancel && (
        <Button variant="default" size="xs" onClick={onCancel} data-testid="progress-cancel">
          {t('common.cancel')}
        </Button>
      )}
    </div>
  )
}
