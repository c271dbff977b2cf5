import { Button } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { haveOwnNumbers } from '../../../../shared/diagrams/own-numbers.ts'
import { readError } from '../../../api/errors.ts'
import { useModels } from '../../../api/models.ts'
import { resumeWalk } from '../../../api/walks.ts'
import { useCommand } from '../../../stores/commands.ts'
import { usePanel } from '../../../stores/panel.ts'
import { navigate, useHere } from '../../../stores/route.ts'
import { readView } from '../../../stores/views.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { notifyError } from '../../../ui/notify.tsx'
import { useShapeLabel } from '../present/use-shape-label.ts'
import { useSteps } from '../present/use-steps.ts'
import { useDiagram } from '../store/use-diagram.ts'
import { WalkClosing } from './WalkClosing.tsx'
import { WalkStep } from './WalkStep.tsx'
import '../links/links.css'
import '../present/present.css'
import './diagram-walk.css'

interface DiagramWalkProps {
  /** The shape to begin at; without it, the first step. */
  startId?: string | undefined
}

/** A walk along the open diagram: each step with its evidence, ending in decisions and actions. Below `DiagramProvider`. */
export function DiagramWalk({ startId }: DiagramWalkProps): ReactNode {
  const { t } = useTranslation()
  const diagramId = useDiagram((diagram) => diagram.diagramId)
  const modelId = useDiagram((diagram) => diagram.modelId)
  const steps = useSteps()
  const nameOf = useShapeLabel()
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      steps.findIndex(({ id }) => id === startId)
    )
  )
  const name = useDiagram((diagram) => diagram.name)
  const page = useRef<HTMLDivElement>(null)
  const isNumbered = haveOwnNumbers(steps)
  const step = Math.min(at, steps.length)
  const shape = steps[step]
  const following = steps[step + 1]
  useHere(() => ({
    route: { screen: 'diagrams', ...(diagramId === null ? {} : { diagramId }), mode: 'walk', ...(shape ? { itemId: shape.id } : {}) },
    name
  }))
  useEffect(() => {
    usePanel.getState().close()
  }, [])
  const go = (next: number): void => {
    setAt(Math.max(0, Math.min(steps.length, next)))
    page.current?.scrollTo({ top: 0 })
  }
  useCommand(
    'walk.next',
    () => {
      go(step + 1)
    },
    step < steps.length
  )
  useCommand(
    'walk.back',
    () => {
      go(step - 1)
    },
    step > 0
  )
  if (steps.length === 0)
    return (
      <div className="page">
        <EmptyState
          title={t('diagramPresent.walk.closing')}
          text={t('diagramPresent.walk.empty')}
          action={
            diagramId !== null && (
              <Button
                onClick={() => {
                  navigate({ screen: 'diagrams', diagramId, mode: 'edit' })
                }}
              >
                {t('diagramPresent.walk.edit')}
              </Button>
            )
          }
        />
      </div>
    )
  return (
    <div ref={page} className="diagram-walk" data-testid="diagram-walk">
      {modelId !== null && <ModelWalk modelId={modelId} />}
      <nav className="dwalk-chips" aria-label={t('diagramPresent.walk.steps')}>
        {steps.map((each, index) => (
          <button
            key={each.id}
            type="button"
            aria-current={index === step ? 'step' : undefined}
            data-past={index < step || undefined}
            title={nameOf(each)}
            onClick={() => {
              go(index)
            }}
          >
            {!isNumbered && index + 1} <span>{nameOf(each)}</span>
          </button>
        ))}
        <button
          type="button"
          aria-current={shape ? undefined : 'step'}
          onClick={() => {
            go(steps.length)
          }}
          data-testid="walk-closing-chip"
        >
          {t('diagramPresent.walk.closing')}
        </button>
      </nav>
      {shape ? (
        <WalkStep
          key={shape.id}
          shape={shape}
          step={step + 1}
          count={steps.length}
          foot={
            <footer className="dwalk-foot">
              <Button
                variant="default"
                disabled={step === 0}
                onClick={() => {
                  go(step - 1)
                }}
                data-testid="diagram-walk-back"
              >
                {t('diagramPresent.walk.back')}
              </Button>
              <Button
                onClick={() => {
                  go(step + 1)
                }}
                data-testid="diagram-walk-next"
              >
                <span className="dwalk-next">
                  {following ? t('diagramPresent.walk.next', { label: nameOf(following) }) : t('diagramPresent.walk.finish')}
                </span>
              </Button>
            </footer>
          }
        />
      ) : (
        <WalkClosing
          steps={steps}
          onStep={go}
          onAgain={() => {
            go(0)
          }}
        />
      )}
    </div>
  )
}

/** The model a diagram was drawn from has a walk of its own. */
function ModelWalk({ modelId }: { modelId: string }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const model = useModels().data?.models.find(({ id }) => id === modelId)
  if (!model) return null
  const walk = async (): Promise<void> => {
    try {
      navigate({ screen: 'walk', walkId: await resumeWalk({ modelId, ...readView(modelId) }) })
    } catch (error) {
      notifyError(readError(error))
    }
  }
  return (
    <p className="dwalk-model">
      {t('diagramPresent.walk.ofModel', { name: text(model.name) })}{' '}
      <button type="button" className="link-plain" onClick={() => void walk()} data-testid="walk-the-model">
        {t('diagramPresent.walk.walkModel')}
      </button>
    </p>
  )
}
