import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValueAnalysis } from '../../../shared/contract/value.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { showCustomers } from '../../stores/route.ts'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { layOutBars } from '../../ui/charts/lay-out-bars.ts'
import { useFormats } from '../../ui/formats.tsx'
import { segmentInk } from './segment-ink.ts'
import { useBasis } from './use-basis.ts'
import { useSegmentName } from './use-segment-name.ts'

/** The named RFM segments by number of customers. */
export function SegmentBars({ analysis }: { analysis: ValueAnalysis }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const nameOf = useSegmentName()
  const basis = useBasis()
  const { rfm } = analysis
  const revenueName = t(rfm.options.lookBack === 'all' ? 'value.named.revenue' : 'value.named.revenueAll')
  const layout = useMemo(
    () =>
      layOutBars({
        rowHeight: 34,
        bars: rfm.segments.map(({ id, customers, revenueMinor }) => ({
          id,
          name: nameOf(id),
          value: customers,
          text: formats.count(customers),
          ink: segmentInk(id),
          facts: [
            [t('value.named.customers'), formats.count(customers)],
            [revenueName, formats.money(revenueMinor)]
          ],
          ...(id.startsWith('s_')
            ? {
                open: () => {
                  showCustomers({ segmentId: id })
                }
              }
            : {})
        }))
      }),
    [rfm, revenueName, formats, nameOf, t]
  )
  const most = [...rfm.segments].sort((a, b) => b.customers - a.customers)[0]
  const [hasScores, weights] = [rfm.segments.some(({ meanScore }) => meanScore !== null), rfm.options.weights]
  return (
    <ChartFrame
      id="value-named"
      title={t('value.named.title')}
      takeaway={
        most && rfm.scored > 0
          ? t('value.named.takeaway', { segment: nameOf(most.id), share: formats.share(most.customers / rfm.scored) })
          : t('value.rfm.none')
      }
      basis={basis({
        asOf: analysis.asOf,
        window: rfm.options.lookBack === 'all' ? null : analysis.window,
        customers: rfm.scored,
        more: [
          t('value.named.unit'),
          ...(hasScores
            ? [t('value.named.weights', { r: formats.count(weights.r, 2), f: formats.count(weights.f, 2), m: formats.count(weights.m, 2) })]
            : [])
        ]
      })}
      layout={layout}
      explanation={
        <ExplainFigure
          id="f_rfm"
          name={t('value.named.title')}
          value={formats.count(rfm.scored)}
          window={rfm.options.lookBack === 'all' ? null : analysis.window}
          asOf={analysis.asOf}
          unit="count"
          fewData={rfm.scored < 30}
          customers={rfm.segments
            .filter(({ id, customers }) => id.startsWith('s_') && customers > 0)
            .map(({ id, customers }) => ({ label: nameOf(id), count: customers, filter: { segmentId: id } }))}
        />
      }
      data={{
        columns: [
          { title: t('value.named.segment'), type: 'text' },
          { title: t('value.named.customers'), type: 'count' },
          { title: revenueName, type: 'money' },
          { title: t('value.named.score'), type: 'number' }
        ],
        rows: rfm.segments.map(({ id, customers, revenueMinor, meanScore }) => [nameOf(id), customers, revenueMinor, meanScore])
      }}
    />
  )
}
