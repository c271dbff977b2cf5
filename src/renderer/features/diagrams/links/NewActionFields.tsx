import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../../ui/DateField.tsx'

export interface NewActionDraft {
  readonly title: string
  readonly owner: string
  /** ISO date; empty: none yet. */
  readonly dueDate: string
}

export const isWhole = ({ title, owner, dueDate }: NewActionDraft): boolean =>
  title.trim() !== '' && owner.trim() !== '' && dueDate.trim() !== ''

interface NewActionFieldsProps {
  draft: NewActionDraft
  onChange: (draft: NewActionDraft) => void
}

/** What an action needs: what, who and by when. */
export function NewActionFields({ draft, onChange }: NewActionFieldsProps): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="new-action" role="group" aria-label={t('diagramLinks.picker.newActionTitle')}>
      <TextInput
        label={t('plan.title')}
        placeholder={t('plan.titlePlaceholder')}
        value={draft.title}
        maxLength={500}
        autoFocus
        onChange={({ currentTarget }) => {
          onChange({ ...draft, title: currentTarget.value })
        }}
        data-testid="link-action-title"
      />
      <div className="new-action-pair">
        <TextInput
          label={t('plan.owner')}
          placeholder={t('plan.ownerPlaceholder')}
          value={draft.owner}
          maxLength={200}
          onChange={({ currentTarget }) => {
            onChange({ ...draft, owner: currentTarget.value })
          }}
          data-testid="link-action-owner"
        />
        <DateField
          label={t('plan.due')}
          value={draft.dueDate}
          isLive
          onChange={(dueDate) => {
            onChange({ ...draft, dueDate })
          }}
          data-testid="link-action-due"
        />
      </div>
    </div>
  )
}
