import { TextInput } from '@mantine/core'
import { useEffect, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { foldText } from '../../../../shared/diagrams/edits/find.ts'
import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { findShape } from '../../../../shared/diagrams/edits/items.ts'
import { listInReadingOrder } from '../../../../shared/diagrams/edits/reading-order.ts'
import { centre } from '../../../../shared/models/geometry.ts'
import { selectedShape, useCanvasUi, useCanvasUiStore, useDiagram } from '../store/use-diagram.ts'
import { focusItem, type CanvasActions } from './actions.ts'
import { nameKind, nameShape } from './describe.ts'

const MOST_LISTED = 80

/** Joins the shape chosen with another without a mouse: by its name or with the arrows, then Enter. */
export function ConnectPicker({ actions }: { actions: CanvasActions }): ReactNode {
  const isOpen = useCanvasUi((state) => state.panel === 'connect')
  const from = useDiagram(selectedShape)
  return isOpen && from && <OpenPicker key={from.id} from={from} actions={actions} />
}

function OpenPicker({ from, actions }: { from: DiagramShape; actions: CanvasActions }): ReactNode {
  const { t } = useTranslation()
  const ui = useCanvasUiStore()
  const items = useDiagram((state) => state.items)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const offered = useMemo(() => {
    const words = foldText(query).split(/\s+/u).filter(Boolean)
    const others = listInReadingOrder(items).filter(({ id }) => id !== from.id)
    if (words.length > 0) return others.filter((shape) => words.every((word) => foldText(nameShape(shape, t)).includes(word)))
    // Without a name, the nearest first.
    const middle = centre(from)
    const distance = (shape: DiagramShape): number => Math.hypot(centre(shape).x - middle.x, centre(shape).y - middle.y)
    return others.sort((a, b) => distance(a) - distance(b))
  }, [items, from, query, t])
  const chosen = offered[Math.min(at, offered.length - 1)]
  useEffect(() => {
    ui.setState({ targetId: chosen?.id ?? null })
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
    focusItem(from.id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && chosen) actions.connectTo(chosen.id)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') setAt(Math.min(at + 1, offered.length - 1))
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') setAt(Math.max(at - 1, 0))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className="diagram-picker"
      role="dialog"
      aria-label={t('diagramCanvas.connect.title', { name: nameShape(from, t) })}
      data-no-gesture
      onKeyDown={onKeyDown}
      data-testid="diagram-connect"
    >
      <TextInput
        size="xs"
        autoFocus
        label={t('diagramCanvas.connect.title', { name: nameShape(from, t) })}
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
        {offered.slice(0, MOST_LISTED).map((shape) => (
          <li key={shape.id} id={`connect-to-${shape.id}`} role="option" aria-selected={shape === chosen}>
            <button
              type="button"
              tabIndex={-1}
              aria-current={shape === chosen}
              onPointerDown={(event) => {
                event.preventDefault()
              }}
              onClick={() => {
                actions.connectTo(shape.id)
              }}
            >
              <span>{nameShape(shape, t)}</span>
              <span className="diagram-find-kind">{nameKind(shape, t)}</span>
            </button>
          </li>
        ))}
      </ul>
      {offered.length === 0 && <p className="diagram-find-more">{t('diagramCanvas.find.none')}</p>}
    </div>
  )
}
