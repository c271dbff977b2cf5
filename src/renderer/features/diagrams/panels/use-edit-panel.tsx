import { useCallback, useContext, useEffect, useEffectEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePanel } from '../../../stores/panel.ts'
import { DiagramContext, useDiagram } from '../store/use-diagram.ts'
import { Inspector } from './Inspector.tsx'

/** Puts something about the open diagram into the context panel, which stands elsewhere on the page: it takes the diagram with it. */
export function useDiagramPanel(): (content: ReactNode, label: string) => void {
  const open = useContext(DiagramContext)
  return useCallback(
    (content, label) => {
      usePanel.getState().open(<DiagramContext value={open}>{content}</DiagramContext>, label)
    },
    [open]
  )
}

/** While editing, the context panel holds the inspector: from the start, and again when something is chosen after it was closed. */
export function useEditPanel(): void {
  const { t } = useTranslation()
  const openPanel = useDiagramPanel()
  const selection = useDiagram((state) => state.selection)
  const show = useEffectEvent(() => {
    const { content, isFolded } = usePanel.getState()
    // Folded away it stays so: the person wants the room.
    if (content === null || !isFolded) openPanel(<Inspector />, t('diagrams.inspector'))
  })
  useEffect(() => {
    show()
    return () => {
      usePanel.getState().close()
    }
  }, [])
  useEffect(() => {
    if (selection.size > 0) show()
  }, [selection])
}
