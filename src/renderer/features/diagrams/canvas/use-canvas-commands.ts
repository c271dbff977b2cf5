import { useCommand } from '../../../stores/commands.ts'
import { useCanvasUiStore, useDiagram } from '../store/use-diagram.ts'
import { CANVAS_ACTIONS } from './action-table.ts'
import type { CanvasActions } from './actions.ts'
import { showMap, useHasMap } from './use-map.ts'
import { ZOOM_STEP } from '../../../ui/canvas-view-keys.ts'
import type { View } from './use-view.ts'

/** Lends the app's commands their meaning here: menu, palette and shortcuts do what the canvas does. */
export function useCanvasCommands(actions: CanvasActions, view: View, isEditing: boolean): void {
  const ui = useCanvasUiStore()
  const items = useDiagram((state) => state.items)
  const selection = useDiagram((state) => state.selection)
  const useAction = (id: string): void => {
    const action = CANVAS_ACTIONS.find((each) => each.id === id)
    useCommand(
      action?.command ?? '',
      () => action?.run(actions),
      isEditing && action?.command !== undefined && action.applies({ items, selection })
    )
  }
  useAction('duplicate')
  useAction('delete')
  useAction('connect')
  useAction('group')
  useAction('ungroup')
  useAction('reroute')
  useCommand(
    'diagram.lock',
    () => {
      actions.toggleLock()
    },
    isEditing && selection.size > 0
  )
  useCommand('edit.find', () => {
    ui.setState({ panel: 'find' })
  })
  useCommand(
    'diagram.layout',
    () => {
      ui.setState({ panel: 'layout' })
    },
    isEditing && items.size > 1
  )
  const hasMap = useHasMap()
  useCommand('diagram.map', () => {
    void showMap(!hasMap)
  })
  useCommand('canvas.fit', () => {
    view.fit()
  })
  useCommand('canvas.zoomIn', () => {
    view.zoomBy(ZOOM_STEP)
  })
  useCommand('canvas.zoomOut', () => {
    view.zoomBy(1 / ZOOM_STEP)
  })
}
