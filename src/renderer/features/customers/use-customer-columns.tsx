import { IconStarFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { segmentColor } from '../../../shared/domain/segment-colors.ts'
import { orpc } from '../../api/client.ts'
import type { DataColumn } from '../../ui/DataTable.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { SegmentDot, StatePill } from '../../ui/StatePill.tsx'
import { LIFECYCLE_TONES } from './lifecycle-tones.ts'

type Column = DataColumn<CustomerRow, string>

/** The columns of the customers table, in the person's language. */
export function useCustomerColumns(): readonly Column[] {
  const { t } = useTranslation()
  const formats = useFormats()
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const nameOf = (id: string): string => {
    const segment = segments.data?.find((each) => each.id === id)
    return segment ? formats.text(segment.name).replace(' (RFM)', '') : ''
  }
  return [
    {
      id: 'name',
      header: t('customers.columns.name'),
      width: 'minmax(150px, 2.2fr)',
      sort: 'name',
      render: (row) => (
        <span className="customer-cell">
          <span className="customer-name">{row.name}</span>
          {row.isSsc && (
            <IconStarFilled size={12} className="ssc-mark" role="img" aria-label={t('customers.sscMark')} title={t('customers.sscMark')} />
          )}
        </span>
      )
    },
    {
      id: 'city',
      header: t('customers.columns.city'),
      width: 'minmax(80px, 1.1fr)',
      sort: 'city',
      hideBelow: 960,
      render: (row) => row.city ?? ''
    },
    {
      id: 'lifecycle',
      header: t('customers.columns.lifecycle'),
      width: 'minmax(104px, 1fr)',
      sort: 'lifecycle',
      render: (row) => <StatePill tone={LIFECYCLE_TONES[row.lifecycle]}>{t(`kinds.lifecycle.${row.lifecycle}`)}</StatePill>
    },
    {
      id: 'segment',
      header: t('customers.columns.segment'),
      width: 'minmax(130px, 1.3fr)',
      render: (row) =>
        row.rfmSegment && (
          <span className="customer-segment">
            <SegmentDot color={segmentColor(row.rfmSegment)} /> {nameOf(row.rfmSegment)}
          </span>
        )
    },
    {
      id: 'rfm',
      header: t('customers.columns.rfm'),
      width: '58px',
      sort: 'rfm-scores',
      align: 'end',
      hideBelow: 840,
      render: (row) => (row.r === null ? '' : `${row.r}-${row.f}-${row.m}`)
    },
    {
      id: 'orders',
      header: t('customers.columns.orders'),
      width: '72px',
      sort: 'orders',
      align: 'end',
      render: (row) => formats.count(row.orders)
    },
    {
      id: 'revenue',
      header: t('customers.columns.revenueMinor'),
      width: 'minmax(100px, 0.9fr)',
      sort: 'revenue',
      align: 'end',
      render: (row) => formats.money(row.revenueMinor, { exact: true })
    },
    {
      id: 'last',
      header: t('customers.columns.lastOrderDate'),
      width: 'minmax(100px, 0.9fr)',
      sort: 'last-order',
      align: 'end',
      render: (row) => (row.lastOrderDate ? formats.date(row.lastOrderDate) : <span className="faint">{t('customers.never')}</span>)
    }
  ]
}
