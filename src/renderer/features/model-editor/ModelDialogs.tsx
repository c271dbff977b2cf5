import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { otherLanguage } from '../../../shared/models/own-model.ts'
import { client, orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { useWorkspace } from '../../api/workspace.ts'
import { useModels } from '../../api/models.ts'
import { useCommand } from '../../stores/commands.ts'
import { navigate, useRoute } from '../../stores/route.ts'
import { DeleteDialog as Question } from '../../ui/DeleteDialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { notify } from '../../ui/notify.tsx'
import { ask, useModelDialog, type ModelDialog } from './dialogs.ts'
import { takeFile } from './model-files.ts'
import { useModelActions } from './use-model-actions.ts'
import './model-editor.css'

const close = (): void => {
  ask(null)
}

/** The commands about own models and the questions they ask, wherever the person is. */
export function ModelDialogs(): ReactNode {
  const dialog = useModelDialog((store) => store.dialog)
  const workspace = useWorkspace()
  if (!workspace) return null
  return (
    <>
      <Commands />
      {dialog?.kind === 'name' && <NameDialog from={dialog.from} />}
      {dialog?.kind === 'clash' && <ClashDialog {...dialog} />}
      {dialog?.kind === 'refused' && <RefusedDialog {...dialog} />}
      {dialog?.kind === 'delete' && <DeleteDialog {...dialog} />}
    </>
  )
}

function Commands(): null {
  const route = useRoute((store) => store.route)
  const models = useModels()
  const own = useQuery(orpc.ownModels.listOwnModels.queryOptions())
  const actions = useModelActions()
  const id = route.screen === 'models' || route.screen === 'editor' ? route.modelId : undefined
  const found = models.data?.models.find((model) => model.id === id) ?? own.data?.find((model) => model.id === id)
  const isOwn = own.data?.some((model) => model.id === id) === true
  useCommand('model.new', actions.makeNew)
  useCommand('model.import', actions.bringIn)
  useCommand(
    'model.copy',
    () => {
      if (found) actions.copy(found)
    },
    found !== undefined
  )
  useCommand(
    'model.export',
    () => {
      if (found) actions.save(found)
    },
    found !== undefined
  )
  useCommand(
    'model.edit',
    () => {
      if (found) actions.edit(found)
    },
    isOwn && route.screen !== 'editor'
  )
  return null
}

/** Names the new model; the other language may wait. */
function NameDialog({ from }: Omit<Extract<ModelDialog, { kind: 'name' }>, 'kind'>): ReactNode {
  const { t } = useTranslation()
  const { language, text } = useFormats()
  const other = otherLanguage(language)
  const [name, setName] = useState(from ? { en: `${from.name.en} (copy)`, es: `${from.name.es} (copia)` } : { en: '', es: '' })
  const create = useMutation({
    mutationFn: () => client.ownModels.createOwnModel({ from: from?.id ?? null, name, language }),
    onSuccess: ({ id }) => {
      close()
      navigate({ screen: 'editor', modelId: id })
    }
  })
  const isNamed = name[language].trim() !== ''
  return (
    <Modal
      opened
      onClose={close}
      title={from ? t('editor.copyTitle', { name: text(from.name) }) : t('editor.newTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className="editor-dialog"
        onSubmit={(event) => {
          event.preventDefault()
          if (isNamed) create.mutate()
        }}
      >
        {([language, other] as const).map((each) => (
          <TextInput
            key={each}
            label={t('editor.nameIn', { language: t(`editor.language.${each}`) })}
            description={each === other ? t('editor.languageHelp') : undefined}
            value={name[each]}
            maxLength={120}
            data-autofocus={each === language || undefined}
            data-testid={each === language ? 'new-model-name' : 'new-model-other'}
            onChange={({ currentTarget: { value } }) => {
              setName({ ...name, [each]: value })
            }}
          />
        ))}
        {create.error && <ErrorNotice error={readError(create.error)} />}
        <footer>
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!isNamed} loading={create.isPending} data-testid="new-model-create">
            {t('editor.create')}
          </Button>
        </footer>
      </form>
    </Modal>
  )
}

/** A model with that id is there: replace it, or keep both. */
function ClashDialog({ token, found }: Extract<ModelDialog, { kind: 'clash' }>): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const { tellImported } = useModelActions()
  const take = useMutation({
    mutationFn: (onClash: 'replace' | 'new-id') => takeFile(token, text(found.name), onClash),
    onSuccess: (imported) => {
      close()
      if (imported) tellImported(imported)
    }
  })
  return (
    <Modal
      opened
      onClose={close}
      title={t('editor.clashTitle', { name: text(found.name) })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className="editor-dialog">
        <p>{t(found.canReplace ? 'editor.clashOwn' : 'editor.clashApp', { id: found.id, newId: found.newId })}</p>
        {take.error && <ErrorNotice error={readError(take.error)} />}
        <footer>
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          {found.canReplace && (
            <Button
              variant="default"
              data-testid="clash-replace"
              onClick={() => {
                take.mutate('replace')
              }}
            >
              {t('editor.replace')}
            </Button>
          )}
          <Button
            data-testid="clash-both"
            onClick={() => {
              take.mutate('new-id')
            }}
          >
            {t('editor.keepBoth', { newId: found.newId })}
          </Button>
        </footer>
      </div>
    </Modal>
  )
}

/** Why a file was not taken in: every reason. */
function RefusedDialog({ file, problems }: Extract<ModelDialog, { kind: 'refused' }>): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t('editor.refusedTitle', { file })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className="editor-dialog" data-testid="import-refused">
        <p>{t('editor.refusedText', { count: problems.length })}</p>
        <ul className="editor-reasons">
          {problems.map((problem, index) => (
            <li key={index}>{text(problem)}</li>
          ))}
        </ul>
        <footer>
          <Button onClick={close}>{t('common.close')}</Button>
        </footer>
      </div>
    </Modal>
  )
}

/** What goes with the model and what stays, before it goes. */
function DeleteDialog({ id, name }: Extract<ModelDialog, { kind: 'delete' }>): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const uses = useQuery(orpc.ownModels.describeDeletion.queryOptions({ input: { id }, staleTime: 0 }))
  const remove = useMutation({
    mutationFn: () => client.ownModels.deleteOwnModel({ id }),
    onSuccess: () => {
      close()
      navigate({ screen: 'models' })
      notify(t('editor.deleted', { name: text(name) }), {
        label: t('menu.edit.undo'),
        run: () => void client.workspace.undo()
      })
    }
  })
  const lines = uses.data
    ? (['walks', 'actions', 'links'] as const).flatMap((what) =>
        uses.data[what] > 0 ? [t(`editor.uses.${what}`, { count: uses.data[what] })] : []
      )
    : []
  const error = uses.error ?? remove.error
  return (
    <Question
      title={t('editor.deleteTitle', { name: text(name) })}
      label={t('editor.delete')}
      error={error && readError(error)}
      isReady={uses.data !== undefined}
      isDeleting={remove.isPending}
      onDelete={remove.mutate}
      onClose={close}
      testId="delete-model"
      confirmTestId="delete-confirm"
    >
      {lines.length > 0 && (
        <ul className="delete-list">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p>{t('editor.deleteText')}</p>
    </Question>
  )
}
