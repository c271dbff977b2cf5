import { IconStarFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { findColumn, MASKED_COLUMNS } from '../../../shared/contract/customer-columns.ts'
import { LifecycleState, type CellValue, type CustomerRow } from '../../../shared/contract/customers.ts'
import { segmentColor } from '../../../shared/domain/segment-colors.ts'
import { parseAttributeField } from '../../../shared/segments/find-field.ts'
import { useMasked } from '../../stores/mask.ts'
import { useFormats, type Formats } from '../../ui/formats.tsx'
import { SegmentDot, StatePill } from '../../ui/StatePill.tsx'
import { LIFECYCLE_TONES } from './lifecycle-tones.ts'

interface CellContentProps {
  id: string
  row: CustomerRow
  value: CellValue
  nameSegment: (id: string) => string
}

/** What stands in one cell of the table, as its column writes it; identities go through the mask. */
export function CellContent({ id, row, value, nameSegment }: CellContentProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const masked = useMasked()
  if (id === 'name') return <NameCell row={row} />
  if (value === null || value === '') return id === 'last-order' ? <span className="faint">{t('customers.never')}</span> : ''
  if (MASKED_COLUMNS.has(id) || parseAttributeField(id) !== null) {
    const shown = masked.isOn ? masked.hide(String(value)) : writeValue(id, value, formats)
    return <span title={shown}>{shown}</span>
  }
  if (id === 'lifecycle') {
    const state = LifecycleState.catch('active').parse(value)
    return <StatePill tone={LIFECYCLE_TONES[state]}>{t(`kinds.lifecycle.${state}`)}</StatePill>
  }
  if (id === 'rfm')
    return (
      <span className="customer-segment">
        <SegmentDot color={segmentColor(String(value))} /> {nameSegment(String(value))}
      </span>
    )
  if (findColumn(id)?.type === 'boolean') return value === 1 ? t('customers.yes') : t('customers.no')
  const shown = writeValue(id, value, formats)
  return typeof value === 'string' ? <span title={shown}>{shown}</span> : shown
}

function NameCell({ row }: { row: CustomerRow }): ReactNode {
  const { t } = useTranslation()
  const masked = useMasked()
  const name = masked.name(row.id, row.name)
  return (
    <span className="customer-cell">
      <span className="customer-name" title={name}>
        {name}
      </span>
      {row.isSsc && (
        <IconStarFilled size={12} className="ssc-mark" role="img" aria-label={t('customers.sscMark')} title={t('customers.sscMark')} />
      )}
    </span>
  )
}

const WRITERS: Readonly<Partial<Record<string, (value: number, formats: Formats) => string>>> = {
  amount: (value, { money }) => money(value, { exact: true }),
  share: (value, { share }) => share(value, 0),
  number: (value, { count }) => count(value, 4),
  count: (value, { count }) => count(value),
  days: (value, { count }) => count(value),
  score: (value, { count }) => count(value)
}

function writeValue(id: string, value: string | number, formats: Formats): string {
  const column = findColumn(id)
  if (column?.type === 'date' && typeof value === 'string') return formats.date(value)
  const choice = column?.choices?.find((each) => each.value === value)
  if (choice) return formats.text(choice.name)
  return (typeof value === 'number' ? WRITERS[column?.type ?? 'text']?.(value, formats) : undefined) ?? String(value)
}
