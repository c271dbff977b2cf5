import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import type { ActionDraft } from '../../../shared/contract/walks.ts'
import { DateField } from '../../ui/DateField.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { keepDraft, listLacking, type RequiredField } from './action-draft.ts'

interface ActionFormProps {
  place: { walkId: number; modelId: string; elementId: string }
  /** Segments of this element come first in the list. */
  suggested: readonly string[]
  /** What the form opens with. */
  initial: ActionDraft
  /** Notes what is to be kept of the form as it is typed; null: nothing. */
  onDraft: (draft: ActionDraft | null) => void
  onClose: () => void
}
const NAMES: Readonly<Record<RequiredField, string>> = {
  title: 'walk.action.title',
  owner: 'walk.action.owner',
  dueDate: 'walk.action.due'
}

/** Makes an action; keeps what is typed until it is added or cancelled, refuses with a sentence what lacks a title, an owner or a date, and keeps what was written when saving fails. */
export function ActionForm({ place, suggested, initial, onDraft, onClose }: ActionFormProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const segments = useQuery(orpc.segments.listSegments.queryOptions()).data ?? []
  const [draft, setDraft] = useState(initial)
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<ActionDraft>): void => {
    const changed = { ...draft, ...part }
    setDraft(changed)
    onDraft(keepDraft(changed))
    setProblem(null)
  }
  const add = async (): Promise<void> => {
    const lacking = listLacking(draft)
    if (lacking.length > 0) {
      setProblem(t('walk.action.incomplete', { missing: lacking.map((field) => t(NAMES[field]).toLowerCase()).join(', ') }))
      return
    }
    try {
      await client.plan.addAction({
        ...place,
        title: draft.title,
        owner: draft.owner,
        dueDate: draft.dueDate,
        segmentId: draft.segmentId || null
      })
      onClose()
    } catch (error) {
      const { code, details } = readError(error)
      setProblem(t('walk.action.failed', { reason: t(`errors.${code}`, details) }))
    }
  }
  const known = segments
    .filter((segment) => segment.customers !== null)
    .sort((a, b) => Number(suggested.includes(b.id)) - Number(suggested.includes(a.id)))
  // A form that comes back with its step must not take the keyboard away from the step.
  const isReopened = keepDraft(initial) !== null
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!isReopened) form.current?.scrollIntoView({ block: 'nearest' })
  }, [isReopened])
  return (
    <form
      ref={form}
      className="action-form"
      noValidate
      data-testid="action-form"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextInput
        label={t('walk.action.title')}
        value={draft.title}
        onChange={(event) => {
          change({ title: event.currentTarget.value })
        }}
        maxLength={500}
        autoFocus={!isReopened}
        required
        withAsterisk={false}
        data-testid="action-title"
      />
      <div className="action-pair">
        <TextInput
          label={t('walk.action.owner')}
          value={draft.owner}
          onChange={(event) => {
            change({ owner: event.currentTarget.value })
          }}
          maxLength={200}
          required
          withAsterisk={false}
          data-testid="action-owner"
        />
        <DateField
          label={t('walk.action.due')}
          value={draft.dueDate}
          isLive
          onChange={(dueDate) => {
            change({ dueDate })
          }}
          data-testid="action-due"
        />
      </div>
      <NativeSelect
        label={t('walk.action.segment')}
        value={draft.segmentId}
        onChange={(event) => {
          change({ segmentId: event.currentTarget.value })
        }}
        data={[
          { value: '', label: t('walk.action.noSegment') },
          ...known.map((segment) => ({ value: segment.id, label: text(segment.name) }))
        ]}
        data-testid="action-segment"
      />
      {problem && (
        <p className="walk-problem" role="alert" data-testid="action-problem">
          {problem}
        </p>
      )}
      <div className="action-buttons">
        <Button type="submit" size="xs" data-testid="action-save">
          {t('walk.action.save')}
        </Button>
        <Button variant="subtle" size="xs" onClick={onClose} data-testid="action-cancel">
          {t('walk.action.cancel')}
        </Button>
      </div>
    </form>
  )
}
