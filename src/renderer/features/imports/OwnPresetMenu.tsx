import { ActionIcon, Button, Menu, Modal, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { notify, notifyError } from '../../ui/notify.tsx'

const tellError = (error: unknown): void => {
  notifyError(readError(error))
}

/** What can be done with a preset of one's own: called otherwise, or deleted. Both can be undone. */
export function OwnPresetMenu({ id, name, onDeleted }: { id: string; name: string; onDeleted: () => void }): ReactNode {
  const { t } = useTranslation()
  const [isRenaming, { open, close }] = useDisclosure()
  const remove = useMutation({
    mutationFn: () => client.imports.deletePreset({ id }),
    onSuccess: () => {
      notify(t('importing.presetDeleted', { name }), { label: t('common.undo'), run: () => void client.workspace.undo().catch(tellError) })
      onDeleted()
    },
    onError: tellError
  })
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('importing.presetMenu', { name })} data-testid="preset-menu">
            <IconDots size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={open}>
            {t('importing.presetRename')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} stroke={1.6} />}
            onClick={() => {
              remove.mutate()
            }}
            data-testid="preset-delete"
          >
            {t('importing.presetDelete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={isRenaming} onClose={close} title={t('importing.presetRename')} closeButtonProps={{ 'aria-label': t('common.close') }}>
        <RenameForm id={id} name={name} onDone={close} />
      </Modal>
    </>
  )
}

function RenameForm({ id, name, onDone }: { id: string; name: string; onDone: () => void }): ReactNode {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState(name)
  const rename = useMutation({
    mutationFn: () => client.imports.renamePreset({ id, name: wanted.trim() }),
    onSuccess: onDone,
    onError: tellError
  })
  return (
    <form
      className="save-preset"
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted.trim() !== '') rename.mutate()
      }}
    >
      <TextInput
        data-autofocus
        label={t('importing.presetNewName')}
        value={wanted}
        maxLength={80}
        onChange={(event) => {
          setWanted(event.currentTarget.value)
        }}
      />
      <Button type="submit" disabled={wanted.trim() === ''} loading={rename.isPending}>
        {t('importing.presetSave')}
      </Button>
    </form>
  )
}
