import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ELEMENT_STATES, type ElementState, type ListedModel } from '../../../shared/contract/models.ts'
import type { WalkSummary } from '../../../shared/contract/walks.ts'
import { hasEvidence } from '../../../shared/models/hold.ts'
import { nameView, type ModelView } from '../../../shared/models/apply-variant.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { useModels } from '../../api/models.ts'
import { navigate } from '../../stores/route.ts'
import { useModelView } from '../../stores/views.ts'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { MiniDiagram } from './MiniDiagram.tsx'
import './models.css'

/** A menu over a card's corner, put there by the screen. */
export type CardMenu = (model: ListedModel) => ReactNode

/** One card per model found. */
export function ModelCards({ menuOf, lastCard }: { menuOf?: CardMenu; lastCard?: ReactNode }): ReactNode {
  const models = useModels()
  const walks = useQuery(orpc.walks.listWalks.queryOptions())
  return (
    <Answer query={models}>
      {({ models: list }) => (
        <div className="model-cards">
          {list.map((model) => (
            <div key={model.id} className="model-card-place">
              <ModelCard model={model} walks={(walks.data ?? []).filter(({ modelId }) => modelId === model.id)} />
              {menuOf && <div className="model-card-menu">{menuOf(model)}</div>}
            </div>
          ))}
          {lastCard}
        </div>
      )}
    </Answer>
  )
}

function ModelCard({ model, walks }: { model: ListedModel; walks: readonly WalkSummary[] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const inView = useModelView(model)
  const states = useStates(inView)
  const view = nameView(model, inView.variant?.id)
  const walked = walks.filter((walk) => walk.view === view)
  const farthest = Math.max(0, ...walked.map(({ doneSteps, steps }) => (steps === 0 ? 0 : doneSteps / steps)))
  const { profile } = model
  const summary = formats.text(model.summary)
  return (
    <Card
      className="model-card"
      onClick={() => {
        navigate({ screen: 'models', modelId: model.id })
      }}
      data-testid={`model-card-${model.id}`}
    >
      <MiniDiagram model={model} states={states} />
      <h3>{formats.text(model.name)}</h3>
      {model.own === true && (
        <p className="model-card-own" data-testid={`card-own-${model.id}`}>
          {t('gallery.own')}
        </p>
      )}
      {view !== null && inView.variant && (
        <p className="muted model-card-view" data-testid={`card-view-${model.id}`}>
          {t('canvas.view', { name: formats.text(inView.variant.name) })}
        </p>
      )}
      {profile && (
        <p className="model-card-fits">
          {formats.text(profile.fits)} <span className="faint">{t(`canvas.source.${profile.source.charAt(0)}`)}.</span>
        </p>
      )}
      {!profile && summary !== '' && <p className="model-card-fits">{summary}</p>}
      {profile && (
        <dl className="model-card-profile">
          <dt>{t('gallery.strongest')}</dt>
          <dd>{formats.text(profile.strongest)}</dd>
          <dt>{t('gallery.weakest')}</dt>
          <dd>
            {formats.text(profile.weakest)} <span className="faint">({t('gallery.ours')})</span>
          </dd>
        </dl>
      )}
      <div className="model-card-foot">
        <StateCounts states={[...states.values()]} />
        <span className="muted model-card-facts">
          {t('gallery.steps', { count: inView.view.walk.length })} ·{' '}
          {walked.length > 0 ? t('gallery.walked', { share: formats.share(farthest, 0) }) : t('gallery.notWalked')}
        </span>
      </div>
    </Card>
  )
}

const NO_STATES: ReadonlyMap<string, ElementState> = new Map()

/** State of each element that has figures or segments of its own in the view; empty until the data has answered. */
function useStates({ view }: ModelView): ReadonlyMap<string, ElementState> {
  const { data } = useQuery(orpc.models.getEvidence.queryOptions({ input: { modelId: view.id } }))
  return useMemo(() => {
    if (!data) return NO_STATES
    // What means something else in the view has lost its figures and segments there, so it has no evidence.
    const own = new Set(view.elements.filter(hasEvidence).map(({ id }) => id))
    return new Map(data.elements.flatMap(({ id, state }) => (own.has(id) ? [[id, state] as const] : [])))
  }, [data, view])
}

/** How many elements are in each state. */
function StateCounts({ states }: { states: readonly ElementState[] }): ReactNode {
  const { t } = useTranslation()
  const counted = ELEMENT_STATES.flatMap((state) => {
    const count = states.filter((each) => each === state).length
    return count > 0 ? [{ state, count }] : []
  })
  return (
    <ul className="model-card-states" aria-label={t('gallery.states')}>
      {counted.map(({ state, count }) => (
        <li key={state}>
          <StateMark state={state} />
          {count}
        </li>
      ))}
    </ul>
  )
}
