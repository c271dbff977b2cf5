/** One diagram's text, with the line of the file it begins at (from 1) and what kind of diagram it says it is. */
export interface MermaidSource {
  readonly text: string
  readonly line: number
  readonly kind: string
  /** From the front matter. */
  readonly title: string | null
}

const FENCE = /^\s{0,3}(?:[-*+]\s+|\d+\.\s+|>\s*)*(`{3,}|~{3,}|:{3,})\s*\{?\.?mermaid\b/i

interface Block {
  readonly lines: readonly string[]
  readonly line: number
}

/** The blocks marked as Mermaid in a Markdown text; the whole text when it has none. */
function findBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; at++) {
    const fence = FENCE.exec(lines[at] ?? '')?.[1]
    if (fence === undefined) continue
    const from = at + 1
    const indent = /^[\s>]*/.exec(lines[at] ?? '')?.[0] ?? ''
    do at++
    while (at < lines.length && !(lines[at] ?? '').trim().replace(/^>\s*/, '').startsWith(fence.slice(0, 3)))
    blocks.push({
      line: from + 1,
      lines: lines.slice(from, at).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    })
  }
  return blocks.length > 0 ? blocks : [{ lines, line: 1 }]
}

/** Blanks out front matter, comments and directives, line by line, so that every line keeps its number. */
function clean(lines: readonly string[]): { cleaned: string[]; title: string | null } {
  const cleaned = [...lines]
  let title: string | null = null
  const first = lines.findIndex((line) => line.trim() !== '')
  if (lines[first]?.trim() === '---') {
    const end = lines.findIndex((line, index) => index > first && line.trim() === '---')
    for (let at = first; at <= end; at++) {
      const said = /^\s*title:\s*(.+?)\s*$/.exec((lines[at] ?? '').slice(0, 1000))?.[1]
      if (said !== undefined) title = said.replace(/^(["'])(.*)\1$/, '$2')
      cleaned[at] = ''
    }
  }
  let isInDirective = false
  for (const [at, line] of cleaned.entries()) {
    const begins = !isInDirective && line.trimStart().startsWith('%%{')
    if (begins || isInDirective) {
      const end = line.indexOf('}%%')
      isInDirective = end < 0
      cleaned[at] = end < 0 ? '' : line.slice(end + 3)
    } else if (line.trimStart().startsWith('%%')) cleaned[at] = ''
  }
  return { cleaned, title }
}

/** The diagrams of a Mermaid file or of a Markdown text with Mermaid in it. */
export function prepareSource(text: string): MermaidSource[] {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n')
  return findBlocks(lines).flatMap(({ lines: own, line }) => {
    const { cleaned, title } = clean(own)
    const source = cleaned.join('\n')
    const kind = /^\s*([A-Za-z][\w-]*)/.exec(source)?.[1]
    return kind === undefined ? [] : [{ text: source, line, kind, title }]
  })
}

/** Kinds of Mermaid whose first line can be nothing else; a diagram is told by them, whether it can be read or not. */
const TOLD =
  /^(?:(?:flowchart(?:-elk)?|graph)[ \t]*(?:(?:LR|RL|TB|TD|BT|[<>^v])[ \t]*)?(?:[;\n]|$)|(?:erDiagram|sequenceDiagram|classDiagram|stateDiagram|gitGraph|quadrantChart|requirementDiagram|xychart-beta|block-beta|sankey-beta|C4Context|gantt|mindmap)\b)/
const TOLD_CHARACTERS = 20_000

/** Whether the beginning of a text is a Mermaid diagram, or a Markdown text has one in it. */
export function looksLikeMermaid(start: string): boolean {
  if (/(?:^|\n)[^\n`~]{0,20}(?:```|~~~)[ \t]*mermaid\b/.test(start)) return true
  return prepareSource(start.slice(0, TOLD_CHARACTERS)).some(({ text }) => TOLD.test(text.trimStart()))
}
