import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEnvironment } from '../../stores/environment.ts'
import { Caption, Card } from '../../ui/Card.tsx'

export function AboutCard(): ReactNode {
  const { t } = useTranslation()
  const version = useEnvironment(({ environment }) => environment?.version ?? '')
  return (
    <Card className="card-roomy about" data-testid="settings-about">
      <Caption>{t('settings.about')}</Caption>
      <p>{t('settings.aboutText', { version })}</p>
      <p className="muted">{t('settings.attributions')}</p>
      <p className="muted">{t('settings.libraries')}</p>
      <p className="muted">{t('settings.licence')}</p>
    </Card>
  )
}
