import { ActionIcon, Button, Checkbox, SegmentedControl } from '@mantine/core'
import { IconListCheck, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action, ActionPlace } from '../../../shared/contract/plan.ts'
import { segmentColor } from '../../../shared/domain/segment-colors.ts'
import { Answer } from '../../api/Answer.tsx'
import { client, orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { runCommand } from '../../stores/commands.ts'
import { useHideText } from '../../stores/hidden-texts.ts'
import { navigate, showCustomers } from '../../stores/route.ts'
import { useTopBar } from '../../stores/top-bar.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError } from '../../ui/notify.tsx'
import { SegmentDot, StatePill } from '../../ui/StatePill.tsx'
import { ActionForm } from './ActionForm.tsx'
import { stateOf } from './action-state.ts'
import { useDiagramPlaces, useOrigin } from './use-origin.ts'
import './plan.css'

type Shown = 'open' | 'done' | 'all'

/** Actions with owner and date, the nearest first. */
export function PlanPage(): ReactNode {
  const { t } = useTranslation()
  const actions = useQuery(orpc.plan.listActions.queryOptions({ input: {} }))
  const [edited, setEdited] = useState<Action | 'new' | null>(null)
  const [shown, setShown] = useState<Shown>('open')
  const add = (
    <Button
      leftSection={<IconPlus size={16} />}
      onClick={() => {
        setEdited('new')
      }}
      data-testid="plan-add"
    >
      {t('plan.add')}
    </Button>
  )
  const isEmpty = actions.data?.length === 0
  useTopBar({ title: t('frame.titles.plan'), action: isEmpty ? undefined : add })
  return (
    <div className="page">
      <div className="page-inner">
        <Answer query={actions}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState
                icon={<IconListCheck size={40} stroke={1.2} />}
                title={t('plan.emptyTitle')}
                text={t('plan.emptyText')}
                action={add}
              />
            ) : (
              <>
                <header className="page-head">
                  <div>
                    <h1>{t('frame.titles.plan')}</h1>
                    <p>{t('plan.intro')}</p>
                  </div>
                  <SegmentedControl
                    aria-label={t('plan.filter')}
                    value={shown}
                    onChange={(value) => {
                      setShown(value === 'done' || value === 'all' ? value : 'open')
                    }}
                    data={[
                      { value: 'open', label: t('plan.open') },
                      { value: 'done', label: t('plan.done') },
                      { value: 'all', label: t('plan.all') }
                    ]}
                  />
                </header>
                <ActionTable
                  actions={list.filter(({ status }) => shown === 'all' || (shown === 'open') === (status === 'open'))}
                  onEdit={setEdited}
                />
              </>
            )
          }
        </Answer>
        {edited !== null && (
          <ActionForm
            action={edited === 'new' ? null : edited}
            onClose={() => {
              setEdited(null)
            }}
          />
        )}
      </div>
    </div>
  )
}

function ActionTable({ actions, onEdit }: { actions: readonly Action[]; onEdit: (action: Action) => void }): ReactNode {
  const { t } = useTranslation()
  const nameOrigin = useOrigin()
  const listPlaces = useDiagramPlaces()
  const sorted = [...actions].sort((a, b) => a.dueDate.localeCompare(b.dueDate))
  return (
    <Card className="plan-card">
      <table className="plain-table plan-table">
        <thead>
          <tr>
            <th aria-label={t('plan.status')} />
            <th>{t('plan.title')}</th>
            <th>{t('plan.owner')}</th>
            <th>{t('plan.due')}</th>
            <th>{t('plan.segment')}</th>
            <th>{t('plan.status')}</th>
            <th aria-label={t('plan.edit')} />
          </tr>
        </thead>
        <tbody>
          {sorted.map((action) => (
            <ActionRow key={action.id} action={action} origin={nameOrigin(action)} places={listPlaces(action)} onEdit={onEdit} />
          ))}
        </tbody>
      </table>
    </Card>
  )
}

interface ActionRowProps {
  action: Action
  /** The model and element it came from. */
  origin: string | null
  /** The shapes of diagrams it came from. */
  places: readonly ActionPlace[]
  onEdit: (action: Action) => void
}

function ActionRow({ action, origin, places, onEdit }: ActionRowProps): ReactNode {
  const { t } = useTranslation()
  const hideText = useHideText()
  const formats = useFormats()
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const fail = (error: unknown): void => {
    notifyError(readError(error))
  }
  const setStatus = useMutation({
    mutationFn: (status: Action['status']) => client.plan.updateAction({ id: action.id, status }),
    onError: fail
  })
  const remove = useMutation({
    mutationFn: () => client.plan.deleteAction({ id: action.id }),
    onSuccess: () => {
      notify(t('plan.deleted'), { label: t('common.undo'), run: () => void runCommand('edit.undo') })
    },
    onError: fail
  })
  const segment = segments.data?.find(({ id }) => id === action.segmentId)
  const { word, tone } = stateOf(action, new Date())
  const isDone = action.status === 'done'
  const title = hideText(action.title)
  return (
    <tr data-testid={`action-${action.id}`} className={isDone ? 'is-done' : ''}>
      <td>
        <Checkbox
          checked={isDone}
          aria-label={t(isDone ? 'plan.reopen' : 'plan.markDone', { title })}
          onChange={() => {
            setStatus.mutate(isDone ? 'open' : 'done')
          }}
        />
      </td>
      <td className="plan-title">
        <span>{title}</span>
        {origin !== null && (
          <span className="plan-origin" data-testid={`action-origin-${String(action.id)}`}>
            {origin}
          </span>
        )}
        {places.map((place) => (
          <PlaceLink key={`${String(place.diagramId)} ${place.shapeId}`} place={place} />
        ))}
      </td>
      <td>{hideText(action.owner)}</td>
      <td className="plan-due">{formats.date(action.dueDate)}</td>
      <td>
        {segment && (
          <span className="plan-segment">
            <SegmentDot color={segmentColor(segment.id)} />
            <button
              type="button"
              className="link-button"
              onClick={() => {
                showCustomers({ segmentId: segment.id })
              }}
            >
              {formats.text(segment.name)}
            </button>
          </span>
        )}
      </td>
      <td>
        <StatePill tone={tone}>{t(`plan.${word}`)}</StatePill>
      </td>
      <td className="plan-buttons">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('plan.editNamed', { title })}
          onClick={() => {
            onEdit(action)
          }}
        >
          <IconPencil size={17} stroke={1.6} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('plan.deleteNamed', { title })}
          onClick={() => {
            remove.mutate()
          }}
        >
          <IconTrash size={17} stroke={1.6} />
        </ActionIcon>
      </td>
    </tr>
  )
}

/** The way back to the shape of a diagram that an action came from. */
function PlaceLink({ place: { diagramId, diagram, shapeId, label, actionId } }: { place: ActionPlace }): ReactNode {
  const { t } = useTranslation()
  const hideText = useHideText()
  return (
    <span className="plan-origin">
      {t('plan.from')}{' '}
      <button
        type="button"
        className="link-button plan-place"
        onClick={() => {
          navigate({ screen: 'diagrams', diagramId, mode: 'explore', itemId: shapeId })
        }}
        data-testid={`action-place-${String(actionId)}`}
      >
        {[diagram, label].filter(Boolean).map(hideText).join(' › ')}
      </button>
    </span>
  )
}
