import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SegmentGroup } from '../../../shared/contract/segments.ts'
import { orpc } from '../../api/client.ts'
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

const FOUND = 8

/** Searches by name; the host looks, a few at a time. */
export function CustomerPicker({ customerId, onPick }: { customerId: number | null; onPick: (id: number | null) => void }): ReactNode {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [wanted] = useDebouncedValue(search.trim(), 160)
  const picked = useQuery(orpc.customers.getCustomer.queryOptions({ input: { id: customerId ?? 1 }, enabled: customerId !== null }))
  const found = useQuery(
    orpc.customers.listCustomers.queryOptions({
      input: { offset: 0, limit: FOUND, filter: { search: wanted }, sort: { by: 'revenue', descending: true } },
      enabled: wanted.length >= 2,
      placeholderData: keepPreviousData
    })
  )
  const own = customerId === null ? undefined : picked.data?.row
  const rows = [...(own ? [own] : []), ...(wanted.length >= 2 ? (found.data?.rows ?? []) : []).filter(({ id }) => id !== own?.id)]
  return (
    <Select
      label={t('compare.customer')}
      placeholder={t('compare.customerPlaceholder')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('compare.clear') }}
      value={own ? String(own.id) : null}
      searchValue={search}
      onSearchChange={setSearch}
      data={rows.map(({ id, name, city }) => ({ value: String(id), label: city ? `${name} · ${city}` : name }))}
      // The host has searched already, accents aside.
      filter={({ options }) => options}
      nothingFoundMessage={t(wanted.length >= 2 ? 'compare.customerNothing' : 'compare.customerType')}
      onChange={(id) => {
        onPick(id === null ? null : Number(id))
      }}
      w={350}
      data-testid="compare-customer"
    />
  )
}
