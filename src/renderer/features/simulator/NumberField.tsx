import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SIMULATOR_INPUTS, type InputId } from '../../../shared/contract/simulator.ts'
import { nameUnit, readFigure, writeGrouped } from '../../../shared/i18n/read-figure.ts'
import { useFormats } from '../../ui/formats.tsx'
import { unitOf } from './input-units.ts'

interface NumberFieldProps {
  id: InputId
  label: string
  value: number | null
  onType: (value: number) => void
  /** Nothing is left in it. */
  onClear: () => void
}

/** The exact value of an input, as the person's language writes numbers. Taken over with Enter or on leaving; Escape takes it back. */
export function NumberField({ id, label, value, onType, onClear }: NumberFieldProps): ReactNode {
  const { t } = useTranslation()
  const { currency, language } = useFormats()
  const { kpi, factor } = unitOf(id)
  const { min, max, unit } = SIMULATOR_INPUTS[id]
  const [draft, setDraft] = useState<string | null>(null)
  const [isWrong, setIsWrong] = useState(false)
  const written = value === null ? '' : writeGrouped(value * factor, kpi, currency, language)
  const leave = (): void => {
    setDraft(null)
    setIsWrong(false)
  }
  const take = (): void => {
    if (draft === null || draft === written) {
      leave()
      return
    }
    if (draft.trim() === '') {
      onClear()
      leave()
      return
    }
    const typed = readFigure(draft, kpi, currency, language)
    const next = typed === null ? null : typed / factor
    if (next === null || next < min || next > max) {
      setIsWrong(true)
      return
    }
    onType(unit === 'count' || unit === 'months' || unit === 'money' ? Math.round(next) : next)
    leave()
  }
  return (
    <TextInput
      aria-label={label}
      size="xs"
      className="sim-field"
      inputMode="decimal"
      value={draft ?? written}
      rightSection={<span className="sim-unit">{nameUnit(kpi, currency, language)}</span>}
      error={
        isWrong ? t(unit === 'count' || unit === 'money' ? 'simulator.wrong' : 'simulator.wrongRange', writeRange(min, max, factor)) : null
      }
      onFocus={({ currentTarget }) => {
        currentTarget.select()
      }}
      onChange={({ currentTarget }) => {
        setIsWrong(false)
        setDraft(currentTarget.value)
      }}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
        if (event.key === 'Escape') leave()
      }}
      data-testid={`sim-field-${id}`}
    />
  )
}

const writeRange = (min: number, max: number, factor: number): { min: number; max: number } => ({ min: min * factor, max: max * factor })
