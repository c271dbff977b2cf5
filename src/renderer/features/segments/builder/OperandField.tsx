import { MultiSelect, TagsInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleField } from '../../../../shared/contract/segments.ts'
import { operandOf, type FieldType, type OperandKind } from '../../../../shared/segments/field-types.ts'
import type { Operand, Operator } from '../../../../shared/segments/rule.ts'
import { readDate, writeDate } from '../../../ui/date-text.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { NumberField } from './NumberField.tsx'

interface OperandFieldProps {
  type: FieldType
  operator: Operator
  /** Values to choose from, where the field has them. */
  field: Pick<RuleField, 'choices' | 'isOpen'> | null
  value: Operand
  onChange: (value: Operand) => void
  /** Of what the value is: "City". */
  name: string
}

type Drawn = OperandFieldProps & { label: string }

const listOf = (value: Operand): (string | number)[] => (value === null ? [] : Array.isArray(value) ? value : [value])
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** How each kind of value is typed or chosen. */
const FIELDS: Readonly<Record<OperandKind, (props: Drawn) => ReactNode>> = {
  none: () => null,
  text: (props) => <TextValue {...props} />,
  texts: (props) => <ListValue {...props} />,
  number: ({ type, value, onChange, label }) => (
    <NumberField type={type} label={label} value={numberOf(value)} onChange={onChange} data-testid="rule-value" />
  ),
  numbers: (props) => <TwoNumbers {...props} />,
  'day-count': (props) => <DayCount {...props} />,
  date: ({ value, onChange, label }) => <DateValue label={label} value={textOf(value)} onChange={onChange} />,
  dates: (props) => <TwoDates {...props} />,
  months: (props) => <Months {...props} />
}

/** What a condition compares with: the field that suits type and operator. */
export function OperandField(props: OperandFieldProps): ReactNode {
  const { t } = useTranslation()
  return FIELDS[operandOf(props.type, props.operator)]({ ...props, label: t('segmentBuilder.valueOf', { name: props.name }) })
}

function TextValue({ value, onChange, label, field }: Drawn): ReactNode {
  const { t } = useTranslation()
  const id = `${label}-choices`
  return (
    <>
      <input
        className="rule-input rule-text"
        aria-label={label}
        placeholder={t('segmentBuilder.textPlaceholder')}
        value={textOf(value)}
        list={field?.choices ? id : undefined}
        maxLength={500}
        data-testid="rule-value"
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value === '' ? null : currentTarget.value)
        }}
      />
      {field?.choices && (
        <datalist id={id}>
          {field.choices.slice(0, 200).map((choice) => (
            <option key={choice.value} value={choice.value} />
          ))}
        </datalist>
      )}
    </>
  )
}

/** As many as one wants of a list; where the field is open, of one's own too. */
function ListValue({ value, onChange, label, field }: Drawn): ReactNode {
  const { t } = useTranslation()
  const { text, count } = useFormats()
  const values = listOf(value).map(String)
  const [search, setSearch] = useState('')
  const choices = new Map((field?.choices ?? []).map((choice) => [choice.value, choice]))
  const nameOf = (each: string): string => {
    const choice = choices.get(each)
    return choice ? text(choice.name) : each
  }
  const change = (next: string[]): void => {
    onChange(next.length === 0 ? null : next)
  }
  const common = {
    'aria-label': label,
    size: 'xs' as const,
    className: 'rule-list',
    maxDropdownHeight: 300,
    searchValue: search,
    onSearchChange: setSearch,
    comboboxProps: { width: 340, position: 'bottom-start' as const },
    'data-testid': 'rule-value',
    limit: 200
  }
  if (field?.isOpen && (field.choices ?? []).every((choice) => text(choice.name) === choice.value))
    return (
      <TagsInput
        {...common}
        placeholder={values.length === 0 ? t('segmentBuilder.listTyped') : ''}
        value={values}
        data={[...choices.keys()]}
        splitChars={[';', '\n', '\t']}
        acceptValueOnBlur
        onChange={change}
        renderOption={({ option }) => (
          <Counted name={option.value} customers={choices.get(option.value)?.customers ?? null} count={count} />
        )}
      />
    )
  return (
    <MultiSelect
      {...common}
      searchable
      hidePickedOptions
      placeholder={values.length === 0 ? t('segmentBuilder.listChoose') : ''}
      value={values}
      data={[...new Set([...choices.keys(), ...values])].map((each) => ({ value: each, label: nameOf(each) }))}
      nothingFoundMessage={t('segmentBuilder.listNone')}
      onChange={(next) => {
        setSearch('')
        change(next)
      }}
      renderOption={({ option }) => (
        <Counted name={nameOf(option.value)} customers={choices.get(option.value)?.customers ?? null} count={count} />
      )}
    />
  )
}

