import type { LineSeriesOption } from 'echarts/charts'
import type { Concentration } from '../../../shared/contract/value.ts'
import type { ChartOption } from '../../ui/Chart.tsx'

interface CurveWords {
  customers: string
  value: string
  top20: string
  at80: string
  share: (share: number) => string
}

/** The curve with its two marks: what the top 20 % bring, and who brings 80 %. */
export function drawCurve(concentration: Concentration, color: (token: string) => string, words: CurveWords): ChartOption {
  const { curve, top20Share, customersFor80, customers } = concentration
  const axis = { color: color('--muted'), fontFamily: color('--font'), fontSize: 12 }
  const percent = (value: number): string => words.share(value)
  const for80 = customersFor80 === null || customers === 0 ? null : customersFor80 / customers
  // The two marks often lie side by side: one is told below its point, the other at the end of its line.
  const marks =
    top20Share === null
      ? []
      : [{ name: words.top20, coord: [0.2, top20Share], value: words.top20, itemStyle: { color: color('--signal') } }]
  const label = {
    color: color('--ink'),
    fontFamily: color('--font'),
    fontSize: 12.5,
    backgroundColor: color('--surface'),
    padding: [3, 6],
    borderRadius: 4
  }
  const lines: NonNullable<NonNullable<LineSeriesOption['markLine']>['data']> = []
  if (top20Share !== null) lines.push([{ coord: [0.2, 0], label: { show: false } }, { coord: [0.2, top20Share] }])
  if (for80 !== null) {
    lines.push([
      {
        coord: [0, 0.8],
        lineStyle: { color: color('--accent') },
        label: { ...label, show: true, position: 'insideEndBottom', formatter: words.at80 }
      },
      { coord: [1, 0.8] }
    ])
  }
  return {
    animation: false,
    grid: { left: 56, right: 20, top: 16, bottom: 48 },
    tooltip: {
      trigger: 'axis',
      backgroundColor: color('--surface'),
      borderColor: color('--line'),
      textStyle: { color: color('--ink'), fontFamily: color('--font'), fontSize: 13 },
      axisPointer: { lineStyle: { color: color('--faint') } },
      formatter: (params: unknown) => {
        const [first] = params as { value: [number, number] }[]
        return first ? `${percent(first.value[0])} → ${percent(first.value[1])}` : ''
      }
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: 1,
      name: words.customers,
      nameLocation: 'middle',
      nameGap: 30,
      nameTextStyle: axis,
      axisLabel: { ...axis, formatter: percent },
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: color('--line') } }
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: (range) => Math.max(1, range.max),
      axisLabel: { ...axis, formatter: percent },
      splitLine: { lineStyle: { color: color('--line') } }
    },
    series: [
      {
        type: 'line',
        data: [[0, 0], ...curve.map(({ customers: x, value }) => [x, value])],
        showSymbol: false,
        lineStyle: { color: color('--accent'), width: 2.5 },
        itemStyle: { color: color('--accent') },
        areaStyle: { color: color('--accent-soft'), opacity: 0.6 },
        markPoint: {
          symbol: 'circle',
          symbolSize: 10,
          data: marks,
          label: { ...label, show: true, position: 'right', offset: [8, 22], formatter: '{c}' }
        },
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { type: 'dashed', color: color('--signal'), width: 1 },
          data: lines
        }
      }
    ]
  }
}
