import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ElementEvidence, Metric, SegmentEvidence } from '../../../shared/contract/models.ts'
import { segmentColor } from '../../../shared/domain/segment-colors.ts'
import { formatDifference, formatFigure } from '../../../shared/i18n/figures.ts'
import { asksAttention } from '../../../shared/models/element-state.ts'
import { formatOperand, linkOperands, type Operand } from '../../../shared/models/format-operand.ts'
import { BringIn } from '../../api/BringIn.tsx'
import { showCustomers } from '../../stores/route.ts'
import { ExplainMetric } from '../../api/ExplainMetric.tsx'
import { ExplainSegment } from '../../api/ExplainSegment.tsx'
import { Card } from '../../ui/Card.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { SegmentDot } from '../../ui/StatePill.tsx'
import { chooseCards, listByHand, listMissing, listMissingKinds } from './evidence-cards.ts'

interface EvidenceCardsProps {
  evidence: ElementEvidence
  /** As it stood when the step was left: nothing is written into it any more. */
  isKept: boolean
  /** The way to write down a figure that customer data cannot hold. */
  renderEntries: (metric: Metric) => ReactNode
}

/** What the data say about a step, as three figures at most; each leads to the customers behind it. */
export function EvidenceCards({ evidence, isKept, renderEntries }: EvidenceCardsProps): ReactNode {
  const { t } = useTranslation()
  const { text, currency, language } = useFormats()
  const cards = chooseCards(evidence)
  const missing = listMissing(evidence)
  const byHand = listByHand(evidence)
  return (
    <section aria-label={t(isKept ? 'walk.evidenceKept' : 'walk.evidence')} data-testid="walk-evidence">
      {isKept && <p className="walk-quiet walk-kept">{t('walk.evidenceKept')}</p>}
      {cards.length > 0 && (
        <div className="evidence-cards">
          {cards.map((card) =>
            card.kind === 'metric' ? (
              <MetricCard key={card.metric.id} metric={card.metric} />
            ) : (
              <SegmentCard key={card.segment.id} segment={card.segment} isKept={isKept} />
            )
          )}
        </div>
      )}
      {cards.length === 0 && byHand.length === 0 && (
        <div className="walk-empty">
          <p>{t('walk.noEvidence')}</p>
          <BringIn kinds={listMissingKinds(evidence)}>
            {(open) => (
              <Button variant="default" onClick={open} data-testid="walk-bring">
                {t('walk.bring')}
              </Button>
            )}
          </BringIn>
        </div>
      )}
      {!isKept && byHand.length > 0 && (
        <ul className="walk-entries" aria-label={t('walk.byHand')} data-testid="walk-entries">
          {byHand.map((metric) => (
            <li key={metric.id}>
              <span>
                {text(metric.kpi.name)}{' '}
                <span className="walk-quiet">
                  {metric.value === null ? t('walk.byHandNone') : formatFigure(metric.value, metric.kpi.unit, currency, language)}
                </span>
              </span>
              {renderEntries(metric)}
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && <p className="walk-quiet">{t('walk.missing', { names: missing.map(text).join(' · ') })}</p>}
    </section>
  )
}

function SegmentCard({ segment, isKept }: { segment: SegmentEvidence; isKept: boolean }): ReactNode {
  const { t } = useTranslation()
  const { text, count, share } = useFormats()
  const notes = [
    ...(segment.share === null ? [] : [t('walk.ofCustomers', { share: share(segment.share) })]),
    ...(segment.revenueShare === null ? [] : [t('walk.ofRevenue', { share: share(segment.revenueShare) })])
  ]
  return (
    <Card
      // What is kept is explained by what was kept: today's members would not be those.
      {...(isKept ? {} : { corner: <ExplainSegment id={segment.id} name={text(segment.name)} /> })}
      onClick={() => {
        showCustomers({ segmentId: segment.id })
      }}
      data-testid={`walk-segment-${segment.id}`}
    >
      <div className="walk-card-dot">
        <SegmentDot color={segmentColor(segment.id)} />
      </div>
      <Figure label={text(segment.name)} value={count(segment.customers ?? 0)} note={notes.join(' · ')} />
    </Card>
  )
}

function MetricCard({ metric }: { metric: Metric }): ReactNode {
  const { t } = useTranslation()
  const { text, language, currency, date } = useFormats()
  const operand = (part: Operand, amount: number): string => formatOperand(metric.id, part, amount, currency, language)
  const { kpi, value, previous, numerator, denominator } = metric
  const difference = value === null || previous === null ? null : value - previous
  const link = linkOperands(kpi)
  // What is spread over a base is the figure itself: only the base is news.
  const counted = link === 'across' ? '' : operand('numerator', numerator ?? 0)
  const base = link === 'across' && metric.denominatorName ? ` ${text(metric.denominatorName)}` : ''
  const notes = [
    ...(numerator !== null && denominator !== null
      ? [`${counted} ${t(`canvas.panel.${link}`)} ${operand('denominator', denominator)}${base}`.trim()]
      : []),
    ...(difference === null ? [] : [t('walk.previous', { difference: formatDifference(difference, kpi.unit, currency, language) })]),
    ...(metric.enteredAt === null ? [] : [t('evidenceEdit.byHandOn', { date: date(metric.enteredAt) })]),
    ...(metric.enteredByHand ? [t('evidenceEdit.byHand')] : []),
    ...(metric.fewData ? [t('walk.fewData')] : [])
  ]
  const figure = (
    <Figure
      label={text(kpi.name)}
      value={value === null ? null : formatFigure(value, kpi.unit, currency, language)}
      note={notes.join(' · ')}
      tone={asksAttention(metric) ? 'attention' : 'plain'}
    />
  )
  const testid = `walk-metric-${metric.id}`
  const corner = <ExplainMetric metric={metric} />
  if (!metric.listable)
    return (
      <Card data-testid={testid} corner={corner}>
        {figure}
      </Card>
    )
  return (
    <Card
      corner={corner}
      onClick={() => {
        showCustomers({ metric: { id: metric.id, part: 'numerator' } })
      }}
      data-testid={testid}
    >
      {figure}
    </Card>
  )
}
