import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowLeft,
  IconArrowRight,
  IconChevronDown,
  IconEyeOff,
  IconFilter,
  IconFilterFilled,
  IconSortAscending,
  IconSortDescending
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface ColumnMenuProps {
  id: string
  name: string
  isFiltered: boolean
  /** Undefined: there is nothing to filter by. */
  onFilter?: (() => void) | undefined
  onSort: (descending: boolean) => void
  onMove: (by: number) => void
  onHide: () => void
}

/** Everything that can be done with one column. */
export function ColumnMenu({ id, name, isFiltered, onFilter, onSort, onMove, onHide }: ColumnMenuProps): ReactNode {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-start" shadow="md" width={230}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          size={20}
          className={isFiltered ? 'column-menu is-filtered' : 'column-menu'}
          aria-label={t('customerTable.menuOf', { name })}
          data-testid={`column-menu-${id}`}
        >
          {isFiltered ? <IconFilterFilled size={13} /> : <IconChevronDown size={14} stroke={1.8} />}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconSortAscending size={16} stroke={1.6} />}
          onClick={() => {
            onSort(false)
          }}
        >
          {t('customerTable.sortUp')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSortDescending size={16} stroke={1.6} />}
          onClick={() => {
            onSort(true)
          }}
        >
          {t('customerTable.sortDown')}
        </Menu.Item>
        {onFilter && (
          <Menu.Item leftSection={<IconFilter size={16} stroke={1.6} />} onClick={onFilter} data-testid="column-filter">
            {t('customerTable.filterBy')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconArrowLeft size={16} stroke={1.6} />}
          onClick={() => {
            onMove(-1)
          }}
        >
          {t('customerTable.moveLeft')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowRight size={16} stroke={1.6} />}
          onClick={() => {
            onMove(1)
          }}
        >
          {t('customerTable.moveRight')}
        </Menu.Item>
        <Menu.Item leftSection={<IconEyeOff size={16} stroke={1.6} />} onClick={onHide}>
          {t('customerTable.hide')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
