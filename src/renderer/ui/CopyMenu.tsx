import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Where the menu was asked for, and what it can copy. */
export interface CopyPlace {
  x: number
  y: number
  cell: string
  row: string
}

interface CopyMenuProps {
  place: CopyPlace | null
  onCopy: (text: string) => void
  onClose: () => void
}

/** The menu of a table's cell, at the pointer. */
export function CopyMenu({ place, onCopy, onClose }: CopyMenuProps): ReactNode {
  const { t } = useTranslation()
  if (!place) return null
  return (
    <Menu opened onClose={onClose} position="bottom-start" withinPortal shadow="md" offset={2}>
      <Menu.Target>
        <span className="copy-anchor" style={{ left: place.x, top: place.y }} />
      </Menu.Target>
      <Menu.Dropdown>
        {place.cell !== '' && (
          <Menu.Item
            onClick={() => {
              onCopy(place.cell)
            }}
            data-testid="copy-cell"
          >
            {t('common.copyCell')}
          </Menu.Item>
        )}
        <Menu.Item
          onClick={() => {
            onCopy(place.row)
          }}
          data-testid="copy-row"
        >
          {t('common.copyRow')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
