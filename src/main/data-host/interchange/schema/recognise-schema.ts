import { unzipSync } from 'fflate'
import { readFileSync, statSync } from 'node:fs'
import { MOST_PACKED_BYTES } from './limits.ts'
import { isFieldTable } from './read-field-table.ts'
import { isSchemaFile } from './read-metadata.ts'

/** What the first lines of a describe, a list of objects or a query of fields hold. */
const DESCRIBED = /"(?:childRelationships|sobjects|keyPrefix|childSObject|QualifiedApiName)"\s*:/

/** Whether a file is one of a schema by its name, or begins as one. */
export function looksLikeSchema(fileName: string, start: string): boolean {
  if (isSchemaFile(`x/${fileName}`)) return true
  const text = start.trimStart()
  if (/^<[?!]?/.test(text)) return /<Custom(?:Object|Field)\s[^>]*soap\.sforce\.com/.test(text)
  return /^[{[]/.test(text) ? DESCRIBED.test(text) : isFieldTable(text)
}

/** Whether a ZIP holds a schema, by the names in it. Nothing is unpacked. */
export function holdsSchema(path: string): boolean {
  if (statSync(path).size > MOST_PACKED_BYTES) return false
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
