import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../api/client.ts'
import type { Action } from '../../../shared/contract/plan.ts'
import type { Walk } from '../../../shared/contract/walks.ts'
import { isStepWritten, listGiven } from '../../../shared/domain/written-step.ts'
import type { Model } from '../../../shared/models/model.ts'
import { useFormats } from '../../ui/formats.tsx'
import type { Autosave } from '../../ui/autosave.ts'
import { DraftField } from '../../ui/DraftField.tsx'
import { ReportButtons } from './ReportButtons.tsx'
import { ScoreChart } from './ScoreChart.tsx'
import type { WalkPlace } from './walk-order.ts'

interface ClosingPageProps {
  walk: Walk
  model: Model
  places: readonly WalkPlace[]
  autosave: Autosave
  onGo: (elementId: string) => void
  onFinish: () => void
}

/** What the group leaves with: every step's score, decision and actions, who took part, and the report. */
export function ClosingPage({ walk, model, places, autosave, onGo, onFinish }: ClosingPageProps): ReactNode {
  const { t } = useTranslation()
  const { text, date } = useFormats()
  const actions = useQuery(orpc.plan.listActions.queryOptions({ input: { walkId: walk.id } })).data ?? []
  return (
    <div className="walk-columns" data-testid="walk-closing">
      <div className="walk-main">
        <header>
          <p className="walk-quiet">{text(model.name)}</p>
          <h1>{t('walk.summary')}</h1>
        </header>
        {places.map((place) => (
          <StepSummary
            key={place.element.id}
            place={place}
            walk={walk}
            actions={actions.filter((action) => action.elementId === place.element.id)}
            onGo={onGo}
          />
        ))}
      </div>
      <aside className="walk-side">
        <div className="card card-roomy walk-card">
          <section>
            <h3 className="caption">{t('walk.scores')}</h3>
            <ScoreChart walk={walk} places={places} />
            <p className="walk-quiet">{t('walk.maturityOurs')}</p>
          </section>
          <DraftField
            name="participants"
            label={t('walk.participants')}
            placeholder={t('walk.participantsHere')}
            initial={walk.participants}
            minRows={1}
            autosave={autosave}
            save={(participants) => client.walks.saveParticipants({ walkId: walk.id, participants })}
            data-testid="walk-participants"
          />
          {walk.finishedAt === null ? (
            <FinishWalk isEmpty={!walk.stepList.some((step) => isStepWritten(step, actions))} onFinish={onFinish} />
          ) : (
            <p className="walk-finished" data-testid="walk-finished">
              {t('walk.finished', { date: date(walk.finishedAt) })}
            </p>
          )}
          <ReportButtons walk={walk} model={model} />
        </div>
      </aside>
    </div>
  )
}

/** Finishing; a walk in which nothing was written asks once before. */
function FinishWalk({ isEmpty, onFinish }: { isEmpty: boolean; onFinish: () => void }): ReactNode {
  const { t } = useTranslation()
  const [isAsking, setIsAsking] = useState(false)
  if (isAsking && isEmpty)
    return (
      <section role="alertdialog" aria-labelledby="walk-finish-question" data-testid="walk-finish-empty">
        <p id="walk-finish-question" className="walk-finish-lead">
          {t('walk.finishEmpty')}
        </p>
        <div className="action-buttons">
          <Button size="xs" onClick={onFinish} data-testid="walk-finish-anyway">
            {t('walk.finishAnyway')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            autoFocus
            onClick={() => {
              setIsAsking(false)
            }}
            data-testid="walk-finish-not"
          >
            {t('walk.finishNot')}
          </Button>
        </div>
      </section>
    )
  return (
    <section>
      <p className="walk-quiet walk-finish-lead">{t('walk.finishLead')}</p>
      <Button
        fullWidth
        onClick={() => {
          if (isEmpty) setIsAsking(true)
          else onFinish()
        }}
        data-testid="walk-finish"
      >
        {t('walk.finish')}
      </Button>
    </section>
  )
}

interface StepSummaryProps {
  place: WalkPlace
  walk: Walk
  actions: readonly Action[]
  onGo: (elementId: string) => void
}

function StepSummary({ place: { element, number, status }, walk, actions, onGo }: StepSummaryProps): ReactNode {
  const { t } = useTranslation()
  const { text, date } = useFormats()
  const step = walk.stepList.find((each) => each.elementId === element.id)
  const answered = step?.answers.filter((answer) => answer.trim() !== '').length ?? 0
  // Done without an answer: what made it so is said instead, or the two would contradict each other.
  const given = status === 'done' && answered === 0 && step ? listGiven(step, actions) : []
  const score = step?.score ? `${String(step.score)} ${t(`walk.score.s${String(step.score)}`)}` : t('walk.scoreNone')
  const facts = [
    given.length > 0 ? given.map((each) => t(`walk.given.${each}`)).join(', ') : t(`walk.status.${status}`),
    ...(element.questions.length > 0 ? [t('walk.answered', { answered, total: element.questions.length })] : []),
    score
  ]
  return (
    <section className="card walk-summary" data-testid={`walk-summary-${element.id}`}>
      <header>
        <h2>
          <span className="walk-number">{number}</span>
          <button
            type="button"
            className="walk-title-link"
            aria-label={t('walk.goTo', { name: text(element.name) })}
            onClick={() => {
              onGo(element.id)
            }}
          >
            {text(element.name)}
          </button>
        </h2>
        <span className="walk-quiet" data-testid={`walk-facts-${element.id}`}>
          {facts.join(' · ')}
        </span>
      </header>
      <p className={step?.decision ? undefined : 'walk-quiet'}>{step?.decision || t('walk.noDecision')}</p>
      {step?.actionDraft && (
        <p className="walk-quiet" data-testid={`walk-draft-${element.id}`}>
          {t('walk.draftLeft', { title: step.actionDraft.title || t('walk.untitledAction') })}
        </p>
      )}
      {actions.length > 0 && (
        <ul className="summary-actions">
          {actions.map((action) => (
            <li key={action.id}>
              {action.title}{' '}
              <span className="walk-quiet">
                {action.owner} · {date(action.dueDate)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
