import {
  type DiagramContent,
  type DiagramLine,
  type EntityField,
  isAttached,
  isLine,
  isShape,
  type LineHead
} from '../../../../shared/diagrams/diagram.ts'
import type { Text } from '../../../../shared/domain/text.ts'
import { writeText } from './labels.ts'
import { MERMAID_NOTES } from './notes.ts'
import { writeStyle } from './styles.ts'
import { nameIds } from './write-ids.ts'
import { writeLooks } from './write-styles.ts'

const KEYS = { primary: 'PK', foreign: 'FK', unique: 'UK', external: 'UK' } as const
/** How many at an end, seen from the left of the sign; turned around on its right. */
const ENDS: Partial<Record<LineHead, string>> = { one: '||', 'zero-or-one': '|o', 'zero-or-many': '}o', 'one-or-many': '}|', many: '}o' }

const turn = (sign: string): string => Array.from(sign.replace('}', '{')).reverse().join('')

/** A word as fields and their types are written: letters, digits and a few signs. */
function writeWord(text: string, spare: string): string {
  const word = text
    .normalize('NFC')
    .replace(/[^\w\-()[\]\u00c0-\u024f]+/gu, '_')
    .slice(0, 100)
  if (word === '') return spare
  return /^[A-Za-z_\u00c0-\u024f]/.test(word) && !/^(?:PK|FK|UK)(?:$|\W)/i.test(word) && !/style|classdef/i.test(word)
    ? word
    : `_${word}`.replace(/style|classdef/gi, (each) => `${each[0] ?? ''}_${each.slice(1)}`)
}

function writeField({ name, label, type, key }: EntityField): string {
  const word = writeWord(name, 'field')
  const comment = label ?? (word === name ? undefined : name)
  return [
    writeWord(type, 'text'),
    word,
    key && KEYS[key],
    comment === undefined ? undefined : `"${writeText(comment.replace(/\s+/g, ' '))}"`
  ]
    .filter((part) => part !== undefined)
    .join(' ')
}

function writeRelation({ from, to, startHead, endHead, style, label }: DiagramLine, names: ReadonlyMap<string, string>): string | null {
  const [one, other] = [isAttached(from) && names.get(from.shapeId), isAttached(to) && names.get(to.shapeId)]
  if (!one || !other) return null
  const sign = `${ENDS[startHead] ?? '||'}${style.dash === undefined || style.dash === 'solid' ? '--' : '..'}${turn(ENDS[endHead] ?? '||')}`
  return `${one} ${sign} ${other} : "${label.trim() === '' ? '' : writeText(label)}"`
}

/** Whether a diagram is one of entities: nothing else stands in it. */
export const isEntityDiagram = ({ items }: DiagramContent): boolean =>
  items.some(isShape) && items.every((item) => !isShape(item) || item.kind === 'entity')

/** An entity diagram: fields with their keys, relations with how many at each end. */
export function writeEntities({ items }: DiagramContent): { lines: string[]; notes: Text[] } {
  const shapes = items.filter(isShape)
  const names = nameIds(
    shapes.map(({ id }) => id),
    'e'
  )
  const relations = items.filter(isLine).map((line) => writeRelation(line, names))
  const written = ['erDiagram']
  for (const { id, label, fields = [] } of shapes) {
    const head = `  ${names.get(id) ?? ''}["${writeText(label)}"]`
    if (fields.length === 0) written.push(head)
    else written.push(`${head} {`, ...fields.map((field) => `    ${writeField(field)}`), '  }')
  }
  for (const relation of relations) if (relation !== null) written.push(`  ${relation}`)
  for (const look of writeLooks(shapes.map((shape) => [names.get(shape.id) ?? '', writeStyle(shape.style)]))) written.push(`  ${look}`)
  const notes: Text[] = [MERMAID_NOTES.places]
  if (relations.includes(null)) notes.push(MERMAID_NOTES.loose)
  if (shapes.some(({ fields }) => fields?.some((field) => field.isRequired === true || field.formula !== undefined)))
    notes.push(MERMAID_NOTES.fields)
  return { lines: written, notes }
}
