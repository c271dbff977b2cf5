import { IconFilterPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleSubject } from '../../../../shared/contract/segments.ts'
import type { FieldType } from '../../../../shared/segments/field-types.ts'
import { Measure, type Comparison, type FieldCondition, type Operator, type RecordCondition } from '../../../../shared/segments/rule.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { changeMeasure, changeOperator, compareField, operatorsOfMeasure, typeOfMeasure } from './compose.ts'
import type { DraftCondition } from './draft.ts'
import { FieldPicker, FilterPicker } from './FieldPicker.tsx'
import type { Fields } from './fields.ts'
import { OperandField } from './OperandField.tsx'
import { WordSelect } from './WordSelect.tsx'

interface ConditionViewProps<C> {
  condition: C
  fields: Fields
  onChange: (condition: DraftCondition) => void
}

/** One condition as a sentence whose words can be chosen. */
export function ConditionView({ condition, ...rest }: ConditionViewProps<DraftCondition>): ReactNode {
  return condition.kind === 'field' ? <FieldSentence {...rest} condition={condition} /> : <RecordSentence {...rest} condition={condition} />
}

function FieldSentence({ condition, fields, onChange }: ConditionViewProps<FieldCondition & { id: number }>): ReactNode {
  const { text } = useFormats()
  const field = fields.field(condition.field)
  const name = field ? text(field.name) : condition.field
  return (
    <>
      <Subject condition={condition} name={name} fields={fields} onChange={onChange} />
      {field && (
        <Compared
          comparison={condition}
          type={field.type}
          operators={field.operators}
          field={field}
          name={name}
          onChange={(changed) => {
            onChange({ ...condition, ...changed })
          }}
        />
      )}
    </>
  )
}

/** What the condition asks about: another field or record begins the condition again, negated as it was. */
function Subject({ condition, name, fields, onChange }: ConditionViewProps<DraftCondition> & { name: string }): ReactNode {
  const { t } = useTranslation()
  return (
    <FieldPicker
      fields={fields}
      className="rule-word rule-field"
      returnsFocus
      label={t('segmentBuilder.changeField', { name })}
      onPick={(picked) => {
        onChange({ ...picked, id: condition.id, not: condition.not })
      }}
    >
      {name}
    </FieldPicker>
  )
}

interface ComparedProps {
  comparison: Pick<Comparison, 'operator' | 'value'>
  type: FieldType
  operators: readonly Operator[]
  field: Parameters<typeof OperandField>[0]['field']
  name: string
  onChange: (changed: Pick<Comparison, 'operator' | 'value'>) => void
}

/** The operator and what it compares with. */
function Compared({ comparison, type, operators, field, name, onChange }: ComparedProps): ReactNode {
  const { t } = useTranslation()
  const words = type === 'date' ? 'dateOperators' : 'operators'
  return (
    <>
      <WordSelect
        label={t('segmentBuilder.operatorOf', { name })}
        value={comparison.operator}
        options={operators.map((each) => [each, t(`segmentBuilder.${words}.${each}`)])}
        onChange={(operator) => {
          onChange(changeOperator({ operator: comparison.operator, value: comparison.value }, type, operator))
        }}
        data-testid="rule-operator"
      />
      <OperandField
        key={comparison.operator}
        type={type}
        operator={comparison.operator}
        field={field}
        name={name}
        value={comparison.value}
        onChange={(value) => {
          onChange({ operator: comparison.operator, value })
        }}
      />
      {comparison.operator === 'older-days' && <span>{t('segmentBuilder.orMore')}</span>}
    </>
  )
}

function RecordSentence({ condition, fields, onChange }: ConditionViewProps<RecordCondition & { id: number }>): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const subject = fields.subject(condition.subject)
  if (!subject) return <span className="rule-field">{condition.subject}</span>
  const change = (changed: RecordCondition): void => {
    onChange({ ...changed, id: condition.id })
  }
  const measured = subject.measures.find(({ measure }) => measure === condition.measure)
  const of = measured?.of?.find(({ id }) => id === condition.of) ?? null
  const name = text(subject.name)
  return (
    <>
      <MeasureSelect subject={subject} condition={condition} onChange={change} />
      {condition.measure === 'count' ? '' : <span>{t('segmentBuilder.ofRecords')}</span>}
      <Subject condition={condition} name={name} fields={fields} onChange={onChange} />
      <Compared
        comparison={condition}
        type={typeOfMeasure(subject, condition)}
        operators={operatorsOfMeasure(subject, condition)}
        field={of}
        name={of ? text(of.name) : name}
        onChange={(changed) => {
          change({ ...condition, ...changed })
        }}
      />
      <Filters subject={subject} condition={condition} onChange={change} />
    </>
  )
}

interface RecordPartProps {
  subject: RuleSubject
  condition: RecordCondition
  onChange: (condition: RecordCondition) => void
}

/** "number of", "sum of amount": measure and field are one choice. */
function MeasureSelect({ subject, condition, onChange }: RecordPartProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const options = subject.measures.flatMap(({ measure, of }): [string, string][] =>
    of === null
      ? [[measure, t(`segmentBuilder.measures.${measure}`)]]
      : of.map((field) => [
          `${measure} ${field.id}`,
          t(`segmentBuilder.measures.${measure}`, { field: text(field.name).toLocaleLowerCase() })
        ])
  )
  return (
    <WordSelect
      label={t('segmentBuilder.measureOf', { name: text(subject.name) })}
      value={condition.of === null ? condition.measure : `${condition.measure} ${condition.of}`}
      options={options}
      onChange={(picked) => {
        const [measure, of] = picked.split(' ')
        onChange(changeMeasure(subject, condition, Measure.parse(measure), of))
      }}
      data-testid="rule-measure"
    />
  )
}

/** What narrows the records: every filter must hold of the same record. */
function Filters({ subject, condition, onChange }: RecordPartProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const { where } = condition
  const change = (index: number, changed: Comparison): void => {
    onChange({ ...condition, where: where.with(index, changed) })
  }
  return (
    <>
      {where.map((filter, index) => {
        const field = subject.filters.find(({ id }) => id === filter.field)
        const name = field ? text(field.name) : filter.field
        return (
          <span className="rule-filter" key={`${filter.field} ${String(index)}`}>
            <span className="rule-filter-name">
              {t(index === 0 ? 'segmentBuilder.whose' : 'segmentBuilder.andWhose')} <strong>{name}</strong>
            </span>
            {field && (
              <Compared
                comparison={filter}
                type={field.type}
                operators={field.operators}
                field={field}
                name={name}
                onChange={(changed) => {
                  change(index, { ...filter, ...changed })
                }}
              />
            )}
            <button
              type="button"
              className="rule-icon"
              aria-label={t('segmentBuilder.removeFilter', { name })}
              title={t('segmentBuilder.removeFilter', { name })}
              onClick={() => {
                onChange({ ...condition, where: where.toSpliced(index, 1) })
              }}
            >
              <IconX size={13} stroke={1.8} aria-hidden />
            </button>
          </span>
        )
      })}
      {subject.filters.length > 0 && where.length < 20 && (
        <FilterPicker
          filters={subject.filters}
          className="rule-icon rule-add-filter"
          label={t('segmentBuilder.addFilter', { name: text(subject.name) })}
          onPick={(field) => {
            onChange({ ...condition, where: [...where, compareField(field)] })
          }}
          data-testid="rule-add-filter"
        >
          <IconFilterPlus size={15} stroke={1.7} aria-hidden />
          {t('segmentBuilder.narrow')}
        </FilterPicker>
      )}
    </>
  )
}
