import { unzipSync } from 'fflate'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { decodeText } from '../decode-text.ts'
import { MOST_PACKED_BYTES } from './limits.ts'
import { isFieldTable } from './read-field-table.ts'
import { isSchemaFile } from './read-metadata.ts'
import { readStart } from './read-schema.ts'

const START_BYTES = 65_536
/** What the first lines of a describe, a list of objects or a query of fields hold. */
const DESCRIBED = /"(?:childRelationships|sobjects|keyPrefix|childSObject|QualifiedApiName)"\s*:/

/**
 * Whether a file or folder somebody dropped is a schema: every folder is, for nothing else is read from one; a file by its
 * beginning, a ZIP by the names in it. Nothing is unpacked or read whole.
 */
export function recogniseSchema(path: string): boolean {
  const stats = statSync(path)
  if (stats.isDirectory()) return true
  if (!stats.isFile() || stats.size === 0) return false
  if (isSchemaFile(`x/${basename(path)}`)) return true
  const start = readStart(path, START_BYTES)
  if (start.toString('latin1', 0, 2) === 'PK') return stats.size <= MOST_PACKED_BYTES && holdsSchema(path)
  const text = decodeText(start)?.trimStart() ?? ''
  if (/^<[?!]?/.test(text)) return /<Custom(?:Object|Field)\s[^>]*soap\.sforce\.com/.test(text)
  return /^[{[]/.test(text) ? DESCRIBED.test(text) : isFieldTable(text)
}

function holdsSchema(path: string): boolean {
  let found = false
  try {
    unzipSync(readFileSync(path), {
      filter: ({ name }) => {
        found ||= isSchemaFile(`x/${name}`)
        return false
      }
    })
  } catch (error) {
    // A damaged archive: whoever it is for says so.
    if (!(error instanceof Error)) throw error
  }
  return found
}
