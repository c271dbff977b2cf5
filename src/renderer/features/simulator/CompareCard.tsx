import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { INPUT_IDS, type SimulatorDefaults, type TypedInputs } from '../../../shared/contract/simulator.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { writeInput } from './input-units.ts'
import { useSimulation, type Simulated, type SimulationResult } from './use-simulation.ts'

interface CompareCardProps {
  defaults: SimulatorDefaults
  mine: Simulated
  other: { readonly name: string; readonly typed: TypedInputs }
}
const last = (values: readonly number[]): number => values.at(-1) ?? 0

/** Two scenarios side by side: what comes out, and what went in otherwise. */
export function CompareCard({ defaults, mine, other }: CompareCardProps): ReactNode {
  const { t } = useTranslation()
  const theirs = useSimulation(defaults, other.typed)
  return (
    <Card className="card-roomy sim-compare" data-testid="sim-compare">
      <h2>
        {t('simulator.scenarios.compare')}: {other.name}
      </h2>
      {mine.result && theirs.result ? (
        <Outcomes mine={mine.result} theirs={theirs.result} name={other.name} />
      ) : (
        <p className="muted">{t('simulator.scenarios.incomplete')}</p>
      )}
      <Differences mine={mine} theirs={theirs} name={other.name} />
    </Card>
  )
}

function Outcomes({ mine, theirs, name }: { mine: SimulationResult; theirs: SimulationResult; name: string }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const month = (value: number | null): string => (value === null ? '—' : t('simulator.chart.month', { month: value }))
  const ratio = ({ worthNew, values }: SimulationResult): string => (worthNew === null ? '∞' : formats.count(worthNew / values.winCost, 1))
  const write = (result: SimulationResult): string[] => [
    formats.money(last(result.win.profit)),
    month(result.win.paybackMonth),
    formats.money(last(result.keep.profit)),
    month(result.keep.paybackMonth),
    ratio(result)
  ]
  const names = [
    `${t('simulator.win')}: ${t('simulator.left')}`,
    `${t('simulator.win')}: ${t('simulator.backIn')}`,
    `${t('simulator.keep')}: ${t('simulator.left')}`,
    `${t('simulator.keep')}: ${t('simulator.backIn')}`,
    t('simulator.ratioClv')
  ]
  const [left, right] = [write(mine), write(theirs)]
  return (
    <Columns head={t('simulator.scenarios.figure')} name={name} rows={names.map((each, at) => [each, left[at] ?? '', right[at] ?? ''])} />
  )
}

function Differences({ mine, theirs, name }: { mine: Simulated; theirs: Simulated; name: string }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const write = ({ inputs }: Simulated, id: (typeof INPUT_IDS)[number]): string => {
    const input = inputs[id]
    return input ? writeInput(id, input.value, formats, (unit) => t(`simulator.units.${unit}`, { defaultValue: '' })) : '—'
  }
  const rows = INPUT_IDS.map((id) => [t(`simulator.inputs.${id}.name`), write(mine, id), write(theirs, id)] as const).filter(
    ([, left, right]) => left !== right
  )
  if (rows.length === 0) return <p className="muted">{t('simulator.scenarios.same')}</p>
  return (
    <>
      <Caption as="h3">{t('simulator.scenarios.inputsDiffer')}</Caption>
      <Columns head={t('simulator.scenarios.value')} name={name} rows={rows} />
    </>
  )
}

function Columns({ head, name, rows }: { head: string; name: string; rows: readonly (readonly string[])[] }): ReactNode {
  const { t } = useTranslation()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>{head}</th>
          <th className="num">{t('simulator.scenarios.current')}</th>
          <th className="num">{name}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...cells]) => (
          <tr key={first}>
            <td>{first}</td>
            {cells.map((cell, at) => (
              <td key={at} className="num">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
