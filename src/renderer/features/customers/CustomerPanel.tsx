import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerPage } from '../../../shared/contract/customers.ts'
import { segmentColor } from '../../../shared/domain/segment-colors.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { ExplainFigure, type ExplainFigureProps } from '../../api/ExplainFigure.tsx'
import { useWorkspace } from '../../api/workspace.ts'
import { useModels } from '../../api/models.ts'
import type { CustomerFilter } from '../../../shared/contract/customers.ts'
import { useShownCustomer } from '../../stores/current-customer.ts'
import { useMasked } from '../../stores/mask.ts'
import { navigate, showCustomers, type CustomerSpot } from '../../stores/route.ts'
import { Caption } from '../../ui/Card.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { SegmentDot, StatePill } from '../../ui/StatePill.tsx'
import { LIFECYCLE_TONES } from './lifecycle-tones.ts'

interface CustomerPanelProps {
  id: number
  /** The table this was opened from, so that the page leads back to it and to the neighbours. */
  filter?: CustomerFilter | undefined
  spot?: CustomerSpot | undefined
}

/** One customer: who, what they bring, which segments and model steps they are in, what happened. */
export function CustomerPanel({ id, filter, spot }: CustomerPanelProps): ReactNode {
  const customer = useQuery(orpc.customers.getCustomer.queryOptions({ input: { id } }))
  return <Answer query={customer}>{(page) => <CustomerDetails page={page} filter={filter} spot={spot} />}</Answer>
}

interface DetailsProps extends Omit<CustomerPanelProps, 'id'> {
  page: CustomerPage
}

function CustomerDetails({ page, filter, spot }: DetailsProps): ReactNode {
  const { t } = useTranslation()
  const masked = useMasked()
  const { row } = page
  useShownCustomer(row.id, row.name)
  return (
    <div className="customer-panel" data-testid="customer-panel">
      <header>
        <StatePill tone={LIFECYCLE_TONES[row.lifecycle]}>{t(`kinds.lifecycle.${row.lifecycle}`)}</StatePill>
        <ExplainFigure
          id="f_lifecycle"
          name={t('customers.columns.lifecycle')}
          value={t(`kinds.lifecycle.${row.lifecycle}`)}
          notes={page.recencyDays === null ? [] : [t('customers.page.daysAgo', { count: page.recencyDays })]}
        />
        <h2>{masked.name(row.id, row.name)}</h2>
        <div className="muted">{[row.city, page.country].filter(Boolean).join(' · ')}</div>
        <Button
          variant="default"
          size="compact-sm"
          mt={8}
          rightSection={<IconArrowRight size={15} stroke={1.6} />}
          onClick={() => {
            navigate({ screen: 'customers', place: 'customer', customerId: row.id, ...(filter && { filter }), ...(spot && { at: spot }) })
          }}
          data-testid="customer-open"
        >
          {t('customerPage.open')}
        </Button>
      </header>
      <CustomerFigures page={page} />
      <CustomerIdentity page={page} />
      <CustomerSegments ids={page.segments} />
      <CustomerElements id={row.id} elements={page.elements} />
      <CustomerTimeline page={page} />
    </div>
  )
}

