import { LineChart, type LineSeriesOption } from 'echarts/charts'
import {
  GridComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
  type GridComponentOption,
  type TooltipComponentOption
} from 'echarts/components'
import { init, use as register, type ComposeOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef, type ReactNode } from 'react'

register([LineChart, GridComponent, MarkLineComponent, MarkPointComponent, TooltipComponent, SVGRenderer])

export type ChartOption = ComposeOption<LineSeriesOption | GridComponentOption | TooltipComponentOption>

interface ChartProps {
  /** What the picture shows, for those who don't see it; the values stand in a table beside it. */
  label: string
  /** Drawn with the colours in force: `color('--accent')`. */
  option: (color: (token: string) => string) => ChartOption
  /** Draws again when it changes: data, language, theme. */
  version: string
  height: number
}

/** One drawing, as SVG. */
export function Chart({ label, option, version, height }: ChartProps): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const latest = useRef(option)
  useEffect(() => {
    latest.current = option
  })
  useEffect(() => {
    const element = box.current
    if (!element) return undefined
    const chart = init(element, null, { renderer: 'svg' })
    const style = getComputedStyle(document.documentElement)
    chart.setOption(latest.current((token) => style.getPropertyValue(token).trim()))
    const observer = new ResizeObserver(() => {
      chart.resize()
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [version])
  return <div ref={box} role="img" aria-label={label} style={{ height, width: '100%' }} />
}
