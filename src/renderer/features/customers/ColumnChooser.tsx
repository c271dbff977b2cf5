import { Button, Checkbox, Popover, TextInput } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EXTRA_COLUMNS, findColumn } from '../../../shared/contract/customer-columns.ts'
import type { TableLayout } from '../../../shared/contract/customer-table.ts'
import type { Text } from '../../../shared/domain/text.ts'
import { normaliseForSearch } from '../../../shared/domain/search-key.ts'
import { orpc } from '../../api/client.ts'
import { useFormats } from '../../ui/formats.tsx'
import { toggleColumn } from './table-layout.ts'

interface ColumnChooserProps {
  layout: TableLayout
  onChange: (layout: TableLayout) => void
}

/** Which columns the table has: everything known of a customer, by subject, found by typing. */
export function ColumnChooser({ layout, onChange }: ColumnChooserProps): ReactNode {
  const { t } = useTranslation()
  return (
    <Popover position="bottom-end" shadow="md" width={320} trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} stroke={1.6} />} data-testid="customers-columns">
          {t('customerTable.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <ColumnList layout={layout} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  )
}

interface Group {
  id: string
  name: string
  columns: readonly { id: string; name: Text }[]
}

function ColumnList({ layout, onChange }: ColumnChooserProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const fields = useQuery(orpc.segments.listFields.queryOptions())
  const [search, setSearch] = useState('')
  const wanted = normaliseForSearch(search)
  const shown = new Set(layout.columns.map(({ id }) => id))
  const all: Group[] = [
    ...(fields.data?.groups ?? []).map(({ id, name, fields: columns }) => ({ id, name: text(name), columns })),
    { id: 'extra', name: t('customerTable.columnsExtra'), columns: EXTRA_COLUMNS }
  ]
  const groups = all.flatMap(({ columns, ...group }) => {
    const found = columns.filter(({ id, name }) => findColumn(id) && normaliseForSearch(text(name)).includes(wanted))
    return found.length === 0 ? [] : [{ ...group, columns: found }]
  })
  return (
    <div className="column-chooser">
      <TextInput
        size="xs"
        data-autofocus
        aria-label={t('customerTable.columnsFind')}
        placeholder={t('customerTable.columnsFind')}
        value={search}
        onChange={({ currentTarget }) => {
          setSearch(currentTarget.value)
        }}
        data-testid="columns-find"
      />
      <div className="column-list">
        {groups.length === 0 && <p className="muted small">{t('customerTable.columnsNone')}</p>}
        {groups.map(({ id, name, columns }) => (
          <fieldset key={id}>
            <legend>{name}</legend>
            {columns.map((column) => (
              <Checkbox
                key={column.id}
                size="xs"
                label={text(column.name)}
                checked={shown.has(column.id)}
                onChange={() => {
                  onChange(toggleColumn(layout, column.id))
                }}
                data-testid={`column-${column.id}`}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </div>
  )
}
