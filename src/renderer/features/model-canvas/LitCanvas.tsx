import '@xyflow/react/dist/base.css'
import './model-canvas.css'
import { ReactFlowProvider } from '@xyflow/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { readError } from '../../api/errors.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Diagram } from './Diagram.tsx'
import { useModel } from './use-model.ts'

interface LitCanvasProps {
  modelId: string
  /** The view to show; without it, the one chosen last. */
  viewId?: string
  selectedId: string | null
  /** Elements lit beside the selected one. */
  litIds: ReadonlySet<string>
  onSelect: (elementId: string) => void
}

/** A model's diagram with its live figures and nothing around it: whoever places it owns the selection. */
export function LitCanvas({ modelId, viewId, selectedId, litIds, onSelect }: LitCanvasProps): ReactNode {
  const { t } = useTranslation()
  const { inView, evidence, modelError, evidenceError, retry } = useModel(modelId, viewId)
  const view = inView?.view
  const error = modelError ?? evidenceError
  if (error)
    return (
      <div className="canvas-message">
        <ErrorNotice error={readError(error)} onRetry={retry} />
      </div>
    )
  if (!view)
    return (
      <div className="canvas-message" role="status">
        {t('canvas.loading')}
      </div>
    )
  return (
    <ReactFlowProvider>
      <Diagram {...{ model: view, evidence, selectedId, litIds, onSelect }} />
    </ReactFlowProvider>
  )
}
