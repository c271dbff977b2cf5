import type { DiagramContent } from '../../../../shared/diagrams/diagram.ts'
import type { WriteOptions, WrittenDiagram } from '../formats.ts'
import { MERMAID_NOTES } from './notes.ts'
import { isEntityDiagram, writeEntities } from './write-entities.ts'
import { writeFlowchart } from './write-flowchart.ts'

const SHOWN_CHARACTERS = 50_000

/** A diagram as Mermaid: a flowchart, or an entity diagram when nothing but entities stands in it. The name is its title. */
export function writeMermaid(content: DiagramContent, { name }: WriteOptions): WrittenDiagram {
  const { lines, notes } = isEntityDiagram(content) ? writeEntities(content) : writeFlowchart(content)
  const title = name.replace(/[\p{Cc}\p{Surrogate}]+/gu, ' ').trim()
  // JSON's quotes are YAML's too.
  const front = title === '' ? [] : ['---', `title: ${JSON.stringify(title)}`, '---']
  const data = [...front, ...lines, ''].join('\n')
  return { data, notes: data.length > SHOWN_CHARACTERS && !notes.includes(MERMAID_NOTES.many) ? [...notes, MERMAID_NOTES.many] : notes }
}
