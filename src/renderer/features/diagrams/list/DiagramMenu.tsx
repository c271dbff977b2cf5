import { ActionIcon, Menu } from '@mantine/core'
import { IconCopy, IconCursorText, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramEntry } from '../../../../shared/contract/diagrams.ts'
import { useDiagramActions } from './use-diagram-actions.ts'

const ICON = { size: 16, stroke: 1.6 }

/** What can be done with one diagram, on its card. */
export function DiagramMenu({ diagram }: { diagram: Pick<DiagramEntry, 'id' | 'name'> }): ReactNode {
  const { t } = useTranslation()
  const actions = useDiagramActions()
  const label = t('diagrams.menu', { name: diagram.name })
  const items = [
    { key: 'edit', icon: IconPencil, run: actions.edit },
    { key: 'rename', icon: IconCursorText, run: actions.rename },
    { key: 'duplicate', icon: IconCopy, run: actions.duplicate },
    { key: 'delete', icon: IconTrash, run: actions.remove }
  ] as const
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={label} title={label} data-testid={`diagram-menu-${String(diagram.id)}`}>
          <IconDots size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map(({ key, icon: Icon, run }) => (
          <Menu.Item
            key={key}
            leftSection={<Icon {...ICON} />}
            data-testid={`diagram-${key}`}
            {...(key === 'delete' ? { className: 'diagram-danger' } : {})}
            onClick={() => {
              run(diagram)
            }}
          >
            {t(`diagrams.actions.${key}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
