import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Metric } from '../../../shared/contract/models.ts'
import { formatFigure, formatMargin } from '../../../shared/i18n/figures.ts'
import { describeWindow } from '../../../shared/i18n/windows.ts'
import { formatOperand, type Operand } from '../../../shared/models/format-operand.ts'
import { useFormats } from '../../ui/formats.tsx'

/** Where a figure comes from, on demand: formula, what was counted, window, date, reading and origin. */
export function Explain({ metric }: { metric: Metric }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { kpi, window, asOf } = metric
  const operand = (part: Operand, value: number): string => formatOperand(metric.id, part, value, formats.currency, formats.language)
  const rows: (readonly [string, ReactNode])[] = [
    [t('canvas.panel.formula'), formats.text(kpi.formula)],
    ...(metric.numerator !== null && metric.numeratorName
      ? [[t('canvas.panel.counted'), `${operand('numerator', metric.numerator)} · ${formats.text(metric.numeratorName)}`] as const]
      : []),
    ...(metric.denominator !== null && metric.denominatorName
      ? [[t('canvas.panel.outOf'), `${operand('denominator', metric.denominator)} · ${formats.text(metric.denominatorName)}`] as const]
      : []),
    ...(window ? [[t('canvas.panel.window'), describeWindow(window, formats.language)] as const] : []),
    ...(asOf ? [[t('canvas.panel.asOf'), formats.date(asOf)] as const] : []),
    ...(metric.margin === null
      ? []
      : [
          [
            t('canvas.panel.margin'),
            t('canvas.panel.marginValue', { margin: formatMargin(metric.margin, kpi.unit, formats.language) })
          ] as const
        ]),
    ...(metric.previous !== null
      ? [[t('canvas.panel.previous'), formatFigure(metric.previous, kpi.unit, formats.currency, formats.language)] as const]
      : []),
    [t('canvas.panel.direction'), t(`canvas.panel.better.${kpi.better}`)],
    [t('canvas.panel.origin'), kpi.source ? formats.text(kpi.source) : t(`canvas.panel.${kpi.origin}`)]
  ]
  return (
    <details className="explain" data-testid={`explain-${metric.id}`}>
      <summary>
        <IconChevronRight size={14} stroke={1.8} aria-hidden />
        {t('canvas.panel.explain')}
      </summary>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
