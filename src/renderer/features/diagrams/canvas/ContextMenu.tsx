import { Menu } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEnvironment } from '../../../stores/environment.ts'
import { useCanvasUi, useCanvasUiStore, useDiagram } from '../store/use-diagram.ts'
import { CANVAS_ACTIONS, type CanvasAction } from './action-table.ts'
import { nameKeys } from './name-keys.ts'
import { copyChosen } from './use-clipboard.ts'
import { focusItem, type CanvasActions } from './actions.ts'

const GROUPS: readonly CanvasAction['group'][] = ['text', 'clipboard', 'connect', 'line', 'arrange', 'align', 'order', 'choose']
const ROW_PX = 35
const DIVIDER_PX = 9
const EDGE_PX = 10
const CLIPBOARD = [
  { id: 'cut', keys: 'CmdOrCtrl+X' },
  { id: 'copy', keys: 'CmdOrCtrl+C' }
] as const

/** All that can be done with what is chosen, where it was clicked or beside it, with its keys. */
export function ContextMenu({ actions }: { actions: CanvasActions }): ReactNode {
  const { t } = useTranslation()
  const ui = useCanvasUiStore()
  const menuAt = useCanvasUi((state) => state.menuAt)
  const items = useDiagram((state) => state.items)
  const selection = useDiagram((state) => state.selection)
  const platform = useEnvironment((state) => state.environment?.platform ?? 'linux')
  const [first] = selection
  const close = (): void => {
    ui.setState({ menuAt: null })
    if (ui.getState().editing !== null) return
    if (first === undefined) document.querySelector<HTMLElement>('.diagram-canvas')?.focus({ preventScroll: true })
    else focusItem(first)
  }
  if (!menuAt) return null
  const offered = CANVAS_ACTIONS.filter((action) => action.applies({ items, selection }))
  const groups = GROUPS.filter((group) => offered.some((action) => action.group === group))
  const rows = offered.length + (selection.size > 0 ? CLIPBOARD.length : 0)
  // Where it would end below the window, it begins higher.
  const top = Math.max(EDGE_PX, Math.min(menuAt.y, window.innerHeight - rows * ROW_PX - groups.length * DIVIDER_PX - 2 * EDGE_PX))
  return (
    <Menu opened onClose={close} position="bottom-start" shadow="md" width={344} returnFocus={false} trapFocus>
      <Menu.Target>
        <span className="diagram-menu-place" style={{ left: menuAt.x, top }} />
      </Menu.Target>
      <Menu.Dropdown
        className="diagram-menu"
        style={{ maxHeight: window.innerHeight - top - EDGE_PX }}
        data-testid="diagram-menu"
        data-no-gesture
      >
        {groups.map((group, index) => (
          <Fragment key={group}>
            {index > 0 && <Menu.Divider />}
            {group === 'clipboard' &&
              selection.size > 0 &&
              CLIPBOARD.map(({ id, keys }) => (
                <Item
                  key={id}
                  id={id}
                  keys={keys}
                  platform={platform}
                  label={t(`menu.edit.${id}`)}
                  run={() => {
                    void copyChosen(actions)
                    if (id === 'cut') actions.remove('cut')
                  }}
                />
              ))}
            {offered
              .filter((action) => action.group === group)
              .map(({ id, keys, run }) => (
                <Item
                  key={id}
                  id={id}
                  keys={keys[0]}
                  platform={platform}
                  label={t(`diagramCanvas.actions.${id}`)}
                  run={() => {
                    run(actions)
                  }}
                />
              ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

interface ItemProps {
  id: string
  label: string
  keys: string | undefined
  platform: string
  run: () => void
}

function Item({ id, label, keys, platform, run }: ItemProps): ReactNode {
  const { t } = useTranslation()
  return (
    <Menu.Item
      data-testid={`diagram-do-${id}`}
      rightSection={keys !== undefined && <kbd className="diagram-keys">{nameKeys(keys, platform, t)}</kbd>}
      onClick={run}
    >
      {label}
    </Menu.Item>
  )
}
