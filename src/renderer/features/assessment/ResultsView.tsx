import { NativeSelect } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { findLevel } from '../../../shared/analytics/assessment/practice.ts'
import { scoreRound, type RoundResult } from '../../../shared/analytics/assessment/score-round.ts'
import type { Assessment, Rating } from '../../../shared/contract/assessments.ts'
import type { Model } from '../../../shared/models/model.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { Card } from '../../ui/Card.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { formatChange, formatTenth } from '../../../shared/i18n/tenths.ts'
import { SCORE_FIGURES } from './assessment-figures.ts'
import { GapCard } from './GapCard.tsx'
import { nameRounds } from './name-rounds.ts'
import { RadarCard } from './RadarCard.tsx'
import { ReadinessCards } from './ReadinessCards.tsx'
import { SpreadCard } from './SpreadCard.tsx'
import { workMean } from './work-mean.ts'

interface ResultsViewProps {
  assessment: Assessment
  model: Model
  ratings: readonly Rating[]
  /** Oldest first. */
  rounds: readonly string[]
  round: string
}

/** What a round says: the score, the radar beside an earlier round, where intention and reality part, where raters differ. */
export function ResultsView({ assessment, model, ratings, rounds, round }: ResultsViewProps): ReactNode {
  const { t } = useTranslation()
  const { date, time, text } = useFormats()
  const names = nameRounds(rounds, assessment.roundNames, date, time)
  const earlier = rounds.filter((each) => each < round).at(-1)
  const [chosen, setChosen] = useState<string | null>(null)
  const others = rounds.filter((each) => each !== round)
  const compared = chosen === '' ? undefined : (others.find((each) => each === chosen) ?? earlier)
  const result = scoreRound(assessment, ratings, round)
  const before = compared === undefined ? null : scoreRound(assessment, ratings, compared)
  const nameOf = (elementId: string): string => {
    const element = model.elements.find(({ id }) => id === elementId)
    return element ? text(element.name) : elementId
  }
  const roundNames = { now: names.get(round) ?? date(round), before: compared === undefined ? '' : (names.get(compared) ?? '') }
  return (
    <div className="results" data-testid="assessment-results">
      <div className="results-head">
        <ScoreCard assessment={assessment} result={result} before={before} nameOf={nameOf} />
        {others.length > 0 && (
          <NativeSelect
            label={t('assessment.compare')}
            value={compared ?? ''}
            onChange={(event) => {
              setChosen(event.currentTarget.value)
            }}
            data={[
              { value: '', label: t('assessment.compareNone') },
              ...[...others].reverse().map((each) => ({ value: each, label: names.get(each) ?? each }))
            ]}
            data-testid="assessment-compare"
          />
        )}
      </div>
      {result.readiness && <ReadinessCards assessment={assessment} readiness={result.readiness} nameOf={nameOf} />}
      <div className="results-radars">
        {assessment.groups.map((group, index) => (
          <RadarCard
            key={group.id}
            group={group}
            result={result.groups[index]}
            before={before?.groups[index] ?? null}
            roundNames={roundNames}
            modelId={model.id}
            targets={assessment.targets}
            nameOf={nameOf}
          />
        ))}
      </div>
      <GapCard result={result} nameOf={nameOf} />
      <SpreadCard result={result} nameOf={nameOf} />
    </div>
  )
}

interface ScoreCardProps {
  assessment: Assessment
  result: RoundResult
  before: RoundResult | null
  nameOf: (elementId: string) => string
}

function ScoreCard({ assessment, result, before, nameOf }: ScoreCardProps): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const { score } = result
  const lacking = result.elements.flatMap(({ statements }) => statements.flatMap(({ lackingEvidence }) => lackingEvidence)).length
  const level = score === null || assessment.kind !== 'maturity' ? '' : ` · ${t(`assessment.level.l${String(findLevel(score))}`)}`
  const change = score === null || before?.score == null ? '' : ` · ${formatChange(score, before.score, language)}`
  return (
    <Card className="card-roomy score-card" data-testid="assessment-score">
      <Figure
        label={t(`assessment.score.${assessment.kind}`)}
        value={score === null ? null : t('assessment.ofHundred', { score: formatTenth(score, language) })}
        note={`${level}${change}`.replace(/^ · /, '')}
        explain={<ScoreExplanation assessment={assessment} result={result} before={before} nameOf={nameOf} />}
      />
      <ul className="score-facts">
        <li>{t('assessment.coverage', { answered: result.answered, total: result.statements })}</li>
        {result.participants.length > 0 && <li>{t('assessment.ratersOf', { names: result.participants.join(', ') })}</li>}
        {assessment.kind === 'steps' && score !== null && (
          <li data-testid="assessment-advice">
            {result.firstWeak === null ? t('assessment.weakNone') : t('assessment.weak', { name: nameOf(result.firstWeak) })}
          </li>
        )}
        {lacking > 0 && <li data-testid="assessment-lacking">{t('assessment.lackingEvidence', { number: lacking })}</li>}
        <li className="muted">{t('assessment.inReport')}</li>
      </ul>
    </Card>
  )
}

/** The mean of the elements with its numbers put in, and the other round it is compared with. */
function ScoreExplanation({ assessment, result, before, nameOf }: ScoreCardProps): ReactNode {
  const { t } = useTranslation()
  const { count, language } = useFormats()
  const { score, elements, answered, statements, participants, readiness } = result
  const write = (value: number): string => formatTenth(value, language)
  // The readiness index is of the processes alone, each with its importance.
  const parts = readiness
    ? readiness.processes.map(({ elementId, ready, importance }) => ({
        elementId,
        score: importance === null ? null : ready,
        weight: importance ?? 0
      }))
    : elements
  const scored = parts.flatMap(({ elementId, score: own }) => (own === null ? [] : [[nameOf(elementId), write(own)] as const]))
  return (
    <ExplainFigure
      id={SCORE_FIGURES[assessment.kind]}
      name={t(`assessment.score.${assessment.kind}`)}
      value={score === null ? null : t('assessment.ofHundred', { score: write(score) })}
      worked={workMean(parts, score, write)}
      facts={[
        ...scored,
        [t('assessment.explained.answered'), t('assessment.answered', { answered: count(answered), total: count(statements) })],
        ...(participants.length > 0 ? [[t('assessment.explained.raters'), participants.join(', ')] as const] : []),
        ...(before?.score == null ? [] : [[t('assessment.table.before'), write(before.score)] as const])
      ]}
      unit="0–100"
      notes={answered < statements ? [t('assessment.explained.partial')] : []}
    />
  )
}
