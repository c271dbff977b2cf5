import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { nameUnit, readFigure, writeGrouped } from '../../../../shared/i18n/read-figure.ts'
import { orpc } from '../../../api/client.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import type { FormField, FormValue } from './record-forms.ts'

interface RecordFieldProps {
  field: FormField
  customerId: number
  value: FormValue
  isFirst: boolean
  isLocked: boolean
  isMissing: boolean
  onChange: (value: FormValue) => void
}

/** One field of the form, in the shape of what it holds. */
export function RecordField(props: RecordFieldProps): ReactNode {
  const { field, value, isFirst, isMissing, onChange } = props
  const { t } = useTranslation()
  const label = t(`customerPage.form.${field.name}`)
  const common = {
    label,
    withAsterisk: field.isNeeded === true,
    error: isMissing ? t('errors.field-empty') : null,
    'data-testid': `record-${field.name}`,
    ...(isFirst ? { 'data-autofocus': true } : {})
  }
  const drawn: Readonly<Record<FormField['as'], () => ReactNode>> = {
    text: () => (
      <TextInput
        {...common}
        value={String(value ?? '')}
        maxLength={500}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value === '' ? null : currentTarget.value)
        }}
      />
    ),
    long: () => (
      <Textarea
        {...common}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={20_000}
        value={String(value ?? '')}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value === '' ? null : currentTarget.value)
        }}
      />
    ),
    date: () => (
      <DateField
        label={label}
        value={String(value ?? '').slice(0, 10)}
        isLive
        refusal={common.error}
        data-testid={common['data-testid']}
        onChange={(date) => {
          onChange(date === '' ? null : date)
        }}
      />
    ),
    money: () => <FigureInput {...props} unit="currency" common={common} />,
    number: () => <FigureInput {...props} unit="count" common={common} />,
    choice: () => <Choice {...props} common={common} />,
    check: () => (
      <Checkbox
        className="record-check"
        label={label}
        checked={value === true}
        data-testid={common['data-testid']}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.checked)
        }}
      />
    ),
    order: () => <OrderChoice {...props} common={common} />,
    campaign: () => <CampaignChoice {...props} common={common} />
  }
  return <div className={field.isWide ? 'record-wide' : ''}>{drawn[field.as]()}</div>
}

interface Common {
  label: string
  withAsterisk: boolean
  error: string | null
  'data-testid': string
}

/** A number or an amount as the person's language writes it; what can't be read is said at once and not saved. */
function FigureInput({ value, onChange, unit, common }: RecordFieldProps & { unit: 'currency' | 'count'; common: Common }): ReactNode {
  const { t } = useTranslation()
  const { currency, language } = useFormats()
  const [draft, setDraft] = useState<string | null>(null)
  const written = typeof value === 'number' ? writeGrouped(value, unit, currency, language) : ''
  const isWrong = draft !== null && draft.trim() !== '' && readFigure(draft, unit, currency, language) === null
  return (
    <TextInput
      {...common}
      inputMode="decimal"
      value={draft ?? written}
      error={isWrong ? t('errors.amount-wrong') : common.error}
      rightSection={unit === 'currency' ? <span className="faint">{nameUnit(unit, currency, language)}</span> : null}
      onChange={({ currentTarget }) => {
        setDraft(currentTarget.value)
        onChange(currentTarget.value.trim() === '' ? null : readFigure(currentTarget.value, unit, currency, language))
      }}
      onBlur={() => {
        if (!isWrong) setDraft(null)
      }}
    />
  )
}

function Choice({ field, value, onChange, common }: RecordFieldProps & { common: Common }): ReactNode {
  const { t } = useTranslation()
  return (
    <Select
      {...common}
      allowDeselect={!field.isNeeded}
      clearable={!field.isNeeded}
      value={value === null ? null : String(value)}
      data={(field.choices ?? []).map((each) => ({ value: each, label: t(`customerPage.${field.names ?? ''}.${each}`) }))}
      onChange={(next) => {
        onChange(next !== null && field.isNumber ? Number(next) : next)
      }}
    />
  )
}

/** One of the customer's own orders. */
function OrderChoice({ customerId, value, onChange, common }: RecordFieldProps & { common: Common }): ReactNode {
  const formats = useFormats()
  const orders = useQuery(orpc.customerEdits.listTimeline.queryOptions({ input: { customerId, kinds: ['order'], limit: 200 } }))
  return (
    <Select
      {...common}
      clearable
      searchable
      value={value === null ? null : String(value)}
      data={(orders.data?.entries ?? []).map(({ id, at, label, amountMinor }) => ({
        value: String(id),
        label: [formats.date(at), label, amountMinor === null ? '' : formats.money(amountMinor, { exact: true })]
          .filter(Boolean)
          .join(' · ')
      }))}
      onChange={(next) => {
        onChange(next === null ? null : Number(next))
      }}
    />
  )
}

function CampaignChoice({ field, value, isLocked, onChange, common }: RecordFieldProps & { common: Common }): ReactNode {
  const campaigns = useQuery(orpc.customerEdits.listCampaigns.queryOptions())
  return (
    <Select
      {...common}
      clearable={!field.isNeeded}
      searchable
      disabled={isLocked}
      value={value === null ? null : String(value)}
      data={(campaigns.data ?? []).map(({ id, fields }) => ({ value: String(id), label: fields.name }))}
      onChange={(next) => {
        onChange(next === null ? null : Number(next))
      }}
    />
  )
}
