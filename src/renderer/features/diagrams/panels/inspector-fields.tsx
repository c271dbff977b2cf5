import { NumberInput, Select, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../ui/formats.tsx'
import type { Common } from './change-items.ts'

/** One part of the inspector under its small heading; `isBare`: its fields say what it is. */
export function Section({ title, isBare = false, children }: { title: string; isBare?: boolean; children: ReactNode }): ReactNode {
  return (
    <section className="inspector-section" aria-label={title}>
      {!isBare && <h3>{title}</h3>}
      {children}
    </section>
  )
}

interface TextFieldProps {
  label: string
  value: Common<string | undefined>
  isLong?: boolean
  maxLength: number
  minRows?: number
  placeholder?: string
  onType: (text: string) => void
  testId: string
}

/** A text that changes as it is typed; where those chosen differ it is empty and says so, until something is typed for all. */
export function TextField({
  label,
  value,
  isLong = false,
  maxLength,
  minRows = 2,
  placeholder,
  onType,
  testId
}: TextFieldProps): ReactNode {
  const { t } = useTranslation()
  const Field = isLong ? Textarea : TextInput
  const hint = value.isMixed ? t('diagrams.mixed') : placeholder
  return (
    <Field
      {...(isLong ? { autosize: true, minRows, maxRows: 12 } : {})}
      label={label}
      value={value.value ?? ''}
      {...(hint === undefined ? {} : { placeholder: hint })}
      maxLength={maxLength}
      spellCheck={false}
      data-testid={testId}
      data-mixed={value.isMixed || undefined}
      onChange={({ currentTarget: { value: typed } }: { currentTarget: { value: string } }) => {
        onType(typed)
      }}
    />
  )
}

interface NumberFieldProps {
  label: string
  value: Common<number | undefined>
  least: number
  most: number
  step?: number
  digits?: number
  unit?: string
  /** What holds where nothing was chosen: shown faintly. */
  usual?: number
  isOff?: boolean
  onType: (value: number) => void
  testId: string
}

/** A number that changes as it is typed; what is half written changes nothing. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { label, value, least, most, step = 1, digits = 0, unit, usual, isOff = false, onType, testId } = props
  const { t, i18n } = useTranslation()
  const formats = useFormats()
  const [draft, setDraft] = useState<number | string | null>(null)
  const kept = value.value
  const hint = value.isMixed
    ? t('diagrams.mixed')
    : kept === undefined
      ? usual === undefined
        ? t('diagrams.ownValue')
        : formats.count(usual, 2)
      : undefined
  return (
    <NumberInput
      label={label}
      value={draft ?? (kept === undefined ? '' : Math.round(kept * 100) / 100)}
      disabled={isOff}
      min={least}
      max={most}
      step={step}
      {...(value.isMixed || kept === undefined ? { startValue: usual ?? least } : {})}
      decimalScale={digits}
      decimalSeparator={i18n.language === 'es' ? ',' : '.'}
      clampBehavior="blur"
      {...(hint === undefined ? {} : { placeholder: hint })}
      {...(unit === undefined ? {} : { suffix: unit })}
      data-testid={testId}
      data-mixed={value.isMixed || undefined}
      onChange={(next) => {
        setDraft(next)
        if (typeof next === 'number' && next >= least && next <= most) onType(next)
      }}
      onBlur={() => {
        setDraft(null)
      }}
    />
  )
}

interface ChoiceProps<T extends string> {
  label: string
  value: Common<T | undefined>
  choices: readonly { value: T; label: ReactNode; name?: string }[]
  onChoose: (value: T) => void
  testId: string
}

/** A few choices side by side; none is lit where those chosen differ. */
export function Choice<T extends string>({ label, value, choices, onChoose, testId }: ChoiceProps<T>): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="inspector-choice" role="group" aria-label={label}>
      <span className="inspector-label">
        {label}
        {value.isMixed && <em> {t('diagrams.mixed')}</em>}
      </span>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={label}
        value={value.value ?? ''}
        data={choices.map((each) => ({
          value: each.value,
          label:
            each.name === undefined ? (
              each.label
            ) : (
              <span title={each.name}>
                {each.label}
                <span className="visually-hidden">{each.name}</span>
              </span>
            )
        }))}
        data-testid={testId}
        onChange={(next) => {
          const chosen = choices.find((each) => each.value === next)
          if (chosen) onChoose(chosen.value)
        }}
      />
    </div>
  )
}

/** So many are offered at once; typing finds the others. */
const MOST_OFFERED = 200

interface PickProps {
  label: string
  value: Common<string | null | undefined>
  data: readonly { value: string; label: string }[] | readonly { group: string; items: readonly { value: string; label: string }[] }[]
  isSearched?: boolean
  isClearable?: boolean
  isOff?: boolean
  placeholder?: string
  onPick: (value: string | null) => void
  testId: string
}

/** One of many, from a list. */
export function Pick({
  label,
  value,
  data,
  isSearched = false,
  isClearable = false,
  isOff = false,
  placeholder,
  onPick,
  testId
}: PickProps): ReactNode {
  const { t } = useTranslation()
  return (
    <Select
      label={label}
      data={[...data] as { value: string; label: string }[]}
      value={value.value ?? null}
      searchable={isSearched}
      limit={MOST_OFFERED}
      clearable={isClearable}
      disabled={isOff}
      allowDeselect={false}
      nothingFoundMessage={t('diagrams.nothingFound')}
      placeholder={value.isMixed ? t('diagrams.mixed') : (placeholder ?? '')}
      clearButtonProps={{ 'aria-label': t('diagrams.clear') }}
      comboboxProps={{ withinPortal: true }}
      data-testid={testId}
      data-mixed={value.isMixed || undefined}
      onChange={onPick}
    />
  )
}
