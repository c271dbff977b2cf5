import { ActionIcon, Button, Menu } from '@mantine/core'
import {
  IconArrowMerge,
  IconDots,
  IconDownload,
  IconList,
  IconPencil,
  IconSpeakerphone,
  IconTag,
  IconTagOff,
  IconTrash,
  IconX
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../ui/formats.tsx'
import type { BulkDeed } from './BulkDialog.tsx'
import type { Selection } from './use-selection.ts'

interface SelectionBarProps {
  selection: Selection
  total: number
  onDo: (deed: BulkDeed) => void
  onExport: () => void
  onMerge: () => void
}

/** More stand too narrow side by side. */
const MOST_MERGED = 4

const DEEDS: readonly { deed: BulkDeed; icon: ReactNode }[] = [
  { deed: 'tag', icon: <IconTag size={16} stroke={1.6} /> },
  { deed: 'set', icon: <IconPencil size={16} stroke={1.6} /> },
  { deed: 'campaign', icon: <IconSpeakerphone size={16} stroke={1.6} /> },
  { deed: 'list', icon: <IconList size={16} stroke={1.6} /> }
]

/** How many are selected, and what can be done with all of them at once. */
export function SelectionBar({ selection, total, onDo, onExport, onMerge }: SelectionBarProps): ReactNode {
  const { t } = useTranslation()
  const { count } = useFormats()
  const { count: selected } = selection
  return (
    <div className="selection-bar" role="toolbar" aria-label={t('customerTable.select.bar')} data-testid="selection-bar">
      <strong data-testid="selection-count" data-count={selected}>
        {t('customerTable.select.count', { count: selected, formatted: count(selected) })}
      </strong>
      {selected < total && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            selection.markAll(true)
          }}
          data-testid="select-everybody"
        >
          {t('customerTable.select.everybody', { formatted: count(total) })}
        </Button>
      )}
      <span className="selection-deeds">
        {DEEDS.map(({ deed, icon }) => (
          <Button
            key={deed}
            variant="default"
            size="compact-sm"
            leftSection={icon}
            onClick={() => {
              onDo(deed)
            }}
            data-testid={`bulk-${deed}`}
          >
            {t(`customerTable.bulk.${deed}`)}
          </Button>
        ))}
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconDownload size={16} stroke={1.6} />}
          onClick={onExport}
          data-testid="bulk-export"
        >
          {t('customerTable.bulk.export')}
        </Button>
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon variant="default" size={26} aria-label={t('customerTable.bulk.more')} data-testid="bulk-more">
              <IconDots size={16} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {selection.ids.length > 1 && selection.ids.length <= MOST_MERGED && (
              <Menu.Item leftSection={<IconArrowMerge size={16} stroke={1.6} />} onClick={onMerge} data-testid="bulk-merge">
                {t('customerTable.bulk.merge')}
              </Menu.Item>
            )}
            <Menu.Item
              leftSection={<IconTagOff size={16} stroke={1.6} />}
              onClick={() => {
                onDo('untag')
              }}
            >
              {t('customerTable.bulk.untag')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash size={16} stroke={1.6} />}
              onClick={() => {
                onDo('delete')
              }}
              data-testid="bulk-delete"
            >
              {t('customerTable.bulk.delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </span>
      <ActionIcon
        variant="subtle"
        size={26}
        aria-label={t('customerTable.select.clear')}
        onClick={selection.clear}
        data-testid="selection-clear"
      >
        <IconX size={16} stroke={1.6} />
      </ActionIcon>
    </div>
  )
}
