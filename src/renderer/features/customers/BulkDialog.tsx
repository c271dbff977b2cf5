import { Autocomplete, Button, Checkbox, Group, Modal, NativeSelect, Progress, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CAMPAIGN_GOALS } from '../../../shared/contract/customer-edits.ts'
import { BULK_FIELDS, BulkField, type BulkEdit } from '../../../shared/contract/customer-table.ts'
import { findColumn } from '../../../shared/contract/customer-columns.ts'
import type { CustomerSelection } from '../../../shared/contract/customers.ts'
import { client, orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { runCommand } from '../../stores/commands.ts'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError } from '../../ui/notify.tsx'

export type BulkDeed = BulkEdit['do']

/** Opens as one types, for open it would lie over the button below; short enough that nothing has to be scrolled to. */
const TYPED_LIST = { openOnFocus: false, limit: 8, maxDropdownHeight: 400 }

interface BulkDialogProps {
  deed: BulkDeed | null
  selection: CustomerSelection | null
  count: number
  onClose: () => void
  /** Those selected may be gone, or no longer what the filter shows. */
  onDone: (deed: BulkDeed) => void
}

/** Asks what one change to everybody selected needs, makes it and tells how it went. */
export function BulkDialog({ deed, selection, count, onClose, onDone }: BulkDialogProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const run = async (edit: BulkEdit): Promise<void> => {
    if (!selection) return
    setProgress({ done: 0, total: count })
    try {
      for await (const step of await client.customerTable.editSelection({ selection, edit })) {
        if (step.state === 'running') {
          setProgress(step)
          continue
        }
        const told = (key: 'done' | 'same', many: number): string =>
          t(`customerTable.bulk.${key}`, { count: many, formatted: formats.count(many) })
        const words = [told('done', step.changed), ...(step.unchanged > 0 && edit.do !== 'delete' ? [told('same', step.unchanged)] : [])]
        const undo = { label: t('customerTable.bulk.undo'), run: () => void runCommand('edit.undo') }
        notify(words.join(' · '), step.changed > 0 ? undo : undefined, 'bulk-edit')
      }
      onDone(edit.do)
      onClose()
    } catch (error) {
      notifyError(readError(error))
    } finally {
      setProgress(null)
    }
  }
  return (
    <Modal
      opened={deed !== null}
      onClose={progress ? () => undefined : onClose}
      withCloseButton={!progress}
      title={deed && t(`customerTable.bulk.${deed}`)}
      centered
      size={440}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {progress ? (
        <div className="bulk-progress" aria-live="polite">
          <Progress value={progress.total === 0 ? 0 : (100 * progress.done) / progress.total} />
          <p className="muted small">
            {t('customerTable.bulk.running', { done: formats.count(progress.done), total: formats.count(progress.total) })}
          </p>
        </div>
      ) : (
        deed && <BulkForm key={deed} deed={deed} count={count} onSubmit={(edit) => void run(edit)} />
      )}
    </Modal>
  )
}

interface FormProps {
  deed: BulkDeed
  count: number
  onSubmit: (edit: BulkEdit) => void
}

function BulkForm({ deed, count, onSubmit }: FormProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const [edit, setEdit] = useState<BulkEdit | null>(deed === 'delete' ? { do: 'delete' } : null)
  const key = deed === 'delete' ? 'customerTable.bulk.deleteConfirm' : 'customerTable.bulk.confirm'
  return (
    <form
      className="bulk-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (edit) onSubmit(edit)
      }}
    >
      {FORMS[deed]({ onChange: setEdit })}
      <Group justify="flex-end">
        <Button type="submit" disabled={!edit} {...(deed === 'delete' && { color: 'red.9' })} data-testid="bulk-apply">
          {t(key, { count, formatted: formats.count(count) })}
        </Button>
      </Group>
    </form>
  )
}

type Part = (props: { onChange: (edit: BulkEdit | null) => void }) => ReactNode
const FORMS: Readonly<Record<BulkDeed, Part>> = {
  tag: (props) => <TagForm deed="tag" {...props} />,
  untag: (props) => <TagForm deed="untag" {...props} />,
  set: (props) => <FieldForm {...props} />,
  campaign: (props) => <CampaignForm {...props} />,
  list: (props) => <ListForm {...props} />,
  delete: () => <DeleteText />
}

function DeleteText(): ReactNode {
  const { t } = useTranslation()
  return <p>{t('customerTable.bulk.deleteText')}</p>
}

/** Values of a field that are in use, most frequent first. */
function useChoices(id: string): { value: string; label: string }[] {
  const { text } = useFormats()
  const fields = useQuery(orpc.segments.listFields.queryOptions())
  const field = fields.data?.groups.flatMap((group) => group.fields).find((each) => each.id === id)
  return (field?.choices ?? []).map(({ value, name }) => ({ value, label: text(name) }))
}

function TagForm({ deed, onChange }: { deed: 'tag' | 'untag'; onChange: (edit: BulkEdit | null) => void }): ReactNode {
  const { t } = useTranslation()
  const [tag, setTag] = useState('')
  const known = useChoices('tags')
  return (
    <Autocomplete
      {...TYPED_LIST}
      data-autofocus
      label={t('customerTable.bulk.tagName')}
      data={[...new Set(known.map(({ label }) => label))]}
      maxLength={100}
      value={tag}
      onChange={(typed) => {
        const clean = typed.replace(/[,;|]/g, '')
        setTag(clean)
        onChange(clean.trim() === '' ? null : { do: deed, tag: clean.trim() })
      }}
      data-testid="bulk-tag-name"
    />
  )
}

