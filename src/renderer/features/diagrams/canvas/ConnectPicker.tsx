import { TextInput } from '@mantine/core'
import { useEffect, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isAttached, isLine, isShape, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import { mayContain } from '../../../../shared/diagrams/edits/contain.ts'
import { foldText } from '../../../../shared/diagrams/edits/find.ts'
import { findShape, isContainer, type Items } from '../../../../shared/diagrams/edits/items.ts'
import { listInReadingOrder } from '../../../../shared/diagrams/edits/reading-order.ts'
import { centre, type Point } from '../../../../shared/models/geometry.ts'
import type { Asked } from '../store/canvas-ui.ts'
import { useCanvasUi, useCanvasUiStore, useDiagram } from '../store/use-diagram.ts'
import { focusItem, type CanvasActions } from './actions.ts'
import { nameItem, nameKind, type Translate } from './describe.ts'

const MOST_LISTED = 80
/** In place of a container: the page itself. */
const PAGE = ''

interface Question {
  /** What may be chosen for what is chosen now, `PAGE` included. */
  readonly list: (items: Items, chosen: readonly DiagramItem[]) => readonly string[]
  readonly take: (actions: CanvasActions, id: string) => void
}

const others = (items: Items, without: readonly string[]): string[] =>
  listInReadingOrder(items).flatMap(({ id }) => (without.includes(id) ? [] : [id]))
const endOf = (line: DiagramItem | undefined, which: 'from' | 'to'): string[] => {
  const end = line && isLine(line) ? line[which] : null
  return end && isAttached(end) ? [end.shapeId] : []
}

/** What is asked for by its name, and what becomes of the answer. */
const QUESTIONS: Readonly<Record<Asked, Question>> = {
  connect: {
    // Itself last: it is rarely meant, and then by its name.
    list: (items, [from]) => (from && isShape(from) ? [...others(items, [from.id]), from.id] : []),
    take: (actions, id) => {
      actions.connectTo(id)
    }
  },
  from: {
    list: (items, [line]) => others(items, [...endOf(line, 'from'), ...endOf(line, 'to')]),
    take: (actions, id) => {
      actions.leadEnd('from', id)
    }
  },
  to: {
    list: (items, [line]) => others(items, [...endOf(line, 'from'), ...endOf(line, 'to')]),
    take: (actions, id) => {
      actions.leadEnd('to', id)
    }
  },
  container: {
    list: (items, chosen) => {
      const shapes = chosen.filter(isShape)
      const fits = ({ id }: DiagramItem): boolean =>
        shapes.every((shape) => mayContain(items, id, shape.id)) && shapes.some(({ parentId }) => parentId !== id)
      const containers = listInReadingOrder(items).filter((shape) => isContainer(shape) && fits(shape))
      return [...(shapes.some(({ parentId }) => parentId !== undefined) ? [PAGE] : []), ...containers.map(({ id }) => id)]
    },
    take: (actions, id) => {
      actions.putInto(id === PAGE ? null : id)
    }
  },
  onLine: {
    list: (items, [shape]) => {
      const isAt = (line: DiagramItem): boolean => [...endOf(line, 'from'), ...endOf(line, 'to')].includes(shape?.id ?? '')
      return [...items.values()].flatMap((item) => (isLine(item) && item.isLocked !== true && !isAt(item) ? [item.id] : []))
    },
    take: (actions, id) => {
      actions.putOnLine(id)
    }
  }
}
const isAsked = (panel: string | null): panel is Asked => panel !== null && panel in QUESTIONS

/** Where something is, for what is nearest to it. */
function placeOf(item: DiagramItem | undefined, items: Items): Point {
  if (!item) return { x: 0, y: 0 }
  if (isShape(item)) return centre(item)
  const places = [item.from, item.to].flatMap((end) => {
    if (!isAttached(end)) return [end]
    const shape = findShape(items, end.shapeId)
    return shape ? [centre(shape)] : []
  })
  const sum = places.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 })
  return { x: sum.x / Math.max(1, places.length), y: sum.y / Math.max(1, places.length) }
}

const nameAnswer = (id: string, items: Items, t: Translate): { name: string; note: string } => {
  const item = items.get(id)
  if (!item) return { name: t('diagramCanvas.connect.page'), note: '' }
  return { name: nameItem(item, items, t), note: isShape(item) ? nameKind(item, t) : t('diagramCanvas.line') }
}

