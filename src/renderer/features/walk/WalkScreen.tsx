import './walk.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import type { Metric } from '../../../shared/contract/models.ts'
import type { Walk } from '../../../shared/contract/walks.ts'
import { hasOwnMeaning, viewModel, type ModelView } from '../../../shared/models/apply-variant.ts'
import { findPairing } from '../../../shared/models/list-in-view.ts'
import type { Model } from '../../../shared/models/model.ts'
import { useCommand } from '../../stores/commands.ts'
import { useTopBar } from '../../stores/top-bar.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import type { Autosave } from '../../ui/autosave.ts'
import { ClosingPage } from './ClosingPage.tsx'
import { StepChips } from './StepChips.tsx'
import { StepPage } from './StepPage.tsx'
import { useAutosave } from '../../ui/use-autosave.ts'
import { useWalk, type WalkControl } from './use-walk.ts'
import { findNeighbour, findNextOpen, isAtStart, listPlaces } from './walk-order.ts'
import { WalkFoot } from './WalkFoot.tsx'

export interface WalkDiagram {
  model: Model
  /** The view that is walked. */
  inView: ModelView
  currentId: string | null
  doneIds: ReadonlySet<string>
}
interface WalkScreenProps {
  walkId: number
  /** Draws the model in small; the canvas is another feature's. */
  renderDiagram: (diagram: WalkDiagram) => ReactNode
  /** The way to write down a figure that customer data cannot hold; the canvas has it. */
  renderEntries: (metric: Metric) => ReactNode
}

/** One walk from wherever it stands: reading it, moving through it, closing it. */
export function WalkScreen({ walkId, renderDiagram, renderEntries }: WalkScreenProps): ReactNode {
  const { t } = useTranslation()
  const autosave = useAutosave()
  const control = useWalk(walkId, autosave)
  const { walk, error, retry } = control
  const model = useQuery({ ...orpc.models.getModel.queryOptions({ input: { id: walk?.modelId ?? '' } }), enabled: walk !== undefined })
  const failure = error ?? model.error
  if (failure)
    return (
      <div className="walk-message">
        <ErrorNotice
          error={readError(failure)}
          onRetry={() => {
            retry()
            void model.refetch()
          }}
        />
      </div>
    )
  if (!walk || !model.data)
    return (
      <p className="walk-message" role="status">
        {t('walk.loading')}
      </p>
    )
  return (
    <OpenWalk
      walk={walk}
      model={model.data}
      control={control}
      autosave={autosave}
      renderDiagram={renderDiagram}
      renderEntries={renderEntries}
    />
  )
}

interface OpenWalkProps {
  walk: Walk
  model: Model
  control: WalkControl
  autosave: Autosave
  renderDiagram: WalkScreenProps['renderDiagram']
  renderEntries: WalkScreenProps['renderEntries']
}

function OpenWalk({ walk, model: whole, control, autosave, renderDiagram, renderEntries }: OpenWalkProps): ReactNode {
  const { t } = useTranslation()
  const { text, date } = useFormats()
  const evidence = useQuery(orpc.models.getEvidence.queryOptions({ input: { modelId: walk.modelId } })).data
  const inView = useMemo(() => viewModel(whole, walk.view ?? undefined), [whole, walk.view])
  const { view: model, variant } = inView
  const places = listPlaces(walk, inView)
  const element = places.find((place) => place.element.id === walk.currentElementId)?.element ?? null
  const currentId = element?.id ?? null
  const entry = useQuery(orpc.walks.getEntry.queryOptions({ input: { modelId: walk.modelId, view: walk.view } })).data
  const isUnordered = entry?.order === 'any'
  const nextId = isUnordered ? findNextOpen(places, currentId) : findNeighbour(places, currentId, 1)
  const backId = findNeighbour(places, currentId, -1)
  const goNext = (): void => void control.go(nextId)
  const goBack = (): void => void (backId !== null && control.go(backId))
  useCommand('walk.next', goNext, element !== null)
  useCommand('walk.back', goBack, backId !== null)
  useTopBar({
    title: t('walk.of', { model: text(model.name) }),
    subtitle: [
      ...(variant ? [t('canvas.view', { name: text(variant.name) })] : []),
      date(walk.startedAt),
      ...(walk.participants ? [walk.participants] : [])
    ].join(' · ')
  })
  const page = useScrollToTop(currentId)
  const doneIds = new Set(places.flatMap((place) => (place.status === 'done' ? [place.element.id] : [])))
  const nextName = places.find((place) => place.element.id === nextId)?.element.name
  return (
    <div className="walk">
      <div className="walk-page" ref={page} tabIndex={-1}>
        <StepChips places={places} currentId={currentId} onGo={(id) => void control.go(id)} />
        {control.refusal &&
          (control.refusal === 'unsaved' ? (
            <p className="walk-problem" role="alert" data-testid="walk-refusal">
              {t('walk.leaveFailed')}
            </p>
          ) : (
            <ErrorNotice error={control.refusal} />
          ))}
        {element ? (
          <StepPage
            key={element.id}
            walk={walk}
            model={model}
            places={places}
            element={element}
            pairing={findPairing(inView, element.id)}
            evidence={hasOwnMeaning(variant, element.id) ? undefined : evidence?.elements.find((each) => each.id === element.id)}
            autosave={autosave}
            entry={entry && isAtStart(places, currentId, isUnordered) ? entry : null}
            isUnordered={isUnordered}
            renderEntries={renderEntries}
            diagram={renderDiagram({ model: whole, inView, currentId, doneIds })}
          />
        ) : (
          <ClosingPage
            walk={walk}
            model={model}
            places={places}
            autosave={autosave}
            onGo={(id) => void control.go(id)}
            onFinish={() => void control.finish()}
          />
        )}
      </div>
      <WalkFoot
        autosave={autosave}
        nextName={nextName ? text(nextName) : null}
        isAtClosing={element === null}
        isFirst={backId === null}
        isMoving={control.isMoving}
        onBack={goBack}
        onSkip={() => void control.go(nextId, 'skipped')}
        onNext={goNext}
        choices={
          isUnordered
            ? places
                .filter((place) => place.element.id !== currentId)
                .map((place) => ({ id: place.element.id, name: text(place.element.name), isDone: place.status === 'done' }))
            : []
        }
        onChoose={(id) => void control.go(id)}
      />
    </div>
  )
}

/** A new step starts at its top, with the keyboard there too. */
function useScrollToTop(currentId: string | null): React.RefObject<HTMLDivElement | null> {
  const page = useRef<HTMLDivElement>(null)
  const shownId = useRef(currentId)
  useEffect(() => {
    if (shownId.current === currentId) return
    shownId.current = currentId
    page.current?.scrollTo({ top: 0 })
    page.current?.focus({ preventScroll: true })
  }, [currentId])
  return page
}
