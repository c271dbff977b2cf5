import { TextInput } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../../shared/cleaning/recipe.ts'
import type { ImportSettings } from '../../../shared/contract/imports.ts'
import { orpc } from '../../api/client.ts'
import { useFormats } from '../../ui/formats.tsx'
import { settingsBefore } from './recipe-edits.ts'

type MapStep = Extract<Step, { kind: 'map' }>
const SHOWN = 100

interface ValuesFieldProps {
  step: MapStep
  settings: ImportSettings | null
  onChange: (step: Step) => void
}

/** The values of the column as they are before the step, and beside each what it is to become; blank: it stays. */
export function ValuesField({ step, settings, onChange }: ValuesFieldProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const [column = ''] = step.columns
  const found = useQuery(
    orpc.cleaning.countValues.queryOptions({
      input: settings && column !== '' ? { ...settingsBefore(settings, step.id), column } : skipToken,
      gcTime: 0
    })
  )
  const table = new Map(step.values.map(({ from, to }) => [from, to]))
  const counts = found.data?.values.slice(0, SHOWN) ?? []
  const known = new Set(counts.map(({ value }) => value))
  const rows = [...counts, ...[...table.keys()].filter((from) => !known.has(from)).map((value) => ({ value, count: 0 }))]
  if (rows.length === 0) return null
  return (
    <fieldset className="cleaning-list">
      <legend>{t('cleaning.values')}</legend>
      <ul className="cleaning-values">
        {rows.map(({ value, count }) => (
          <li key={value}>
            <span className="cleaning-value">
              {value} <span className="faint">{formats.count(count)}</span>
            </span>
            <span aria-hidden>→</span>
            <TextInput
              size="xs"
              aria-label={t('cleaning.valueTo', { value })}
              placeholder={t('cleaning.stays')}
              value={table.get(value) ?? ''}
              onChange={(event) => {
                const to = event.currentTarget.value
                const others = step.values.filter(({ from }) => from !== value)
                onChange({ ...step, values: to === '' ? others : [...others, { from: value, to }] })
              }}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
