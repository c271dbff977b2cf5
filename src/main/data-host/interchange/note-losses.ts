import { type DiagramContent, type DiagramItem, isLine, isShape } from '../../../shared/diagrams/diagram.ts'
import { SHAPE_LOOKS, type Inside } from '../../../shared/diagrams/shape-kinds.ts'
import type { NoteList } from './note-list.ts'

const count = <T>(all: readonly T[], is: (each: T) => boolean): number => all.filter(is).length

/** What formats that know nothing of Cauce have no place for: live links, locks, notes of lines. `has`: what this one does hold. */
export function noteLosses(
  { items, settings }: DiagramContent,
  notes: NoteList,
  has: {
    readonly addresses?: (address: string) => boolean
    readonly data?: boolean
    readonly path?: boolean
    readonly outside?: boolean
  } = {}
): void {
  const shapes = items.filter(isShape)
  notes.add(
    'figuresOnly',
    count(shapes, ({ link }) => link !== undefined)
  )
  notes.add(
    'addresses',
    count(shapes, ({ address = '' }) => address !== '' && has.addresses?.(address) !== true)
  )
  notes.add(
    'lineNotes',
    count(items.filter(isLine), ({ notes: said = '' }) => said.trim() !== '')
  )
  notes.add(
    'locks',
    count(items, ({ isLocked }) => isLocked === true)
  )
  if (has.outside !== true)
    notes.add(
      'outsideLabels',
      count(shapes, ({ label, style }) => style.labelSide !== undefined && label.trim() !== '')
    )
  if (has.data !== true) notes.add('dataLost', count(items, hasData))
  if (has.path !== true && (settings.path ?? []).length > 0) notes.add('presentation')
}

const hasData = ({ data }: DiagramItem): boolean => Object.keys(data ?? {}).length > 0

const DRAWN: ReadonlySet<Inside> = new Set<Inside>(['member', 'icon', 'emotion'])
/** Shapes that carry more than an outline and text. */
export const noteDrawings = ({ items }: DiagramContent, notes: NoteList, hasFaces = false): void => {
  notes.add(
    'plainDrawings',
    count(items.filter(isShape), ({ kind }) => DRAWN.has(SHAPE_LOOKS[kind].inside) && !(hasFaces && kind === 'emotion'))
  )
}
