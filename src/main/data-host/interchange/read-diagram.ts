import type { DiagramImportFormat } from '../../../shared/contract/diagrams.ts'
import { MOST_ITEMS } from '../../../shared/diagrams/diagram.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { readCanvas } from './canvas/read-canvas.ts'
import { checkItems } from './check-items.ts'
import { readDrawio } from './drawio/read-drawio.ts'
import type { DiagramReader, ReadDiagram, ReadOptions } from './formats.ts'
import { readJson } from './json/own-json.ts'
import { MOST_DIAGRAM_BYTES, MOST_PAGES, refuseTooLarge } from './limits.ts'
import { readLucidCsv } from './lucid/read-lucid-csv.ts'
import { readMermaid } from './mermaid/read-mermaid.ts'
import { readOrganisation } from './organisation/read-organisation.ts'
import { sniffFormat } from './sniff.ts'

/** Every format that is read: one line each. */
const READERS: Partial<Record<DiagramImportFormat, DiagramReader>> = {
  drawio: readDrawio,
  canvas: readCanvas,
  json: readJson,
  mermaid: readMermaid,
  'lucid-csv': readLucidCsv,
  'organisation-csv': readOrganisation
}

interface ReadFile {
  readonly format: DiagramImportFormat
  readonly pages: readonly ReadDiagram[]
}

/**
 * Reads a diagram file into its pages, each with something in it. The format is told by the content unless it is named.
 * Throws `file-empty`, `diagram-unknown-format`, `diagram-too-large`, `diagram-empty` and what the format's reader throws.
 */
export function readDiagramFile(input: string | Uint8Array, options: ReadOptions & { format?: DiagramImportFormat | undefined }): ReadFile {
  if (input.length === 0) throw new CauceError('file-empty')
  if (input.length > MOST_DIAGRAM_BYTES) throw refuseTooLarge()
  const format = options.format ?? sniffFormat(input, options.fileName)
  const read = format && READERS[format]
  if (!format || !read) throw new CauceError('diagram-unknown-format')
  const pages = read(input, options).filter(({ content }) => content.items.length > 0)
  if (pages.length === 0) throw new CauceError('diagram-empty')
  if (pages.length > MOST_PAGES || pages.some(({ content }) => content.items.length > MOST_ITEMS)) throw refuseTooLarge()
  for (const { content } of pages) checkItems(content.items)
  return { format, pages }
}
