import { Button, Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../../api/Answer.tsx'
import { readError } from '../../../api/errors.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { beginForm, FORMS, isComplete, type FormKind, type FormValues } from './record-forms.ts'
import { RecordField } from './RecordField.tsx'
import { readForm, saveRecord, type Edited } from './save-record.ts'
import './record-form.css'

const TITLE: Readonly<Record<FormKind, string>> = {
  order: 'order',
  interaction: 'interaction',
  complaint: 'complaint',
  survey: 'survey',
  consent: 'consent',
  member: 'campaign',
  'new-campaign': 'campaign'
}

interface RecordDialogProps {
  edited: Edited
  /** ISO date a new record begins with. */
  today: string
  onClose: () => void
}

/** Adds something that happened with a customer, or changes it. */
export function RecordDialog({ edited, today, onClose }: RecordDialogProps): ReactNode {
  const { t } = useTranslation()
  const { kind, customerId, id } = edited
  const stored = useQuery({
    queryKey: ['record', kind, customerId, id],
    queryFn: () => readForm({ kind, customerId, id: id ?? 0 }),
    enabled: id !== undefined,
    gcTime: 0
  })
  const title =
    kind === 'new-campaign'
      ? t('customerPage.form.newCampaign')
      : t(`customerPage.${id === undefined ? 'addTitles' : 'editTitles'}.${TITLE[kind]}`)
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      data-testid="record-dialog"
    >
      {id === undefined ? (
        <RecordForm edited={edited} before={{}} start={beginForm(kind, today)} onClose={onClose} />
      ) : (
        <Answer query={stored}>{(values) => <RecordForm edited={edited} before={values} start={values} onClose={onClose} />}</Answer>
      )}
    </Modal>
  )
}

interface RecordFormProps {
  edited: Edited
  before: FormValues
  start: FormValues
  onClose: () => void
}

function RecordForm({ edited, before, start, onClose }: RecordFormProps): ReactNode {
  const { t } = useTranslation()
  const [values, setValues] = useState<FormValues>(start)
  const [isTried, setIsTried] = useState(false)
  const save = useMutation({ mutationFn: () => saveRecord(edited, values, before), onSuccess: onClose })
  const fields = FORMS[edited.kind]
  const isReady = isComplete(edited.kind, values)
  return (
    <form
      className="record-form"
      onSubmit={(event) => {
        event.preventDefault()
        setIsTried(true)
        if (isReady) save.mutate()
      }}
    >
      {fields.map((field, place) => (
        <RecordField
          key={field.name}
          field={field}
          customerId={edited.customerId}
          value={values[field.name] ?? null}
          isFirst={place === 0}
          isLocked={edited.kind === 'member' && edited.id !== undefined && field.name === 'campaignId'}
          isMissing={isTried && field.isNeeded === true && (values[field.name] ?? '') === ''}
          onChange={(value) => {
            setValues((now) => ({ ...now, [field.name]: value }))
          }}
        />
      ))}
      {save.error && (
        <div className="record-wide">
          <ErrorNotice error={readError(save.error)} />
        </div>
      )}
      <div className="record-buttons record-wide">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={save.isPending} data-testid="record-save">
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
