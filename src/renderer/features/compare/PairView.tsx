import { ActionIcon, Button, Select } from '@mantine/core'
import { IconArrowsLeftRight, IconArrowUpRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { findCounterparts, type Counterparts } from '../../../shared/models/crosswalk.ts'
import { viewModel, type ModelView } from '../../../shared/models/apply-variant.ts'
import { findInView, findPairing, listInView, type ListedInView } from '../../../shared/models/list-in-view.ts'
import type { Model } from '../../../shared/models/model.ts'
import { orpc } from '../../api/client.ts'
import { navigate, type Comparison } from '../../stores/route.ts'
import { useFormats } from '../../ui/formats.tsx'
import { ViewMenu } from '../../ui/ViewMenu.tsx'

/** One of the two canvases. */
export interface CanvasProps {
  modelId: string
  /** The view of it; without it, the model has only one. */
  viewId?: string
  selectedId: string | null
  litIds: ReadonlySet<string>
  onSelect: (elementId: string) => void
}

interface PairViewProps {
  comparison: Comparison
  models: readonly ModelView[]
  renderCanvas: (props: CanvasProps) => ReactNode
  onChange: (changed: Comparison) => void
}
type Side = 'left' | 'right'
interface Selected {
  side: Side
  elementId: string
}
const NOTHING: ReadonlySet<string> = new Set()
const SIDES = ['left', 'right'] as const

/** Two models at full size; what is selected in one lights its counterparts by topic in the other. */
export function PairView({ comparison, models, renderCanvas, onChange }: PairViewProps): ReactNode {
  const { t } = useTranslation()
  const crosswalk = useQuery(orpc.compare.getCrosswalk.queryOptions())
  const [selected, setSelected] = useState<Selected | null>(null)
  const { left, right } = pickPair(models, comparison)
  if (!left || !right) return null
  const sides = { left, right }
  // A selection whose model was replaced is no longer there to be seen.
  const isSameModel = left.whole.id === right.whole.id
  const current = selected && sides[selected.side].view.elements.some(({ id }) => id === selected.elementId) ? selected : null
  const counterparts =
    current && findCounterparts(crosswalk.data ?? [], sides[current.side].whole, current.elementId, sides[otherOf(current.side)].whole)
  const listed =
    current && counterparts && listInView(sides[otherOf(current.side)], isSameModel ? [current.elementId] : counterparts.elementIds)
  return (
    <div className="compare-pair">
      <div className="compare-pair-bar">
        <ModelPicker
          label={t('compare.left')}
          {...{ models, model: left.whole }}
          onPick={(leftId) => {
            onChange({ leftId, leftView: undefined, rightId: right.whole.id })
          }}
          onView={(leftView) => {
            onChange({ leftView })
          }}
          inView={left}
          testId="compare-left"
        />
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t('compare.swap')}
          title={t('compare.swap')}
          data-testid="compare-swap"
          onClick={() => {
            setSelected(current && { ...current, side: otherOf(current.side) })
            onChange({
              leftId: right.whole.id,
              leftView: right.variant?.id,
              rightId: left.whole.id,
              rightView: left.variant?.id
            })
          }}
        >
          <IconArrowsLeftRight size={18} stroke={1.6} />
        </ActionIcon>
        <ModelPicker
          label={t('compare.right')}
          {...{ models, model: right.whole }}
          onPick={(rightId) => {
            onChange({ rightId, rightView: undefined, leftId: left.whole.id })
          }}
          onView={(rightView) => {
            onChange({ rightView })
          }}
          inView={right}
          testId="compare-right"
        />
      </div>
      <div className="compare-canvases">
        {SIDES.map((side) => (
          <section key={side} className="compare-canvas" aria-label={t(`compare.${side}`)} data-testid={`compare-side-${side}`}>
            {renderCanvas({
              modelId: sides[side].whole.id,
              ...(sides[side].variant ? { viewId: sides[side].variant.id } : {}),
              selectedId: current?.side === side ? current.elementId : null,
              litIds: current && listed && current.side !== side ? new Set(listed.shown.map(({ id }) => id)) : NOTHING,
              onSelect: (elementId) => {
                setSelected({ side, elementId })
              }
            })}
          </section>
        ))}
      </div>
      <footer className="compare-strip" aria-live="polite" data-testid="compare-strip">
        {current && counterparts && listed ? (
          SIDES.map((side) =>
            side === current.side ? (
              <SelectedElement key={side} model={sides[side]} elementId={current.elementId} />
            ) : isSameModel ? (
              <SamePlace key={side} model={sides[side]} elementId={current.elementId} />
            ) : (
              <CounterpartList
                key={side}
                model={sides[side]}
                from={sides[current.side]}
                selectedId={current.elementId}
                counterparts={counterparts}
                listed={listed}
                onSelect={(elementId) => {
                  setSelected({ side, elementId })
                }}
              />
            )
          )
        ) : (
          <p className="muted">
            {t(!isSameModel ? 'compare.pairHint' : left.variant === right.variant ? 'compare.sameModel' : 'compare.viewsHint')}
          </p>
        )}
      </footer>
    </div>
  )
}

const otherOf = (side: Side): Side => (side === 'left' ? 'right' : 'left')

