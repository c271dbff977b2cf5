import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rfm } from '../../../shared/contract/value.ts'
import { segmentColor } from '../../../shared/domain/segment-colors.ts'
import { showCustomers } from '../../stores/route.ts'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { WithTable } from '../../ui/WithTable.tsx'
import { useSegmentName } from './use-segment-name.ts'

const SCORES = [1, 2, 3, 4, 5] as const

/** Recency across, frequency up: 25 cells in the colours of the segments they belong to; each opens its customers. */
export function RfmCard({ rfm }: { rfm: Rfm }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const nameOf = useSegmentName()
  const rows = rfm.cells.map((cell) => [
    `R${cell.r} F${cell.f} · ${nameOf(cell.segment)}`,
    formats.count(cell.customers),
    formats.money(cell.revenueMinor)
  ])
  return (
    <Card className="card-roomy" data-testid="value-rfm">
      <h2>{t('value.rfm.title')}</h2>
      <p className="muted value-text">{t('value.rfm.text')}</p>
      <WithTable head={[t('value.named.segment'), t('value.named.customers'), t('value.named.revenue')]} rows={rows}>
        <div className="rfm">
          <div className="rfm-side" aria-hidden>
            <span>{t('value.rfm.often')}</span>
            <strong>{t('value.rfm.frequency')}</strong>
            <span>{t('value.rfm.rarely')}</span>
          </div>
          <div className="rfm-grid">
            {[...SCORES].reverse().flatMap((f) => SCORES.map((r) => <Cell key={`${r}${f}`} rfm={rfm} r={r} f={f} />))}
          </div>
          <div className="rfm-foot" aria-hidden>
            <span>{t('value.rfm.low')}</span>
            <strong>{t('value.rfm.recency')}</strong>
            <span>{t('value.rfm.high')}</span>
          </div>
        </div>
      </WithTable>
    </Card>
  )
}

function Cell({ rfm, r, f }: { rfm: Rfm; r: number; f: number }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const nameOf = useSegmentName()
  const cell = rfm.cells.find((each) => each.r === r && each.f === f)
  const customers = cell?.customers ?? 0
  const most = Math.max(1, ...rfm.cells.map((each) => each.customers))
  const label = t('value.rfm.cell', {
    r,
    f,
    customers: formats.count(customers),
    revenue: formats.money(cell?.revenueMinor ?? 0),
    segment: cell ? nameOf(cell.segment) : ''
  })
  const strength = customers === 0 ? 0 : 14 + 40 * Math.sqrt(customers / most)
  return (
    <Tooltip label={label}>
      <button
        type="button"
        className="rfm-cell"
        aria-label={label}
        disabled={customers === 0}
        style={
          cell
            ? {
                background: `color-mix(in srgb, ${segmentColor(cell.segment)} ${strength}%, var(--surface))`,
                borderBottomColor: segmentColor(cell.segment)
              }
            : {}
        }
        onClick={() => {
          showCustomers({ rfm: { r, f } })
        }}
        data-testid={`rfm-${r}-${f}`}
      >
        {formats.count(customers)}
      </button>
    </Tooltip>
  )
}
