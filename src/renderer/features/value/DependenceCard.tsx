import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValueAnalysis } from '../../../shared/contract/value.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { listConcentrationFigures } from './concentration-figures.ts'
import { listBuyers } from './list-buyers.ts'
import { useBasis } from './use-basis.ts'
import { useValueChoices } from './value-choices.ts'

/** How much hangs on few customers, in the measures people ask for: Gini, Herfindahl, the largest and the three largest. */
export function DependenceCard({ analysis }: { analysis: ValueAnalysis }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const basis = useBasis()
  const scope = useValueChoices((choices) => choices.scope)
  const concentration = scope === 'all' ? analysis.concentration : analysis.concentrationWindow
  const { customers, herfindahl } = concentration
  const window = scope === 'all' ? null : analysis.window
  return (
    <Card className="card-roomy" data-testid="value-dependence">
      <h2>{t('value.even.title')}</h2>
      <p className="chart-takeaway">
        {herfindahl === null
          ? t('value.concentration.none')
          : t('value.even.takeaway', { equals: formats.count(1 / herfindahl), customers: formats.count(customers) })}
      </p>
      <dl className="fact-list">
        {listConcentrationFigures(concentration, formats, t).map(({ id, name, value, figure, worked }) => (
          <div key={id} data-testid={`dependence-${id}`}>
            <dt>
              {name}
              <ExplainFigure
                id={figure}
                name={name}
                value={value}
                worked={worked ?? null}
                window={window}
                asOf={analysis.asOf}
                fewData={customers < 30}
                customers={listBuyers(scope, customers, t)}
              />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="chart-note">{t('value.even.text')}</p>
      <p className="chart-basis">{basis({ asOf: analysis.asOf, window, customers, more: [t('value.revenueMeasure')] })}</p>
    </Card>
  )
}