/** The two models asked for, each in the view asked for or chosen last; where one is not, the first that is not the other. */
function pickPair(
  models: readonly ModelView[],
  { leftId, rightId, leftView, rightView }: Comparison
): { left: ModelView | undefined; right: ModelView | undefined } {
  const find = (id: string | undefined): ModelView | undefined => models.find(({ whole }) => whole.id === id)
  const show = (model: ModelView | undefined, view: string | undefined): ModelView | undefined =>
    model && view !== undefined ? viewModel(model.whole, view) : model
  const left = find(leftId) ?? models.find(({ whole }) => whole.id !== rightId)
  const right = find(rightId) ?? models.find(({ whole }) => whole.id !== left?.whole.id) ?? left
  return { left: show(left, leftView), right: show(right, rightView) }
}

interface ModelPickerProps {
  label: string
  models: readonly ModelView[]
  model: Model
  inView: ModelView
  onPick: (modelId: string) => void
  onView: (viewId: string) => void
  testId: string
}

function ModelPicker({ label, models, model, inView, onPick, onView, testId }: ModelPickerProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  return (
    <div className="compare-model-picker">
      <Select
        aria-label={label}
        allowDeselect={false}
        value={model.id}
        data={models.map(({ whole }) => ({ value: whole.id, label: text(whole.name) }))}
        onChange={(id) => {
          if (id !== null) onPick(id)
        }}
        data-testid={testId}
      />
      <ViewMenu model={model} chosen={inView.variant} onChoose={onView} testId={`${testId}-view`} />
      {/* An icon: the name of the model has the room. */}
      <ActionIcon
        variant="subtle"
        size={36}
        aria-label={t('compare.openModel')}
        title={t('compare.openModel')}
        onClick={() => {
          navigate({ screen: 'models', modelId: model.id })
        }}
      >
        <IconArrowUpRight size={18} stroke={1.6} />
      </ActionIcon>
    </div>
  )
}

function SelectedElement({ model: inView, elementId }: { model: ModelView; elementId: string }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const model = inView.view
  const element = model.elements.find(({ id }) => id === elementId)
  if (!element) return null
  const pairing = findPairing(inView, elementId)
  return (
    <div data-testid="compare-selected">
      <h2>
        <button
          type="button"
          className="link-button"
          title={t('compare.open', { element: text(element.name), model: text(model.name) })}
          onClick={() => {
            navigate({ screen: 'models', modelId: model.id, elementId })
          }}
        >
          {text(element.name)}
        </button>
      </h2>
      <p className="muted">{pairing ? t('canvas.pairing', { name: text(pairing) }) : text(element.definition)}</p>
    </div>
  )
}

/** The other side shows the same model: what stands in the same place in its view. */
function SamePlace({ model, elementId }: { model: ModelView; elementId: string }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const element = model.view.elements.find(({ id }) => id === elementId)
  const pairing = findPairing(model, elementId)
  const view = model.variant ? text(model.variant.name) : ''
  return (
    <div data-testid="compare-same">
      <h2>{t('canvas.view', { name: view })}</h2>
      <p className="compare-counterparts">{element ? text(element.name) : t('compare.notInView')}</p>
      {element && <p className="muted">{pairing ? t('canvas.pairing', { name: text(pairing) }) : text(element.definition)}</p>}
    </div>
  )
}

interface CounterpartListProps {
  /** The other model, and the one the selection is in. */
  model: ModelView
  from: ModelView
  selectedId: string
  counterparts: Counterparts
  /** The counterparts as the view of the other model has them. */
  listed: ListedInView
  onSelect: (elementId: string) => void
}

function CounterpartList({ model: { view: model }, from, selectedId, counterparts, listed, onSelect }: CounterpartListProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const { topics, through } = counterparts
  const { shown, absent } = listed
  const others = through.flatMap((id) => (id === selectedId ? [] : text(findInView(from, id)?.name ?? { en: id, es: id })))
  const named = topics.map(({ name }) => text(name)).join(', ')
  if (topics.length === 0) return <p className="muted">{t('compare.noTopic')}</p>
  return (
    <div data-testid="compare-counterparts">
      <h2>{t('compare.counterparts', { model: text(model.name) })}</h2>
      <p className="compare-counterparts">
        {shown.length + absent === 0
          ? t('compare.noCounterpart', { model: text(model.name), topics: named })
          : shown.map(({ id, name }) => (
              <Button
                key={id}
                size="compact-sm"
                variant="light"
                onClick={() => {
                  onSelect(id)
                }}
              >
                {text(name)}
              </Button>
            ))}
        {absent > 0 && <span className="muted">{t('compare.absent', { count: absent })}</span>}
      </p>
      <p className="muted">
        {t('compare.topic')}: {named}
        {others.length > 0 && ` (${t('compare.through', { elements: others.join(', ') })})`}
      </p>
      <TopicNotes {...{ model, topics }} />
    </div>
  )
}

/** What the table adds about the other model for these topics. */
function TopicNotes({ model, topics }: { model: Model; topics: Counterparts['topics'] }): ReactNode {
  const { text } = useFormats()
  const notes = topics.flatMap(({ places }) => places[model.id]?.note ?? [])
  return notes.map((note) => (
    <p key={note.en} className="muted">
      {text(note)}
    </p>
  ))
}
