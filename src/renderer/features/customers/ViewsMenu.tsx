import { Button, Group, Menu, Modal, TextInput } from '@mantine/core'
import { IconCheck, IconChevronDown, IconDeviceFloppy, IconPencil, IconPlus, IconRotate, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customer-table.ts'
import { client, orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { notify, notifyError } from '../../ui/notify.tsx'
import { isSameLayout, USUAL_LAYOUT } from './table-layout.ts'
import type { LayoutState } from './use-table-layout.ts'

/** The table's views: switch, save, rename, delete. */
export function ViewsMenu({ state }: { state: LayoutState }): ReactNode {
  const { t } = useTranslation()
  const views = useQuery(orpc.customerTable.listViews.queryOptions())
  const [asked, setAsked] = useState<'new' | 'rename' | null>(null)
  const current = views.data?.find(({ id }) => id === state.viewId) ?? null
  const isChanged = !isSameLayout(state.layout, current?.layout ?? USUAL_LAYOUT)
  const name = current?.name ?? t('customerTable.views.usual')
  const tell = (error: unknown): void => {
    notifyError(readError(error))
  }
  const save = async (view: { id?: string; name: string }): Promise<void> => {
    const { id } = await client.customerTable.saveView({ ...view, layout: state.layout })
    state.adopt(id)
    notify(t('customerTable.views.saved', { name: view.name }))
  }
  const submit = async (typed: string): Promise<void> => {
    if (asked === 'rename' && current) await client.customerTable.renameView({ id: current.id, name: typed })
    else await save({ name: typed })
    setAsked(null)
  }
  const remove = async (view: CustomerView): Promise<void> => {
    await client.customerTable.deleteView({ id: view.id })
    notify(t('customerTable.views.deleted', { name: view.name }))
  }
  const check = (isChosen: boolean): ReactNode => <IconCheck size={16} stroke={2} style={{ visibility: isChosen ? 'visible' : 'hidden' }} />
  return (
    <>
      <Menu position="bottom-start" shadow="md" width={300}>
        <Menu.Target>
          <Button
            variant="default"
            rightSection={<IconChevronDown size={14} stroke={1.8} />}
            className="views-button"
            data-testid="customers-view"
          >
            {name}
            {isChanged && <span className="view-changed">{t('customerTable.views.changed')}</span>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={check(current === null)}
            onClick={() => {
              state.show(null)
            }}
            data-testid="view-usual"
          >
            {t('customerTable.views.usual')}
          </Menu.Item>
          {(views.data ?? []).map((view) => (
            <Menu.Item
              key={view.id}
              leftSection={check(view.id === current?.id)}
              onClick={() => {
                state.show(view)
              }}
              data-testid="view-own"
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconPlus size={16} stroke={1.6} />}
            onClick={() => {
              setAsked('new')
            }}
            data-testid="view-new"
          >
            {t('customerTable.views.saveNew')}
          </Menu.Item>
          {current && isChanged && (
            <>
              <Menu.Item
                leftSection={<IconDeviceFloppy size={16} stroke={1.6} />}
                onClick={() => void save(current).catch(tell)}
                data-testid="view-save"
              >
                {t('customerTable.views.save', { name })}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconRotate size={16} stroke={1.6} />}
                onClick={() => {
                  state.show(current)
                }}
              >
                {t('customerTable.views.reset', { name })}
              </Menu.Item>
            </>
          )}
          {current && (
            <>
              <Menu.Item
                leftSection={<IconPencil size={16} stroke={1.6} />}
                onClick={() => {
                  setAsked('rename')
                }}
              >
                {t('customerTable.views.rename', { name })}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconTrash size={16} stroke={1.6} />}
                onClick={() => void remove(current).catch(tell)}
                data-testid="view-delete"
              >
                {t('customerTable.views.delete', { name })}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={asked !== null}
        onClose={() => {
          setAsked(null)
        }}
        title={t(asked === 'rename' ? 'customerTable.views.renameTitle' : 'customerTable.views.newTitle')}
        centered
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <NameForm key={asked} start={asked === 'rename' ? name : ''} onSubmit={(typed) => void submit(typed).catch(tell)} />
      </Modal>
    </>
  )
}

function NameForm({ start, onSubmit }: { start: string; onSubmit: (name: string) => void }): ReactNode {
  const { t } = useTranslation()
  const [name, setName] = useState(start)
  const typed = name.trim()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (typed !== '') onSubmit(typed)
      }}
    >
      <TextInput
        data-autofocus
        label={t('customerTable.views.name')}
        maxLength={100}
        value={name}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value)
        }}
        data-testid="view-name"
      />
      <Group justify="flex-end" mt="md">
        <Button type="submit" disabled={typed === ''} data-testid="view-submit">
          {t('customerTable.views.create')}
        </Button>
      </Group>
    </form>
  )
}
