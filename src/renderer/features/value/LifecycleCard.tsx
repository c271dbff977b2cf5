import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LifecycleState } from '../../../shared/contract/customers.ts'
import type { ValueAnalysis } from '../../../shared/contract/value.ts'
import { showCustomers } from '../../stores/route.ts'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { WithTable } from '../../ui/WithTable.tsx'
import { BarList } from './BarList.tsx'

const COLORS: Record<LifecycleState, string> = {
  prospect: 'var(--seg-hib)',
  new: 'var(--seg-new)',
  active: 'var(--seg-champ)',
  won_back: 'var(--seg-loyal)',
  at_risk: 'var(--seg-risk)',
  lapsed: 'var(--seg-sleep)',
  lost: 'var(--seg-all)'
}
/** The order of a life, not of size. */
const ORDER = ['prospect', 'new', 'active', 'won_back', 'at_risk', 'lapsed', 'lost'] as const

export function LifecycleCard({ analysis }: { analysis: ValueAnalysis }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const thresholds = analysis.lifecycleThresholds
  const bars = ORDER.flatMap((state) => {
    const found = analysis.lifecycle.find((each) => each.state === state)
    if (!found) return []
    const words = {
      name: t(`kinds.lifecycle.${state}`),
      customers: formats.count(found.customers),
      revenue: formats.money(found.revenueMinor)
    }
    return [{ id: state, name: words.name, color: COLORS[state], size: found.customers, count: words.customers, note: words.revenue }]
  })
  return (
    <Card className="card-roomy value-wide" data-testid="value-lifecycle">
      <h2>{t('value.lifecycle.title')}</h2>
      <p className="muted value-text">
        {thresholds
          ? t('value.lifecycle.text', {
              median: formats.count(thresholds.medianGapDays),
              new: formats.count(thresholds.newDays),
              risk: formats.count(thresholds.riskDays),
              lapsed: formats.count(thresholds.lapsedDays),
              lost: formats.count(thresholds.lostDays)
            })
          : t('value.lifecycle.textUnknown')}
      </p>
      <WithTable
        head={[t('value.lifecycle.title'), t('value.named.customers'), t('value.named.revenue')]}
        rows={bars.map(({ name, count, note }) => [name, count, note])}
      >
        <BarList
          bars={bars}
          onOpen={(state) => {
            showCustomers({ lifecycle: LifecycleState.parse(state) })
          }}
        />
      </WithTable>
    </Card>
  )
}
