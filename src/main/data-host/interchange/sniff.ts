import type { DiagramImportFormat } from '../../../shared/contract/diagrams.ts'
import { looksLikePeople } from '../../../shared/diagrams/organisation-columns.ts'
import { decodeText } from './decode-text.ts'
import { looksLikeMermaid } from './mermaid/prepare-source.ts'

/** What a format is told by: the beginning of the file, long enough for a preamble. The first that recognises it, reads it. */
const SIGNS: readonly (readonly [format: DiagramImportFormat, recognises: (start: string) => boolean])[] = [
  ['drawio', (start) => /^\s*</.test(start) && /<mxfile|<mxGraphModel|<mxlibrary|data-mxgraph|&lt;mxfile|&lt;mxGraphModel/.test(start)],
  ['json', (start) => /^\s*\{/.test(start) && /"format"\s*:\s*"cauce-diagram"/.test(start)],
  ['canvas', (start) => /^\s*\{/.test(start) && /"(nodes|edges)"\s*:\s*\[/.test(start)],
  ['mermaid', looksLikeMermaid],
  ['lucid-csv', (start) => /^\s*"?Id"?[,;\t]"?Name"?[,;\t]"?Shape Library"?[,;\t]/i.test(start)],
  ['organisation-csv', looksLikePeople]
]
const SIGN_CHARACTERS = 1_000_000
const PNG = [0x89, 0x50, 0x4e, 0x47]

export const isPng = (bytes: Uint8Array): boolean => PNG.every((byte, at) => bytes[at] === byte)

/** The format of a file or a pasted text, told by its content; where that says nothing, by the name. Null: no diagram. */
export function sniffFormat(input: string | Uint8Array, fileName: string): DiagramImportFormat | null {
  if (typeof input !== 'string' && isPng(input)) return 'drawio'
  const text = typeof input === 'string' ? input : decodeText(input)
  if (text === null) return null
  const start = text.slice(0, SIGN_CHARACTERS)
  const found = SIGNS.find(([, recognises]) => recognises(start))
  if (found) return found[0]
  if (/\.canvas$/i.test(fileName)) return 'canvas'
  return /\.(csv|tsv)$/i.test(fileName) ? 'organisation-csv' : null
}
