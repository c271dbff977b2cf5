import type { DiagramExportFormat } from '../../../shared/contract/diagrams.ts'
import type { DiagramContent } from '../../../shared/diagrams/diagram.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { writeCanvas } from './canvas/write-canvas.ts'
import { writeDrawio } from './drawio/write-drawio.ts'
import type { DiagramWriter, WriteOptions, WrittenDiagram } from './formats.ts'
import { writeJson } from './json/own-json.ts'
import { writeLucid } from './lucid/write-lucid.ts'
import { writeLucidCsv } from './lucid/write-lucid-csv.ts'
import { writeMermaid } from './mermaid/write-mermaid.ts'
import { writePptx } from './pptx/write-pptx.ts'

/** Every format that is written: one line each. SVG is a picture with fonts and live figures: `diagrams/pictures`. */
const WRITERS: Partial<Record<Exclude<DiagramExportFormat, 'svg'>, DiagramWriter>> = {
  drawio: writeDrawio,
  canvas: writeCanvas,
  json: writeJson,
  mermaid: writeMermaid,
  'lucid-csv': writeLucidCsv,
  lucid: writeLucid,
  pptx: writePptx
}

/** A diagram as a file of `format`, with what it can't hold. */
export async function writeDiagram(
  content: DiagramContent,
  format: Exclude<DiagramExportFormat, 'svg'>,
  options: WriteOptions
): Promise<WrittenDiagram> {
  const write = WRITERS[format]
  if (!write) throw new CauceError('diagram-unknown-format')
  return write(content, options)
}
