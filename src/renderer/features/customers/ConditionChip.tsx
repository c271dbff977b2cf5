import { CloseButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { findColumn } from '../../../shared/contract/customer-columns.ts'
import { listOperands } from '../../../shared/segments/compare.ts'
import type { FieldDefinition } from '../../../shared/segments/field-types.ts'
import type { FieldCondition } from '../../../shared/segments/rule.ts'
import { orpc } from '../../api/client.ts'
import { useFormats } from '../../ui/formats.tsx'

interface ConditionChipProps {
  condition: FieldCondition
  onEdit: () => void
  onRemove: () => void
}

/** A filter of a column in words; a click changes it. */
export function ConditionChip({ condition, onEdit, onRemove }: ConditionChipProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const fields = useQuery(orpc.segments.listFields.queryOptions())
  const { field, operator, value } = condition
  const column = findColumn(field)
  const choices = fields.data?.groups.flatMap((group) => group.fields).find(({ id }) => id === field)?.choices ?? []
  const write = (each: string | number): string => {
    const choice = choices.find((one) => one.value === each)
    if (choice) return formats.text(choice.name)
    return writeOperand(column?.type, each, formats)
  }
  const words = column?.type === 'date' ? 'dateOperators' : 'operators'
  const joined = listOperands(value)
    .map(write)
    .join(operator === 'between' ? ' – ' : ', ')
  const name = [column ? formats.text(column.name) : field, t(`segmentBuilder.${words}.${operator}`), joined].filter(Boolean).join(' ')
  return (
    <span className="filter-chip" data-testid="condition-chip">
      <button type="button" className="chip-name" onClick={onEdit} title={name}>
        {name}
      </button>
      <CloseButton size="xs" aria-label={t('customers.removeFilter', { name })} onClick={onRemove} />
    </span>
  )
}

function writeOperand(type: FieldDefinition['type'] | undefined, value: string | number, formats: ReturnType<typeof useFormats>): string {
  if (type === 'date' && typeof value === 'string') return formats.date(value)
  if (typeof value === 'string') return `“${value}”`
  if (type === 'amount') return formats.money(value, { exact: true })
  return type === 'share' ? formats.share(value) : formats.count(value, 4)
}
