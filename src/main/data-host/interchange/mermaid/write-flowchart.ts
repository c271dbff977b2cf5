import {
  type DiagramContent,
  type DiagramLine,
  type DiagramShape,
  isAttached,
  isLine,
  isShape,
  type LineHead
} from '../../../../shared/diagrams/diagram.ts'
import type { Text } from '../../../../shared/domain/text.ts'
import { findTree } from '../find-tree.ts'
import { DIRECTION_KEY, formOf } from './forms.ts'
import { writeText } from './labels.ts'
import { MERMAID_NOTES } from './notes.ts'
import { writeStyle } from './styles.ts'
import { nameIds } from './write-ids.ts'
import { writeLooks } from './write-styles.ts'

const ENDS: Partial<Record<LineHead, string>> = { none: '', arrow: '>', open: '>', circle: 'o', one: 'x' }
const STARTS: Readonly<Record<string, string>> = { '>': '<', o: 'o', x: 'x' }
/** Lines at least this thick are Mermaid's thick ones. */
const THICK = 2.5

type Attached = DiagramLine & { readonly from: { shapeId: string }; readonly to: { shapeId: string } }

/** The sign of a line between two names: its stroke and its heads. */
function writeSign(line: DiagramLine, startHead: string, endHead: string): string {
  const head = endHead === '' && startHead !== '' ? startHead : endHead
  const start = startHead === '' ? '' : (STARTS[head] ?? '')
  if (line.style.dash === 'dashed' || line.style.dash === 'dotted') return `${start}-.-${head}`
  if ((line.style.weight ?? 0) >= THICK) return `${start}==${head === '' ? '=' : head}`
  return `${start}--${head === '' ? '-' : head}`
}

function writeLine(line: Attached, names: ReadonlyMap<string, string>): string {
  const start = ENDS[line.startHead] ?? '>'
  const end = ENDS[line.endHead] ?? '>'
  const isTurned = start !== '' && end === ''
  const [from, to] = isTurned ? [line.to, line.from] : [line.from, line.to]
  const sign = isTurned ? writeSign(line, '', start) : writeSign(line, start, end)
  const label = line.label.trim() === '' ? '' : `|"${writeText(line.label)}"|`
  return `${names.get(from.shapeId) ?? ''} ${sign}${label} ${names.get(to.shapeId) ?? ''}`
}

function writeShape(item: DiagramShape, name: string): string {
  const { brackets, shape } = formOf(item)
  return `${name}${brackets[0]}"${writeText(item.label)}"${brackets[1]}${shape === undefined ? '' : `@{ shape: ${shape} }`}`
}

/** Whether more lines lead to the right than down: what the text should say of its direction. */
function findDirection(shapes: ReadonlyMap<string, DiagramShape>, lines: readonly Attached[]): 'LR' | 'TD' {
  let right = 0
  let down = 0
  for (const { from, to } of lines) {
    const [start, end] = [shapes.get(from.shapeId), shapes.get(to.shapeId)]
    if (!start || !end) continue
    right += Math.abs(end.x + end.width / 2 - start.x - start.width / 2)
    down += Math.abs(end.y + end.height / 2 - start.y - start.height / 2)
  }
  return right > down * 1.5 ? 'LR' : 'TD'
}

/** A flowchart: containers as subgraphs, looks as styles, every text as it is. */
export function writeFlowchart({ items }: DiagramContent): { lines: string[]; notes: Text[] } {
  const shapes = items.filter(isShape)
  const byId = new Map(shapes.map((shape) => [shape.id, shape]))
  const all = items.filter(isLine)
  const lines = all.filter(
    (line): line is Attached => isAttached(line.from) && isAttached(line.to) && byId.has(line.from.shapeId) && byId.has(line.to.shapeId)
  )
  const names = nameIds([...byId.keys()], 'n')
  const { roots, inner } = findTree(shapes)
  const written = [`flowchart ${findDirection(byId, lines)}`]
  const write = (shape: DiagramShape, depth: number): void => {
    const indent = '  '.repeat(depth)
    const name = names.get(shape.id) ?? ''
    const own = inner.get(shape.id)
    if (!own && shape.kind !== 'group') written.push(indent + writeShape(shape, name))
    else {
      written.push(`${indent}subgraph ${name}["${writeText(shape.label)}"]`)
      const direction = shape.data?.[DIRECTION_KEY]
      if (direction !== undefined && /^(?:LR|RL|TB|TD|BT)$/.test(direction)) written.push(`${indent}  direction ${direction}`)
      for (const each of own ?? []) write(each, depth + 1)
      written.push(`${indent}end`)
    }
  }
  for (const root of roots) write(root, 1)
  for (const line of lines) written.push(`  ${writeLine(line, names)}`)
  for (const look of writeLooks(shapes.map((shape) => [names.get(shape.id) ?? '', writeStyle(shape.style)]))) written.push(`  ${look}`)
  for (const { id, address } of shapes)
    if (address !== undefined && /^https?:\/\/[^\s"]+$/.test(address)) written.push(`  click ${names.get(id) ?? ''} "${address}"`)
  for (const [index, line] of lines.entries()) {
    const look = writeStyle({ ...line.style, dash: undefined, weight: (line.style.weight ?? 0) >= THICK ? undefined : line.style.weight })
    if (look !== '') written.push(`  linkStyle ${index} ${look}`)
  }
  return { lines: written, notes: findNotes(shapes, all, lines) }
}

function findNotes(shapes: readonly DiagramShape[], all: readonly DiagramLine[], lines: readonly Attached[]): Text[] {
  const notes: Text[] = [MERMAID_NOTES.places]
  if (shapes.some(({ kind }) => kind === 'image')) notes.push(MERMAID_NOTES.images)
  if (shapes.some((shape) => (shape.notes ?? '') !== '' || shape.link)) notes.push(MERMAID_NOTES.lost)
  if (lines.length < all.length) notes.push(MERMAID_NOTES.loose)
  if (lines.some(({ startHead, endHead }) => ENDS[startHead] === undefined || ENDS[endHead] === undefined)) notes.push(MERMAID_NOTES.heads)
  if (lines.some(({ startHead, endHead }) => startHead !== 'none' && endHead === 'none')) notes.push(MERMAID_NOTES.turned)
  if (lines.length > 500) notes.push(MERMAID_NOTES.many)
  return notes
}
