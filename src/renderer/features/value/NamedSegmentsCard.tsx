import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rfm } from '../../../shared/contract/value.ts'
import { segmentColor } from '../../../shared/domain/segment-colors.ts'
import { showCustomers } from '../../stores/route.ts'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { WithTable } from '../../ui/WithTable.tsx'
import { BarList } from './BarList.tsx'
import { useSegmentName } from './use-segment-name.ts'

export function NamedSegmentsCard({ rfm }: { rfm: Rfm }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const nameOf = useSegmentName()
  const bars = rfm.segments.map(({ id, customers, revenueMinor }) => {
    const words = { name: nameOf(id), customers: formats.count(customers), revenue: formats.money(revenueMinor) }
    return { id, name: words.name, color: segmentColor(id), size: customers, count: words.customers, note: words.revenue }
  })
  return (
    <Card className="card-roomy" data-testid="value-named">
      <h2>{t('value.named.title')}</h2>
      <WithTable
        head={[t('value.named.segment'), t('value.named.customers'), t('value.named.revenue')]}
        rows={bars.map(({ name, count, note }) => [name, count, note])}
      >
        <BarList
          bars={bars}
          onOpen={(segmentId) => {
            showCustomers({ segmentId })
          }}
        />
      </WithTable>
    </Card>
  )
}
