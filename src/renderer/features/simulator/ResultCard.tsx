import { IconAlertTriangle } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResolvedInputs } from '../../../shared/analytics/simulator/resolve-inputs.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { Card } from '../../ui/Card.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { useFormats, type Formats } from '../../ui/formats.tsx'
import { useVerdict } from './use-verdict.ts'
import type { SimulationResult } from './use-simulation.ts'

/** Which way leaves more, in a sentence: it stays in sight while the inputs are moved. */
export function VerdictStrip({ result }: { result: SimulationResult }): ReactNode {
  const verdict = useVerdict(result)
  return (
    <Card className="sim-strip">
      <h2 data-testid="sim-verdict">{verdict}</h2>
    </Card>
  )
}

/** What is left of the amount on either way, and when it is back. */
export function ResultCard({ result, inputs }: { result: SimulationResult; inputs: ResolvedInputs }): ReactNode {
  const { t } = useTranslation()
  const isFromCampaigns = inputs.winCost?.origin === 'data' || inputs.keepCost?.origin === 'data'
  return (
    <Card className="card-roomy sim-result" data-testid="sim-result">
      <div className="sim-ways">
        <Way way="win" result={result} />
        <Way way="keep" result={result} />
      </div>
      <Worth result={result} />
      {isFromCampaigns && (
        <p className="sim-caveat" data-testid="sim-caveat">
          <IconAlertTriangle size={17} stroke={1.7} aria-hidden />
          {t('simulator.onlyCampaigns')}
        </p>
      )}
      <p className="sim-supposes">{t('simulator.supposes')}</p>
    </Card>
  )
}

const last = (values: readonly number[]): number => values.at(-1) ?? 0

/** `50 × €39.20 − €1,000.00 = €960.00` */
function workProfit({ profit, reached, spent }: SimulationResult['win'], { money, count }: Formats): string | null {
  if (reached <= 0) return null
  const end = last(profit)
  return `${count(reached, 1)} × ${money((end + spent) / reached, { exact: true })} − ${money(spent, { exact: true })} = ${money(end, { exact: true })}`
}

/** What was got for the amount on a way: customers won; customers cared for, those who stay for it, and what was not spent. */
const FACTS: Readonly<Record<'win' | 'keep', (result: SimulationResult, formats: Formats, t: TFunction) => string[]>> = {
  win: ({ win }, formats, t) => [t('simulator.won', { count: writeHeads(win.reached, formats) })],
  keep: ({ keep, values }, formats, t) => {
    const stay = keep.reached * (Math.min(1, values.retention + values.careEffect) - values.retention)
    return [
      t('simulator.kept', { count: writeHeads(keep.reached, formats), stay: writeHeads(stay, formats) }),
      ...(keep.spent < values.amount - 1 ? [t('simulator.unspent', { spent: formats.money(keep.spent) })] : [])
    ]
  }
}

/** Few customers are told with a decimal: they are a mean. */
const writeHeads = (heads: number, { count }: Formats): string => count(heads, heads < 10 ? 1 : 0)

function Way({ way, result }: { way: 'win' | 'keep'; result: SimulationResult }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { profit, paybackMonth } = result[way]
  const months = result.values.horizon
  const payback = paybackMonth === null ? t('simulator.noPayback', { months }) : t('simulator.payback', { month: paybackMonth })
  return (
    <div className="sim-way" data-testid={`sim-way-${way}`}>
      <h3>
        <span className={`sim-key sim-key-${way}`} aria-hidden />
        {t(`simulator.${way}`)}
      </h3>
      <Figure
        label={t('simulator.profit', { months })}
        value={formats.money(last(profit))}
        note={payback}
        tone={paybackMonth === null ? 'attention' : 'plain'}
        explain={
          <ExplainFigure
            id={way === 'win' ? 'f_sim_profit_win' : 'f_sim_profit_keep'}
            name={t('simulator.profit', { months })}
            value={formats.money(last(profit))}
            unit="currency"
            worked={workProfit(result[way], formats)}
          />
        }
      />
      <ul>
        {FACTS[way](result, formats, t).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  )
}

/** What a customer is worth by a steady retention, and for every unit spent on winning one. */
function Worth({ result }: { result: SimulationResult }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { worthNew, worthExisting, values } = result
  const { margin, retention, newRetention, discount, winCost } = values
  const money = (value: number | null): string => (value === null ? '∞' : formats.money(value, { exact: true }))
  const ratio = worthNew === null ? null : worthNew / winCost
  const m = formats.money(margin, { exact: true })
  const [d, r, rNew] = [discount, retention, newRetention].map((value) => formats.count(value, 3))
  return (
    <dl className="sim-worth">
      <div data-testid="sim-worth-new">
        <dt>{t('simulator.valueNew')}</dt>
        <dd>
          {money(worthNew)}
          <ExplainFigure
            id="f_sim_clv_new"
            name={t('simulator.valueNew')}
            value={money(worthNew)}
            unit="currency"
            worked={worthNew === null ? null : `${m} × (1 + ${d}) / (1 + ${d} − ${rNew}) = ${money(worthNew)}`}
            notes={worthNew === null ? [t('simulator.endless')] : []}
          />
        </dd>
      </div>
      <div data-testid="sim-worth-existing">
        <dt>{t('simulator.valueExisting')}</dt>
        <dd>
          {money(worthExisting)}
          <ExplainFigure
            id="f_sim_clv"
            name={t('simulator.valueExisting')}
            value={money(worthExisting)}
            unit="currency"
            worked={worthExisting === null ? null : `${m} × ${r} / (1 + ${d} − ${r}) = ${money(worthExisting)}`}
            notes={worthExisting === null ? [t('simulator.endless')] : []}
          />
        </dd>
      </div>
      <div data-testid="sim-clv-cac">
        <dt>{t('simulator.ratioClv')}</dt>
        <dd>
          {ratio === null ? '∞' : formats.count(ratio, 1, true)}
          <ExplainFigure
            id="f_sim_clv_cac"
            name={t('simulator.ratioClv')}
            value={ratio === null ? '∞' : formats.count(ratio, 2)}
            unit="ratio"
            worked={ratio === null ? null : `${money(worthNew)} / ${money(winCost)} = ${formats.count(ratio, 2)}`}
          />
        </dd>
      </div>
    </dl>
  )
}
