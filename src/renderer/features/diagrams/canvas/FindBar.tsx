import { ActionIcon, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isShape, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import { findItems } from '../../../../shared/diagrams/edits/find.ts'
import { useCanvasUi, useCanvasUiStore, useDiagram } from '../store/use-diagram.ts'
import { focusItem, type CanvasActions } from './actions.ts'
import { nameItem, nameKind, type Translate } from './describe.ts'

const MOST_LISTED = 60

/** Finds on the canvas: every match is marked and listed, the first is gone to at once; Enter goes to the next, Shift+Enter to the one before. */
export function FindBar({ actions }: { actions: CanvasActions }): ReactNode {
  const isOpen = useCanvasUi((state) => state.panel === 'find')
  return isOpen && <OpenFindBar actions={actions} />
}

function OpenFindBar({ actions }: { actions: CanvasActions }): ReactNode {
  const { t } = useTranslation()
  const ui = useCanvasUiStore()
  const items = useDiagram((state) => state.items)
  const select = useDiagram((state) => state.select)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(-1)
  const found = useMemo(() => findItems(items, query), [items, query])
  useEffect(() => {
    ui.setState({ found: query.trim() === '' ? null : { ids: found.map(({ id }) => id), at } })
  }, [ui, found, query, at])
  useEffect(
    () => () => {
      ui.setState({ found: null })
    },
    [ui]
  )
  const go = (index: number, among = found): void => {
    const to = (index + among.length) % Math.max(1, among.length)
    const item = among[to]
    setAt(item ? to : -1)
    if (!item) return
    select([item.id])
    const boxes = isShape(item)
      ? [item]
      : [item.from, item.to].flatMap((end) => ('shapeId' in end ? (items.get(end.shapeId) ?? []) : [])).filter(isShape)
    if (boxes[0]) ui.getState().view?.reveal(boxes[0])
    actions.announce(
      t('diagramCanvas.find.at', {
        number: String(to + 1),
        count: among.length,
        name: nameItem(item, items, t)
      })
    )
  }
  const close = (): void => {
    const id = found[at]?.id
    ui.setState({ panel: null, found: null })
    if (id === undefined) document.querySelector<HTMLElement>('.diagram-canvas')?.focus()
    else focusItem(id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp')
      go(event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey) ? (at < 0 ? found.length - 1 : at - 1) : at + 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isAsked = query.trim() !== ''
  return (
    <search className="diagram-find" data-no-gesture onKeyDown={onKeyDown} data-testid="diagram-find-bar">
      <div className="diagram-find-line">
        <TextInput
          size="xs"
          flex={1}
          autoFocus
          value={query}
          aria-label={t('diagramCanvas.find.title')}
          placeholder={t('diagramCanvas.find.title')}
          leftSection={<IconSearch size={14} stroke={1.8} aria-hidden />}
          onChange={({ currentTarget }) => {
            setQuery(currentTarget.value)
            go(0, findItems(items, currentTarget.value))
          }}
          data-testid="diagram-find-field"
        />
        <span className="diagram-find-count" role="status">
          {isAsked && (found.length === 0 ? t('diagramCanvas.find.none') : `${String(Math.max(0, at + 1))} / ${String(found.length)}`)}
        </span>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('diagramCanvas.find.previous')}
          disabled={found.length === 0}
          onClick={() => {
            go(at < 0 ? found.length - 1 : at - 1)
          }}
        >
          <IconChevronUp size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('diagramCanvas.find.next')}
          disabled={found.length === 0}
          onClick={() => {
            go(at + 1)
          }}
        >
          <IconChevronDown size={16} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('common.close')} onClick={close}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      {isAsked && found.length > 0 && (
        <ul className="diagram-find-list" aria-label={t('diagramCanvas.find.matches')}>
          {found.slice(0, MOST_LISTED).map((item, index) => (
            <li key={item.id}>
              <button
                type="button"
                aria-current={index === at}
                onClick={() => {
                  go(index)
                }}
              >
                <span>{nameItem(item, items, t)}</span>
                <span className="diagram-find-kind">{kindOf(item, t)}</span>
              </button>
            </li>
          ))}
          {found.length > MOST_LISTED && (
            <li className="diagram-find-more">{t('diagramCanvas.find.more', { count: found.length - MOST_LISTED })}</li>
          )}
        </ul>
      )}
    </search>
  )
}

const kindOf = (item: DiagramItem, t: Translate): string => (isShape(item) ? nameKind(item, t) : t('diagramCanvas.line'))
