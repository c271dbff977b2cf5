import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerValue } from '../../../../shared/contract/customer-edits.ts'
import type { CustomerPage } from '../../../../shared/contract/customers.ts'
import { orpc } from '../../../api/client.ts'
import { ExplainFigure, type ExplainFigureProps } from '../../../api/ExplainFigure.tsx'
import { useWorkspace } from '../../../api/workspace.ts'
import { Caption, Card } from '../../../ui/Card.tsx'
import { Figure } from '../../../ui/Figure.tsx'
import { useFormats } from '../../../ui/formats.tsx'

/** What this customer brought, how they stand, and what they may bring: every figure with its explanation. */
export function ValueCard({ page }: { page: CustomerPage }): ReactNode {
  const { t } = useTranslation()
  if (page.row.orders === 0)
    return (
      <Card className="customer-card" data-testid="customer-value">
        <Caption>{t('customerPage.value.title')}</Caption>
        <p className="muted">{t('customerPage.isProspect')}</p>
      </Card>
    )
  return (
    <Card className="customer-card" data-testid="customer-value">
      <Caption>{t('customerPage.value.title')}</Caption>
      <div className="customer-figures">
        <PastFigures page={page} />
        <FutureFigures id={page.row.id} />
      </div>
    </Card>
  )
}

type Explain = (id: string, name: string, value: string | null, more?: Partial<ExplainFigureProps>) => ReactNode

function useExplain(): Explain {
  const workspace = useWorkspace()
  return (id, name, value, more = {}) => <ExplainFigure id={id} name={name} value={value} asOf={workspace?.asOf ?? null} {...more} />
}

function PastFigures({ page }: { page: CustomerPage }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const explain = useExplain()
  const days = useWorkspace()?.settings.windowDays ?? 365
  const { row } = page
  const revenue = formats.money(row.revenueMinor, { exact: true })
  const inWindow = formats.money(page.revenueWindowMinor, { exact: true })
  const average = page.averageOrderMinor === null ? null : formats.money(page.averageOrderMinor, { exact: true })
  const ago = page.recencyDays === null ? null : t('customers.page.daysAgo', { count: page.recencyDays })
  const last = row.lastOrderDate && formats.date(row.lastOrderDate)
  const rfm = row.r === null ? null : `${String(row.r)}-${String(row.f)}-${String(row.m)}`
  const name = (key: string): string => t(`customers.page.${key}`, { days })
  return (
    <>
      <Figure
        label={name('revenue')}
        value={revenue}
        explain={explain('f_customer_revenue', name('revenue'), revenue, { unit: 'currency' })}
      />
      <Figure
        label={name('window')}
        value={inWindow}
        explain={explain('f_customer_window', name('window'), inWindow, { unit: 'currency' })}
      />
      <Figure
        label={name('orders')}
        value={formats.count(row.orders)}
        explain={explain('f_customer_orders', name('orders'), formats.count(row.orders), { unit: 'count' })}
      />
      <Figure
        label={name('average')}
        value={average}
        explain={explain('f_customer_average', name('average'), average, {
          unit: 'currency',
          worked: average === null ? null : `${revenue} / ${formats.count(row.orders)} = ${average}`
        })}
      />
      <Figure
        label={name('recency')}
        value={last}
        note={ago ?? undefined}
        explain={explain('f_customer_recency', name('recency'), last, { unit: 'days', notes: ago === null ? [] : [ago] })}
      />
      <Figure
        label="RFM"
        value={rfm}
        explain={explain(
          'f_rfm',
          'RFM',
          rfm,
          row.r !== null && row.f !== null
            ? { customers: [{ label: t('customers.page.sameScores', { r: row.r, f: row.f }), filter: { rfm: { r: row.r, f: row.f } } }] }
            : {}
        )}
      />
    </>
  )
}

function FutureFigures({ id }: { id: number }): ReactNode {
  const { t } = useTranslation()
  const value = useQuery(orpc.customerEdits.getCustomerValue.queryOptions({ input: { id } })).data
  if (!value) return null
  return (
    <>
      <Predictions value={value} />
      {value.isProvisional && <p className="faint small customer-figures-note">{t('customerPage.value.provisional')}</p>}
    </>
  )
}

function Predictions({ value }: { value: CustomerValue }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const explain = useExplain()
  const name = (key: string): string => t(`customerPage.value.${key}`)
  const money = (amount: number | null): string | null => (amount === null ? null : formats.money(amount))
  const why = value.reason === null ? undefined : formats.text(value.reason)
  const alive = value.alive === null ? null : formats.share(value.alive, 1)
  const expected = value.expectedOrders === null ? null : formats.count(value.expectedOrders, 1)
  const clv = money(value.clvMinor)
  const range =
    value.clvLowMinor === null || value.clvHighMinor === null || value.clvLowMinor === value.clvHighMinor
      ? undefined
      : t('customerPage.value.clvNote', { low: money(value.clvLowMinor), high: money(value.clvHighMinor) })
  return (
    <>
      <Figure
        label={name('alive')}
        value={alive}
        note={value.boughtOnce ? name('onceNote') : (why ?? name('aliveNote'))}
        explain={explain('f_p_alive', name('alive'), alive)}
      />
      <Figure
        label={name('expected')}
        value={expected}
        note={why ?? name('expectedNote')}
        explain={explain('f_expected_orders', name('expected'), expected)}
      />
      <Figure
        label={name('clv')}
        value={clv}
        note={range ?? why}
        explain={explain('f_clv', name('clv'), clv, { unit: 'currency', notes: range === undefined ? [] : [range] })}
      />
    </>
  )
}
