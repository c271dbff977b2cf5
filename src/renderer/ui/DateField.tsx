import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { readDate, writeDate } from './date-text.ts'
import { useFormats } from './formats.tsx'

interface DateFieldProps {
  label: string
  /** ISO date; empty: none. */
  value: string
  /** Called with an ISO date, or empty, when the field is left with something new in it. */
  onChange: (isoDate: string) => void
  /** `onChange` is also called while typing, as soon as what stands there is a date. */
  isLive?: boolean
  /** Nothing is kept without it: marked as such. */
  isRequired?: boolean
  description?: string
  /** Why the date was refused; said under the field. */
  refusal?: string | null
  'data-testid'?: string
}

/**
 * A date, typed in the order of the person's language. The platform's own date field follows the system's language
 * instead, and would ask for the month first in a Spanish window.
 */
export function DateField({
  label,
  value,
  onChange,
  isLive = false,
  isRequired = false,
  description,
  refusal = null,
  ...rest
}: DateFieldProps): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const [draft, setDraft] = useState<string | null>(null)
  const [isWrong, setIsWrong] = useState(false)
  const settle = (): void => {
    if (draft === null) return
    const date = draft.trim() === '' ? '' : readDate(draft, language)
    setIsWrong(date === null)
    if (date === null) return
    setDraft(null)
    if (date !== value) onChange(date)
  }
  return (
    <TextInput
      label={label}
      required={isRequired}
      {...(description === undefined ? {} : { description })}
      placeholder={t('common.datePattern')}
      value={draft ?? writeDate(value, language)}
      error={isWrong ? t('common.dateWrong') : refusal}
      onChange={({ currentTarget }) => {
        setDraft(currentTarget.value)
        const date = isLive ? readDate(currentTarget.value, language) : null
        if (date !== null && date !== value) onChange(date)
      }}
      onBlur={settle}
      onKeyDown={({ key }) => {
        if (key === 'Enter') settle()
      }}
      {...rest}
    />
  )
}
