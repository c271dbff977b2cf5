import { Button, CloseButton, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LIFECYCLE_STATES, LifecycleState, type CustomerFilter } from '../../../shared/contract/customers.ts'
import { orpc } from '../../api/client.ts'
import { useFormats } from '../../ui/formats.tsx'
import { navigate } from '../../stores/route.ts'
import { ConditionChip } from './ConditionChip.tsx'
import { listConditions, toRule, withConditions } from './table-layout.ts'
import { useValueGroupName } from './use-value-group-name.ts'

interface CustomerFiltersProps {
  filter: CustomerFilter
  onChange: (filter: CustomerFilter) => void
  /** Opens the filter of a column. */
  onEdit: (field: string) => void
  /** What stands at the end of the row: views, columns. */
  children?: ReactNode
}

/** Without the filter `key`. */
function drop(filter: CustomerFilter, key: keyof CustomerFilter): CustomerFilter {
  return Object.fromEntries(Object.entries(filter).filter(([each]) => each !== key))
}

/** Search, the usual filters, and a chip for every other one. */
export function CustomerFilters({ filter, onChange, onEdit, children }: CustomerFiltersProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const behind = useQuery(
    orpc.models.getMetric.queryOptions({ input: { id: filter.metric?.id ?? '' }, enabled: filter.metric !== undefined })
  )
  const nameGroup = useValueGroupName()
  const [search, setSearch] = useState(filter.search ?? '')
  const apply = useDebouncedCallback((text: string) => {
    onChange(text.trim() === '' ? drop(filter, 'search') : { ...filter, search: text.trim() })
  }, 180)
  const clear = (): void => {
    setSearch('')
    onChange({})
  }
  const { metric, rfm } = filter
  const conditions = listConditions(filter)
  const asRule = toRule(filter)
  // What else a rule may hold came from elsewhere: it is one chip.
  const others = (filter.rule?.rules.length ?? 0) - conditions.length
  const { kpi, listed } = behind.data ?? {}
  return (
    <div className="customer-filters">
      <TextInput
        className="customer-search"
        aria-label={t('customers.searchLabel')}
        placeholder={t('customers.searchPlaceholder')}
        leftSection={<IconSearch size={16} stroke={1.6} />}
        value={search}
        data-testid="customers-search"
        onChange={({ currentTarget: { value } }) => {
          setSearch(value)
          apply(value)
        }}
      />
      <Select
        aria-label={t('customers.segment')}
        placeholder={t('customers.anySegment')}
        searchable
        clearable
        value={filter.segmentId ?? null}
        data={(segments.data ?? [])
          .filter(({ missing }) => missing === null)
          .map(({ id, name }) => ({ value: id, label: formats.text(name) }))}
        onChange={(id) => {
          onChange(id === null ? drop(filter, 'segmentId') : { ...filter, segmentId: id })
        }}
        data-testid="customers-segment"
        w={250}
      />
      <Select
        aria-label={t('customers.lifecycle')}
        placeholder={t('customers.anyLifecycle')}
        clearable
        value={filter.lifecycle ?? null}
        data={LIFECYCLE_STATES.map((state) => ({ value: state, label: t(`kinds.lifecycle.${state}`) }))}
        onChange={(state) => {
          onChange(state === null ? drop(filter, 'lifecycle') : { ...filter, lifecycle: LifecycleState.parse(state) })
        }}
        w={170}
      />
      {metric && (
        <Chip
          name={[
            t('customers.behindFigure', { figure: kpi ? formats.text(kpi.name) : '…' }),
            ...(listed ? [formats.text(listed[metric.part])] : [])
          ].join(' · ')}
          onRemove={() => {
            onChange(drop(filter, 'metric'))
          }}
        />
      )}
      {rfm && (
        <Chip
          name={t('customers.rfmCell', rfm)}
          onRemove={() => {
            onChange(drop(filter, 'rfm'))
          }}
        />
      )}
      {filter.value && (
        <Chip
          name={nameGroup(filter.value)}
          onRemove={() => {
            onChange(drop(filter, 'value'))
          }}
        />
      )}
      {filter.ids && (
        <Chip
          name={t('customers.chosenCustomers', { count: filter.ids.length, formatted: formats.count(filter.ids.length) })}
          onRemove={() => {
            onChange(drop(filter, 'ids'))
          }}
        />
      )}
      {conditions.map((condition) => (
        <ConditionChip
          key={JSON.stringify(condition)}
          condition={condition}
          onEdit={() => {
            onEdit(condition.field)
          }}
          onRemove={() => {
            onChange(
              withConditions(
                filter,
                conditions.filter((each) => each !== condition)
              )
            )
          }}
        />
      ))}
      {others > 0 && (
        <Chip
          name={t('customerTable.moreConditions', { count: others })}
          onRemove={() => {
            onChange(withConditions(filter, conditions))
          }}
        />
      )}
      {asRule && conditions.length > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            navigate({ screen: 'segments', view: 'build', start: { rule: asRule } })
          }}
          data-testid="save-as-segment"
        >
          {t('customerTable.saveAsSegment')}
        </Button>
      )}
      {Object.keys(filter).length > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={clear} data-testid="customers-clear">
          {t('customers.clear')}
        </Button>
      )}
      <span className="filters-end">{children}</span>
    </div>
  )
}

function Chip({ name, onRemove }: { name: string; onRemove: () => void }): ReactNode {
  const { t } = useTranslation()
  return (
    <span className="filter-chip" data-testid="filter-chip">
      {name}
      <CloseButton size="xs" aria-label={t('customers.removeFilter', { name })} onClick={onRemove} />
    </span>
  )
}
