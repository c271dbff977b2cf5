import { ActionIcon, Button, Select } from '@mantine/core'
import { IconArrowsLeftRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { findCounterparts, type Counterparts } from '../../../shared/models/crosswalk.ts'
import type { Model } from '../../../shared/models/model.ts'
import { orpc } from '../../api/client.ts'
import { navigate, type Comparison } from '../../stores/route.ts'
import { useFormats } from '../../ui/formats.tsx'

/** One of the two canvases. */
export interface CanvasProps {
  modelId: string
  selectedId: string | null
  litIds: ReadonlySet<string>
  onSelect: (elementId: string) => void
}

interface PairViewProps {
  comparison: Comparison
  models: readonly Model[]
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
  const current = selected && sides[selected.side].elements.some(({ id }) => id === selected.elementId) ? selected : null
  const counterparts =
    current && findCounterparts(crosswalk.data ?? [], sides[current.side], current.elementId, sides[otherOf(current.side)])
  return (
    <div className="compare-pair">
      <div className="compare-pair-bar">
        <ModelPicker
          label={t('compare.left')}
          {...{ models, model: left }}
          onPick={(leftId) => {
            onChange({ leftId, rightId: right.id })
          }}
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
            onChange({ leftId: right.id, rightId: left.id })
          }}
        >
          <IconArrowsLeftRight size={18} stroke={1.6} />
        </ActionIcon>
        <ModelPicker
          label={t('compare.right')}
          {...{ models, model: right }}
          onPick={(rightId) => {
            onChange({ rightId, leftId: left.id })
          }}
          testId="compare-right"
        />
      </div>
      <div className="compare-canvases">
        {SIDES.map((side) => (
          <section key={side} className="compare-canvas" aria-label={t(`compare.${side}`)} data-testid={`compare-side-${side}`}>
            {renderCanvas({
              modelId: sides[side].id,
              selectedId: current?.side === side ? current.elementId : null,
              litIds: current && counterparts && current.side !== side ? new Set(counterparts.elementIds) : NOTHING,
              onSelect: (elementId) => {
                setSelected({ side, elementId })
              }
            })}
          </section>
        ))}
      </div>
      <footer className="compare-strip" aria-live="polite" data-testid="compare-strip">
        {current && counterparts ? (
          SIDES.map((side) =>
            side === current.side ? (
              <SelectedElement key={side} model={sides[side]} elementId={current.elementId} />
            ) : (
              <CounterpartList
                key={side}
                model={sides[side]}
                from={sides[current.side]}
                selectedId={current.elementId}
                counterparts={counterparts}
                onSelect={(elementId) => {
                  setSelected({ side, elementId })
                }}
              />
            )
          )
        ) : (
          <p className="muted">{t(left.id === right.id ? 'compare.sameModel' : 'compare.pairHint')}</p>
        )}
      </footer>
    </div>
  )
}

const otherOf = (side: Side): Side => (side === 'left' ? 'right' : 'left')

/** The two models asked for; where one is not, the first that is not the other. */
function pickPair(models: readonly Model[], { leftId, rightId }: Comparison): { left: Model | undefined; right: Model | undefined } {
  const find = (id: string | undefined): Model | undefined => models.find((model) => model.id === id)
  const left = find(leftId) ?? models.find(({ id }) => id !== rightId)
  return { left, right: find(rightId) ?? models.find(({ id }) => id !== left?.id) ?? left }
}

interface ModelPickerProps {
  label: string
  models: readonly Model[]
  model: Model
  onPick: (modelId: string) => void
  testId: string
}

function ModelPicker({ label, models, model, onPick, testId }: ModelPickerProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  return (
    <div className="compare-model-picker">
      <Select
        aria-label={label}
        allowDeselect={false}
        value={model.id}
        data={models.map(({ id, name }) => ({ value: id, label: text(name) }))}
        onChange={(id) => {
          if (id !== null) onPick(id)
        }}
        data-testid={testId}
      />
      <Button
        variant="subtle"
        onClick={() => {
          navigate({ screen: 'models', modelId: model.id })
        }}
      >
        {t('compare.openModel')}
      </Button>
    </div>
  )
}

function SelectedElement({ model, elementId }: { model: Model; elementId: string }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const element = model.elements.find(({ id }) => id === elementId)
  if (!element) return null
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
      <p className="muted">{text(element.definition)}</p>
    </div>
  )
}

interface CounterpartListProps {
  /** The other model, and the one the selection is in. */
  model: Model
  from: Model
  selectedId: string
  counterparts: Counterparts
  onSelect: (elementId: string) => void
}

function CounterpartList({ model, from, selectedId, counterparts, onSelect }: CounterpartListProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const { topics, elementIds, through } = counterparts
  const nameOf = (of: Model, id: string): string => {
    const element = of.elements.find((each) => each.id === id)
    return element ? text(element.name) : id
  }
  const others = through.filter((id) => id !== selectedId).map((id) => nameOf(from, id))
  const named = topics.map(({ name }) => text(name)).join(', ')
  if (topics.length === 0) return <p className="muted">{t('compare.noTopic')}</p>
  return (
    <div data-testid="compare-counterparts">
      <h2>{t('compare.counterparts', { model: text(model.name) })}</h2>
      <p className="compare-counterparts">
        {elementIds.length === 0
          ? t('compare.noCounterpart', { model: text(model.name), topics: named })
          : elementIds.map((id) => (
              <Button
                key={id}
                size="compact-sm"
                variant="light"
                onClick={() => {
                  onSelect(id)
                }}
              >
                {nameOf(model, id)}
              </Button>
            ))}
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
