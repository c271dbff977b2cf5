import '@xyflow/react/dist/base.css'
import './model-canvas.css'
import { ReactFlowProvider } from '@xyflow/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { readError } from '../../api/errors.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { Diagram } from './Diagram.tsx'
import { ModeSwitch } from './ModeSwitch.tsx'
import { useModel } from './use-model.ts'

export interface ModelCanvasProps {
  modelId: string
  selectedId: string | null
  /** An element was chosen with pointer or keyboard. */
  onSelect: (elementId: string) => void
  /** Start (or go on with) a walk, at an element if one is given. */
  onWalk: (elementId?: string) => void
}

/** One model with its live figures: heading, ways to use it, diagram, legend and zoom. */
export function ModelCanvas({ modelId, selectedId, onSelect, onWalk }: ModelCanvasProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { model, evidence, isComputing, modelError, evidenceError, retry } = useModel(modelId)
  if (modelError) return <div className="canvas-message"><ErrorNotice error={readError(modelError)} onRetry={retry} /></div>
  if (!model) return <div className="canvas-message" role="status">{t('canvas.loading')}</div>
  return (
    <section className="canvas-page" aria-label={formats.text(model.name)}>
      <header className="canvas-head">
        <div>
          <p className="canvas-authors">
            {model.authors} · {model.year}
          </p>
          <h1>{formats.text(model.name)}</h1>
        </div>
        <ModeSwitch onWalk={() => { onWalk() }} />
      </header>
      {evidenceError && <div className="canvas-notice"><ErrorNotice error={readError(evidenceError)} onRetry={retry} /></div>}
      {isComputing && <p className="visually-hidden" role="status">{t('canvas.loadingFigures')}</p>}
      <ReactFlowProvider>
        <Diagram model={model} evidence={evidence} selectedId={selectedId} onSelect={onSelect} />
      </ReactFlowProvider>
    </section>
  )
}
