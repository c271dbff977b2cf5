import '@xyflow/react/dist/base.css'
import './model-canvas.css'
import { Button } from '@mantine/core'
import { ReactFlowProvider } from '@xyflow/react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { tellAuthors } from '../../../shared/models/tell-authors.ts'
import { readError } from '../../api/errors.ts'
import { useCommand } from '../../stores/commands.ts'
import { navigate } from '../../stores/route.ts'
import { useTopBar } from '../../stores/top-bar.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { Diagram } from './Diagram.tsx'
import { editAsDiagram } from './edit-as-diagram.ts'
import { ModeSwitch } from './ModeSwitch.tsx'
import { ViewSwitch } from './ViewSwitch.tsx'
import { walkModel } from './start-walk.ts'
import { useModel } from './use-model.ts'
import { useSelection } from './use-selection.tsx'

export interface ModelCanvasProps {
  modelId: string
  /** The element to open at; without it, the first of the walk. */
  elementId?: string
}

/** A longer name is set smaller, so that it stays beside the modes on one line. */
const measureName = (name: string): 'short' | 'long' | 'longest' => (name.length <= 24 ? 'short' : name.length <= 44 ? 'long' : 'longest')

/** One model with its live figures: heading, ways to use it, diagram, legend and zoom. The context panel follows the selection. */
export function ModelCanvas({ modelId, elementId }: ModelCanvasProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { model, inView, evidence, isComputing, isProvisional, modelError, evidenceError, retry } = useModel(modelId)
  const view = inView?.view
  const { selectedId, select } = useSelection(view, elementId)
  useArrivalFocus(view === undefined ? undefined : elementId)
  const walk = (): void => void walkModel(modelId)
  const assess = (): void => {
    navigate({ screen: 'assessment', modelId })
  }
  // A model of one's own has a workshop; any other is drawn as a diagram, since it is its authors'.
  const edit = (): void => {
    if (model?.own === true) navigate({ screen: 'editor', modelId })
    else if (model) void editAsDiagram({ modelId, name: formats.text(model.name), language: formats.language })
  }
  const present = (itemId?: string): void => {
    navigate({ screen: 'diagrams', modelId, mode: 'present', ...(itemId === undefined ? {} : { itemId }) })
  }
  useTopBar({
    title: model ? formats.text(model.name) : '',
    action: (
      <>
        <Button variant="default" onClick={assess} disabled={!model} data-testid="assess-model">
          {t('assessment.open')}
        </Button>
        <Button onClick={walk} disabled={!model} data-testid="walk-model">
          {t('canvas.mode.walk')}
        </Button>
      </>
    )
  })
  useCommand('walk.start', walk, model !== undefined)
  useCommand('assessment.open', assess, model !== undefined)
  useCommand('diagram.present', present, model !== undefined)
  useCommand(
    'diagram.presentHere',
    () => {
      present(selectedId ?? undefined)
    },
    model !== undefined
  )
  if (modelError)
    return (
      <div className="canvas-message">
        <ErrorNotice error={readError(modelError)} onRetry={retry} />
      </div>
    )
  if (!model || !view)
    return (
      <div className="canvas-message" role="status">
        {t('canvas.loading')}
      </div>
    )
  return (
    <section className="canvas-page" aria-label={formats.text(model.name)}>
      <header className="canvas-head">
        <div className="canvas-above">
          <p className="canvas-authors">{tellAuthors(view, formats.language)}</p>
          <ViewSwitch model={model} />
        </div>
        <h1 data-length={measureName(formats.text(model.name))}>{formats.text(model.name)}</h1>
        <ModeSwitch
          onEdit={edit}
          onWalk={walk}
          onPresent={() => {
            present()
          }}
        />
      </header>
      {evidenceError && (
        <div className="canvas-notice">
          <ErrorNotice error={readError(evidenceError)} onRetry={retry} />
        </div>
      )}
      {isComputing && (
        <p className="visually-hidden" role="status">
          {t('canvas.loadingFigures')}
        </p>
      )}
      {isProvisional && (
        <p className="canvas-provisional" role="status" data-testid="provisional">
          {t('evidenceEdit.provisional')}
        </p>
      )}
      <ReactFlowProvider>
        <Diagram model={view} evidence={evidence} selectedId={selectedId} onSelect={select} />
      </ReactFlowProvider>
    </section>
  )
}

/** Once the canvas stands, and what led here has gone. */
const FOCUS_MS = 350

/** Whoever came for one element, as after presenting it, has the keyboard there and not nowhere. */
function useArrivalFocus(elementId: string | undefined): void {
  useEffect(() => {
    if (elementId === undefined) return undefined
    const timer = setTimeout(() => {
      if (document.activeElement !== document.body) return
      document.querySelector<HTMLElement>(`.canvas [data-element="${CSS.escape(elementId)}"]`)?.focus({ preventScroll: true })
    }, FOCUS_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [elementId])
}
