import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValueAnalysis } from '../../../shared/contract/value.ts'
import { segmentInk } from './segment-ink.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { showCustomers } from '../../stores/route.ts'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { layOutGrid, type GridCell, type GridRow } from '../../ui/charts/lay-out-grid.ts'
import { tint } from '../../ui/charts/marks.ts'
import { useFormats } from '../../ui/formats.tsx'
import { RfmOptionsForm } from './RfmOptionsForm.tsx'
import { useBasis } from './use-basis.ts'
import { useSegmentName } from './use-segment-name.ts'

const SCORES = [1, 2, 3, 4, 5] as const

/** Recency across, frequency up: 25 cells in the colours of the segments they belong to; each opens its customers. */
export function RfmChart({ analysis }: { analysis: ValueAnalysis }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const nameOf = useSegmentName()
  const basis = useBasis()
  const { rfm } = analysis
  const revenueName = t(rfm.options.lookBack === 'all' ? 'value.named.revenue' : 'value.named.revenueAll')
  const layout = useMemo(() => {
    const most = Math.max(1, ...rfm.cells.map(({ customers }) => customers))
    const cellOf = (r: number, f: number): GridCell | null => {
      const cell = rfm.cells.find((each) => each.r === r && each.f === f)
      if (!cell) return null
      const { customers, revenueMinor, segment } = cell
      return {
        id: `rfm-${String(r)}-${String(f)}`,
        name: t('value.rfm.cell', { r, f, segment: nameOf(segment) }),
        facts: [
          [t('value.named.customers'), formats.count(customers)],
          [revenueName, formats.money(revenueMinor)]
        ],
        text: formats.count(customers),
        detail: nameOf(segment),
        fill: customers === 0 ? null : tint(segmentInk(segment), 0.15 + 0.85 * Math.sqrt(customers / most)),
        underline: segmentInk(segment),
        ...(customers === 0
          ? {}
          : {
              open: () => {
                showCustomers({ rfm: { r, f } })
              }
            })
      }
    }
    const rows = [...SCORES].reverse().map((f): GridRow => ({
      name: f === 5 ? t('value.rfm.fTop') : f === 1 ? t('value.rfm.fBottom') : t('value.rfm.f', { f }),
      cells: SCORES.map((r) => cellOf(r, f))
    }))
    return layOutGrid({
      rows,
      columns: SCORES.map((r) => t('value.rfm.r', { r })),
      cellHeight: 62,
      rowTitle: t('value.rfm.frequency'),
      feet: [t('value.rfm.low'), t('value.rfm.recency'), t('value.rfm.high')]
    })
  }, [rfm, revenueName, formats, nameOf, t])
  const biggest = [...rfm.segments].sort((a, b) => b.revenueMinor - a.revenueMinor)[0]
  const total = rfm.segments.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0)
  const { options } = rfm
  return (
    <ChartFrame
      id="value-rfm"
      title={t('value.rfm.title')}
      takeaway={
        biggest && total > 0
          ? t('value.rfm.takeaway', {
              segment: nameOf(biggest.id),
              count: biggest.customers,
              customers: formats.count(biggest.customers),
              share: formats.share(biggest.revenueMinor / total)
            })
          : t('value.rfm.none')
      }
      basis={basis({
        asOf: analysis.asOf,
        window: options.lookBack === 'all' ? null : analysis.window,
        customers: rfm.scored,
        more: [t(`value.rfm.schemes.${options.scheme}`), t('value.rfm.unit')]
      })}
      layout={layout}
      data={{
        columns: [
          { title: t('value.rfm.recency'), type: 'count' },
          { title: t('value.rfm.frequency'), type: 'count' },
          { title: t('value.named.segment'), type: 'text' },
          { title: t('value.named.customers'), type: 'count' },
          { title: revenueName, type: 'money' }
        ],
        rows: rfm.cells.map(({ r, f, segment, customers, revenueMinor }) => [r, f, nameOf(segment), customers, revenueMinor])
      }}
      explanation={
        <ExplainFigure
          id="f_rfm"
          name={t('value.rfm.title')}
          window={options.lookBack === 'all' ? null : analysis.window}
          asOf={analysis.asOf}
          fewData={rfm.scored < 30}
          facts={[
            [t('value.rfmOptions.frequency'), t(`value.rfmOptions.frequencies.${options.frequency}`)],
            [t('value.rfmOptions.monetary'), t(`value.rfmOptions.monetaries.${options.monetary}`)],
            [t('value.rfmOptions.ties'), t(`value.rfmOptions.tieRules.${options.ties}`)],
            [t('value.rfmOptions.scheme'), t(`value.rfm.schemes.${options.scheme}`)]
          ]}
        />
      }
      controls={<RfmOptionsForm options={options} />}
      note={
        <>
          {rfm.terciles && <p className="tone-attention">{t('value.rfm.terciles')}</p>}
          {!rfm.terciles && rfm.f.some((customers) => customers === 0) && options.ties === 'equal' && <p>{t('value.rfm.emptyScores')}</p>}
        </>
      }
    />
  )
}