/** Whatever the mouse would lead or drag to: by its name or with the arrows, then Enter. */
export function ConnectPicker({ actions }: { actions: CanvasActions }): ReactNode {
  const asked = useCanvasUi((state) => (isAsked(state.panel) ? state.panel : null))
  const selection = useDiagram((state) => state.selection)
  const [first] = selection
  return asked && first !== undefined && <OpenPicker key={`${asked} ${first}`} asked={asked} actions={actions} />
}

function OpenPicker({ asked, actions }: { asked: Asked; actions: CanvasActions }): ReactNode {
  const { t } = useTranslation()
  const ui = useCanvasUiStore()
  const items = useDiagram((state) => state.items)
  const selection = useDiagram((state) => state.selection)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const subjects = useMemo(() => [...selection].flatMap((id) => items.get(id) ?? []), [selection, items])
  const [subject] = subjects
  const { list, take } = QUESTIONS[asked]
  const offered = useMemo(() => {
    const words = foldText(query).split(/\s+/u).filter(Boolean)
    const all = list(items, subjects).map((id) => ({
      id,
      ...nameAnswer(id, items, t),
      ...(id === subject?.id && { note: t('diagramCanvas.connect.itself') })
    }))
    if (words.length > 0) return all.filter(({ name }) => words.every((word) => foldText(name).includes(word)))
    // Without a name, the nearest first.
    const middle = placeOf(subject, items)
    const distance = (id: string): number => {
      if (id === PAGE) return -1
      if (id === subject?.id) return Infinity
      const place = placeOf(items.get(id), items)
      return Math.hypot(place.x - middle.x, place.y - middle.y)
    }
    return all.sort((a, b) => distance(a.id) - distance(b.id))
  }, [items, list, subjects, subject, query, t])
  const chosen = offered[Math.min(at, offered.length - 1)]
  useEffect(() => {
    ui.setState({ targetId: chosen && chosen.id !== PAGE ? chosen.id : null })
    const shape = chosen && findShape(items, chosen.id)
    if (shape) ui.getState().view?.reveal(shape)
  }, [ui, chosen, items])
  useEffect(
    () => () => {
      ui.setState({ targetId: null })
    },
    [ui]
  )
  const close = (): void => {
    ui.setState({ panel: null })
    focusItem(subject?.id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && chosen) take(actions, chosen.id)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') setAt(Math.min(at + 1, offered.length - 1))
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') setAt(Math.max(at - 1, 0))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const name = subject ? nameItem(subject, items, t) : ''
  const title = t(`diagramCanvas.connect.titles.${asked}`, { name, count: subjects.length })
  return (
    <div
      className="diagram-picker"
      role="dialog"
      aria-label={title}
      data-no-gesture
      data-editing
      onKeyDown={onKeyDown}
      data-testid="diagram-connect"
    >
      <TextInput
        size="xs"
        autoFocus
        label={title}
        placeholder={t('diagramCanvas.connect.search')}
        value={query}
        role="combobox"
        aria-expanded
        aria-controls="diagram-connect-list"
        aria-activedescendant={chosen ? `connect-to-${chosen.id}` : undefined}
        onBlur={(event) => {
          if (!event.currentTarget.closest('.diagram-picker')?.contains(event.relatedTarget)) ui.setState({ panel: null })
        }}
        onChange={({ currentTarget }) => {
          setQuery(currentTarget.value)
          setAt(0)
        }}
        data-testid="diagram-connect-field"
      />
      <ul id="diagram-connect-list" role="listbox" aria-label={t('diagramCanvas.connect.shapes')} className="diagram-find-list">
        {offered.slice(0, MOST_LISTED).map((answer) => (
          <li key={answer.id} id={`connect-to-${answer.id}`} role="option" aria-selected={answer === chosen}>
            <button
              type="button"
              tabIndex={-1}
              aria-current={answer === chosen}
              onPointerDown={(event) => {
                event.preventDefault()
              }}
              onClick={() => {
                take(actions, answer.id)
              }}
            >
              <span>{answer.name}</span>
              <span className="diagram-find-kind">{answer.note}</span>
            </button>
          </li>
        ))}
      </ul>
      {offered.length === 0 && <p className="diagram-find-more">{t('diagramCanvas.find.none')}</p>}
    </div>
  )
}
