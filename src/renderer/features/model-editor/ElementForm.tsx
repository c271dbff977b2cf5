import { Button, MultiSelect, NumberInput, Select, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconTrash } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ELEMENT_KINDS, type ElementKind, type ModelElement } from '../../../shared/models/model.ts'
import type { OwnModel } from '../../../shared/models/own-model.ts'
import { orpc } from '../../api/client.ts'
import { useFormats } from '../../ui/formats.tsx'
import type { DraftStore } from './draft-store.ts'
import { changeElement, connect, listParents, removeElements, toggleStep } from './edits.ts'
import type { Selection } from './selection.ts'
import { TextList } from './TextList.tsx'
import { TextPair } from '../../ui/TextPair.tsx'

interface ElementFormProps {
  draft: OwnModel
  element: ModelElement
  store: DraftStore
  onSelect: (selection: Selection) => void
}
const EMPTY = { en: '', es: '' }
/** The highest number an element may have. */
const MOST_ORDER = 99

/** Everything one element says and shows. */
export function ElementForm({ draft, element, store, onSelect }: ElementFormProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const { id } = element
  const change = (field: keyof ModelElement, value: Partial<ModelElement>, atOnce = false): void => {
    store.edit(`${id} ${field}`, (current) => changeElement(current, id, value), { atOnce })
  }
  const leave = (): void => void store.flush()
  return (
    <div className="editor-form" data-testid="element-form" data-element={id}>
      <TextPair
        label={t('editor.field.name')}
        value={element.name}
        isNeeded
        testId="element-name"
        onLeave={leave}
        onChange={(name) => {
          change('name', { name })
        }}
      />
      <div className="editor-row">
        <Select
          label={t('editor.field.kind')}
          data={ELEMENT_KINDS.map((kind) => ({ value: kind, label: t(`canvas.kind.${kind.replaceAll(' ', '_')}`) }))}
          value={element.kind}
          allowDeselect={false}
          data-testid="element-kind"
          onChange={(kind) => {
            change('kind', { kind: kind as ElementKind }, true)
          }}
        />
        <OrderField
          value={element.order}
          onLeave={leave}
          onChange={(order) => {
            change('order', { order })
          }}
        />
      </div>
      <Select
        label={t('editor.field.parent')}
        data={listParents(draft, id).map((other) => ({ value: other.id, label: text(other.name) }))}
        value={element.parent}
        placeholder={t('editor.noParent')}
        searchable
        clearable
        nothingFoundMessage={t('editor.nothingFound')}
        clearButtonProps={{ 'aria-label': t('editor.clear') }}
        onChange={(parent) => {
          change('parent', { parent }, true)
        }}
      />
      <TextPair
        label={t('editor.field.definition')}
        value={element.definition}
        isLong
        testId="element-definition"
        onLeave={leave}
        onChange={(definition) => {
          change('definition', { definition })
        }}
      />
      <TextPair
        label={t('editor.field.prompt')}
        value={element.prompt ?? EMPTY}
        testId="element-prompt"
        onLeave={leave}
        onChange={(prompt) => {
          change('prompt', { prompt })
        }}
      />
      <TextList
        title={t('editor.field.questions')}
        labelOf={(number) => t('editor.question', { number })}
        addLabel={t('editor.addQuestion')}
        values={element.questions}
        testId="element-question"
        onLeave={leave}
        onChange={(questions) => {
          change('questions', { questions })
        }}
      />
      <CataloguePickers element={element} change={change} />
      <TextPair
        label={t('editor.field.note')}
        value={element.note ?? EMPTY}
        isLong
        onLeave={leave}
        onChange={(note) => {
          change('note', { note })
        }}
      />
      <ElementRelations draft={draft} element={element} store={store} onSelect={onSelect} />
      <Switch
        label={t('editor.inWalk')}
        checked={draft.walk.includes(id)}
        data-testid="element-in-walk"
        onChange={() => {
          store.edit('walk', (current) => toggleStep(current, id), { atOnce: true })
        }}
      />
      <Button
        variant="default"
        className="editor-danger"
        leftSection={<IconTrash size={16} stroke={1.6} />}
        data-testid="element-remove"
        onClick={() => {
          store.edit(`remove ${id}`, (current) => removeElements(current, new Set([id])), { atOnce: true })
          onSelect(null)
        }}
      >
        {t('editor.removeElement')}
      </Button>
    </div>
  )
}

interface OrderFieldProps {
  value: number | null
  onChange: (value: number | null) => void
  onLeave: () => void
}

