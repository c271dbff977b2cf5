import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCanvasUiStore, useDiagramStore } from '../store/use-diagram.ts'
import { createActions, type CanvasActions } from './actions.ts'

export const makeId = (): string => crypto.randomUUID()

/** What can be done on the canvas of the open diagram, for everything below its provider. */
export function useCanvasActions(): CanvasActions {
  const { t } = useTranslation()
  const store = useDiagramStore()
  const ui = useCanvasUiStore()
  return useMemo(() => createActions({ store, ui, t, makeId }), [store, ui, t])
}
