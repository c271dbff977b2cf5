import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LifecycleState } from '../../../shared/contract/customers.ts'
import type { ValueAnalysis } from '../../../shared/contract/value.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { showCustomers } from '../../stores/route.ts'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { layOutBars } from '../../ui/charts/lay-out-bars.ts'
import { useFormats } from '../../ui/formats.tsx'
import { LIFECYCLE_INKS, LIFE_ORDER } from './lifecycle-inks.ts'
import { useBasis } from './use-basis.ts'

/** Where customers stand in their life with the business, in the order of a life and not of size. */
export function LifecycleChart({ analysis }: { analysis: ValueAnalysis }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const basis = useBasis()
  const { lifecycle, lifecycleThresholds: thresholds } = analysis
  const rows = useMemo(() => LIFE_ORDER.flatMap((state) => lifecycle.filter((each) => each.state === state)), [lifecycle])
  const revenueName = t('value.lifecycle.revenue', { days: analysis.window?.days ?? 365 })
  const layout = useMemo(
    () =>
      layOutBars({
        bars: rows.map(({ state, customers, revenueMinor }) => ({
          id: state,
          name: t(`kinds.lifecycle.${state}`),
          value: customers,
          text: formats.count(customers),
          ink: LIFECYCLE_INKS[state],
          facts: [
            [t('value.named.customers'), formats.count(customers)],
            [revenueName, formats.money(revenueMinor)]
          ],
          open: () => {
            showCustomers({ lifecycle: state })
          }
        }))
      }),
    [rows, revenueName, formats, t]
  )
  const countOf = (state: LifecycleState): number => rows.find((each) => each.state === state)?.customers ?? 0
  const bought = analysis.customers - countOf('prospect')
  const leaving = countOf('at_risk') + countOf('lapsed')
  return (
    <ChartFrame
      id="value-lifecycle"
      title={t('value.lifecycle.title')}
      className="value-wide"
      takeaway={
        bought > 0
          ? t('value.lifecycle.takeaway', { count: leaving, customers: formats.count(leaving), share: formats.share(leaving / bought) })
          : t('value.rfm.none')
      }
      basis={basis({ asOf: analysis.asOf, window: null, customers: analysis.customers, more: [t('value.lifecycle.unit')] })}
      layout={layout}
      data={{
        columns: [
          { title: t('value.lifecycle.state'), type: 'text' },
          { title: t('value.named.customers'), type: 'count' },
          { title: revenueName, type: 'money' }
        ],
        rows: rows.map(({ state, customers, revenueMinor }) => [t(`kinds.lifecycle.${state}`), customers, revenueMinor])
      }}
      explanation={
        <ExplainFigure
          id="f_lifecycle"
          name={t('value.lifecycle.title')}
          asOf={analysis.asOf}
          unit="count"
          fewData={bought < 30}
          customers={rows.map(({ state, customers }) => ({
            label: t(`kinds.lifecycle.${state}`),
            count: customers,
            filter: { lifecycle: state }
          }))}
        />
      }
      note={
        thresholds ? (
          <>
            <p>
              {t('value.lifecycle.text', {
                median: formats.count(thresholds.medianGapDays),
                new: formats.count(thresholds.newDays),
                risk: formats.count(thresholds.riskDays),
                lapsed: formats.count(thresholds.lapsedDays),
                lost: formats.count(thresholds.lostDays)
              })}
            </p>
            <p data-testid="lifecycle-segments">{t('value.lifecycle.segments', { lapsed: formats.count(thresholds.lapsedDays) })}</p>
          </>
        ) : (
          t('value.lifecycle.textUnknown')
        )
      }
    />
  )
}
