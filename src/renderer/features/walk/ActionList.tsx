import { ActionIcon, Checkbox } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import type { Action } from '../../../shared/contract/plan.ts'
import type { ActionDraft } from '../../../shared/contract/walks.ts'
import { useFormats } from '../../ui/formats.tsx'
import { notifyError } from '../../ui/notify.tsx'
import { EMPTY_ACTION } from './action-draft.ts'
import { ActionForm } from './ActionForm.tsx'

interface ActionListProps {
  place: { walkId: number; modelId: string; elementId: string }
  suggested: readonly string[]
  /** The action left unfinished at this step; its form opens again with it. */
  draft: ActionDraft | null
  onDraft: (draft: ActionDraft | null) => void
}

/** The actions of one step, and a form for the next. */
export function ActionList({ place, suggested, draft, onDraft }: ActionListProps): ReactNode {
  const { t } = useTranslation()
  const [isAdding, setIsAdding] = useState(draft !== null)
  // Only the form that stood open when the step was entered is filled; one opened later starts empty.
  const [initial, setInitial] = useState(draft ?? EMPTY_ACTION)
  const actions =
    useQuery(orpc.plan.listActions.queryOptions({ input: { walkId: place.walkId } })).data?.filter(
      (action) => action.elementId === place.elementId
    ) ?? []
  return (
    <section data-testid="walk-actions">
      <h2 className="caption">{t('walk.actions')}</h2>
      {actions.length === 0 && !isAdding && <p className="walk-quiet">{t('walk.noActions')}</p>}
      <ul className="action-list">
        {actions.map((action) => (
          <ActionLine key={action.id} action={action} />
        ))}
      </ul>
      {isAdding ? (
        <ActionForm
          place={place}
          suggested={suggested}
          initial={initial}
          onDraft={onDraft}
          onClose={() => {
            onDraft(null)
            setInitial(EMPTY_ACTION)
            setIsAdding(false)
          }}
        />
      ) : (
        <button
          type="button"
          className="walk-link walk-add"
          onClick={() => {
            setIsAdding(true)
          }}
          data-testid="action-add"
        >
          <IconPlus size={16} stroke={1.8} aria-hidden />
          {t('walk.addAction')}
        </button>
      )}
    </section>
  )
}

const attempt = (work: Promise<unknown>): void => {
  work.catch((error: unknown) => {
    notifyError(readError(error))
  })
}

function ActionLine({ action }: { action: Action }): ReactNode {
  const { t } = useTranslation()
  const { date, text } = useFormats()
  const segment = useQuery(orpc.segments.listSegments.queryOptions()).data?.find((each) => each.id === action.segmentId)
  const isDone = action.status === 'done'
  return (
    <li className={isDone ? 'action-done' : undefined} data-testid={`action-${String(action.id)}`}>
      <Checkbox
        size="xs"
        checked={isDone}
        aria-label={t('walk.action.done', { title: action.title })}
        onChange={() => {
          attempt(client.plan.updateAction({ id: action.id, status: isDone ? 'open' : 'done' }))
        }}
      />
      <div>
        <span className="action-title">{action.title}</span>
        <small>{[action.owner, date(action.dueDate), ...(segment ? [text(segment.name)] : [])].join(' · ')}</small>
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('walk.action.remove', { title: action.title })}
        onClick={() => {
          attempt(client.plan.deleteAction({ id: action.id }))
        }}
      >
        <IconX size={14} stroke={1.8} />
      </ActionIcon>
    </li>
  )
}
