import { useQuery } from '@tanstack/react-query'
import { Loader } from '@mantine/core'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackTest } from '../../../shared/contract/value-tables.ts'
import { orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { Card } from '../../ui/Card.tsx'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { layOutBars } from '../../ui/charts/lay-out-bars.ts'
import { layOutLines, type ChartLine } from '../../ui/charts/lay-out-lines.ts'
import { findTicks } from '../../ui/charts/scales.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { UsableBadge } from './UsableBadge.tsx'
import { useBasis } from './use-basis.ts'

/** The last weeks hidden from the model: what it said, what came, and whether that is better than no model. */
export function BackTestCharts(): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const test = useQuery(orpc.value.getBackTest.queryOptions({ input: {} }))
  if (test.error) return <ErrorNotice error={readError(test.error)} onRetry={() => void test.refetch()} />
  if (!test.data)
    return (
      <Card className="card-roomy value-wide" data-testid="value-backtest">
        <h2>{t('value.backTest.title')}</h2>
        <p className="value-range" role="status">
          <Loader size="xs" aria-hidden /> {t('value.backTest.working')}
        </p>
      </Card>
    )
  if (!test.data.available || !test.data.model)
    return (
      <Card className="card-roomy value-wide" data-testid="value-backtest">
        <h2>{t('value.backTest.title')}</h2>
        <p className="value-text">{test.data.reason && formats.text(test.data.reason)}</p>
      </Card>
    )
  return (
    <>
      <Verdict test={test.data} />
      <TrackingChart test={test.data} />
      <RepeatsChart test={test.data} />
    </>
  )
}

