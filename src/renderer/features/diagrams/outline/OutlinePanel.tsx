import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePanel } from '../../../stores/panel.ts'
import { stepOf } from '../canvas/actions.ts'
import { useCanvasActions } from '../canvas/use-canvas-actions.ts'
import { enterFields } from '../canvas/use-regions.ts'
import { useDiagram } from '../store/use-diagram.ts'
import { OutlineRowView } from './OutlineRowView.tsx'
import { OutlineTools, type OutlineQuestion } from './OutlineTools.tsx'
import { buildOutline, findTyped, itemIdOf, type OutlineRow } from './outline-tree.ts'
import { useOutlineEdits } from './use-outline-edits.ts'
import { useRowWords } from './use-row-words.ts'
import './outline.css'

const ROW = 30
/** How long letters typed after each other are one word. */
const TYPED_MS = 700

/** The diagram as a list: the same shapes and relations, the same choice, and in `edit` every change made here. */
export function OutlinePanel({ isEditing }: { isEditing: boolean }): ReactNode {
  const { t } = useTranslation()
  const items = useDiagram((state) => state.items)
  const selection = useDiagram((state) => state.selection)
  const select = useDiagram((state) => state.select)
  const actions = useCanvasActions()
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const [renamed, setRenamed] = useState<string | null>(null)
  /** Just made here: its first name is a part of its making. */
  const [madeId, setMadeId] = useState<string | null>(null)
  const [question, setQuestion] = useState<{ asked: OutlineQuestion; key: string | undefined } | null>(null)
  const rows = useMemo(() => buildOutline(items, closed), [items, closed])
  const wordsOf = useRowWords()
  const tree = useRef<HTMLDivElement>(null)
  const typed = useRef({ text: '', at: 0 })
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => tree.current, estimateSize: () => ROW, overscan: 12 })

  // The active row is one of what is chosen: chosen elsewhere, it moves there.
  const isChosen = (row: OutlineRow): boolean => selection.has(itemIdOf(row))
  const kept = rows.findIndex((row) => row.key === activeKey)
  const keptRow = rows[kept]
  const chosenAt = rows.findIndex(isChosen)
  const active = keptRow && (selection.size === 0 || isChosen(keptRow)) ? kept : chosenAt >= 0 ? chosenAt : kept >= 0 ? kept : 0
  const activeRow = rows[active]
  const setAsked = (asked: OutlineQuestion | null): void => {
    setQuestion(asked && { asked, key: activeRow?.key })
  }
  // Asked of one row: gone for good when another becomes the active one, so that it never takes the keyboard unasked.
  if (question && question.key !== activeRow?.key) setQuestion(null)
  const asked = question?.key === activeRow?.key ? (question?.asked ?? null) : null
  useEffect(() => {
    if (activeRow) virtual.scrollToIndex(active, { align: 'auto' })
  }, [active, activeRow, virtual])

  /** Everything else about the row: its fields, notes, sides, look and lock. */
  const showFields = (): void => {
    if (!activeRow) return
    // Chosen anew, what was closed comes back.
    select([])
    select([itemIdOf(activeRow)])
    if (usePanel.getState().isFolded) usePanel.getState().toggle()
    // The fields follow what is chosen.
    requestAnimationFrame(() => requestAnimationFrame(enterFields))
  }
  const focusTree = (): void => {
    tree.current?.focus({ preventScroll: true })
  }
  const edits = useOutlineEdits({
    row: activeRow,
    onMade: (id) => {
      setActiveKey(id)
      setRenamed(id)
      setMadeId(id)
    },
    onKept: (id) => {
      setActiveKey(id)
      focusTree()
    }
  })
  const goTo = (index: number, isAdding = false): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (!row) return
    setActiveKey(row.key)
    const id = itemIdOf(row)
    select(isAdding ? [...selection, id] : [id])
    actions.announceSelection()
  }
  const toggle = (row: OutlineRow, isOpen: boolean): void => {
    if (row.isOpen === null || row.isOpen === isOpen) return
    const next = new Set(closed)
    if (isOpen) next.delete(row.key)
    else next.add(row.key)
    setClosed(next)
    setActiveKey(row.key)
  }
  const startRename = (): void => {
    if (!activeRow || !isEditing) return
    const item = items.get(itemIdOf(activeRow))
    if (item && item.isLocked !== true) setRenamed(activeRow.key)
  }
  const keys: Record<string, () => void> = {
    ArrowDown: () => {
      goTo(active + 1)
    },
    ArrowUp: () => {
      goTo(active - 1)
    },
    Home: () => {
      goTo(0)
    },
    End: () => {
      goTo(rows.length - 1)
    },
    ArrowRight: () => {
      if (!activeRow) return
      if (activeRow.isOpen === false) toggle(activeRow, true)
      else if (activeRow.isOpen === true) goTo(active + 1)
    },
    ArrowLeft: () => {
      if (!activeRow) return
      if (activeRow.isOpen === true) toggle(activeRow, false)
      else if (activeRow.parentKey !== null) goTo(rows.findIndex(({ key }) => key === activeRow.parentKey))
    },
    Enter: startRename,
    ' ': () => {
      if (!activeRow) return
      const id = itemIdOf(activeRow)
      select(selection.has(id) && selection.size > 1 ? [...selection].filter((each) => each !== id) : [...selection, id])
    },
    'shift ArrowDown': () => {
      goTo(active + 1, true)
    },
    'shift ArrowUp': () => {
      goTo(active - 1, true)
    },
    F2: startRename,
    Delete: edits.remove,
    Backspace: edits.remove,
    Insert: edits.addBeside,
    'shift Insert': edits.addInside,
    'alt ArrowUp': () => {
      edits.shift(-1)
    },
    'alt ArrowDown': () => {
      edits.shift(1)
    },
    'alt ArrowRight': edits.indent,
    'alt ArrowLeft': edits.outdent,
    'alt Enter': () => {
      showFields()
    },
    'ctrl l': () => {
      setAsked('connect')
    }
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== tree.current) return
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const held = [(event.ctrlKey || event.metaKey) && 'ctrl', event.altKey && 'alt', event.shiftKey && 'shift'].filter(Boolean).join(' ')
    const run = keys[held === '' ? name : `${held} ${name}`]
    if (run && (isEditing || READING.has(event.key))) {
      event.preventDefault()
      event.stopPropagation()
      run()
      return
    }
    if (held !== '' || event.key.length !== 1) return
    const now = event.timeStamp
    const text = now - typed.current.at < TYPED_MS ? typed.current.text + event.key : event.key
    typed.current = { text, at: now }
    const found = findTyped(rows, (row) => wordsOf(row).name, text, text.length > 1 ? active : active + 1)
    if (found !== null) goTo(found)
  }

  return (
    <div className="outline" data-testid="outline">
      {isEditing && <OutlineTools row={activeRow} edits={edits} asked={asked} onAsk={setAsked} onDone={focusTree} onFields={showFields} />}
      {rows.length === 0 ? (
        <p className="outline-empty">{t(isEditing ? 'diagrams.outlineEmptyEdit' : 'diagrams.outlineEmpty')}</p>
      ) : (
        <div
          ref={tree}
          className="outline-tree"
          role="tree"
          tabIndex={0}
          aria-label={t('diagrams.outline')}
          aria-multiselectable
          aria-describedby="outline-help"
          {...(activeRow ? { 'aria-activedescendant': rowId(activeRow) } : {})}
          onKeyDown={onKey}
          onFocus={() => {
            if (selection.size === 0 && activeRow) select([itemIdOf(activeRow)])
          }}
          data-testid="outline-tree"
          data-editing={renamed === null ? undefined : true}
        >
          <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const row = rows[index]
              if (!row) return null
              const item = row.row === 'shape' ? row.shape : row.line
              return (
                <OutlineRowView
                  key={row.key}
                  id={rowId(row)}
                  row={row}
                  words={wordsOf(row)}
                  top={start}
                  isChosen={isChosen(row)}
                  isActive={index === active}
                  isRenamed={renamed === row.key}
                  label={item.label}
                  onChoose={(isAdding) => {
                    goTo(index, isAdding)
                    focusTree()
                  }}
                  onToggle={() => {
                    toggle(row, row.isOpen === false)
                  }}
                  onRename={() => {
                    if (isEditing && item.isLocked !== true) setRenamed(row.key)
                  }}
                  onRenamed={(label, isByKey) => {
                    setRenamed(null)
                    setMadeId(null)
                    if (label !== null) actions.writeText(item.id, label, madeId === item.id ? stepOf(item.id) : undefined)
                    if (isByKey) focusTree()
                  }}
                />
              )
            })}
          </div>
        </div>
      )}
      <p id="outline-help" className="outline-help">
        {t(isEditing ? 'diagrams.outlineHelpEdit' : 'diagrams.outlineHelp')}
      </p>
      <p className="visually-hidden" role="status">
        {t('diagrams.shapes', { count: countShapes(items.values()), formatted: String(countShapes(items.values())) })}
      </p>
    </div>
  )
}

/** Keys that change nothing work in every mode. */
const READING: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', ' '])
const rowId = (row: OutlineRow): string => `outline ${row.key}`.replaceAll(/\s/g, '_')

function countShapes(items: Iterable<{ item: string }>): number {
  let count = 0
  for (const item of items) if (item.item === 'shape') count += 1
  return count
}
