import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface ErrorNoticeProps {
  error: { code: string; details: Record<string, string | number> }
  onRetry?: () => void
}

/** The sentence of a refusal: what is wrong and what to do. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="error-notice" role="alert" data-testid="error-notice" data-code={error.code}>
      <IconAlertTriangle size={20} stroke={1.6} aria-hidden />
      <div>{t(`errors.${error.code}`, error.details)}</div>
      {onRetry && (
        <Button variant="default" size="xs" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </div>
  )
}
