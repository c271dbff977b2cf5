import { Button, CloseButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../../api/client.ts'
import { useMasked } from '../../../stores/mask.ts'
import { useFormats } from '../../../ui/formats.tsx'

/** Shown by name; the rest are counted. */
const NAMED = 12

interface ChosenCustomersProps {
  ids: readonly number[]
  onChange: (ids: number[]) => void
}

/** Who is on the list so far, each with the way to take them out. */
export function ChosenCustomers({ ids, onChange }: ChosenCustomersProps): ReactNode {
  const { t } = useTranslation()
  const { count } = useFormats()
  const masked = useMasked()
  const { data } = useQuery(
    orpc.customers.listCustomers.queryOptions({ input: { limit: NAMED, filter: { ids: [...ids] } }, enabled: ids.length > 0 })
  )
  if (ids.length === 0) return <p className="link-quiet">{t('diagramLinks.picker.customersHint')}</p>
  const rows = data?.rows.filter(({ id }) => ids.includes(id)) ?? []
  return (
    <div className="chosen-customers" data-testid="link-customers">
      <p role="status">{t('diagramLinks.picker.selected', { count: ids.length, formatted: count(ids.length) })}</p>
      <ul>
        {rows.map((row) => {
          const name = masked.name(row.id, row.name)
          return (
            <li key={row.id}>
              {name}
              <CloseButton
                size="xs"
                aria-label={t('diagramLinks.picker.dropCustomer', { name })}
                onClick={() => {
                  onChange(ids.filter((id) => id !== row.id))
                }}
              />
            </li>
          )
        })}
        {ids.length > rows.length && <li className="chosen-rest">+{count(ids.length - rows.length)}</li>}
      </ul>
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => {
          onChange([])
        }}
      >
        {t('diagramLinks.picker.clear')}
      </Button>
    </div>
  )
}
