import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kpi } from '../../../shared/contract/models.ts'
import { nameUnit, readFigure } from '../../../shared/i18n/read-figure.ts'
import { useFormats } from '../../ui/formats.tsx'

interface FigureFieldProps {
  unit: Kpi['unit']
  label: string
  /** The label is read out, not shown. */
  isLabelHidden?: boolean
  draft: string
  onDraft: (draft: string) => void
  /** Enter with a number in it (null: with nothing in it). */
  onEnter: (value: number | null) => void
  onEscape?: () => void
  isFocused?: boolean
  /** Why what was typed was refused; said under the field. */
  refusal?: string | null
  'data-testid': string
}

/** A number in a figure's unit, written as the person's language writes it. */
export function FigureField({
  unit,
  label,
  isLabelHidden = false,
  draft,
  onDraft,
  onEnter,
  onEscape,
  isFocused = false,
  refusal = null,
  ...rest
}: FigureFieldProps): ReactNode {
  const { t } = useTranslation()
  const { currency, language } = useFormats()
  const [isWrong, setIsWrong] = useState(false)
  return (
    <TextInput
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      size="xs"
      className="figure-field"
      inputMode="decimal"
      value={draft}
      autoFocus={isFocused}
      rightSection={<span className="figure-unit">{nameUnit(unit, currency, language)}</span>}
      error={isWrong ? t('evidenceEdit.notNumber') : refusal}
      onFocus={({ currentTarget }) => {
        currentTarget.select()
      }}
      onChange={({ currentTarget: { value } }) => {
        setIsWrong(false)
        onDraft(value)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEscape?.()
        if (event.key !== 'Enter') return
        event.preventDefault()
        const value = readFigure(draft, unit, currency, language)
        if (draft.trim() !== '' && value === null) setIsWrong(true)
        else onEnter(value)
      }}
      {...rest}
    />
  )
}
