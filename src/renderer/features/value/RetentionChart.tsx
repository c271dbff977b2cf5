import { SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValueAnalysis } from '../../../shared/contract/value.ts'
import { RETENTION_PERIODS, type RetentionSeries } from '../../../shared/contract/value-tables.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { layOutLines, type ChartLine } from '../../ui/charts/lay-out-lines.ts'
import { findTicks } from '../../ui/charts/scales.ts'
import { useFormats } from '../../ui/formats.tsx'
import { namePeriod } from './name-cohort.ts'
import { useBasis } from './use-basis.ts'
import { chooseValue, useValueChoices } from './value-choices.ts'

/** Periods drawn at most, the latest ones; the table has them all. */
const MOST_POINTS = 60

/** Period by period: who of the buyers before bought again. */
export function RetentionChart({ analysis }: { analysis: ValueAnalysis }): ReactNode {
  const period = useValueChoices((choices) => choices.retention)
  const series = useQuery({
    ...orpc.value.getRetention.queryOptions({ input: { period } }),
    placeholderData: keepPreviousData
  })
  return <Answer query={series}>{(found) => <Retention series={found} analysis={analysis} />}</Answer>
}

function Retention({ series, analysis }: { series: RetentionSeries; analysis: ValueAnalysis }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const basis = useBasis()
  const { points: all, period } = series
  const points = useMemo(() => all.filter(({ share }) => share !== null).slice(-MOST_POINTS), [all])
  const layout = useMemo(() => {
    const nameOf = (from: string, to: string): string =>
      period === 'window' ? t('value.retention.until', { date: formats.date(to) }) : namePeriod(from, period, formats, t)
    const names = points.map(({ from, to }) => nameOf(from, to))
    const words = {
      kept: t('value.retention.kept'),
      fresh: t('value.retention.fresh'),
      returned: t('value.retention.returned')
    }
    const high = Math.max(0.1, ...points.flatMap(({ share, revenueShare }) => [share ?? 0, revenueShare ?? 0]))
    const ticks = findTicks(0, high)
    const line = (id: 'share' | 'revenueShare', look: Pick<ChartLine, 'ink' | 'dash'>): ChartLine => ({
      id,
      name: t(`value.retention.lines.${id}`),
      hasDots: points.length <= 26,
      ...look,
      points: points.flatMap((point, x) => {
        const y = point[id]
        return y === null
          ? []
          : [
              {
                x,
                y,
                name: names[x] ?? '',
                facts: [
                  [t(`value.retention.lines.${id}`), formats.share(y)],
                  [words.kept, t('value.cohorts.of', { part: formats.count(point.kept), all: formats.count(point.before) })],
                  [words.fresh, formats.count(point.fresh)],
                  [words.returned, formats.count(point.returned)]
                ] as const
              }
            ]
      })
    })
    return layOutLines({
      height: 310,
      x: {
        low: 0,
        high: Math.max(1, points.length - 1),
        ticks: names.map((text, value) => ({ value, text }))
      },
      y: {
        low: 0,
        high: ticks.at(-1) ?? 1,
        ticks: ticks.map((value) => ({ value, text: formats.share(value) })),
        title: t('value.retention.axis')
      },
      lines: [line('share', { ink: 'accent' }), line('revenueShare', { ink: 'signal', dash: '7 5' })]
    })
  }, [points, period, formats, t])
  const last = points.at(-1)
  return (
    <ChartFrame
      id="value-retention"
      className="value-wide"
      title={t('value.retention.title')}
      takeaway={
        last?.share == null
          ? t('value.retention.none')
          : t('value.retention.takeaway', {
              count: last.before,
              kept: formats.count(last.kept),
              before: formats.count(last.before),
              share: formats.share(last.share)
            })
      }
      basis={basis({
        asOf: series.asOf,
        ...(period === 'window' ? { window: analysis.window } : {}),
        more: [t(`value.retention.basis.${period}`)]
      })}
      layout={layout}
      data={{
        columns: [
          { title: t('value.retention.from'), type: 'date' },
          { title: t('value.retention.to'), type: 'date' },
          { title: t('value.retention.before'), type: 'count' },
          { title: t('value.retention.kept'), type: 'count' },
          { title: t('value.retention.fresh'), type: 'count' },
          { title: t('value.retention.returned'), type: 'count' },
          { title: t('value.retention.lines.share'), type: 'share' },
          { title: t('value.retention.churn'), type: 'share' },
          { title: t('value.retention.lines.revenueShare'), type: 'share' },
          { title: t('value.retention.yearly'), type: 'share' },
          { title: t('value.retention.tenure'), type: 'number' }
        ],
        rows: all.map((point) => [
          point.from,
          point.to,
          point.before,
          point.kept,
          point.fresh,
          point.returned,
          point.share,
          point.churn,
          point.revenueShare,
          point.yearlyShare,
          point.tenurePeriods
        ])
      }}
      explanation={
        <ExplainFigure
          id="f_retention_series"
          name={t('value.retention.title')}
          value={last?.share == null ? null : formats.share(last.share)}
          worked={last?.share == null ? null : `${formats.count(last.kept)} / ${formats.count(last.before)} = ${formats.share(last.share)}`}
          asOf={series.asOf}
          unit="%"
          fewData={(last?.before ?? 0) < 30}
          facts={
            last
              ? [
                  [t('value.retention.from'), formats.date(last.from)],
                  [t('value.retention.to'), formats.date(last.to)]
                ]
              : []
          }
        />
      }
      controls={
        <SegmentedControl
          size="xs"
          aria-label={t('value.retention.period')}
          value={period}
          onChange={(value) => {
            chooseValue({ retention: RETENTION_PERIODS.find((each) => each === value) ?? 'month' })
          }}
          data={RETENTION_PERIODS.map((value) => ({
            value,
            label: t(`value.retention.periods.${value}`, { days: analysis.window?.days ?? 365 })
          }))}
          data-testid="retention-period"
        />
      }
      note={
        <>
          {(last?.before ?? 0) < 30 && <p className="tone-attention">{t('value.concentration.few')}</p>}
          <p>{t('value.retention.note')}</p>
        </>
      }
    />
  )
}
