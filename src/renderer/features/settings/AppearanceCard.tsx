import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Preferences } from '../../../shared/contract/shell.ts'
import { setLanguage, setTheme, useEnvironment } from '../../stores/environment.ts'
import { Caption, Card } from '../../ui/Card.tsx'

export function AppearanceCard(): ReactNode {
  const { t } = useTranslation()
  const preferences = useEnvironment(({ environment }) => environment?.preferences)
  if (!preferences) return null
  return (
    <Card className="card-roomy">
      <Caption>{t('settings.appearance')}</Caption>
      <div className="setting-row">
        <span>{t('settings.language')}</span>
        <SegmentedControl
          aria-label={t('settings.language')}
          value={preferences.language}
          onChange={(value) => void setLanguage(Preferences.shape.language.parse(value))}
          data={[
            { value: 'system', label: t('settings.languageSystem') },
            { value: 'es', label: 'Español' },
            { value: 'en', label: 'English' }
          ]}
          data-testid="settings-language"
        />
      </div>
      <div className="setting-row">
        <span>{t('settings.theme')}</span>
        <SegmentedControl
          aria-label={t('settings.theme')}
          value={preferences.theme}
          onChange={(value) => void setTheme(Preferences.shape.theme.parse(value))}
          data={[
            { value: 'system', label: t('settings.themeSystem') },
            { value: 'light', label: t('settings.light') },
            { value: 'dark', label: t('settings.dark') }
          ]}
          data-testid="settings-theme"
        />
      </div>
    </Card>
  )
}
