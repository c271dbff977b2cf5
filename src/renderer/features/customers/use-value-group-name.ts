import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ValueGroup } from '../../../shared/contract/value-groups.ts'
import { orpc } from '../../api/client.ts'
import { useFormats } from '../../ui/formats.tsx'

/** What the customers behind a part of the value screen have in common, in words. */
export function useValueGroupName(): (group: ValueGroup) => string {
  const { t } = useTranslation()
  const formats = useFormats()
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const nameState = (states: 'lifecycle' | 'rfm' | 'value', id: string): string => {
    if (id === 'none') return t('customers.valueGroups.nobody')
    if (states === 'lifecycle') return t(`kinds.lifecycle.${id}`)
    if (states === 'value') return t(`value.states.value.${id}`)
    const segment = segments.data?.find((each) => each.id === id)
    return segment ? formats.text(segment.name) : id
  }
  return (group) => {
    switch (group.by) {
      case 'quadrant':
        return t(`value.matrix.quadrants.${group.quadrant}`)
      case 'strategic':
        return group.reason ? t(`value.reasons.${group.reason}`) : t('value.ssc.title')
      case 'cohort': {
        const cohort = /^\d{4}-\d{2}-\d{2}$/.test(group.cohort) ? formats.date(group.cohort) : group.cohort
        return group.column === undefined
          ? t('customers.valueGroups.cohort', { cohort })
          : t('customers.valueGroups.cohortAt', { cohort, column: group.column })
      }
      case 'movement': {
        const { states } = group.options
        const [from, to] = [group.fromState, group.toState].map((id) => (id === undefined ? null : nameState(states, id)))
        return from && to ? `${from} → ${to}` : (from ?? to ?? t('value.tabs.movement'))
      }
    }
  }
}
