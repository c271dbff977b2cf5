import mermaid from 'mermaid'

/** What Mermaid itself makes of a flowchart: ids, texts and ends, as its own database has them. */
export interface MermaidGraph {
  readonly nodes: ReadonlyMap<string, { text: string; type: string | undefined; link: string | undefined }>
  readonly edges: readonly { from: string; to: string; text: string; stroke: string; type: string }[]
  readonly groups: readonly { id: string; title: string; nodes: readonly string[] }[]
}

interface FlowDatabase {
  getVertices: () => Map<string, { text?: string; type?: string; link?: string }>
  getEdges: () => { start: string; end: string; text: string; stroke?: string; type?: string }[]
  getSubGraphs: () => { id: string; title: string; nodes: string[] }[]
}
const isFlowDatabase = (database: object): database is FlowDatabase => 'getVertices' in database && 'getSubGraphs' in database

/** How the module is asked for the database behind a picture; its types call that internal. */
interface Inside {
  getDiagramFromText: (text: string) => Promise<{ db: object }>
}
const isInside = (value: unknown): value is Inside => typeof value === 'object' && value !== null && 'getDiagramFromText' in value

/** The signs Mermaid keeps entities under until it draws, turned back into characters, and its tags into line ends. */
export function decodeMermaid(text: string): string {
  const holder = document.createElement('textarea')
  holder.innerHTML = text
    .replaceAll('ﬂ°°', '&#')
    .replaceAll('ﬂ°', '&')
    .replaceAll('¶ß', ';')
    .replace(/<br\s*\/?>/g, '\n')
  return holder.value
}

/** Parses with the real parser (its window must be there: `@vitest-environment jsdom`); throws what it throws. Null: no flowchart. */
export async function parseWithMermaid(text: string): Promise<MermaidGraph | null> {
  await mermaid.parse(text)
  mermaid.initialize({ maxEdges: 100_000 })
  const inside: unknown = Reflect.get(mermaid, 'mermaidAPI')
  if (!isInside(inside)) throw new Error('Mermaid is made differently now')
  const { db } = await inside.getDiagramFromText(text)
  if (!isFlowDatabase(db)) return null
  const groups = db.getSubGraphs().map(({ id, title, nodes }) => ({ id, title: decodeMermaid(title), nodes: [...nodes] }))
  const groupIds = new Set(groups.map(({ id }) => id))
  return {
    groups,
    nodes: new Map(
      [...db.getVertices()]
        .filter(([id]) => !groupIds.has(id))
        .map(([id, { text: label, type, link }]) => [id, { text: decodeMermaid(label ?? ''), type, link }])
    ),
    edges: db.getEdges().map(({ start, end, text: label, stroke, type }) => ({
      from: start,
      to: end,
      text: decodeMermaid(label),
      stroke: stroke ?? 'normal',
      type: type ?? ''
    }))
  }
}
