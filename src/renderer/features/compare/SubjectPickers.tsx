import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SegmentGroup } from '../../../shared/contract/segments.ts'
import { orpc } from '../../api/client.ts'
import { CustomerPicker } from '../../api/CustomerPicker.tsx'
import { useFormats } from '../../ui/formats.tsx'

/** Every segment by group; the ones without an answer too: a model speaks of them all the same. */
export function SegmentPicker({ segmentId, onPick }: { segmentId: string | null; onPick: (id: string | null) => void }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const list = segments.data ?? []
  const groups = SegmentGroup.options
    .map((group) => ({
      group: t(`segments.groups.${group}`),
      items: list.filter((segment) => segment.group === group).map(({ id, name }) => ({ value: id, label: text(name) }))
    }))
    .filter(({ items }) => items.length > 0)
  return (
    <Select
      label={t('compare.segment')}
      placeholder={t('compare.segmentPlaceholder')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('compare.clear') }}
      value={segmentId}
      data={groups}
      onChange={onPick}
      maxDropdownHeight={360}
      w={350}
      data-testid="compare-segment"
    />
  )
}

const BY_REVENUE = { by: 'revenue', descending: true } as const

/** One customer, by anything written about them. */
export function SubjectCustomer({ customerId, onPick }: { customerId: number | null; onPick: (id: number | null) => void }): ReactNode {
  const { t } = useTranslation()
  const picked = useQuery(orpc.customers.getCustomer.queryOptions({ input: { id: customerId ?? 1 }, enabled: customerId !== null }))
  return (
    <CustomerPicker
      label={t('compare.customer')}
      placeholder={t('compare.customerPlaceholder')}
      nobody={t('compare.customerNothing')}
      clear={t('compare.clear')}
      customer={customerId === null ? null : (picked.data?.row ?? null)}
      onPick={(customer) => {
        onPick(customer?.id ?? null)
      }}
      sort={BY_REVENUE}
      width={350}
      testId="compare-customer"
    />
  )
}
