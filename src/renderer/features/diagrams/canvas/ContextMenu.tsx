import { Menu } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEnvironment } from '../../../stores/environment.ts'
import { formatAccelerator } from '../../../ui/accelerator.ts'
import { useCanvasUi, useCanvasUiStore, useDiagram } from '../store/use-diagram.ts'
import { CANVAS_ACTIONS, type CanvasAction } from './action-table.ts'
import { copyChosen } from './use-clipboard.ts'
import { focusItem, type CanvasActions } from './actions.ts'

const GROUPS: readonly CanvasAction['group'][] = ['text', 'clipboard', 'connect', 'arrange', 'order', 'choose']
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
  return (
    <Menu opened onClose={close} position="bottom-start" shadow="md" width={280} returnFocus={false} trapFocus>
      <Menu.Target>
        <span className="diagram-menu-place" style={{ left: menuAt.x, top: menuAt.y }} />
      </Menu.Target>
      <Menu.Dropdown data-testid="diagram-menu" data-no-gesture>
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
                    if (id === 'cut') actions.remove()
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
  return (
    <Menu.Item
      data-testid={`diagram-do-${id}`}
      rightSection={keys !== undefined && <kbd className="diagram-keys">{formatAccelerator(keys, platform)}</kbd>}
      onClick={run}
    >
      {label}
    </Menu.Item>
  )
}
