import { useQuery } from '@tanstack/react-query'
import { Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValueAnalysis } from '../../../shared/contract/value.ts'
import type { RuleGroup } from '../../../shared/segments/rule.ts'
import type { Equity } from '../../../shared/contract/value-tables.ts'
import { orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { showCustomers } from '../../stores/route.ts'
import { Card } from '../../ui/Card.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { listBuyers } from './list-buyers.ts'
import { roundAmount } from './round-amount.ts'
import { UsableBadge } from './UsableBadge.tsx'
import { useBasis } from './use-basis.ts'

/** Repeat buyers, by days with an order, whom the model holds for customers with a probability of at least one half. */
const STILL_CUSTOMERS: RuleGroup = {
  kind: 'group',
  join: 'all',
  not: false,
  rules: [
    { kind: 'field', field: 'order-days', operator: 'ge', value: 2, not: false },
    { kind: 'field', field: 'alive', operator: 'ge', value: 0.5, not: false }
  ]
}

/** What today's customers will be worth, with how sure that is; or why nobody can say, and what can be said instead. */
export function EquityCard({ analysis }: { analysis: ValueAnalysis }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const basis = useBasis()
  const equity = useQuery(orpc.value.getEquity.queryOptions({ input: {} }))
  const { lifetime, asOf } = analysis
  const test = useQuery({ ...orpc.value.getBackTest.queryOptions({ input: {} }), enabled: lifetime.available })
  if (!lifetime.available)
    return (
      <Card className="card-roomy value-wide" data-testid="value-guard">
        <h2>{t('value.future.guardTitle')}</h2>
        <p className="value-text">{lifetime.reason && formats.text(lifetime.reason)}</p>
        {equity.data?.fallback && <Fallback fallback={equity.data.fallback} />}
        <p className="chart-basis">{basis({ asOf, window: null, customers: analysis.customers })}</p>
      </Card>
    )
  const { data } = equity
  const { bgnbd, gammaGamma } = lifetime
  const behind = lifetime.customers === null ? [] : listBuyers('all', lifetime.customers, t)
  const writeFit = (fit: readonly (readonly [string, number])[]): string =>
    fit.map(([name, value]) => `${name} ${formats.count(value, 4)}`).join(' · ')
  const fitted =
    bgnbd === null
      ? []
      : [
          [
            t('value.modelParameters'),
            writeFit([
              ['r', bgnbd.r],
              ['α', bgnbd.alpha],
              ['a', bgnbd.a],
              ['b', bgnbd.b]
            ])
          ] as const
        ]
  const fittedSpend =
    gammaGamma === null
      ? []
      : [
          [
            t('value.spendParameters'),
            writeFit([
              ['p', gammaGamma.p],
              ['q', gammaGamma.q],
              ['γ', gammaGamma.gamma]
            ])
          ] as const
        ]
  const horizon = t('value.matrix.horizon', { months: lifetime.horizonMonths, discount: formats.share(lifetime.yearlyDiscount) })
  return (
    <Card className="card-roomy value-wide" data-testid="value-equity">
      <div className="equity">
        <section>
          <div className="chart-heading">
            <h2>{t('value.future.equity')}</h2>
            <ExplainFigure
              id="f_customer_equity"
              name={t('value.future.equity')}
              value={lifetime.totalMinor === null ? null : formats.money(roundAmount(lifetime.totalMinor))}
              asOf={asOf}
              unit="currency"
              worked={
                lifetime.totalMinor === null || lifetime.customers === null
                  ? null
                  : `Σ CLV (${formats.count(lifetime.customers)}) = ${formats.money(lifetime.totalMinor, { exact: true })}`
              }
              facts={[[t('value.future.discount'), formats.share(lifetime.yearlyDiscount)], ...fitted, ...fittedSpend]}
              window={null}
              customers={behind}
            />
          </div>
          <div className="figure-value value-big" data-testid="equity-total">
            {lifetime.totalMinor === null ? '—' : formats.money(roundAmount(lifetime.totalMinor))}
          </div>
          <Range equity={data} isAsking={equity.isPending} kind="money" />
          <p className="muted">{horizon}</p>
        </section>
        <section>
          <div className="chart-heading">
            <h2>{t('value.future.orders')}</h2>
            <ExplainFigure
              id="f_expected_orders"
              name={t('value.future.orders')}
              value={data?.expectedOrders == null ? null : formats.count(roundAmount(data.expectedOrders))}
              worked={
                data?.expectedOrders == null || lifetime.customers === null
                  ? null
                  : `Σ E[Y(${formats.count(data.horizonWeeks)})] (${formats.count(lifetime.customers)}) = ${formats.count(data.expectedOrders)}`
              }
              facts={fitted}
              window={null}
              asOf={asOf}
              unit="count"
              customers={behind}
            />
          </div>
          <div className="figure-value value-big" data-testid="equity-orders">
            {data?.expectedOrders == null ? (
              equity.isPending ? (
                <Loader size="sm" aria-hidden />
              ) : (
                '—'
              )
            ) : (
              formats.count(roundAmount(data.expectedOrders))
            )}
          </div>
          <Range equity={data} isAsking={equity.isPending} kind="orders" />
          <p className="muted">{t('value.future.ordersText', { weeks: data?.horizonWeeks ?? 52 })}</p>
        </section>
        <section>
          <div className="chart-heading">
            <h2>{t('value.future.alive')}</h2>
            <ExplainFigure
              id="f_p_alive"
              name={t('value.future.alive')}
              value={lifetime.aliveRepeatBuyers === null ? null : formats.count(lifetime.aliveRepeatBuyers)}
              facts={fitted}
              window={null}
              asOf={asOf}
              unit="count"
              customers={
                lifetime.aliveRepeatBuyers === null
                  ? []
                  : [{ label: t('value.behind.alive'), count: lifetime.aliveRepeatBuyers, filter: { rule: STILL_CUSTOMERS } }]
              }
            />
          </div>
          <div className="figure-value value-big">
            {lifetime.aliveRepeatBuyers === null ? '—' : formats.count(lifetime.aliveRepeatBuyers)}
          </div>
          <p className="muted">{t('value.future.aliveText', { repeaters: formats.count(lifetime.bgnbd?.repeaters ?? 0) })}</p>
        </section>
      </div>
      {test.data?.model && (
        <p className="equity-checked">
          <UsableBadge isUsable={test.data.usable} data-testid="equity-badge" />
          {t(test.data.usable ? 'value.future.checked' : 'value.future.unchecked')}
        </p>
      )}
      {equity.error && <ErrorNotice error={readError(equity.error)} onRetry={() => void equity.refetch()} />}
      {lifetime.warnings.length > 0 && (
        <ul className="value-warnings">
          {lifetime.warnings.map((warning) => (
            <li key={warning}>{t(`value.future.warnings.${warning}`)}</li>
          ))}
        </ul>
      )}
      <p className="chart-basis">
        {basis({
          asOf,
          window: null,
          ...(lifetime.customers === null ? {} : { customers: lifetime.customers }),
          more: [t('value.future.models')]
        })}
      </p>
    </Card>
  )
}

/** The 80 % range of a figure, in words; it may still be under way, or not to be had. */
function Range({ equity, isAsking, kind }: { equity: Equity | undefined; isAsking: boolean; kind: 'money' | 'orders' }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  if (isAsking)
    return (
      <p className="value-range" role="status">
        <Loader size="xs" aria-hidden /> {t('value.future.ranging')}
      </p>
    )
  const [low, high] = kind === 'money' ? [equity?.lowMinor, equity?.highMinor] : [equity?.lowOrders, equity?.highOrders]
  if (low == null || high == null) return <p className="value-range">{equity?.rangeReason ? formats.text(equity.rangeReason) : ''}</p>
  const write = (value: number): string => (kind === 'money' ? formats.money(roundAmount(value)) : formats.count(roundAmount(value)))
  return (
    <p className="value-range" data-testid={`range-${kind}`}>
      {t('value.future.range', { low: write(low), high: write(high) })}
    </p>
  )
}

/** What stands in for the model: per value tier, margin a year and the share that stays. */
function Fallback({ fallback }: { fallback: NonNullable<Equity['fallback']> }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { kind, tiers, totalMinor, text } = fallback
  return (
    <div className="fallback" data-testid="value-fallback">
      <p>{formats.text(text)}</p>
      <div className="figure-value value-big">{formats.money(roundAmount(totalMinor))}</div>
      <p className="muted">{t(`value.future.fallback.${kind}`)}</p>
      {tiers.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('value.future.tier')}</th>
              <th scope="col" className="num">
                {t('value.named.customers')}
              </th>
              <th scope="col" className="num">
                {t('value.future.yearlyMargin')}
              </th>
              <th scope="col" className="num">
                {t('value.retention.title')}
              </th>
              <th scope="col" className="num">
                {t('value.future.tierValue')}
              </th>
            </tr>
          </thead>
          <tbody>
            {tiers.map(({ id, customers, yearlyMarginMinor, retention, valueMinor }) => (
              <tr key={id}>
                <th scope="row">
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => {
                      showCustomers({ value: { by: 'movement', options: { states: 'value', from: null, to: null }, toState: id } })
                    }}
                  >
                    {t(`value.states.value.${id}`)}
                  </button>
                </th>
                <td className="num">{formats.count(customers)}</td>
                <td className="num">{formats.money(yearlyMarginMinor)}</td>
                <td className="num">{retention === null ? '—' : formats.share(retention, 1, true)}</td>
                <td className="num">{valueMinor === null ? '—' : formats.money(valueMinor)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
