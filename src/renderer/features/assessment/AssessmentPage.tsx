import './assessment.css'
import { Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { listRounds, tellNote } from '../../../shared/analytics/assessment/score-round.ts'
import { findAsked } from '../../../shared/analytics/assessment/statement-edits.ts'
import type { Assessment, Rating, Statement } from '../../../shared/contract/assessments.ts'
import type { Model } from '../../../shared/models/model.ts'
import { nameAsView } from '../../../shared/models/list-in-view.ts'
import { navigate } from '../../stores/route.ts'
import { useTopBar } from '../../stores/top-bar.ts'
import { useModelView } from '../../stores/views.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { BeginForm } from './BeginForm.tsx'
import { RatingView } from './RatingView.tsx'
import { ResultsView } from './ResultsView.tsx'
import { RoundBar } from './RoundBar.tsx'
import { StatementsView } from './StatementsView.tsx'
import { useRatings } from './use-ratings.ts'

/** Rating one model by several people in several rounds, and what it comes to. */
export function AssessmentPage({ modelId }: { modelId: string }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const model = useQuery(orpc.models.getModel.queryOptions({ input: { id: modelId } }))
  const inView = useModelView(model.data)
  const assessment = useQuery(orpc.assessments.getAssessment.queryOptions({ input: { modelId } }))
  const ratings = useRatings(modelId)
  const name = model.data ? text(model.data.name) : ''
  useTopBar({
    title: t('assessment.of', { model: name }),
    action: (
      <Button
        variant="default"
        onClick={() => {
          navigate({ screen: 'models', modelId })
        }}
        data-testid="assessment-model"
      >
        {t('assessment.toModel')}
      </Button>
    )
  })
  const failure = model.error ?? assessment.error ?? ratings.error
  if (failure)
    return (
      <div className="page">
        <ErrorNotice
          error={readError(failure)}
          onRetry={() => {
            for (const query of [model, assessment, ratings]) void query.refetch()
          }}
        />
      </div>
    )
  if (!inView || !assessment.data || !ratings.data)
    return (
      <p className="page muted" role="status">
        {t('assessment.loading')}
      </p>
    )
  return <OpenAssessment model={nameAsView(inView)} assessment={assessment.data} ratings={ratings.data} />
}

const VIEWS = ['rate', 'results', 'statements'] as const
type View = (typeof VIEWS)[number]

interface OpenAssessmentProps {
  model: Model
  assessment: Assessment
  ratings: readonly Rating[]
}

function OpenAssessment({ model, assessment, ratings }: OpenAssessmentProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const kept = listRounds(ratings)
  const [chosen, setChosen] = useState<string | null>(null)
  const [participant, setParticipant] = useState<string | null>(null)
  const [view, setView] = useState<View>(kept.length > 0 ? 'results' : 'rate')
  const round = chosen ?? kept.at(-1) ?? null
  const asked = findAsked(assessment, round)
  // A round that was just begun has no answer yet: it is listed all the same.
  const rounds = round === null || kept.includes(round) ? kept : [...kept, round]
  const begin = (name: string, inRound: string): void => {
    setChosen(inRound)
    setParticipant(name)
    setView('rate')
  }
  return (
    <div className="page" data-testid="assessment">
      <div className="page-inner assessment">
        <header className="assessment-head">
          <div>
            <h1>{text(assessment.title)}</h1>
            <p className="assessment-note">{text(tellNote(view === 'statements' ? findAsked(assessment, null) : asked))}</p>
          </div>
          <SegmentedControl
            value={view}
            onChange={(to) => {
              setView(VIEWS.find((each) => each === to) ?? 'rate')
            }}
            data={VIEWS.filter((each) => each !== 'results' || round !== null).map((each) => ({
              value: each,
              label: t(`assessment.${each}`)
            }))}
            aria-label={t('assessment.view')}
            data-testid="assessment-view"
          />
        </header>
        {view === 'statements' ? (
          <StatementsView assessment={assessment} model={model} ratings={ratings} rounds={rounds} />
        ) : round === null ? (
          <BeginForm assessment={asked} onBegin={begin} />
        ) : (
          <>
            <RoundBar
              modelId={model.id}
              assessment={asked}
              ratings={ratings}
              rounds={rounds}
              round={round}
              participant={view === 'rate' ? participant : null}
              isRating={view === 'rate'}
              onRound={(to) => {
                setChosen(to)
                setParticipant(null)
              }}
              onParticipant={setParticipant}
              onGone={() => {
                setChosen(null)
                setParticipant(null)
                if (kept.every((each) => each === round)) setView('rate')
              }}
            />
            {view === 'results' ? (
              <ResultsView assessment={assessment} model={model} ratings={ratings} rounds={kept} round={round} />
            ) : participant === null ? (
              <p className="muted assessment-who">{t('assessment.begin.name')}</p>
            ) : (
              <RatingView
                key={`${round} ${participant}`}
                place={{ modelId: model.id, round, participant }}
                assessment={asked}
                model={model}
                asked={listAsked(findAsked(assessment, null))}
                own={ratings.filter((rating) => rating.round === round && rating.participant === participant)}
                onDone={() => {
                  setView('results')
                }}
              />
            )}
          </>
        )}
        <footer className="assessment-sources">
          <h2 className="caption">{t('assessment.sources')}</h2>
          <ul>
            {assessment.sources.map(({ text: source, mark }) => (
              <li key={source.en}>
                {text(source)} <span className="muted">({t(`canvas.source.${mark.charAt(0)}`)})</span>
              </li>
            ))}
          </ul>
        </footer>
      </div>
    </div>
  )
}

function listAsked({ groups }: Assessment): ReadonlyMap<string, readonly Statement[]> {
  return new Map(groups.flatMap(({ elements }) => elements.map(({ elementId, statements }) => [elementId, statements] as const)))
}
