import type { Layout } from '../../../../shared/contract/diagrams.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { decodeText } from '../decode-text.ts'
import type { ReadDiagram } from '../formats.ts'
import { placePlainly } from '../place-plainly.ts'
import { makeFlowItems } from './flow-content.ts'
import { MERMAID_NOTES, tellRefused, tellSkipped } from './notes.ts'
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
    ...(title === null ? {} : { title }),
    notes: graph.hasScripts ? [...notes, MERMAID_NOTES.scripts] : notes,
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
 * note, and so is one of several that can't be read. Throws `diagram-line` when none can, `diagram-kind` when nothing in it is of a kind that is, `diagram-too-large`.
 */
export function readMermaid(input: string | Uint8Array): ReadDiagram[] {
  const text = typeof input === 'string' ? input : decodeText(input)
  if (text === null) throw new CauceError('diagram-unknown-format')
  const sources = prepareSource(text.startsWith('\ufeff') ? text.slice(1) : text)
  const skipped = new Set<string>()
  const refusals: CauceError[] = []
  const read = sources.flatMap((source) => {
    const reader = KINDS.find(([recognises]) => recognises(source.kind))?.[1]
    if (!reader) {
      skipped.add(source.kind.slice(0, 40))
      return []
    }
    try {
      return [reader(source)]
    } catch (error) {
      // One of several that can't be read does not keep the others from being.
      if (!(error instanceof CauceError) || error.code !== 'diagram-line') throw error
      refusals.push(error)
      return []
    }
  })
  const [refusal] = refusals
  const [kind] = skipped
  if (read.length === 0)
    throw refusal ?? (kind === undefined ? new CauceError('diagram-unknown-format') : new CauceError('diagram-kind', { kind }))
  const notes = [
    ...(skipped.size > 0 ? [tellSkipped([...skipped])] : []),
    ...(refusals.length > 0 ? [tellRefused(refusals.map(({ details }) => details['line'] ?? 0))] : [])
  ]
  return read.map((page, index) => (index === 0 ? { ...page, notes: [...page.notes, ...notes] } : page))
}
