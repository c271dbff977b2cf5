import type { ReactNode } from 'react'
import type { ElementState } from '../../shared/contract/models.ts'
import type { Model } from '../../shared/models/model.ts'
import { MiniDiagram } from '../features/models/MiniDiagram.tsx'
import '../features/models/models.css'

const NO_STATES: ReadonlyMap<string, ElementState> = new Map()

/** A model's diagram in small, outlines alone. */
export function MiniModel({ model }: { model: Model }): ReactNode {
  return <MiniDiagram model={model} states={NO_STATES} />
}
