import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkState } from '../../../../shared/contract/diagrams.ts'
import type { CustomerFilter } from '../../../../shared/contract/customers.ts'
import type { Link } from '../../../../shared/diagrams/diagram.ts'
import { orpc } from '../../../api/client.ts'
import { ExplainKpi } from '../../../api/ExplainMetric.tsx'
import { ExplainSegment } from '../../../api/ExplainSegment.tsx'
import { useModels } from '../../../api/models.ts'
import { useMasked } from '../../../stores/mask.ts'
import { navigate, showCustomers } from '../../../stores/route.ts'
import { useFormats } from '../../../ui/formats.tsx'

/** People shown by name in the panel; the table has the rest. */
const SHOWN = 5

/** What a figure means and whom it counts. */
export function LinkBehind({ link, state }: { link: Link; state: Extract<LinkState, { state: 'answered' }> }): ReactNode {
  const filter = useFilter(link)
  return (
    <>
      <Meaning link={link} name={useFormats().text(state.name)} />
      {filter && <People filter={filter} />}
    </>
  )
}

/** Whom the table would show; null: the link is not about people. */
function useFilter(link: Link): CustomerFilter | null {
  const metric = useQuery(
    orpc.models.getMetric.queryOptions({ input: { id: link.to === 'metric' ? link.kpiId : '' }, enabled: link.to === 'metric' })
  ).data
  if (link.to === 'segment') return { segmentId: link.segmentId }
  if (link.to === 'customers') return { ids: link.customerIds }
  if (link.to === 'metric' && metric?.listable) return { metric: { id: link.kpiId, part: 'numerator' } }
  return null
}

function Meaning({ link, name }: { link: Link; name: string }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const segment = useQuery(orpc.segments.listSegments.queryOptions({ enabled: link.to === 'segment' })).data?.find(
    ({ id }) => link.to === 'segment' && id === link.segmentId
  )
  const kpi = useQuery(orpc.models.listKpis.queryOptions({ enabled: link.to === 'metric' })).data?.find(
    ({ id }) => link.to === 'metric' && id === link.kpiId
  )
  const element = useModels({ enabled: link.to === 'element' })
    .data?.models.find(({ id }) => link.to === 'element' && id === link.modelId)
    ?.elements.find(({ id }) => link.to === 'element' && id === link.elementId)
  const said = segment ? text(segment.rule) : kpi ? text(kpi.definition ?? kpi.formula) : element ? text(element.definition) : null
  if (said === null) return null
  return (
    <div className="link-meaning">
      <h4>
        {t(segment ? 'diagramLinks.explore.rule' : 'diagramLinks.explore.definition')}
        {link.to === 'segment' && <ExplainSegment id={link.segmentId} name={name} />}
        {link.to === 'metric' && <ExplainKpi id={link.kpiId} name={name} />}
      </h4>
      <p className="link-quiet">{said}</p>
      {link.to === 'segment' && (
        <button
          type="button"
          className="link-plain"
          onClick={() => {
            navigate({ screen: 'segments', view: 'segment', segmentId: link.segmentId })
          }}
          data-testid="panel-segment"
        >
          {t('diagramLinks.segmentPage')}
        </button>
      )}
    </div>
  )
}

/** The first of them by what they bought, and the way to all. */
function People({ filter }: { filter: CustomerFilter }): ReactNode {
  const { t } = useTranslation()
  const { count, money } = useFormats()
  const masked = useMasked()
  const { data } = useQuery(
    orpc.customers.listCustomers.queryOptions({ input: { limit: SHOWN, filter, sort: { by: 'revenue', descending: true } } })
  )
  if (!data) return null
  return (
    <div className="link-people" data-testid="link-people">
      <h4>{t('diagramLinks.explore.people')}</h4>
      {data.total === 0 && <p className="link-quiet">{t('diagramLinks.explore.nobody')}</p>}
      <ul>
        {data.rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="link-plain"
              onClick={() => {
                navigate({ screen: 'customers', place: 'customer', customerId: row.id })
              }}
            >
              {masked.name(row.id, row.name)}
            </button>
            <span>{money(row.revenueMinor)}</span>
          </li>
        ))}
      </ul>
      {data.total > 0 && (
        <Button
          size="xs"
          variant="default"
          mt={10}
          onClick={() => {
            showCustomers(filter)
          }}
          data-testid="panel-people"
        >
          {t('diagramLinks.explore.all', { count: data.total, formatted: count(data.total) })}
        </Button>
      )}
    </div>
  )
}
