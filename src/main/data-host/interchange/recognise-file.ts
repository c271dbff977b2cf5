import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { DroppedKind } from '../../../shared/contract/diagrams.ts'
import { looksLikeTeams } from '../../../shared/diagrams/organisation-columns.ts'
import { decodeText } from './decode-text.ts'
import { holdsSchema, looksLikeSchema } from './schema/recognise-schema.ts'
import { readStart } from './schema/read-schema.ts'
import { isPng, sniffFormat } from './sniff.ts'

const START_BYTES = 65_536
/** Drawings of programs that are not read: refused as drawings, not taken for tables. */
const OTHER_DRAWING = /\.(vsdx?|vsdm|vdx|excalidraw|excalidrawlib|bpmn|lucid)$/i
/** Endings only diagrams have; files with others are told by what is in them. */
const DIAGRAM_ENDING = /\.(drawio|dio|canvas|mmd|mermaid)(\.(svg|png|html|xml))?$/i

/**
 * What a file or folder somebody dropped is to the diagrams: every folder is a schema, for nothing else is read from one; a
 * file is told by its beginning, a ZIP by the names in it. Null: none of theirs. Nothing is unpacked or read whole.
 */
export function recogniseFile(path: string): DroppedKind | null {
  const stats = statSync(path)
  if (stats.isDirectory()) return 'schema'
  if (!stats.isFile() || stats.size === 0) return null
  const name = basename(path)
  if (OTHER_DRAWING.test(name)) return 'diagram'
  const start = readStart(path, START_BYTES)
  if (start.toString('latin1', 0, 2) === 'PK') return /\.zip$/i.test(name) && holdsSchema(path) ? 'schema' : null
  const text = decodeText(start, { isCut: stats.size > START_BYTES })
  if (looksLikeSchema(name, text ?? '')) return 'schema'
  if (DIAGRAM_ENDING.test(name)) return 'diagram'
  // Any picture may be a drawing: one that is says so near its beginning.
  if (isPng(start)) return start.includes('mxfile') ? 'diagram' : null
  const format = text === null ? null : sniffFormat(text, '')
  if (format === 'organisation-csv') return looksLikeTeams(text ?? '') ? 'teams' : 'people'
  return format && 'diagram'
}
