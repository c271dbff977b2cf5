import { Tabs } from '@mantine/core'
import { IconChartAreaLine } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValueAnalysis } from '../../../shared/contract/value.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { SavedCharts } from '../../api/SavedCharts.tsx'
import { useWorkspace } from '../../api/workspace.ts'
import { goToImport } from '../../stores/route.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyPage } from '../../ui/EmptyState.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { AbcChart } from './AbcChart.tsx'
import { BackTestCharts } from './BackTestCharts.tsx'
import { CohortChart } from './CohortChart.tsx'
import { ConcentrationChart } from './ConcentrationChart.tsx'
import { ContractCard } from './ContractCard.tsx'
import { DependenceCard } from './DependenceCard.tsx'
import { EquityCard } from './EquityCard.tsx'
import { LifecycleChart } from './LifecycleChart.tsx'
import { LifetimeCard } from './LifetimeCard.tsx'
import { MovementCharts } from './MovementCharts.tsx'
import { OpinionsCard } from './OpinionsCard.tsx'
import { PublishedChart } from './PublishedChart.tsx'
import { RetentionChart } from './RetentionChart.tsx'
import { RfmChart } from './RfmChart.tsx'
import { SegmentBars } from './SegmentBars.tsx'
import { StrategicCard } from './StrategicCard.tsx'
import { chooseValue, useValueChoices, VALUE_TABS, type ValueTab } from './value-choices.ts'
import { ValueMatrixChart } from './ValueMatrixChart.tsx'
import './value.css'

/** What each section shows; `simulator` is the screen's to fill. */
const SECTIONS: Readonly<Record<Exclude<ValueTab, 'simulator'>, (analysis: ValueAnalysis) => ReactNode>> = {
  concentration: (analysis) => (
    <>
      <ConcentrationChart analysis={analysis} />
      <PublishedChart analysis={analysis} />
      <AbcChart analysis={analysis} />
      <DependenceCard analysis={analysis} />
      <StrategicCard analysis={analysis} />
    </>
  ),
  rfm: (analysis) => (
    <>
      {analysis.rfm.scored > 0 ? (
        <>
          <RfmChart analysis={analysis} />
          <SegmentBars analysis={analysis} />
        </>
      ) : (
        <TooFew />
      )}
      <LifecycleChart analysis={analysis} />
    </>
  ),
  future: (analysis) => (
    <>
      <EquityCard analysis={analysis} />
      <ValueMatrixChart analysis={analysis} />
      <LifetimeCard analysis={analysis} />
      <BackTestCharts />
    </>
  ),
  cohorts: (analysis) => (
    <>
      <CohortChart analysis={analysis} />
      <RetentionChart analysis={analysis} />
      <ContractCard />
      <OpinionsCard analysis={analysis} />
    </>
  ),
  movement: () => <MovementCharts />
}

function TooFew(): ReactNode {
  const { t } = useTranslation()
  return (
    <Card className="card-roomy value-wide" data-testid="value-rfm-few">
      <h2>{t('value.rfm.title')}</h2>
      <p className="value-text">{t('value.rfm.none')}</p>
    </Card>
  )
}

/** Who brings what, who will, who stays and who moves. */
export function ValuePage({ simulator }: { simulator?: ReactNode }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const value = useQuery(orpc.value.getValue.queryOptions())
  const workspace = useWorkspace()
  const chosen = useValueChoices(({ tab }) => tab)
  if (workspace?.counts.orders === 0)
    return <EmptyPage icon={<IconChartAreaLine size={40} stroke={1.2} />} area="value" onImport={goToImport} />
  const tabs = VALUE_TABS.filter((tab) => tab !== 'simulator' || simulator !== undefined)
  const tab = tabs.find((each) => each === chosen) ?? 'concentration'
  return (
    <div className="page" data-testid="value-page">
      <div className="page-inner">
        <header className="page-head">
          <div>
            <h1>{t('frame.titles.value')}</h1>
            {workspace?.asOf && <p>{t('value.intro', { date: formats.date(workspace.asOf) })}</p>}
          </div>
        </header>
        <Tabs
          value={tab}
          onChange={(next) => {
            chooseValue({ tab: tabs.find((each) => each === next) ?? 'concentration' })
          }}
          keepMounted={false}
        >
          <Tabs.List className="value-tabs" aria-label={t('value.sections')}>
            {tabs.map((each) => (
              <Tabs.Tab key={each} value={each} data-testid={`value-tab-${each}`}>
                {t(`value.tabs.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <SavedCharts>
            {tabs.map((each) => (
              <Tabs.Panel key={each} value={each}>
                <p className="value-lead">{t(`value.leads.${each}`)}</p>
                {each === 'simulator' ? (
                  simulator
                ) : (
                  <Answer query={value}>{(analysis) => <div className="value-grid">{SECTIONS[each](analysis)}</div>}</Answer>
                )}
              </Tabs.Panel>
            ))}
          </SavedCharts>
        </Tabs>
      </div>
    </div>
  )
}