function FieldForm({ onChange }: { onChange: (edit: BulkEdit | null) => void }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const [field, setField] = useState<BulkField>('owner')
  const [value, setValue] = useState('')
  const [isEmptied, setEmptied] = useState(false)
  const column = findColumn(field)
  const known = useChoices(field)
  const change = (nextField: BulkField, next: string): void => {
    setField(nextField)
    setValue(next)
    setEmptied(false)
    // Nothing typed takes nothing away: that is said by its own box.
    onChange(next.trim() === '' ? null : { do: 'set', field: nextField, value: next.trim() })
  }
  return (
    <>
      <NativeSelect
        label={t('customerTable.bulk.field')}
        value={field}
        data={BULK_FIELDS.map((id) => {
          const name = findColumn(id)?.name
          return { value: id, label: name ? text(name) : id }
        })}
        onChange={({ currentTarget }) => {
          change(BulkField.parse(currentTarget.value), '')
        }}
        data-testid="bulk-field"
      />
      {column?.choices ? (
        <NativeSelect
          label={t('customerTable.bulk.value')}
          value={value}
          data={[{ value: '', label: '' }, ...column.choices.map((choice) => ({ value: choice.value, label: text(choice.name) }))]}
          onChange={({ currentTarget }) => {
            change(field, currentTarget.value)
          }}
          data-testid="bulk-value"
        />
      ) : (
        <Autocomplete
          {...TYPED_LIST}
          label={t('customerTable.bulk.value')}
          disabled={isEmptied}
          data={[...new Set(known.map(({ label }) => label))]}
          maxLength={500}
          value={value}
          onChange={(typed) => {
            change(field, typed)
          }}
          data-testid="bulk-value"
        />
      )}
      {field !== 'status' && (
        <Checkbox
          label={t('customerTable.bulk.empty')}
          checked={isEmptied}
          onChange={({ currentTarget }) => {
            setEmptied(currentTarget.checked)
            if (currentTarget.checked) onChange({ do: 'set', field, value: null })
            else change(field, value)
          }}
        />
      )}
    </>
  )
}

/** The choice that stands for something not there yet. */
const NEW = 'new'

function CampaignForm({ onChange }: { onChange: (edit: BulkEdit | null) => void }): ReactNode {
  const { t } = useTranslation()
  const campaigns = useQuery(orpc.customerEdits.listCampaigns.queryOptions())
  const [state, setState] = useState({ id: NEW, name: '', goal: 'retention' })
  const change = (next: typeof state): void => {
    setState(next)
    const goal = CAMPAIGN_GOALS.find((each) => each === next.goal) ?? 'retention'
    const name = next.name.trim()
    if (next.id !== NEW) onChange({ do: 'campaign', campaign: { id: Number(next.id) } })
    else onChange(name === '' ? null : { do: 'campaign', campaign: { name, goal } })
  }
  const known = (campaigns.data ?? []).map(({ id, fields }) => ({ value: String(id), label: fields.name }))
  return (
    <>
      <NativeSelect
        label={t('customerTable.bulk.campaignName')}
        value={state.id}
        data={[{ value: NEW, label: t('customerTable.bulk.newCampaign') }, ...known]}
        onChange={({ currentTarget }) => {
          change({ ...state, id: currentTarget.value })
        }}
      />
      {state.id === NEW && (
        <>
          <TextInput
            data-autofocus
            label={t('customerTable.bulk.campaignNew')}
            maxLength={200}
            value={state.name}
            onChange={({ currentTarget }) => {
              change({ ...state, name: currentTarget.value })
            }}
            data-testid="bulk-campaign-name"
          />
          <NativeSelect
            label={t('customerTable.bulk.goal')}
            value={state.goal}
            data={CAMPAIGN_GOALS.map((goal) => ({ value: goal, label: t(`customerTable.goals.${goal}`) }))}
            onChange={({ currentTarget }) => {
              change({ ...state, goal: currentTarget.value })
            }}
          />
        </>
      )}
    </>
  )
}

function ListForm({ onChange }: { onChange: (edit: BulkEdit | null) => void }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const lists = useQuery(orpc.customerTable.listLists.queryOptions())
  const [state, setState] = useState({ id: NEW, name: '' })
  const change = (next: typeof state): void => {
    setState(next)
    const name = next.name.trim()
    if (next.id !== NEW) onChange({ do: 'list', list: { id: next.id } })
    else onChange(name === '' ? null : { do: 'list', list: { name } })
  }
  return (
    <>
      <NativeSelect
        label={t('customerTable.bulk.listName')}
        value={state.id}
        data={[
          { value: NEW, label: t('customerTable.bulk.newList') },
          ...(lists.data ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))
        ]}
        onChange={({ currentTarget }) => {
          change({ ...state, id: currentTarget.value })
        }}
      />
      {state.id === NEW && (
        <TextInput
          data-autofocus
          label={t('customerTable.bulk.listNew')}
          maxLength={200}
          value={state.name}
          onChange={({ currentTarget }) => {
            change({ ...state, name: currentTarget.value })
          }}
          data-testid="bulk-list-name"
        />
      )}
    </>
  )
}