/** An element's number. What is none stays as it was typed and says so; the element keeps the number it had. */
function OrderField({ value, onChange, onLeave }: OrderFieldProps): ReactNode {
  const { t } = useTranslation()
  const [refused, setRefused] = useState<{ typed: number | string; kept: number | null } | null>(null)
  const isRefused = refused?.kept === value
  return (
    <NumberInput
      label={t('editor.field.order')}
      value={isRefused ? refused.typed : (value ?? '')}
      min={0}
      max={MOST_ORDER}
      clampBehavior="none"
      error={isRefused ? t('editor.orderRefused', { most: MOST_ORDER }) : undefined}
      data-testid="element-order"
      onBlur={onLeave}
      onChange={(typed) => {
        const order = typed === '' ? null : Number(typed)
        const isOrder = order === null || (Number.isInteger(order) && order >= 0 && order <= MOST_ORDER)
        setRefused(isOrder ? null : { typed, kept: value })
        if (isOrder) onChange(order)
      }}
    />
  )
}

interface CataloguePickersProps {
  element: ModelElement
  change: (field: keyof ModelElement, value: Partial<ModelElement>, atOnce?: boolean) => void
}

/** Figures and segments of the catalogues, found by typing part of their name. */
function CataloguePickers({ element, change }: CataloguePickersProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const kpis = useQuery(orpc.models.listKpis.queryOptions())
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  /** What a file names and the catalogue lacks stays visible, so that it can be taken out. */
  const withUnknown = (found: readonly { id: string; label: string }[], ids: readonly string[]): { value: string; label: string }[] => [
    ...found.map(({ id, label }) => ({ value: id, label })),
    ...ids.filter((id) => !found.some((each) => each.id === id)).map((id) => ({ value: id, label: id }))
  ]
  const shared = { searchable: true, hidePickedOptions: true, nothingFoundMessage: t('editor.nothingFound'), maxDropdownHeight: 240 }
  return (
    <>
      <MultiSelect
        {...shared}
        label={t('editor.field.kpis')}
        placeholder={t('editor.search')}
        data={withUnknown(
          (kpis.data ?? []).map((kpi) => ({ id: kpi.id, label: text(kpi.name) })),
          element.kpis
        )}
        value={element.kpis}
        data-testid="element-kpis"
        onChange={(ids) => {
          change('kpis', { kpis: ids }, true)
        }}
      />
      <MultiSelect
        {...shared}
        label={t('editor.field.segments')}
        placeholder={t('editor.search')}
        data={withUnknown(
          (segments.data ?? []).filter(({ kind }) => kind === 'built-in').map((segment) => ({ id: segment.id, label: text(segment.name) })),
          element.segments
        )}
        value={element.segments}
        data-testid="element-segments"
        onChange={(ids) => {
          change('segments', { segments: ids }, true)
        }}
      />
    </>
  )
}

/** What leads to and from the element, and another to be joined with it: everything the mouse does on the page, by keyboard. */
function ElementRelations({ draft, element, store, onSelect }: ElementFormProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const nameOf = (id: string): string => {
    const other = draft.elements.find((each) => each.id === id)
    return other ? text(other.name) : id
  }
  const mine = draft.relations.flatMap((relation, index) =>
    relation.from === element.id || relation.to === element.id ? [{ relation, index }] : []
  )
  return (
    <section className="editor-list" aria-label={t('editor.field.relations')}>
      <h3>{t('editor.field.relations')}</h3>
      {mine.map(({ relation, index }) => (
        <button
          key={index}
          type="button"
          className="editor-relation"
          data-testid={`relation-${String(index)}`}
          onClick={() => {
            onSelect({ relation: index })
          }}
        >
          <span>{nameOf(relation.from)}</span>
          <em>{t(`canvas.line.${relation.kind}`)}</em>
          <span>{nameOf(relation.to)}</span>
        </button>
      ))}
      <Select
        aria-label={t('editor.connectTo')}
        placeholder={t('editor.connectTo')}
        data={draft.elements.filter(({ id }) => id !== element.id).map((other) => ({ value: other.id, label: text(other.name) }))}
        value={null}
        searchable
        nothingFoundMessage={t('editor.nothingFound')}
        data-testid="element-connect"
        onChange={(target) => {
          if (target === null) return
          store.edit(`connect ${element.id} ${target}`, (current) => connect(current, element.id, target), { atOnce: true })
          onSelect({ relation: store.getState().draft.relations.length - 1 })
        }}
      />
    </section>
  )
}
