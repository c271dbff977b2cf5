import { TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconSearch } from '@tabler/icons-react'
import { useMemo, useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShapeKind, ShapeSet } from '../../../../shared/diagrams/diagram.ts'
import { focusItem } from '../canvas/actions.ts'
import { SHAPE_DRAG_TYPE } from '../canvas/shape-drag.ts'
import { makeId, useCanvasActions } from '../canvas/use-canvas-actions.ts'
import { useCanvasUiStore, useDiagramStore } from '../store/use-diagram.ts'
import { findKinds } from './find-kinds.ts'
import { placeNew } from './place-new.ts'
import { noteShape, useRecentShapes } from './recent-shapes.ts'
import { ShapeMark } from './ShapeMark.tsx'
import './palette.css'

const OPEN_AT_FIRST: readonly ShapeSet[] = ['basic', 'flowchart']

/** Every shape there is, by set: a click adds one, dragging places it. */
export function Palette(): ReactNode {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(OPEN_AT_FIRST))
  const recent = useRecentShapes()
  const found = useMemo(() => findKinds(query), [query])
  const add = useAdd()
  const isSearching = query.trim() !== ''
  return (
    <div className="palette" data-testid="palette" onKeyDown={travel}>
      <TextInput
        className="palette-search"
        size="xs"
        aria-label={t('diagrams.paletteSearch')}
        placeholder={t('diagrams.paletteSearch')}
        leftSection={<IconSearch size={15} stroke={1.6} />}
        value={query}
        data-testid="palette-search"
        onChange={({ currentTarget: { value } }) => {
          setQuery(value)
        }}
        onKeyDown={(event) => {
          const [first] = found[0]?.kinds ?? []
          if (event.key === 'Enter' && isSearching && first) add(first)
        }}
      />
      <div className="palette-sets">
        {!isSearching && recent.length > 0 && (
          <section className="palette-set" aria-label={t('diagrams.paletteRecent')}>
            <h3>{t('diagrams.paletteRecent')}</h3>
            <Tiles kinds={recent} onAdd={add} testId="recent" />
          </section>
        )}
        {found.length === 0 && <p className="palette-quiet">{t('diagrams.paletteNone')}</p>}
        {found.map(({ set, kinds }) => {
          const isOpen = isSearching || open.has(set)
          const name = t(`diagramShapes.sets.${set}`)
          return (
            <section key={set} className="palette-set" aria-label={name}>
              <h3>
                <button
                  type="button"
                  aria-expanded={isOpen}
                  disabled={isSearching}
                  data-testid={`palette-set-${set}`}
                  onClick={() => {
                    const next = new Set(open)
                    if (!next.delete(set)) next.add(set)
                    setOpen(next)
                  }}
                >
                  {isOpen ? (
                    <IconChevronDown size={14} stroke={1.8} aria-hidden />
                  ) : (
                    <IconChevronRight size={14} stroke={1.8} aria-hidden />
                  )}
                  {name}
                </button>
              </h3>
              {isOpen && <Tiles kinds={kinds} onAdd={add} testId="palette" />}
            </section>
          )
        })}
      </div>
      <p className="palette-quiet palette-help">{t('diagrams.paletteHelp')}</p>
    </div>
  )
}

/** Adds a shape beside or in what is chosen, else in the middle of what is seen; the keyboard goes to it. */
function useAdd(): (kind: ShapeKind) => void {
  const { t } = useTranslation()
  const store = useDiagramStore()
  const ui = useCanvasUiStore()
  const actions = useCanvasActions()
  return (kind) => {
    const { items, selection } = store.getState()
    const { view } = ui.getState()
    const [anchorId = null] = selection.size === 1 ? selection : []
    const placed = placeNew(items, { kind, label: '', makeId }, { anchorId, seen: view?.readSeen() ?? null })
    if (!actions.perform(`place ${kind}`, placed, { chosen: [placed.shapeId] })) return
    void noteShape(kind)
    actions.announce(t('diagramCanvas.said.placed', { name: t(`diagramShapes.kinds.${kind}`) }))
    const shape = store.getState().items.get(placed.shapeId)
    if (shape?.item === 'shape') view?.reveal(shape)
    focusItem(placed.shapeId)
  }
}

function Tiles({ kinds, onAdd, testId }: { kinds: readonly ShapeKind[]; onAdd: (kind: ShapeKind) => void; testId: string }): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="palette-tiles">
      {kinds.map((kind) => {
        const name = t(`diagramShapes.kinds.${kind}`)
        return (
          <button
            key={kind}
            type="button"
            className="palette-tile"
            aria-label={t('diagrams.placeShape', { name })}
            title={name}
            draggable
            data-testid={`${testId}-${kind}`}
            data-palette-tile
            onDragStart={(event: DragEvent) => {
              event.dataTransfer.setData(SHAPE_DRAG_TYPE, kind)
              event.dataTransfer.effectAllowed = 'copy'
            }}
            onDragEnd={({ dataTransfer }: DragEvent) => {
              // Noted when it was placed: where it was let go of nothing, it was not used.
              if (dataTransfer.dropEffect !== 'none') void noteShape(kind)
            }}
            onClick={() => {
              onAdd(kind)
            }}
          >
            <ShapeMark kind={kind} size={30} />
            <span>{name}</span>
          </button>
        )
      })}
    </div>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 3, ArrowUp: -3 }

/** Arrows go from tile to tile, three in a row. */
function travel(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key]
  if (step === undefined || !(event.target instanceof HTMLElement) || !event.target.matches('[data-palette-tile]')) return
  const tiles = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-palette-tile]')]
  const next = tiles[tiles.indexOf(event.target) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