function Verdict({ test }: { test: BackTest }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const basis = useBasis()
  const { model, sameAgain, nothing, usable, weeks, actual } = test
  const rows = [
    { name: t('value.backTest.model'), accuracy: model },
    { name: t('value.backTest.sameAgain'), accuracy: sameAgain },
    { name: t('value.backTest.nothing'), accuracy: nothing }
  ]
  return (
    <Card className="card-roomy value-wide" data-testid="value-backtest">
      <header className="value-head">
        <div className="chart-heading">
          <h2>{t('value.backTest.title')}</h2>
          <ExplainFigure
            id="f_backtest"
            name={t('value.backTest.title')}
            value={model?.totalError == null ? null : writeSigned(model.totalError)}
            worked={
              model?.totalError == null
                ? null
                : `${formats.count(Math.round(model.orders))} / ${formats.count(actual)} − 1 = ${writeSigned(model.totalError)}`
            }
            asOf={test.until}
            unit="%"
            fewData={test.customers < 30}
          />
        </div>
        <UsableBadge isUsable={usable} data-testid="backtest-badge" />
      </header>
      <p className="backtest-sentence" data-testid="backtest-sentence">
        {t('value.backTest.sentence', {
          weeks: formats.count(weeks),
          predicted: formats.count(Math.round(model?.orders ?? 0)),
          actual: formats.count(actual)
        })}
      </p>
      <p className="muted value-text">{t(usable ? 'value.backTest.usableText' : 'value.backTest.notUsableText')}</p>
      <table className="plain-table backtest-table">
        <thead>
          <tr>
            <th scope="col">{t('value.backTest.rule')}</th>
            <th scope="col" className="num">
              {t('value.backTest.orders')}
            </th>
            <th scope="col" className="num">
              {t('value.backTest.error')}
            </th>
            <th scope="col" className="num">
              {t('value.backTest.mae')}
            </th>
            <th scope="col" className="num">
              {t('value.backTest.rmse')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, accuracy }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="num">{accuracy ? formats.count(Math.round(accuracy.orders)) : '—'}</td>
              <td className="num">{accuracy?.totalError == null ? '—' : writeSigned(accuracy.totalError)}</td>
              <td className="num">{accuracy ? formats.count(accuracy.mae, 2, true) : '—'}</td>
              <td className="num">{accuracy ? formats.count(accuracy.rmse, 2, true) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="chart-basis">
        {basis({
          asOf: test.until,
          customers: test.customers,
          more: test.calibratedUntil === null ? [] : [t('value.backTest.until', { date: formats.date(test.calibratedUntil) })]
        })}
      </p>
    </Card>
  )

  function writeSigned(error: number): string {
    return `${error > 0 ? '+' : ''}${formats.share(error, 1, true)}`
  }
}

function TrackingChart({ test }: { test: BackTest }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const basis = useBasis()
  const { tracking: rows, weeks } = test
  const last = rows.at(-1)
  const hidden = Math.max(0, (last?.week ?? 0) - weeks)
  const layout = useMemo(() => {
    const high = Math.max(1, ...rows.flatMap(({ actual, predicted }) => [actual, predicted]))
    const line = (id: 'actual' | 'predicted', look: Pick<ChartLine, 'ink' | 'dash'>): ChartLine => ({
      id,
      name: t(`value.backTest.${id}`),
      ...look,
      points: rows.map((row) => ({
        x: row.week,
        y: row[id],
        name: t('value.backTest.week', { week: formats.count(row.week) }),
        facts: [
          [t('value.backTest.actual'), formats.count(row.actual)],
          [t('value.backTest.predicted'), formats.count(Math.round(row.predicted))]
        ]
      }))
    })
    const ticks = findTicks(0, high)
    const end = rows.at(-1)?.week ?? 1
    return layOutLines({
      height: 300,
      x: {
        low: rows[0]?.week ?? 0,
        high: end,
        ticks: findTicks(0, end, 6)
          .filter((value) => value >= (rows[0]?.week ?? 0) && value <= end)
          .map((value) => ({ value, text: formats.count(value) })),
        title: t('value.backTest.axisWeeks')
      },
      y: {
        low: 0,
        high: ticks.at(-1) ?? high,
        ticks: ticks.map((value) => ({ value, text: formats.count(value) })),
        title: t('value.backTest.axisOrders')
      },
      lines: [line('actual', { ink: 'ink' }), line('predicted', { ink: 'accent', dash: '7 5' })],
      guides:
        hidden > 0
          ? [
              {
                from: [hidden, 0],
                to: [hidden, ticks.at(-1) ?? high],
                ink: 'signal',
                text: t('value.backTest.hiddenFrom'),
                side: 'belowRight'
              }
            ]
          : []
    })
  }, [rows, hidden, formats, t])
  return (
    <ChartFrame
      id="value-tracking"
      title={t('value.backTest.tracking')}
      takeaway={[
        t('value.backTest.trackingText'),
        ...(last
          ? [
              t('value.backTest.trackingEnd', {
                actual: formats.count(last.actual),
                predicted: formats.count(Math.round(last.predicted))
              })
            ]
          : [])
      ].join(' ')}
      basis={basis({ asOf: test.until, customers: test.customers })}
      explanation={
        <ExplainFigure
          id="f_backtest_weeks"
          name={t('value.backTest.tracking')}
          facts={
            last
              ? [
                  [t('value.backTest.actual'), formats.count(last.actual)],
                  [t('value.backTest.predicted'), formats.count(Math.round(last.predicted))]
                ]
              : []
          }
          asOf={test.until}
          unit="count"
          fewData={test.customers < 30}
        />
      }
      layout={layout}
      data={{
        columns: [
          { title: t('value.backTest.axisWeeks'), type: 'count' },
          { title: t('value.backTest.actual'), type: 'count' },
          { title: t('value.backTest.predicted'), type: 'number' }
        ],
        rows: rows.map(({ week, actual, predicted }) => [week, actual, Math.round(predicted * 10) / 10])
      }}
    />
  )
}

function RepeatsChart({ test }: { test: BackTest }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const basis = useBasis()
  const { byRepeats } = test
  const layout = useMemo(
    () =>
      layOutBars({
        rowHeight: 34,
        bars: byRepeats.map(({ x, orMore, customers, actual, predicted }) => ({
          id: `repeats-${String(x)}`,
          name: t(orMore ? 'value.backTest.orMore' : 'value.backTest.times', { count: x }),
          value: actual,
          mark: predicted,
          text: formats.count(actual, 2, true),
          ink: 'accent',
          facts: [
            [t('value.named.customers'), formats.count(customers)],
            [t('value.backTest.actual'), formats.count(actual, 2, true)],
            [t('value.backTest.predicted'), formats.count(predicted, 2, true)]
          ]
        }))
      }),
    [byRepeats, formats, t]
  )
  return (
    <ChartFrame
      id="value-repeats"
      title={t('value.backTest.byRepeats')}
      takeaway={t('value.backTest.byRepeatsText')}
      basis={basis({ asOf: test.until, customers: test.customers, more: [t('value.backTest.axisPerCustomer')] })}
      explanation={
        <ExplainFigure
          id="f_backtest_repeats"
          name={t('value.backTest.byRepeats')}
          facts={byRepeats.map(({ x, orMore, customers }) => [
            t(orMore ? 'value.backTest.orMore' : 'value.backTest.times', { count: x }),
            t('value.ofCustomers', { count: customers, formatted: formats.count(customers) })
          ])}
          asOf={test.until}
          unit="count"
          fewData={test.customers < 30}
        />
      }
      layout={layout}
      data={{
        columns: [
          { title: t('value.backTest.axisRepeats'), type: 'text' },
          { title: t('value.named.customers'), type: 'count' },
          { title: t('value.backTest.actual'), type: 'number' },
          { title: t('value.backTest.predicted'), type: 'number' }
        ],
        rows: byRepeats.map(({ x, orMore, customers, actual, predicted }) => [
          t(orMore ? 'value.backTest.orMore' : 'value.backTest.times', { count: x }),
          customers,
          Math.round(actual * 1000) / 1000,
          Math.round(predicted * 1000) / 1000
        ])
      }}
    />
  )
}
