import { Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SchemaObject } from '../../../../shared/contract/diagrams.ts'
import { useFormats } from '../../../ui/formats.tsx'
import {
  addObjects,
  addPointedAt,
  addRelated,
  chooseCustom,
  countChosen,
  findObjects,
  removeObjects,
  toggleObject,
  type Chosen
} from './choose-objects.ts'

interface ObjectListProps {
  objects: readonly SchemaObject[]
  chosen: Chosen
  onChange: (chosen: Chosen) => void
}

/** Keys that lead from row to row; a list of hundreds is one stop of Tab. */
const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  PageDown: (at, last) => Math.min(at + 10, last),
  PageUp: (at) => Math.max(at - 10, 0),
  Home: () => 0,
  End: (_at, last) => last
}

/** The objects of a schema with a box each, found by typing. What a button does, it does to the objects shown. */
export function ObjectList({ objects, chosen, onChange }: ObjectListProps): ReactNode {
  const { t } = useTranslation()
  const { count } = useFormats()
  const [search, setSearch] = useState('')
  const [current, setCurrent] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const field = useRef<HTMLInputElement>(null)
  // What was focused before, the choice of a folder, is gone.
  useEffect(() => {
    field.current?.focus()
  }, [])
  const found = findObjects(objects, search)
  const counts = countChosen(objects, chosen)
  const stop = Math.min(current, found.length - 1)
  const step = (event: KeyboardEvent): void => {
    const next = STEPS[event.key]?.(stop, found.length - 1)
    if (next === undefined) return
    event.preventDefault()
    setCurrent(next)
    list.current?.querySelectorAll('input')[next]?.focus()
  }
  return (
    <section className="schema-objects" aria-label={t('diagramSchema.objectsTitle')}>
      <div className="schema-tools">
        <TextInput
          ref={field}
          aria-label={t('diagramSchema.search')}
          placeholder={t('diagramSchema.search')}
          leftSection={<IconSearch size={16} stroke={1.6} />}
          value={search}
          data-testid="schema-search"
          onChange={({ currentTarget: { value } }) => {
            setSearch(value)
            setCurrent(0)
          }}
        />
        <Button.Group>
          <Tool testId="schema-all" label={t('diagramSchema.all')} onClick={() => onChange(addObjects(chosen, found))} />
          <Tool testId="schema-none" label={t('diagramSchema.none')} onClick={() => onChange(removeObjects(chosen, found))} />
          <Tool testId="schema-custom" label={t('diagramSchema.onlyCustom')} onClick={() => onChange(chooseCustom(found))} />
          <Tool testId="schema-pointed-at" label={t('diagramSchema.pointedAt')} onClick={() => onChange(addPointedAt(chosen, objects))} />
          <Tool testId="schema-related" label={t('diagramSchema.related')} onClick={() => onChange(addRelated(chosen, objects))} />
        </Button.Group>
      </div>
      <ul ref={list} className="schema-list" data-testid="schema-list" onKeyDown={step}>
        {found.map((object, at) => (
          <li key={object.name}>
            <ObjectRow
              object={object}
              isChosen={chosen.has(object.name)}
              isStop={at === stop}
              onFocus={() => {
                setCurrent(at)
              }}
              onToggle={() => {
                onChange(toggleObject(chosen, object.name))
              }}
            />
          </li>
        ))}
        {found.length === 0 && <li className="schema-nothing muted">{t('diagramSchema.noneFound')}</li>}
      </ul>
      <p className="schema-count" role="status" data-testid="schema-count">
        {t('diagramSchema.chosen', {
          objects: t('diagramSchema.objects', { count: counts.objects, n: count(counts.objects) }),
          of: count(objects.length),
          fields: t('diagramSchema.fields', { count: counts.fields, n: count(counts.fields) })
        })}
      </p>
    </section>
  )
}

function Tool({ testId, label, onClick }: { testId: string; label: string; onClick: () => void }): ReactNode {
  return (
    <Button variant="default" size="xs" data-testid={testId} onClick={onClick}>
      {label}
    </Button>
  )
}

interface ObjectRowProps {
  object: SchemaObject
  isChosen: boolean
  isStop: boolean
  onFocus: () => void
  onToggle: () => void
}

function ObjectRow({ object, isChosen, isStop, onFocus, onToggle }: ObjectRowProps): ReactNode {
  const { t } = useTranslation()
  const { count } = useFormats()
  const marks = [
    t(`diagramSchema.${object.kind}`),
    ...(object.isJunction ? [t('diagramSchema.junction')] : []),
    ...(object.isCompleted && !object.isCustom ? [t('diagramSchema.completed')] : [])
  ]
  return (
    <label className="schema-row" data-testid={`schema-object-${object.name}`}>
      <input type="checkbox" checked={isChosen} tabIndex={isStop ? 0 : -1} onFocus={onFocus} onChange={onToggle} />
      <span className="schema-row-name">
        <strong>{object.label}</strong>
        {object.label !== object.name && <code>{object.name}</code>}
      </span>
      <span className="schema-row-marks">
        {marks.map((mark, at) => (
          <span key={mark} className={at === 0 && object.isCustom ? 'schema-mark schema-mark-custom' : 'schema-mark'}>
            {mark}
          </span>
        ))}
      </span>
      <span className="schema-row-counts">
        <span>{t('diagramSchema.fields', { count: object.fields, n: count(object.fields) })}</span>
        <span>{t('diagramSchema.relations', { count: object.relations, n: count(object.relations) })}</span>
      </span>
    </label>
  )
}
