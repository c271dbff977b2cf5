import type { ReactNode } from 'react'
import { DiagramDialogs as Dialogs } from '../features/diagrams/list/DiagramDialogs.tsx'
import { MiniModel } from './MiniModel.tsx'

/** The dialogs about diagrams that any screen may call up by their commands. */
export function DiagramDialogs(): ReactNode {
  return <Dialogs drawModel={(model) => <MiniModel model={model} />} sources={() => null} />
}
