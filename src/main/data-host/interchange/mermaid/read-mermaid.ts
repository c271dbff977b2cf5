import type { Layout } from '../../../../shared/contract/diagrams.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { decodeText } from '../decode-text.ts'
import type { ReadDiagram } from '../formats.ts'
import { placePlainly } from '../place-plainly.ts'
import { makeFlowItems } from './flow-content.ts'
import { tellSkipped } from './notes.ts'
import { type MermaidSource, prepareSource } from './prepare-source.ts'
import { readEntities } from './read-entities.ts'
import { scanFlowchart } from './scan-flowchart.ts'

const GAP = 48
const FLOW = /^(?:flowchart(?:-elk)?|graph|swimlane-beta)$/

function readFlowchart({ text, line, title }: MermaidSource): ReadDiagram {
  const graph = scanFlowchart(text, line)
  const { items, notes } = makeFlowItems(graph)
  const needsLayout: Layout = { algorithm: 'layered', direction: graph.direction, gap: GAP }
  return {
    name: title,
    notes,
    needsLayout,
    content: { settings: { hasGrid: true, doesSnap: true }, items: placePlainly(items, needsLayout) }
  }
}

/** Which kinds are read, by the first word of a diagram. */
const KINDS: readonly (readonly [recognises: (kind: string) => boolean, read: (source: MermaidSource) => ReadDiagram])[] = [
  [(kind) => FLOW.test(kind), readFlowchart],
  [(kind) => kind === 'erDiagram', readEntities]
]

/**
 * Reads Mermaid: a text of its own, or every block of a Markdown file. Flowcharts and entity diagrams; others are named in a
 * note. Throws `diagram-line` for what can't be read, `diagram-kind` when nothing in it is of a kind that is, `diagram-too-large`.
 */
export function readMermaid(input: string | Uint8Array): ReadDiagram[] {
  const text = typeof input === 'string' ? input : decodeText(input)
  if (text === null) throw new CauceError('diagram-unknown-format')
  const sources = prepareSource(text.startsWith('\ufeff') ? text.slice(1) : text)
  const skipped = new Set<string>()
  const read = sources.flatMap((source) => {
    const reader = KINDS.find(([recognises]) => recognises(source.kind))?.[1]
    if (reader) return [reader(source)]
    skipped.add(source.kind.slice(0, 40))
    return []
  })
  const [first] = skipped
  if (read.length === 0)
    throw first === undefined ? new CauceError('diagram-unknown-format') : new CauceError('diagram-kind', { kind: first })
  return skipped.size === 0
    ? read
    : read.map((page, index) => (index === 0 ? { ...page, notes: [...page.notes, tellSkipped([...skipped])] } : page))
}
