import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SimulatorDefaults } from '../../../shared/contract/simulator.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { layOutLines, type ChartLine } from '../../ui/charts/lay-out-lines.ts'
import { useFormats } from '../../ui/formats.tsx'
import { chooseTicks, listMonths } from './ticks.ts'
import { useVerdict } from './use-verdict.ts'
import type { SimulationResult } from './use-simulation.ts'

const HEIGHT = 300
const WAYS = ['win', 'keep'] as const
const INKS = { win: 'accent', keep: 'signal' } as const

/** Both results, month by month. */
export function ProfitChart({ result, defaults }: { result: SimulationResult; defaults: SimulatorDefaults }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const verdict = useVerdict(result)
  const { horizon } = result.values
  const layout = useMemo(() => {
    const all = WAYS.flatMap((way) => result[way].profit)
    const y = chooseTicks(Math.min(0, ...all), Math.max(0, ...all))
    const lines: ChartLine[] = WAYS.map((way) => ({
      id: way,
      name: t(`simulator.${way}`),
      ink: INKS[way],
      ...(way === 'keep' ? { dash: '7 4' } : {}),
      points: result[way].profit.map((value, month) => ({
        x: month,
        y: value,
        name: t('simulator.chart.month', { month }),
        facts: WAYS.map((each) => [t(`simulator.${each}`), formats.money(result[each].profit[month] ?? 0)] as const)
      }))
    }))
    return layOutLines({
      height: HEIGHT,
      x: {
        low: 0,
        high: horizon,
        ticks: listMonths(horizon).map((value) => ({ value, text: formats.count(value) })),
        title: t('simulator.chart.x')
      },
      y: {
        low: y.low,
        high: y.high,
        ticks: y.ticks.map((value) => ({ value, text: formats.money(value) })),
        title: t('simulator.chart.y')
      },
      lines
    })
  }, [result, horizon, t, formats])
  const { asOf, window } = defaults
  return (
    <ChartFrame
      id="sim-chart"
      title={t('simulator.chart.title')}
      takeaway={verdict}
      basis={t('simulator.chart.basis', {
        asOf: asOf && window ? t('simulator.chart.asOf', { date: formats.date(asOf), days: window.days }) : t('simulator.chart.noData')
      })}
      explanation={
        <ExplainFigure
          id="f_sim_payback"
          name={t('simulator.chart.title')}
          facts={WAYS.map((way) => {
            const { paybackMonth } = result[way]
            return [
              t(`simulator.${way}`),
              paybackMonth === null ? t('simulator.noPayback', { months: horizon }) : t('simulator.payback', { month: paybackMonth })
            ]
          })}
          {...(asOf && window ? { asOf, window } : {})}
        />
      }
      layout={layout}
      data={{
        columns: [
          { title: t('simulator.chart.column'), type: 'count' },
          { title: t('simulator.win'), type: 'money' },
          { title: t('simulator.keep'), type: 'money' }
        ],
        rows: result.win.profit.map((won, month) => [month, Math.round(won), Math.round(result.keep.profit[month] ?? 0)])
      }}
    />
  )
}