function Counted({ name, customers, count }: { name: string; customers: number | null; count: (value: number) => string }): ReactNode {
  return (
    <span className="rule-option">
      <span>{name}</span>
      {customers !== null && <span className="rule-option-count">{count(customers)}</span>}
    </span>
  )
}

/** The pair with one of the two changed; nothing in either: nothing. */
function pair(value: Operand, index: 0 | 1, changed: string | number | null): Operand {
  const [first = '', second = ''] = listOf(value)
  const next = index === 0 ? [changed ?? '', second] : [first, changed ?? '']
  return next.every((each) => each === '') ? null : next
}

function TwoNumbers({ type, value, onChange, label }: Drawn): ReactNode {
  const { t } = useTranslation()
  const [first, second] = listOf(value)
  return (
    <>
      <NumberField
        type={type}
        label={t('segmentBuilder.from', { label })}
        value={numberOf(first)}
        onChange={(next) => {
          onChange(pair(value, 0, next))
        }}
        data-testid="rule-value"
      />
      <span>{t('segmentBuilder.and')}</span>
      <NumberField
        type={type}
        label={t('segmentBuilder.to', { label })}
        value={numberOf(second)}
        onChange={(next) => {
          onChange(pair(value, 1, next))
        }}
        data-testid="rule-value-to"
      />
    </>
  )
}

function DayCount({ value, onChange, label }: Drawn): ReactNode {
  return <NumberField type="days" label={label} value={numberOf(value)} onChange={onChange} data-testid="rule-value" />
}

/** A day of the calendar, typed in the order of the person's language; taken as soon as it is one. */
function DateValue({ value, onChange, label }: { value: string; onChange: (value: string | null) => void; label: string }): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const [typed, setTyped] = useState<string | null>(null)
  const isMine = typed !== null && (readDate(typed, language) ?? '') === value
  const text = isMine ? typed : writeDate(value, language)
  const isWrong = text.trim() !== '' && readDate(text, language) === null
  return (
    <input
      className={isWrong ? 'rule-input rule-date rule-wrong' : 'rule-input rule-date'}
      aria-label={label}
      aria-invalid={isWrong}
      placeholder={t('common.datePattern')}
      title={isWrong ? t('common.dateWrong') : undefined}
      value={text}
      data-testid="rule-value"
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        const date = readDate(currentTarget.value, language)
        if ((date ?? '') !== value) onChange(date)
      }}
    />
  )
}

function TwoDates({ value, onChange, label }: Drawn): ReactNode {
  const { t } = useTranslation()
  const [first, second] = listOf(value)
  return (
    <>
      <DateValue
        label={t('segmentBuilder.from', { label })}
        value={textOf(first)}
        onChange={(next) => {
          onChange(pair(value, 0, next))
        }}
      />
      <span>{t('segmentBuilder.and')}</span>
      <DateValue
        label={t('segmentBuilder.to', { label })}
        value={textOf(second)}
        onChange={(next) => {
          onChange(pair(value, 1, next))
        }}
      />
    </>
  )
}

const YEAR = Array.from({ length: 12 }, (_, month) => month + 1)

function Months({ value, onChange, label }: Drawn): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const names = new Intl.DateTimeFormat(language === 'es' ? 'es-ES' : 'en-GB', { month: 'long', timeZone: 'UTC' })
  const values = listOf(value).map(String)
  return (
    <MultiSelect
      aria-label={label}
      size="xs"
      className="rule-list"
      hidePickedOptions
      searchable
      placeholder={values.length === 0 ? t('segmentBuilder.listChoose') : ''}
      value={values}
      data={YEAR.map((month) => ({ value: String(month), label: names.format(new Date(Date.UTC(2024, month - 1, 15))) }))}
      onChange={(next) => {
        onChange(next.length === 0 ? null : next.map(Number).sort((a, b) => a - b))
      }}
      data-testid="rule-value"
    />
  )
}
