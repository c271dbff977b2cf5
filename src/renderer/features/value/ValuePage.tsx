import { IconChartAreaLine } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { useWorkspace } from '../../api/workspace.ts'
import { goToImport } from '../../stores/route.ts'
import { EmptyPage } from '../../ui/EmptyState.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { ConcentrationCard } from './ConcentrationCard.tsx'
import { LifecycleCard } from './LifecycleCard.tsx'
import { NamedSegmentsCard } from './NamedSegmentsCard.tsx'
import { RfmCard } from './RfmCard.tsx'
import './value.css'

/** Who brings what: concentration, RFM, named segments, lifecycle. */
export function ValuePage(): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const value = useQuery(orpc.value.getValue.queryOptions())
  const workspace = useWorkspace()
  if (workspace?.counts.orders === 0)
    return <EmptyPage icon={<IconChartAreaLine size={40} stroke={1.2} />} area="value" onImport={goToImport} />
  return (
    <div className="page">
      <div className="page-inner">
        <header className="page-head">
          <div>
            <h1>{t('frame.titles.value')}</h1>
            {workspace?.asOf && <p>{t('value.intro', { date: formats.date(workspace.asOf) })}</p>}
          </div>
        </header>
        <Answer query={value}>
          {(analysis) => (
            <div className="value-grid">
              <ConcentrationCard analysis={analysis} />
              <RfmCard rfm={analysis.rfm} />
              <NamedSegmentsCard rfm={analysis.rfm} />
              <LifecycleCard analysis={analysis} />
            </div>
          )}
        </Answer>
      </div>
    </div>
  )
}
