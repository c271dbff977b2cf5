import { SegmentedControl } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Concentration, ValueAnalysis } from '../../../shared/contract/value.ts'
import { isDark, useEnvironment } from '../../stores/environment.ts'
import { Card } from '../../ui/Card.tsx'
import { Chart } from '../../ui/Chart.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { WithTable } from '../../ui/WithTable.tsx'
import { drawCurve } from './draw-curve.ts'

/** Against the saying and the published averages (domain 6.3): 73, 67 and 59 %. */
function placeOf(top20Share: number): 'beyond' | 'above' | 'between' | 'below' {
  if (top20Share >= 0.8) return 'beyond'
  if (top20Share > 0.73) return 'above'
  return top20Share >= 0.59 ? 'between' : 'below'
}

/** Points enough for a reader: every tenth of the customers. */
function tableOf({ curve }: Concentration, share: (value: number, digits?: number) => string): string[][] {
  const tenths = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]
  return tenths.flatMap((tenth) => {
    const point = curve.find(({ customers }) => customers >= tenth - 1e-9)
    return point ? [[share(point.customers), share(point.value)]] : []
  })
}

export function ConcentrationCard({ analysis }: { analysis: ValueAnalysis }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const [scope, setScope] = useState<'all' | 'window'>('all')
  const dark = useEnvironment(({ environment }) => environment !== null && isDark(environment))
  const concentration = scope === 'all' ? analysis.concentration : analysis.concentrationWindow
  const { top20Share, customersFor80, customers, gini, largestShare } = concentration
  const for80Share = customersFor80 === null || customers === 0 ? null : customersFor80 / customers
  const words = {
    customers: t('value.concentration.axisCustomers'),
    value: t('value.concentration.axisValue'),
    top20: top20Share === null ? '' : t('value.concentration.top20', { share: formats.share(top20Share) }),
    at80: for80Share === null ? '' : t('value.concentration.at80', { share: formats.share(for80Share) }),
    share: (each: number) => formats.share(each)
  }
  const days = analysis.window?.days ?? 365
  return (
    <Card className="card-roomy value-wide" data-testid="value-concentration">
      <div className="value-head">
        <h2>{t('value.concentration.title')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('value.concentration.title')}
          value={scope}
          onChange={(next) => {
            setScope(next === 'window' ? 'window' : 'all')
          }}
          data={[
            { value: 'all', label: t('value.concentration.scopeAll') },
            { value: 'window', label: t('value.concentration.scopeWindow', { days }) }
          ]}
        />
      </div>
      <div className="concentration">
        <div>
          <WithTable
            head={[t('value.concentration.columnCustomers'), t('value.concentration.columnValue')]}
            rows={tableOf(concentration, formats.share)}
          >
            <Chart
              label={t('value.concentration.chart')}
              height={300}
              version={JSON.stringify([scope, dark, formats.language, customers, top20Share])}
              option={(color) => drawCurve(concentration, color, words)}
            />
          </WithTable>
        </div>
        <div className="verdict">
          <div className="figure-value" data-testid="top20-share">
            {top20Share === null ? '—' : formats.share(top20Share)}
          </div>
          {top20Share !== null && (
            <>
              <p className="verdict-main">{t('value.concentration.verdict', { share: formats.share(top20Share) })}</p>
              <p className="muted">{t('value.concentration.against', { place: t(`value.concentration.${placeOf(top20Share)}`) })}</p>
            </>
          )}
          <ul className="verdict-facts">
            {customersFor80 !== null && for80Share !== null && (
              <li>{t('value.concentration.for80', { customers: formats.count(customersFor80), share: formats.share(for80Share) })}</li>
            )}
            {gini !== null && <li>{t('value.concentration.gini', { gini: formats.count(gini, 3) })}</li>}
            {largestShare !== null && <li>{t('value.concentration.largest', { share: formats.share(largestShare) })}</li>}
          </ul>
          {customers < 30 && <p className="tone-attention">{t('value.concentration.few')}</p>}
        </div>
      </div>
    </Card>
  )
}