function Fact({ name, explain, children }: { name: string; explain?: ReactNode; children: ReactNode }): ReactNode {
  if (children === null || children === '' || children === undefined) return null
  return (
    <div className="fact">
      <dt>
        {name}
        {explain}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

function CustomerFigures({ page }: { page: CustomerPage }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const workspace = useWorkspace()
  const days = workspace?.settings.windowDays ?? 365
  const { row } = page
  const revenue = formats.money(row.revenueMinor, { exact: true })
  const average = page.averageOrderMinor === null ? null : formats.money(page.averageOrderMinor, { exact: true })
  const rfm = row.r === null ? null : `${row.r}-${row.f}-${row.m}`
  const explain = (id: string, name: string, value: string | null, more: Partial<ExplainFigureProps> = {}): ReactNode => (
    <ExplainFigure id={id} name={name} value={value} asOf={workspace?.asOf ?? null} {...more} />
  )
  return (
    <section>
      <Figure
        label={t('customers.page.revenue')}
        value={revenue}
        explain={explain('f_customer_revenue', t('customers.page.revenue'), revenue, { unit: 'currency' })}
      />
      <dl className="facts">
        <Fact
          name={t('customers.page.window', { days })}
          explain={explain(
            'f_customer_window',
            t('customers.page.window', { days }),
            formats.money(page.revenueWindowMinor, { exact: true }),
            { unit: 'currency' }
          )}
        >
          {formats.money(page.revenueWindowMinor, { exact: true })}
        </Fact>
        <Fact
          name={t('customers.page.orders')}
          explain={explain('f_customer_orders', t('customers.page.orders'), formats.count(row.orders), { unit: 'count' })}
        >
          {formats.count(row.orders)}
        </Fact>
        <Fact
          name={t('customers.page.average')}
          explain={explain('f_customer_average', t('customers.page.average'), average, {
            unit: 'currency',
            worked: average === null ? null : `${revenue} / ${formats.count(row.orders)} = ${average}`
          })}
        >
          {average}
        </Fact>
        <Fact
          name={t('customers.page.recency')}
          explain={explain('f_customer_recency', t('customers.page.recency'), row.lastOrderDate && formats.date(row.lastOrderDate), {
            unit: 'days',
            notes: page.recencyDays === null ? [] : [t('customers.page.daysAgo', { count: page.recencyDays })]
          })}
        >
          {row.lastOrderDate && formats.date(row.lastOrderDate)}
        </Fact>
        <Fact
          name="RFM"
          explain={explain('f_rfm', 'RFM', rfm, row.r !== null && row.f !== null ? { customers: listCell(row.r, row.f, t) } : {})}
        >
          {rfm}
        </Fact>
      </dl>
      {page.recencyDays !== null && <p className="faint small">{t('customers.page.daysAgo', { count: page.recencyDays })}</p>}
    </section>
  )
}

/** Who else has the same two scores. */
const listCell = (r: number, f: number, t: ReturnType<typeof useTranslation>['t']): NonNullable<ExplainFigureProps['customers']> => [
  { label: t('customers.page.sameScores', { r, f }), filter: { rfm: { r, f } } }
]

function CustomerIdentity({ page }: { page: CustomerPage }): ReactNode {
  const { t } = useTranslation()
  const masked = useMasked()
  const formats = useFormats()
  return (
    <section>
      <Caption as="h3">{t('customers.page.identity')}</Caption>
      <dl className="facts">
        <Fact name={t('customers.page.number')}>{masked.hide(page.row.externalId)}</Fact>
        <Fact name={t('customers.page.email')}>{masked.hide(page.row.email)}</Fact>
        <Fact name={t('customers.page.phone')}>{masked.hide(page.phone)}</Fact>
        <Fact name={t('customers.page.address')}>{masked.hide(page.address)}</Fact>
        <Fact name={t('customers.page.since')}>{page.acquisitionDate && formats.date(page.acquisitionDate)}</Fact>
        <Fact name={t('customers.page.channel')}>{page.acquisitionChannel}</Fact>
        <Fact name={t('customers.page.owner')}>{page.ownerUser}</Fact>
        <Fact name={t('customers.page.needs')}>{page.needsTags.join(', ')}</Fact>
      </dl>
    </section>
  )
}

function CustomerSegments({ ids }: { ids: readonly string[] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const mine = (segments.data ?? []).filter(({ id }) => ids.includes(id))
  return (
    <section>
      <Caption as="h3">{t('customers.page.segments')}</Caption>
      {segments.data && mine.length === 0 && <p className="muted">{t('customers.page.noSegments')}</p>}
      <ul className="plain-list">
        {mine.map(({ id, name }) => (
          <li key={id}>
            <SegmentDot color={segmentColor(id)} />
            <button
              type="button"
              className="link-button"
              onClick={() => {
                showCustomers({ segmentId: id })
              }}
            >
              {formats.text(name)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function CustomerElements({ id: customerId, elements }: { id: number; elements: CustomerPage['elements'] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const models = useModels()
  const found = (models.data?.models ?? []).flatMap((model) => {
    const linked = new Set(elements.filter(({ modelId }) => modelId === model.id).map(({ elementId }) => elementId))
    return linked.size > 0 ? [{ model, linked: model.elements.filter(({ id }) => linked.has(id)) }] : []
  })
  if (found.length === 0) return null
  return (
    <section>
      <Caption as="h3">{t('customers.page.elements')}</Caption>
      <dl className="customer-models">
        {found.map(({ model, linked }) => (
          <div key={model.id}>
            <dt>{formats.text(model.name)}</dt>
            {linked.map(({ id, name }) => (
              <dd key={id}>
                <button
                  type="button"
                  className="link-button"
                  onClick={() => {
                    navigate({ screen: 'models', modelId: model.id, elementId: id })
                  }}
                >
                  {formats.text(name)}
                </button>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <button
        type="button"
        className="table-toggle"
        data-testid="customer-models"
        onClick={() => {
          navigate({ screen: 'compare', view: 'homes', customerId })
        }}
      >
        {t('compare.whereLives')}
      </button>
    </section>
  )
}

function CustomerTimeline({ page }: { page: CustomerPage }): ReactNode {
  const { t } = useTranslation()
  const masked = useMasked()
  const formats = useFormats()
  /** What somebody wrote; a campaign's name and a consent's purpose tell nobody. */
  const hideWritten = ({ kind }: CustomerPage['timeline'][number], text: string): string =>
    kind === 'campaign' || kind === 'consent' ? text : masked.hide(text)
  return (
    <section>
      <Caption as="h3">{t('customers.page.timeline')}</Caption>
      <ol className="timeline">
        {page.timeline.map((entry) => (
          <li key={`${entry.kind}-${entry.id}`} data-kind={entry.kind}>
            <div className="timeline-head">
              <span>{entry.at === '' ? '–' : formats.date(entry.at)}</span>
              {entry.amountMinor !== null && <strong>{formats.money(entry.amountMinor, { exact: true })}</strong>}
            </div>
            <div>
              {t(`customers.page.kinds.${entry.kind}`)} {entry.label && <span className="muted">{hideWritten(entry, entry.label)}</span>}
            </div>
            {entry.detail && <div className="faint small">{hideWritten(entry, entry.detail)}</div>}
          </li>
        ))}
      </ol>
      {page.timeline.length < page.timelineTotal && (
        <p className="faint small">
          {t('customers.page.timelineMore', { shown: formats.count(page.timeline.length), total: formats.count(page.timelineTotal) })}
        </p>
      )}
    </section>
  )
}
