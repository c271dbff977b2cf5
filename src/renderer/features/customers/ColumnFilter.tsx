import { Button, Group, Modal, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleField } from '../../../shared/contract/segments.ts'
import { operandOf, type FieldType } from '../../../shared/segments/field-types.ts'
import type { FieldCondition, Operand, Operator } from '../../../shared/segments/rule.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { useFormats } from '../../ui/formats.tsx'

/** How a value of a condition is typed or chosen: the segment builder's own fields, put here by the screen. */
export type DrawOperand = (props: {
  type: FieldType
  operator: Operator
  field: Pick<RuleField, 'choices' | 'isOpen'>
  value: Operand
  onChange: (value: Operand) => void
  name: string
}) => ReactNode

interface ColumnFilterProps {
  /** The column's field; null: closed. */
  id: string | null
  /** What the column is filtered by now. */
  condition: FieldCondition | undefined
  operand: DrawOperand
  onApply: (condition: FieldCondition | null) => void
  onClose: () => void
}

/** One column's filter: how to compare, and with what. */
export function ColumnFilter({ id, condition, operand, onApply, onClose }: ColumnFilterProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const fields = useQuery({ ...orpc.segments.listFields.queryOptions(), enabled: id !== null })
  const find = (groups: readonly { fields: readonly RuleField[] }[]): RuleField | undefined =>
    groups.flatMap((group) => group.fields).find((field) => field.id === id)
  const field = find(fields.data?.groups ?? [])
  return (
    <Modal
      opened={id !== null}
      onClose={onClose}
      title={t('customerTable.filterTitle', { name: field ? text(field.name) : '…' })}
      centered
      size={440}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Answer query={fields}>
        {({ groups }) => {
          const found = find(groups)
          return found && <FilterForm key={found.id} field={found} condition={condition} operand={operand} onApply={onApply} />
        }}
      </Answer>
    </Modal>
  )
}

interface FilterFormProps extends Pick<ColumnFilterProps, 'condition' | 'operand' | 'onApply'> {
  field: RuleField
}

/** What a filter of a column usually asks: part of a text, from one number or day to another, some of a list. */
const USUAL: readonly Operator[] = ['between', 'contains', 'one-of']

function FilterForm({ field, condition, operand, onApply }: FilterFormProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const { type, operators } = field
  const usual = (field.choices && operators.includes('one-of') ? 'one-of' : USUAL.find((each) => operators.includes(each))) ?? operators[0]
  const [operator, setOperator] = useState<Operator>(condition?.operator ?? usual ?? 'filled')
  const [value, setValue] = useState<Operand>(condition?.value ?? null)
  const needsValue = operandOf(type, operator) !== 'none'
  const isPair = operator === 'between'
  const isReady = !needsValue || (isPair ? Array.isArray(value) && value.length === 2 && !value.includes('') : value !== null)
  const words = type === 'date' ? 'dateOperators' : 'operators'
  return (
    <form
      className="column-filter"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onApply({ kind: 'field', not: false, field: field.id, operator, value: needsValue ? value : null })
      }}
    >
      <NativeSelect
        aria-label={t('customerTable.operator')}
        data={operators.map((each) => ({ value: each, label: t(`segmentBuilder.${words}.${each}`) }))}
        value={operator}
        onChange={({ currentTarget }) => {
          const next = operators.find((each) => each === currentTarget.value)
          if (!next) return
          if (operandOf(type, next) !== operandOf(type, operator)) setValue(null)
          setOperator(next)
        }}
        data-testid="filter-operator"
      />
      <div className="column-operand">{operand({ type, operator, field, value, onChange: setValue, name: text(field.name) })}</div>
      <Group justify="flex-end">
        {condition && (
          <Button
            variant="subtle"
            onClick={() => {
              onApply(null)
            }}
          >
            {t('customerTable.removeFilter')}
          </Button>
        )}
        <Button type="submit" disabled={!isReady} data-testid="filter-apply">
          {t('customerTable.apply')}
        </Button>
      </Group>
    </form>
  )
}
