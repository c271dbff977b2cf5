import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import type { SimulationResult } from './use-simulation.ts'

/** Up to where each way still pays. */
export function BreakEvenCard({ result: { even } }: { result: SimulationResult }): ReactNode {
  const { t } = useTranslation()
  const { money, share, count } = useFormats()
  const say = (key: string, value: string | null): string =>
    value === null ? t(`simulator.even.${key}Never`) : t(`simulator.even.${key}`, { value })
  const exact = (value: number | null): string | null => (value === null ? null : money(value, { exact: true }))
  const lines = [
    ['winCost', say('winCost', exact(even.winCost))],
    [
      'newRetention',
      even.newRetention === 0
        ? t('simulator.even.newRetentionAny')
        : say('newRetention', even.newRetention === null ? null : share(even.newRetention))
    ],
    ['keepCost', say('keepCost', exact(even.keepCost))],
    ['careEffect', say('careEffect', even.careEffect === null ? null : count(even.careEffect * 100, 1))],
    ...(even.evenWinCost === null ? [] : [['evenWinCost', say('evenWinCost', exact(even.evenWinCost))] as const])
  ] as const
  return (
    <Card className="card-roomy sim-even" data-testid="sim-even">
      <div className="sim-title">
        <h2>{t('simulator.even.title')}</h2>
        <ExplainFigure id="f_sim_break_even" name={t('simulator.even.title')} />
      </div>
      <p className="muted">{t('simulator.even.text')}</p>
      <ul>
        {lines.map(([id, text]) => (
          <li key={id} data-testid={`sim-even-${id}`}>
            {text}
          </li>
        ))}
      </ul>
    </Card>
  )
}
