import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kpi } from '../../../../shared/contract/models.ts'
import { nameUnit, readFigure, writeFigure } from '../../../../shared/i18n/read-figure.ts'
import type { FieldType } from '../../../../shared/segments/field-types.ts'
import { useFormats } from '../../../ui/formats.tsx'

/** How a field's numbers are typed. Shares are kept as 0 to 1 and typed as percentages. */
const UNITS: Partial<Record<FieldType, Kpi['unit']>> = { amount: 'currency', share: '%', days: 'days' }

interface NumberFieldProps {
  type: FieldType
  label: string
  /** Null: nothing yet. */
  value: number | null
  onChange: (value: number | null) => void
  'data-testid'?: string
}

/** A number in its unit, as wide as what is typed, written as the person's language writes it. */
export function NumberField({ type, label, value, onChange, ...rest }: NumberFieldProps): ReactNode {
  const { t } = useTranslation()
  const { currency, language } = useFormats()
  const unit = UNITS[type] ?? 'count'
  const scale = type === 'share' ? 100 : 1
  const [typed, setTyped] = useState<string | null>(null)
  const read = (text: string): number | null => {
    const number = readFigure(text, unit, currency, language)
    return number === null ? null : number / scale
  }
  const written = value === null ? '' : writeFigure(value * scale, unit, currency, language)
  // What is typed stays as typed while it means the value; undo writes the value anew.
  const isMine = typed !== null && read(typed) === value
  const text = isMine ? typed : written
  const isWrong = text.trim() !== '' && read(text) === null
  const name = unit === 'count' ? '' : nameUnit(unit, currency, language)
  return (
    <span className={isWrong ? 'rule-number rule-wrong' : 'rule-number'}>
      <input
        className="rule-input"
        inputMode="decimal"
        placeholder="…"
        aria-label={label}
        aria-invalid={isWrong}
        title={isWrong ? t('evidenceEdit.notNumber') : undefined}
        value={text}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value)
          const next = read(currentTarget.value)
          if (next !== value) onChange(next)
        }}
        onBlur={() => {
          if (!isWrong) setTyped(null)
        }}
        {...rest}
      />
      {name !== '' && <span className="rule-unit">{name}</span>}
    </span>
  )
}
