import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '../../../shared/contract/plan.ts'
import { client, orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { useTextMask } from '../../stores/hidden-texts.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { useFormats } from '../../ui/formats.tsx'

/** Adds an action, or changes one. */
export function ActionForm({ action, onClose }: { action: Action | null; onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const mask = useTextMask()
  const shown = (text: string): string => mask?.hide(text) ?? text
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const [draft, setDraft] = useState({
    title: shown(action?.title ?? ''),
    owner: shown(action?.owner ?? ''),
    dueDate: action?.dueDate ?? '',
    segmentId: action?.segmentId ?? null
  })
  const [isTried, setIsTried] = useState(false)
  const save = useMutation({
    mutationFn: () => {
      if (!action) return client.plan.addAction(draft)
      // Written while identities are hidden, it keeps the names it had.
      const meant = (text: string, before: string): string => mask?.restore(text, before) ?? text
      const { title, owner } = { title: meant(draft.title, action.title), owner: meant(draft.owner, action.owner) }
      return client.plan.updateAction({ id: action.id, ...draft, title, owner })
    },
    onSuccess: onClose
  })
  const isComplete = draft.title.trim() !== '' && draft.owner.trim() !== '' && draft.dueDate !== ''
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(action ? 'plan.editTitle' : 'plan.addTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className="plan-form"
        onSubmit={(event) => {
          event.preventDefault()
          setIsTried(true)
          if (isComplete) save.mutate()
        }}
      >
        <TextInput
          label={t('plan.title')}
          placeholder={t('plan.titlePlaceholder')}
          value={draft.title}
          data-autofocus
          data-testid="action-title"
          onChange={({ currentTarget: { value } }) => {
            setDraft({ ...draft, title: value })
          }}
        />
        <div className="plan-form-row">
          <TextInput
            label={t('plan.owner')}
            placeholder={t('plan.ownerPlaceholder')}
            value={draft.owner}
            data-testid="action-owner"
            onChange={({ currentTarget: { value } }) => {
              setDraft({ ...draft, owner: value })
            }}
          />
          <DateField
            label={t('plan.due')}
            value={draft.dueDate}
            data-testid="action-due"
            onChange={(dueDate) => {
              setDraft((now) => ({ ...now, dueDate }))
            }}
          />
        </div>
        <Select
          label={t('plan.segment')}
          placeholder={t('plan.noSegment')}
          clearable
          searchable
          value={draft.segmentId}
          data={(segments.data ?? []).map(({ id, name }) => ({ value: id, label: formats.text(name) }))}
          onChange={(segmentId) => {
            setDraft({ ...draft, segmentId })
          }}
        />
        {isTried && !isComplete && (
          <p className="tone-attention" role="alert">
            {t('plan.required')}
          </p>
        )}
        {save.error && <ErrorNotice error={readError(save.error)} />}
        <div className="plan-form-buttons">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} data-testid="action-save">
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
