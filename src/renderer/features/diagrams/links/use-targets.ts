import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkTarget } from '../../../../shared/diagrams/diagram.ts'
import { normaliseForSearch } from '../../../../shared/domain/search-key.ts'
import { orpc } from '../../../api/client.ts'
import { useModels } from '../../../api/models.ts'
import { useHideText } from '../../../stores/hidden-texts.ts'
import { useMasked } from '../../../stores/mask.ts'
import { useFormats } from '../../../ui/formats.tsx'
import type { Target } from './targets.ts'

/** Customers found at a time; the search is how one gets to the others. */
const CUSTOMERS = { all: 5, one: 40 } as const

/** Everything a shape of the diagram can stand for. Customers are looked for by the host as `search` says. */
export function useTargets(search: string, kind: LinkTarget | 'all', diagramId: number | null): { targets: Target[]; isWaiting: boolean } {
  const { t } = useTranslation()
  const formats = useFormats()
  const masked = useMasked()
  const hideText = useHideText()
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const kpis = useQuery(orpc.models.listKpis.queryOptions())
  const actions = useQuery(orpc.plan.listActions.queryOptions())
  const diagrams = useQuery(orpc.diagrams.listDiagrams.queryOptions())
  const models = useModels()
  const customers = useQuery(
    orpc.customers.listCustomers.queryOptions({
      input: {
        limit: kind === 'all' ? CUSTOMERS.all : CUSTOMERS.one,
        filter: search.trim() === '' ? {} : { search: search.trim() },
        sort: { by: 'revenue', descending: true }
      },
      enabled: kind === 'customers' || (kind === 'all' && search.trim() !== ''),
      placeholderData: keepPreviousData
    })
  )
  const fixed = useMemo((): Target[] => {
    const { text, count, date } = formats
    const words = (...names: string[]): string => normaliseForSearch(names.join(' '))
    const listed = segments.data ?? []
    return [
      ...listed.map(({ id, name, customers: members }) => ({
        key: `segment ${id}`,
        kind: 'segment' as const,
        name: text(name),
        detail:
          members === null
            ? t('diagramLinks.picker.missing')
            : t('diagramLinks.figure.customers', { count: members, formatted: count(members) }),
        choice: { is: 'link' as const, link: { to: 'segment' as const, segmentId: id } },
        words: words(name[formats.language], name.en, name.es)
      })),
      ...(kpis.data ?? []).map(({ id, name, definition }) => ({
        key: `metric ${id}`,
        kind: 'metric' as const,
        name: text(name),
        detail: definition ? text(definition) : '',
        choice: { is: 'link' as const, link: { to: 'metric' as const, kpiId: id } },
        words: words(name[formats.language], name.en, name.es)
      })),
      ...listed.flatMap(({ id, name, customers: members }) =>
        members === null || members === 0
          ? []
          : [
              {
                key: `members ${id}`,
                kind: 'customers' as const,
                name: t('diagramLinks.picker.members', { count: members, formatted: count(members), segment: text(name) }),
                detail: '',
                choice: { is: 'members' as const, segmentId: id, customers: members },
                words: words(name[formats.language], name.en, name.es)
              }
            ]
      ),
      ...(actions.data ?? []).map(({ id, title, owner, dueDate, status }) => ({
        key: `action ${id}`,
        kind: 'action' as const,
        name: hideText(title),
        detail: [hideText(owner), date(dueDate), t(`diagramLinks.picker.status.${status}`)].join(' · '),
        choice: { is: 'link' as const, link: { to: 'action' as const, actionId: id } },
        words: words(title, owner)
      })),
      {
        key: 'new-action',
        kind: 'action' as const,
        name: t('diagramLinks.picker.newAction'),
        detail: '',
        choice: { is: 'new-action' as const },
        words: ''
      },
      ...(diagrams.data ?? [])
        .filter(({ id }) => id !== diagramId)
        .map(({ id, name, updatedAt }) => ({
          key: `diagram ${id}`,
          kind: 'diagram' as const,
          name: hideText(name),
          detail: date(updatedAt.slice(0, 10)),
          choice: { is: 'link' as const, link: { to: 'diagram' as const, diagramId: id } },
          words: words(name)
        })),
      ...(models.data?.models ?? []).flatMap((model) =>
        model.elements.map(({ id, name }) => ({
          key: `element ${model.id} ${id}`,
          kind: 'element' as const,
          name: text(name),
          detail: text(model.name),
          choice: { is: 'link' as const, link: { to: 'element' as const, modelId: model.id, elementId: id } },
          words: words(name[formats.language], name.en, name.es, model.name.en, model.name.es)
        }))
      )
    ]
  }, [segments.data, kpis.data, actions.data, diagrams.data, models.data, diagramId, formats, t, hideText])
  const found = useMemo(
    (): Target[] =>
      (customers.data?.rows ?? []).map((row) => ({
        key: `customer ${row.id}`,
        kind: 'customers' as const,
        name: masked.name(row.id, row.name),
        detail: [row.city, masked.hide(row.email)].filter(Boolean).join(' · '),
        choice: { is: 'customer' as const, id: row.id },
        words: ''
      })),
    [customers.data, masked]
  )
  const showsCustomers = kind === 'customers' || (kind === 'all' && search.trim() !== '')
  return {
    targets: useMemo(() => [...(showsCustomers ? found : []), ...fixed], [found, fixed, showsCustomers]),
    isWaiting: segments.isPending || kpis.isPending || models.isPending || customers.isPlaceholderData
  }
}
