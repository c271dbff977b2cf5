import type { ChartSheet, Drawing } from '../../../shared/contract/charts.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { escapeXml } from '../../../shared/models/diagram-shapes.ts'
import { writeCsvHeader, writeCsvRow, type CsvColumn } from './csv.ts'

/** What a picture of a chart never holds: anything that runs, or leads out of the file. */
const FORBIDDEN = /<(?:script|foreignObject|image|use|style|a)\b|\son\w+\s*=|\b(?:href|src)\s*=|@import|url\(\s*['"]?(?!#)/i

/** The drawing with `fontFaces`, @font-face rules with their fonts inside, as its only style sheet; refused when it holds more than shapes and words. */
export function embedInDrawing({ svg, ...size }: Drawing, fontFacesFor: (text: string) => string): Drawing {
  const tags = svg.match(/<[^>]*>/g) ?? []
  if (tags.some((tag) => FORBIDDEN.test(tag))) throw new CauceError('invalid-value')
  const words = svg.replace(/<[^>]*>/g, '')
  return { svg: svg.replace('<defs>', () => `<defs><style>${escapeXml(fontFacesFor(words))}</style>`), ...size }
}

/** The lines of a chart's table as CSV. */
export function* writeSheet({ columns, rows }: ChartSheet): Generator<string> {
  const written = columns.map(({ title, type }, at): CsvColumn<ChartSheet['rows'][number]> => ({
    title,
    type,
    read: (row) => row[at] ?? null
  }))
  yield writeCsvHeader(written)
  for (const row of rows) yield writeCsvRow(written, row)
}
