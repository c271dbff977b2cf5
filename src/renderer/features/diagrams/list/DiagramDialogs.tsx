import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ComponentProps, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { useWorkspace } from '../../../api/workspace.ts'
import { useCommand } from '../../../stores/commands.ts'
import { useTextMask } from '../../../stores/hidden-texts.ts'
import { navigate, useRoute } from '../../../stores/route.ts'
import { DeleteDialog as Question } from '../../../ui/DeleteDialog.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { notify, notifyError } from '../../../ui/notify.tsx'
import { ask, useDiagramDialog } from './dialogs.ts'
import { NewDiagramDialog } from './NewDiagramDialog.tsx'
import { useCanWrite } from './use-can-write.ts'
import './list.css'

const LONGEST_NAME = 200
const close = (): void => {
  ask(null)
}

/** The questions about diagrams, wherever the person is. What a new one may begin with besides is put there by the screen. */
export function DiagramDialogs(ways: Pick<ComponentProps<typeof NewDiagramDialog>, 'drawModel' | 'sources'>): ReactNode {
  const dialog = useDiagramDialog((store) => store.dialog)
  const workspace = useWorkspace()
  const canWrite = useCanWrite()
  const isOpen = workspace !== null && workspace !== undefined
  useCommand(
    'diagram.new',
    () => {
      ask({ kind: 'new' })
    },
    isOpen && canWrite
  )
  if (!isOpen) return null
  return (
    <>
      {dialog?.kind === 'new' && <NewDiagramDialog {...ways} onClose={close} />}
      {dialog?.kind === 'rename' && <RenameDialog key={dialog.id} {...dialog} />}
      {dialog?.kind === 'delete' && <DeleteDialog key={dialog.id} {...dialog} />}
    </>
  )
}

function RenameDialog({ id, name: before }: { id: number; name: string }): ReactNode {
  const { t } = useTranslation()
  const [name, setName] = useState(before)
  const mask = useTextMask()
  const rename = useMutation({
    mutationFn: () => {
      const typed = name.trim()
      // Names that are hidden in it stay.
      return client.diagrams.renameDiagram({ id, name: mask?.restore(typed, mask.restore(before, undefined)) ?? typed })
    },
    onSuccess: close
  })
  const isNamed = name.trim() !== ''
  return (
    <Modal opened onClose={close} title={t('diagrams.renameTitle')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form
        className="diagram-dialog"
        onSubmit={(event) => {
          event.preventDefault()
          if (isNamed) rename.mutate()
        }}
      >
        <TextInput
          label={t('diagrams.name')}
          value={name}
          maxLength={LONGEST_NAME}
          data-autofocus
          data-testid="diagram-name-input"
          onChange={({ currentTarget: { value } }) => {
            setName(value)
          }}
        />
        {rename.error && <ErrorNotice error={readError(rename.error)} />}
        <footer>
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!isNamed} loading={rename.isPending} data-testid="diagram-rename-confirm">
            {t('diagrams.actions.rename')}
          </Button>
        </footer>
      </form>
    </Modal>
  )
}

/** What leads to the diagram and what goes with it, before it goes. */
function DeleteDialog({ id, name }: { id: number; name: string }): ReactNode {
  const { t } = useTranslation()
  const route = useRoute((store) => store.route)
  // Asked anew: what is agreed to must be what is so now.
  const uses = useQuery({ ...orpc.diagrams.describeDeletion.queryOptions({ input: { id } }), staleTime: 0, gcTime: 0 })
  const remove = useMutation({
    mutationFn: () => client.diagrams.deleteDiagram({ id }),
    onSuccess: () => {
      close()
      if (route.screen === 'diagrams' && route.diagramId === id) navigate({ screen: 'diagrams' })
      notify(
        t('diagrams.deleted', { name }),
        {
          label: t('common.undo'),
          run: () => {
            client.workspace.undo().catch((error: unknown) => {
              notifyError(readError(error))
            })
          }
        },
        `diagram ${String(id)}`
      )
    }
  })
  const error = uses.error ?? remove.error
  return (
    <Question
      title={t('diagrams.deleteTitle', { name })}
      label={t('diagrams.actions.delete')}
      error={error && readError(error)}
      isReady={uses.data !== undefined}
      isDeleting={remove.isPending}
      onDelete={remove.mutate}
      onClose={close}
      testId="diagram-delete"
      confirmTestId="diagram-delete-confirm"
    >
      {uses.data && uses.data.links > 0 && <p data-testid="delete-links">{t('diagrams.deleteLinks', { count: uses.data.links })}</p>}
      {uses.data && uses.data.versions > 0 && <p>{t('diagrams.deleteVersions', { count: uses.data.versions })}</p>}
      <p>{t('diagrams.deleteText')}</p>
    </Question>
  )
}
