import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scenario, SimulatorDefaults } from '../../../shared/contract/simulator.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { SavedCharts } from '../../api/SavedCharts.tsx'
import { AskedCard } from './AskedCard.tsx'
import { BreakEvenCard } from './BreakEvenCard.tsx'
import { ClaimCard } from './ClaimCard.tsx'
import { CompareCard } from './CompareCard.tsx'
import { useDraft } from './draft-store.ts'
import { InputPanel } from './InputPanel.tsx'
import { ProfitChart } from './ProfitChart.tsx'
import { ResultCard, VerdictStrip } from './ResultCard.tsx'
import { ONLY_DATA, ScenarioBar } from './ScenarioBar.tsx'
import { useSimulation } from './use-simulation.ts'
import './simulator.css'

/** Keep or win on a page of its own. */
export function SimulatorPage({ workspaceName }: { workspaceName: string }): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="page">
      <div className="page-inner">
        <header className="page-head">
          <div>
            <h1>{t('simulator.title')}</h1>
            <p>{t('simulator.intro')}</p>
          </div>
        </header>
        <SavedCharts>
          <Simulator workspaceName={workspaceName} />
        </SavedCharts>
      </div>
    </div>
  )
}

/** Keep or win: what the same amount leaves on either way, with the user's own numbers. */
export function Simulator({ workspaceName }: { workspaceName: string }): ReactNode {
  const defaults = useQuery(orpc.simulator.getDefaults.queryOptions())
  const scenarios = useQuery(orpc.simulator.listScenarios.queryOptions())
  return (
    <Answer query={defaults}>
      {(told) => <Answer query={scenarios}>{(list) => <Workbench owner={workspaceName} defaults={told} scenarios={list} />}</Answer>}
    </Answer>
  )
}

interface WorkbenchProps {
  owner: string
  defaults: SimulatorDefaults
  scenarios: readonly Scenario[]
}

function Workbench({ owner, defaults, scenarios }: WorkbenchProps): ReactNode {
  const { t } = useTranslation()
  const { typed, scenarioId, otherId, change, type, setBack } = useDraft(owner)
  const simulated = useSimulation(defaults, typed)
  const { inputs, result, asked } = simulated
  const other = otherId === ONLY_DATA ? { name: t('simulator.scenarios.data'), typed: {} } : scenarios.find(({ id }) => id === otherId)
  return (
    <>
      <ScenarioBar scenarios={scenarios} typed={typed} scenarioId={scenarioId} otherId={otherId} change={change} />
      <div className="sim-grid">
        <InputPanel defaults={defaults} typed={typed} inputs={inputs} onType={type} onSetBack={setBack} />
        <div className="sim-results">
          {result ? (
            <>
              <VerdictStrip result={result} />
              <ResultCard result={result} inputs={inputs} />
              <ProfitChart result={result} defaults={defaults} />
              {other && <CompareCard defaults={defaults} mine={simulated} other={other} />}
              <BreakEvenCard result={result} />
            </>
          ) : (
            <AskedCard asked={asked} defaults={defaults} />
          )}
          <ClaimCard inputs={inputs} />
        </div>
      </div>
    </>
  )
}
