import { useTranslation } from 'react-i18next'
import type { ShapeKind } from '../../../../shared/diagrams/diagram.ts'
import { connect } from '../../../../shared/diagrams/edits/connect.ts'
import { isContainer, type Patch } from '../../../../shared/diagrams/edits/items.ts'
import { removeItems } from '../../../../shared/diagrams/edits/remove.ts'
import { stepOf } from '../canvas/actions.ts'
import { makeId, useCanvasActions } from '../canvas/use-canvas-actions.ts'
import { moveInto } from '../panels/move-into.ts'
import { placeNew } from '../panels/place-new.ts'
import { useDiagram, useDiagramStore } from '../store/use-diagram.ts'
import { indent, outdent, shiftInList } from './edit-outline.ts'
import { shapeOfRow, type OutlineRow } from './outline-tree.ts'

/** What can be done to the row that is active. */
export interface OutlineEdits {
  readonly addBeside: () => void
  readonly addInside: () => void
  readonly addKind: (kind: ShapeKind) => void
  readonly remove: () => void
  readonly shift: (by: -1 | 1) => void
  readonly indent: () => void
  readonly outdent: () => void
  readonly moveInto: (containerId: string | null) => void
  readonly connect: (targetId: string, label: string, way: 'to' | 'from') => void
}

interface OutlineEditsParts {
  row: OutlineRow | undefined
  /** Something new stands there, to be named. */
  onMade: (id: string) => void
  /** The row that is active afterwards. */
  onKept: (key: string | null) => void
}

export function useOutlineEdits({ row, onMade, onKept }: OutlineEditsParts): OutlineEdits {
  const { t } = useTranslation()
  const store = useDiagramStore()
  const select = useDiagram((state) => state.select)
  const actions = useCanvasActions()
  const read = store.getState
  const shape = (): ReturnType<typeof shapeOfRow> => shapeOfRow(row, read().items)
  const add = (kind: ShapeKind, isInside: boolean): void => {
    const { items } = read()
    const anchor = shape()
    const placed = placeNew(items, { kind, label: '', makeId }, { anchorId: anchor?.id ?? null, seen: null, isBeside: !isInside })
    actions.perform(`place ${kind}`, placed, { chosen: [placed.shapeId], step: stepOf(placed.shapeId) })
    onMade(placed.shapeId)
  }
  const move = (label: string, edit: (id: string) => Patch): void => {
    if (row?.row !== 'shape') return
    const patch = edit(row.shape.id)
    if (actions.perform(label, patch)) actions.announceSelection()
    onKept(row.key)
  }
  return {
    addBeside: () => {
      add(kindBeside(shape()?.kind), false)
    },
    addInside: () => {
      const anchor = shape()
      if (anchor && isContainer(anchor)) add(kindInside(anchor.kind), true)
    },
    addKind: (kind) => {
      const anchor = shape()
      add(kind, anchor !== null && isContainer(anchor) && anchor.kind !== kind)
    },
    remove: () => {
      if (!row) return
      const { items, selection } = read()
      const id = row.row === 'shape' ? row.shape.id : row.line.id
      const ids = selection.has(id) ? [...selection] : [id]
      const patch = removeItems(items, ids)
      if (!actions.perform('delete', patch, { said: ['deleted', patch.remove.length] })) {
        actions.announce(t('diagrams.lockedStays'))
        return
      }
      onKept(row.parentKey)
      if (row.parentKey !== null && read().items.has(row.parentKey)) select([row.parentKey])
    },
    shift: (by) => {
      move('order', (id) => shiftInList(read().items, id, by))
    },
    indent: () => {
      move('container', (id) => indent(read().items, id))
    },
    outdent: () => {
      move('container', (id) => outdent(read().items, id))
    },
    moveInto: (containerId) => {
      move('container', (id) => moveInto(read().items, id, containerId))
    },
    connect: (targetId, label, way) => {
      const from = shape()
      if (!from) return
      const id = makeId()
      const [first, second] = way === 'to' ? [from.id, targetId] : [targetId, from.id]
      const patch = connect(read().items, { shapeId: first }, { shapeId: second }, id)
      actions.perform(
        'connect',
        { put: patch.put.map((item) => ({ ...item, label })), remove: [] },
        { chosen: [from.id], said: ['connected', id] }
      )
      onKept(from.id)
    }
  }
}

/** A second image or note is rarely what comes next. */
const kindBeside = (kind: ShapeKind | undefined): ShapeKind =>
  kind === undefined || kind === 'image' || kind === 'terminator' || kind === 'decision' ? 'process' : kind
const INSIDE: Partial<Record<ShapeKind, ShapeKind>> = { pool: 'lane', stage: 'touchpoint', 'model-region': 'model-block' }
const kindInside = (kind: ShapeKind): ShapeKind => INSIDE[kind] ?? 'process'
