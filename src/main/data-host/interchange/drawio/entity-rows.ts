import { EntityField } from '../../../../shared/diagrams/diagram.ts'
import { keepXml } from '../xml.ts'
import type { Cell } from './cells.ts'
import { isOn } from './cell-style.ts'
import { FIELD, readJson } from './extra.ts'
import { textToHtml } from './html-text.ts'
import { readLabel } from './read-label.ts'
import { shapeName } from './read-kind.ts'

/** `PK`, `FK1`, `PK,FK2`, `UK`: what the first column of a table of fields says, and rows of class diagrams before the name. */
const KEY = /^(?:(PK)(?:\s*,\s*FK\d*)?|(FK\d*)|(U[KQ]|AK\d*|I\d+)|(EX))$/i
const ROW_SHAPES = new Set(['text', 'partialRectangle', 'tableRow', 'line'])

type Children = (id: string) => readonly Cell[]

/** What a row says before draw.io's user changed it, to tell whether somebody did. */
export const writeRow = (field: EntityField): string => {
  const mark = field.key ? `${KEY_MARKS[field.key]} ` : ''
  return `${mark}${field.name}${field.type === '' ? '' : `: ${field.type}`}`
}
const KEY_MARKS = { primary: 'PK', foreign: 'FK', external: 'EX', unique: 'UK' } as const

const isSwimlane = ({ style }: Cell): boolean => shapeName(style) === 'swimlane'
const isTable = ({ style }: Cell): boolean => style.values.get('shape') === 'table'

/**
 * Whether a cell is a table of fields: rows of text one below the other, or a table of draw.io whose first column holds nothing
 * but keys. Lists of cards and tables of text are not.
 */
export function isEntity(cell: Cell, childrenOf: Children): boolean {
  const rows = childrenOf(cell.id).filter((child) => child.isVertex)
  if (rows.length === 0 || rows.length > 2000) return false
  if (isTable(cell)) return rows.every((row) => isKeyRow(row, childrenOf))
  const isStack = isSwimlane(cell) && cell.style.values.get('childLayout') === 'stackLayout' && !isOn(cell.style, 'horizontalStack')
  if (!isStack || cell.style.values.get('horizontal') === '0') return false
  return rows.every(
    (row) => ROW_SHAPES.has(shapeName(row.style) ?? '') && childrenOf(row.id).every((part) => childrenOf(part.id).length === 0)
  )
}

function isKeyRow(row: Cell, childrenOf: Children): boolean {
  const cells = childrenOf(row.id)
  const [first] = cells
  if (!first || cells.length > 4 || cells.some((cell) => childrenOf(cell.id).length > 0)) return false
  const text = readLabel(first).trim()
  return cells.length > 1 && (text === '' || KEY.test(text))
}

/** The fields of an entity; lines that only part rows are left out. */
export function readFields(cell: Cell, childrenOf: Children): EntityField[] {
  return childrenOf(cell.id).flatMap((row) => {
    const written = readJson(EntityField, row.attributes?.[FIELD])
    const texts = [row, ...childrenOf(row.id)].map((part) => readLabel(part).trim())
    const field = parseRow(texts.filter((text) => text !== ''))
    if (written && row.value === keepXml(textToHtml(writeRow(written)))) return [written]
    return field ? [written ? { ...written, ...field } : field] : []
  })
}

const short = (text: string, longest: number): string => Array.from(text).slice(0, longest).join('')

/** One row: an optional key, the name, after a colon or in a column of its own the type. */
function parseRow(texts: readonly string[]): EntityField | null {
  // Older tables have the key in a cell after the name.
  const marked = texts.findIndex((text) => KEY.test(text))
  const said = marked >= 0 && texts.length > 1 ? texts.filter((_, at) => at !== marked) : texts
  const inline = marked >= 0 ? null : /^(PK|FK\d*|UK|EX)[\s:]+(\S[\s\S]*)$/i.exec(said[0] ?? '')
  const [name = '', ...columns] = inline?.[2] === undefined ? said : [inline[2], ...said.slice(1)]
  const [, head, tail] = /^([^:\n(]+?)\s*:\s*([^\n]*)$/.exec(name) ?? []
  const isTyped = head !== undefined && tail !== undefined && tail.length <= 100 && columns.length === 0
  const called = isTyped ? head : name
  if (called.trim() === '') return null
  const kind = readKey(said === texts ? inline?.[1] : texts[marked])
  return { name: short(called, 150), type: short(isTyped ? tail : columns.join(' '), 50), ...(kind ? { key: kind } : {}) }
}

function readKey(mark: string | undefined): EntityField['key'] | null {
  if (mark === undefined) return null
  const upper = mark.toUpperCase()
  if (upper.startsWith('PK')) return 'primary'
  if (upper.startsWith('FK')) return 'foreign'
  return upper === 'EX' ? 'external' : 'unique'
}
