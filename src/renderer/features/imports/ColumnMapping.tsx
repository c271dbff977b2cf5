import { Select } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Inspection } from '../../../shared/contract/imports.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { assignField, type Draft } from './import-draft.ts'

interface ColumnMappingProps {
  inspection: Inspection
  draft: Draft
  onChange: (draft: Draft) => void
}

/** Which column goes to which field, with examples of what it holds. */
export function ColumnMapping({ inspection, draft, onChange }: ColumnMappingProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const choices = inspection.fields.map(({ id, name, required }) => ({ value: id, label: `${formats.text(name)}${required ? ' *' : ''}` }))
  // Recognised columns on top, where a wide file would bury them; the order stays while the person decides.
  const [order] = useState(() =>
    [...draft.columns].sort((a, b) => Number(a.field === null) - Number(b.field === null)).map(({ column }) => column.index)
  )
  const columns = order.flatMap((index) => draft.columns.filter(({ column }) => column.index === index))
  return (
    <Card>
      <Caption>{t('importing.mapping')}</Caption>
      <div className="mapping-scroll">
        <table className="plain-table mapping-table">
          <thead>
            <tr>
              <th>{t('importing.column')}</th>
              <th>{t('importing.samples')}</th>
              <th>{t('importing.field')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ column, field }) => (
              <tr key={column.index} className={field === null ? 'is-left-out' : ''}>
                <td className="mapping-name">{column.name}</td>
                <td className="mapping-samples">{column.samples.slice(0, 3).join('  ·  ')}</td>
                <td>
                  <Select
                    size="xs"
                    aria-label={t('importing.fieldFor', { column: column.name })}
                    placeholder={t('importing.leftOut')}
                    clearable
                    searchable
                    value={field}
                    data={choices}
                    onChange={(value) => {
                      onChange(assignField(draft, column.index, value))
                    }}
                    data-testid={`field-${column.index}`}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
