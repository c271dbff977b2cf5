import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings, WorkspaceState } from '../../../shared/contract/workspace.ts'
import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError } from '../../ui/notify.tsx'

const CURRENCIES = ['EUR', 'USD', 'GBP', 'MXN', 'ARS', 'CLP', 'COP', 'PEN', 'UYU', 'BRL', 'CHF', 'JPY'] as const

/** Every setting is saved when its field is left; what is refused says why and goes back. */
export function WorkspaceCard({ workspace }: { workspace: WorkspaceState }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { settings } = workspace
  const save = useMutation({
    mutationFn: (change: Partial<Settings>) => client.workspace.updateSettings(change),
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  const put = (change: Partial<Settings>): void => {
    save.mutate(change)
  }
  const currencies = CURRENCIES.some((each) => each === settings.currency) ? CURRENCIES : [...CURRENCIES, settings.currency]
  const check = useMutation({
    mutationFn: () => client.workspace.checkIntegrity(),
    onSuccess: ({ ok, problems }) => {
      notify(ok ? t('settings.checkOk') : problems.map((problem) => formats.text(problem)).join('\n'))
    },
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  // Another value from outside (undo, another language's file) replaces what stands in the fields.
  return (
    <Card className="card-roomy" key={JSON.stringify(settings)}>
      <Caption>{t('settings.workspace')}</Caption>
      <div className="settings-fields">
        <TextSetting
          label={t('settings.title')}
          value={settings.title}
          onSave={(title) => {
            if (title.trim() !== '') put({ title: title.trim() })
          }}
          testId="settings-title"
        />
        <Select
          label={t('settings.currency')}
          description={t('settings.currencyHint')}
          allowDeselect={false}
          value={settings.currency}
          data={currencies.map((code) => ({ value: code, label: `${code} · ${currencyName(code, formats.language)}` }))}
          onChange={(currency) => {
            if (currency !== null) put({ currency })
          }}
        />
        <DateField
          label={t('settings.asOf')}
          description={
            workspace.lastOrderDate ? t('settings.asOfHint', { date: formats.date(workspace.lastOrderDate) }) : t('settings.asOfHintNone')
          }
          value={settings.asOf ?? ''}
          onChange={(asOf) => {
            put({ asOf: asOf === '' ? null : asOf })
          }}
          data-testid="settings-as-of"
        />
        <NumberSetting
          label={t('settings.window')}
          description={t('settings.windowHint')}
          value={settings.windowDays}
          min={1}
          max={3660}
          onSave={(windowDays) => {
            put({ windowDays })
          }}
        />
        <NumberSetting
          label={t('settings.margin')}
          description={t('settings.marginHint')}
          value={Math.round(settings.grossMargin * 1000) / 10}
          min={0}
          max={100}
          digits={1}
          onSave={(percent) => {
            put({ grossMargin: percent / 100 })
          }}
        />
        <NumberSetting
          label={t('settings.newDays')}
          description={t('settings.newDaysHint')}
          value={settings.newDays}
          min={1}
          max={3660}
          onSave={(newDays) => {
            put({ newDays })
          }}
        />
      </div>
      <div className="setting-row setting-check">
        <span className="muted">{t('settings.checkText')}</span>
        <Button
          variant="default"
          loading={check.isPending}
          onClick={() => {
            check.mutate()
          }}
          data-testid="settings-check"
        >
          {t('settings.check')}
        </Button>
      </div>
    </Card>
  )
}

function currencyName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'currency' }).of(code) ?? code
}

interface TextSettingProps {
  label: string
  value: string
  onSave: (value: string) => void
  testId: string
}

function TextSetting({ label, value, onSave, testId }: TextSettingProps): ReactNode {
  const [draft, setDraft] = useState(value)
  const save = (): void => {
    if (draft !== value) onSave(draft)
  }
  return (
    <TextInput
      label={label}
      value={draft}
      onChange={({ currentTarget }) => {
        setDraft(currentTarget.value)
      }}
      onBlur={save}
      onKeyDown={({ key }) => {
        if (key === 'Enter') save()
      }}
      data-testid={testId}
    />
  )
}

interface NumberSettingProps {
  label: string
  description: string
  value: number
  min: number
  max: number
  digits?: number
  onSave: (value: number) => void
}

function NumberSetting({ label, description, value, min, max, digits = 0, onSave }: NumberSettingProps): ReactNode {
  const { language } = useFormats()
  const [draft, setDraft] = useState<number | string>(value)
  return (
    <NumberInput
      label={label}
      description={description}
      min={min}
      max={max}
      decimalScale={digits}
      decimalSeparator={language === 'es' ? ',' : '.'}
      value={draft}
      onChange={setDraft}
      onBlur={() => {
        if (typeof draft === 'number' && draft !== value) onSave(Math.min(max, Math.max(min, draft)))
      }}
    />
  )
}
