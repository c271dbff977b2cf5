import { useContext, useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { usePanel } from '../../../stores/panel.ts'
import { DiagramContext, useDiagram, useDiagramStore } from '../store/use-diagram.ts'
import { ShapePanel } from './ShapePanel.tsx'

/** While exploring, the context panel follows the one thing that is chosen; closing it chooses nothing. */
export function useExplorePanel(): void {
  const { t } = useTranslation()
  const open = useContext(DiagramContext)
  const store = useDiagramStore()
  const selected = useDiagram(({ selection }) => (selection.size === 1 ? [...selection][0] : undefined))
  const isOpen = usePanel((panel) => panel.content !== null)
  const show = useEffectEvent((itemId: string) => {
    const label = store.getState().items.get(itemId)?.label.trim() ?? ''
    usePanel.getState().open(
      // The panel stands elsewhere on the page: it takes the open diagram with it.
      <DiagramContext value={open}>
        <ShapePanel key={itemId} itemId={itemId} />
      </DiagramContext>,
      label === '' ? t('diagramLinks.explore.title') : label
    )
  })
  const close = useEffectEvent(() => {
    if (selected !== undefined) store.getState().select([])
  })
  useEffect(() => {
    if (selected === undefined) usePanel.getState().close()
    else show(selected)
  }, [selected])
  useEffect(() => {
    if (!isOpen) close()
  }, [isOpen])
  useEffect(
    () => () => {
      usePanel.getState().close()
    },
    []
  )
}
