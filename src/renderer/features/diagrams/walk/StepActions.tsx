import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '../../../../shared/contract/plan.ts'
import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { readActionIds } from '../../../../shared/diagrams/shape-actions.ts'
import { client, orpc } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { useHideText } from '../../../stores/hidden-texts.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { notifyError } from '../../../ui/notify.tsx'
import { useDiagramStore } from '../store/use-diagram.ts'
import { type ActionDraft, useStepDrafts } from './step-drafts.ts'

/** The actions that came out of a step; one that was deleted from the plan is no longer among them. */
function useStepActions(shape: Pick<DiagramShape, 'data'>): Action[] {
  const ids = readActionIds(shape)
  const all = useQuery(orpc.plan.listActions.queryOptions({ enabled: ids.length > 0 })).data ?? []
  return all.filter(({ id }) => ids.includes(id))
}

/** The actions of one step, and a form for the next. */
export function StepActions({ shape }: { shape: DiagramShape }): ReactNode {
  const { t } = useTranslation()
  const drafts = useStepDrafts()
  const [isAdding, setIsAdding] = useState(() => drafts.read(shape.id).action !== undefined)
  const actions = useStepActions(shape)
  return (
    <section data-testid="walk-actions">
      <h3>{t('diagramPresent.walk.actions')}</h3>
      {actions.length === 0 && !isAdding && <p className="link-quiet">{t('diagramPresent.walk.noActions')}</p>}
      <ul className="dstep-actions">
        {actions.map((action) => (
          <ActionLine key={action.id} action={action} />
        ))}
      </ul>
      {isAdding ? (
        <ActionForm
          shape={shape}
          onClose={() => {
            drafts.keep(shape.id, { action: undefined })
            setIsAdding(false)
          }}
        />
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} stroke={1.8} />}
          onClick={() => {
            setIsAdding(true)
          }}
          data-testid="step-add-action"
        >
          {t('diagramPresent.walk.addAction')}
        </Button>
      )}
    </section>
  )
}

function ActionLine({ action }: { action: Action }): ReactNode {
  const { t } = useTranslation()
  const { date, text } = useFormats()
  const hideText = useHideText()
  const segment = useQuery(orpc.segments.listSegments.queryOptions()).data?.find(({ id }) => id === action.segmentId)
  const isDone = action.status === 'done'
  return (
    <li data-done={isDone || undefined} data-testid="step-action">
      <Checkbox
        size="xs"
        checked={isDone}
        aria-label={t('diagramPresent.walk.markDone', { title: hideText(action.title) })}
        onChange={() => {
          client.plan.updateAction({ id: action.id, status: isDone ? 'open' : 'done' }).catch((error: unknown) => {
            notifyError(readError(error))
          })
        }}
      />
      <div>
        <span>{hideText(action.title)}</span>
        <small>{[hideText(action.owner), date(action.dueDate), ...(segment ? [text(segment.name)] : [])].join(' · ')}</small>
      </div>
    </li>
  )
}

function ActionForm({ shape, onClose }: { shape: DiagramShape; onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const store = useDiagramStore()
  const segments = useQuery(orpc.segments.listSegments.queryOptions()).data ?? []
  const linked = shape.link?.to === 'segment' ? shape.link.segmentId : ''
  const drafts = useStepDrafts()
  const [draft, setDraft] = useState<ActionDraft>(
    () => drafts.read(shape.id).action ?? { title: '', owner: '', dueDate: '', segmentId: linked }
  )
  const [isLacking, setIsLacking] = useState(false)
  const change = (part: Partial<ActionDraft>): void => {
    const next = { ...draft, ...part }
    setDraft(next)
    // Whoever goes on to the next step finds it here on the way back.
    drafts.keep(shape.id, { action: next })
    setIsLacking(false)
  }
  const add = async (): Promise<void> => {
    if ([draft.title, draft.owner, draft.dueDate].some((part) => part.trim() === '')) {
      setIsLacking(true)
      return
    }
    try {
      // What is still on its way belongs below it.
      await store.flush()
      const { diagramId } = store.getState()
      await client.plan.addAction({
        ...draft,
        segmentId: draft.segmentId || null,
        ...(diagramId !== null && { shape: { diagramId, shapeId: shape.id, as: 'step' } })
      })
      onClose()
    } catch (error) {
      notifyError(readError(error))
    }
  }
  return (
    <form
      className="dstep-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
      data-testid="step-action-form"
    >
      <TextInput
        label={t('diagramPresent.walk.action')}
        value={draft.title}
        maxLength={500}
        required
        autoFocus
        onChange={({ currentTarget }) => {
          change({ title: currentTarget.value })
        }}
        data-testid="step-action-title"
      />
      <div className="dstep-pair">
        <TextInput
          label={t('diagramPresent.walk.owner')}
          value={draft.owner}
          maxLength={200}
          required
          onChange={({ currentTarget }) => {
            change({ owner: currentTarget.value })
          }}
          data-testid="step-action-owner"
        />
        <DateField
          label={t('diagramPresent.walk.due')}
          value={draft.dueDate}
          isLive
          isRequired
          onChange={(dueDate) => {
            change({ dueDate })
          }}
          data-testid="step-action-due"
        />
      </div>
      <NativeSelect
        label={t('diagramPresent.walk.segment')}
        value={draft.segmentId}
        data={[
          { value: '', label: t('diagramPresent.walk.noSegment') },
          ...segments.filter(({ customers }) => customers !== null).map(({ id, name }) => ({ value: id, label: text(name) }))
        ]}
        onChange={({ currentTarget }) => {
          change({ segmentId: currentTarget.value })
        }}
      />
      {isLacking && (
        <p className="link-problem" role="alert">
          {t('plan.required')}
        </p>
      )}
      <div className="link-buttons">
        <Button type="submit" size="xs" data-testid="step-action-save">
          {t('diagramPresent.walk.saveAction')}
        </Button>
        <Button variant="subtle" size="xs" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
