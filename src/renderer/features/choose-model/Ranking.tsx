import { Button } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type ChoiceOutcome, formatPoints, writeTotal } from '../../../shared/models/describe-choice.ts'
import type { Model } from '../../../shared/models/model.ts'
import type { ChoiceReason, ChosenAnswer, RankedModel } from '../../../shared/models/model-choice.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { StatePill } from '../../ui/StatePill.tsx'

/** With fewer answers than this the order says little (ours). */
const THIN = 3

/** The models in order, each with every reason for and against; without an answer, no order at all. */
export function Ranking({ outcome: { chosen, ranking }, models }: { outcome: ChoiceOutcome; models: readonly Model[] }): ReactNode {
  const { t } = useTranslation()
  const counted = chosen.filter(({ answer }) => answer !== null)
  const fromData = counted.filter(({ from }) => from === 'data').length
  const [first, second] = ranking
  if (ranking.length === 0)
    return (
      <div data-testid="ranking-none">
        <EmptyState icon={<IconScale size={40} stroke={1.2} />} title={t('choose.none')} text={t('choose.noneText')} />
      </div>
    )
  const widest = Math.max(1, ...ranking.map(({ total }) => Math.abs(total)))
  return (
    <>
      <p className="choose-basis" role="status" data-testid="ranking-basis">
        {t('choose.basis', { answered: counted.length, total: chosen.length, data: fromData, person: counted.length - fromData })}
        {counted.length < THIN && <strong> {t('choose.thin')}</strong>}
        {ranking.some(({ isTied }) => isTied) && ` ${t('choose.tiedText')}`}
      </p>
      <ol className="choose-ranking">
        {ranking.map((ranked) => (
          <RankedCard key={ranked.modelId} {...{ ranked, chosen, widest }} model={models.find(({ id }) => id === ranked.modelId)} />
        ))}
      </ol>
      {first && second && (
        <Button
          variant="light"
          onClick={() => {
            navigate({ screen: 'compare', view: 'pair', leftId: first.modelId, rightId: second.modelId })
          }}
        >
          {t('choose.compareTwo')}
        </Button>
      )}
      <p className="muted choose-rule">{t('choose.rule')}</p>
    </>
  )
}

interface RankedCardProps {
  ranked: RankedModel
  model: Model | undefined
  chosen: readonly ChosenAnswer[]
  /** The largest total, which the bars are drawn against. */
  widest: number
}

function RankedCard({ ranked, model, chosen, widest }: RankedCardProps): ReactNode {
  const { t } = useTranslation()
  const { text, language } = useFormats()
  if (!model) return null
  return (
    <li>
      <Card className="choose-ranked" data-testid={`ranked-${model.id}`} aria-label={text(model.name)}>
        <header>
          <span className="choose-place">{ranked.place}</span>
          <h2>{text(model.name)}</h2>
          {ranked.isTied && <StatePill tone="plain">{t('choose.tied')}</StatePill>}
          <span className="choose-total">{writeTotal(ranked.total, language)}</span>
        </header>
        <div className="choose-bar" aria-hidden>
          <span style={{ width: `${(Math.max(0, ranked.total) / widest) * 100}%` }} />
        </div>
        <Reasons title={t('choose.speaksFor')} nothing={t('choose.nothingFor')} reasons={ranked.speaksFor} chosen={chosen} />
        <Reasons title={t('choose.speaksAgainst')} nothing={t('choose.nothingAgainst')} reasons={ranked.speaksAgainst} chosen={chosen} />
        <Button
          variant="subtle"
          size="compact-sm"
          className="choose-open"
          onClick={() => {
            navigate({ screen: 'models', modelId: model.id })
          }}
        >
          {t('choose.open')}
        </Button>
      </Card>
    </li>
  )
}

interface ReasonsProps {
  title: string
  nothing: string
  reasons: readonly ChoiceReason[]
  chosen: readonly ChosenAnswer[]
}

function Reasons({ title, nothing, reasons, chosen }: ReasonsProps): ReactNode {
  if (reasons.length === 0) return <p className="muted choose-none">{nothing}</p>
  return (
    <>
      <h3 className="caption">{title}</h3>
      <ul className="choose-reasons">
        {reasons.map((reason) => (
          <Reason key={reason.questionId} reason={reason} chosen={chosen} />
        ))}
      </ul>
    </>
  )
}

function Reason({ reason, chosen }: { reason: ChoiceReason; chosen: readonly ChosenAnswer[] }): ReactNode {
  const { t } = useTranslation()
  const { text, language } = useFormats()
  const answer = chosen.find(({ question }) => question.id === reason.questionId)?.answer
  return (
    <li>
      <span className={reason.points > 0 ? 'choose-points' : 'choose-points choose-points-against'}>
        {formatPoints(reason.points, language)}
      </span>
      <span>
        {text(reason.reason)}
        <small>
          {answer && t(reason.from === 'data' ? 'choose.becauseData' : 'choose.because', { answer: text(answer.text) })} ·{' '}
          {t(`canvas.source.${reason.mark.slice(0, 1)}`)}
        </small>
      </span>
    </li>
  )
}
