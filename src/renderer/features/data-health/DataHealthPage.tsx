import { IconHeartRateMonitor } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DataHealth, HealthProblem } from '../../../shared/contract/data-health.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { goToImport } from '../../stores/route.ts'
import { EmptyPage } from '../../ui/EmptyState.tsx'
import { AccuracyCard } from './AccuracyCard.tsx'
import { FieldsCard } from './FieldsCard.tsx'
import { IndexCard } from './IndexCard.tsx'
import { ProblemsCard } from './ProblemsCard.tsx'
import './data-health.css'

/** How far the records can be trusted, what is wrong with them, and the way to put it right. */
export function DataHealthPage(): ReactNode {
  const health = useQuery({ ...orpc.dataHealth.getHealth.queryOptions(), placeholderData: keepPreviousData })
  return <Answer query={health}>{(found) => <Health health={found} />}</Answer>
}

function Health({ health }: { health: DataHealth }): ReactNode {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<HealthProblem | null>(null)
  if (health.customers === 0)
    return <EmptyPage icon={<IconHeartRateMonitor size={40} stroke={1.2} />} area="dataHealth" onImport={goToImport} />
  const found = health.problems.filter(({ count }) => count > 0)
  const problem = chosen ?? found.find(({ id }) => !id.startsWith('missing-') && id !== 'incomplete')?.id ?? found[0]?.id ?? null
  return (
    <div className="page health-page" data-testid="data-health">
      <p className="health-lead">{t('dataHealth.lead')}</p>
      <div className="health-grid">
        <IndexCard health={health} onShow={setChosen} />
        <FieldsCard health={health} onShow={setChosen} />
        <ProblemsCard health={health} problem={problem} onChoose={setChosen} />
        <AccuracyCard accuracy={health.accuracy} />
      </div>
    </div>
  )
}
