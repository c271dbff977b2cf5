import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ImportKind } from '../../../../shared/contract/base.ts'
import { Text } from '../../../../shared/domain/text.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { normaliseHeader } from '../values/text.ts'
import { FIELDS, ONE_OF } from './fields.ts'

/** One file of `resources/presets`: how a source writes its columns. Adding a source is adding a file. */
export const PresetFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(['customers', 'orders', 'order-lines']),
  name: Text,
  /**
   * Headers of which all must be there for the file to be this source; products only. A sheet without signature is generic:
   * it is taken for the kind whose columns explain most.
   */
  signature: z.array(z.string()).default([]),
  /** Headers each field may have, best first; compared without accents, case and punctuation. */
  columns: z.record(z.string(), z.array(z.string())),
  /** `first-row`: several rows of one order follow each other, and only the first carries what belongs to the order. */
  rowsOfOrder: z.enum(['one', 'first-row']).default('one')
})
export type PresetFile = z.infer<typeof PresetFile>

/** Every preset, found by listing the folder, by file name. */
export function loadPresets(resourcesDir: string): PresetFile[] {
  const folder = join(resourcesDir, 'presets')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => PresetFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}

export function findPreset(presets: readonly PresetFile[], id: string): PresetFile {
  const found = presets.find((preset) => preset.id === id)
  if (!found) throw new CauceError('import-preset-unknown', { preset: id })
  return found
}

/** Which field each column goes to: `fields[i]` is the field of column i, or null. No field is given to two columns. */
export function mapColumns(preset: PresetFile, headers: readonly string[]): (string | null)[] {
  const normalised = headers.map(normaliseHeader)
  const fields = headers.map((): string | null => null)
  for (const [fieldId, names] of Object.entries(preset.columns)) {
    for (const name of names) {
      const index = normalised.findIndex((header, at) => header === normaliseHeader(name) && fields[at] === null)
      if (index < 0) continue
      fields[index] = fieldId
      break
    }
  }
  return fields
}

export interface PresetMatch {
  preset: PresetFile
  fields: (string | null)[]
}

/** Columns that only a file of order lines has. */
const LINE_FIELDS = ['line_key', 'product', 'category']

/**
 * How well a generic sheet explains the headers: 0 when a needed field is not there. A file with dates and amounts is about
 * orders even if it says more of the customer; one that names products and the order they belong to holds order lines.
 */
function scoreMatch({ preset, fields }: PresetMatch): number {
  const mapped = new Set(fields.filter((fieldId) => fieldId !== null))
  if (FIELDS[preset.kind].some((each) => each.required && !mapped.has(each.id))) return 0
  if (!ONE_OF[preset.kind].some((fieldId) => mapped.has(fieldId))) return 0
  if (preset.kind === 'order-lines') return LINE_FIELDS.some((fieldId) => mapped.has(fieldId)) ? 2000 + mapped.size : 0
  return (preset.kind === 'orders' ? 1000 : 0) + mapped.size
}

/**
 * The preset that explains the headers: a product whose whole signature is there (the longest wins), else the generic sheet
 * that gives all needed fields and maps most columns. Null when none fits.
 */
export function matchPreset(presets: readonly PresetFile[], headers: readonly string[], kind?: ImportKind): PresetMatch | null {
  const present = new Set(headers.map(normaliseHeader))
  const wanted = presets.filter((preset) => kind === undefined || preset.kind === kind)
  const signed = wanted.filter(
    (preset) => preset.signature.length > 0 && preset.signature.every((name) => present.has(normaliseHeader(name)))
  )
  const best = signed.sort((a, b) => b.signature.length - a.signature.length)[0]
  if (best) return { preset: best, fields: mapColumns(best, headers) }
  const generic = wanted
    .filter((preset) => preset.signature.length === 0)
    .map((preset) => ({ preset, fields: mapColumns(preset, headers) }))
    .map((match) => ({ match, score: scoreMatch(match) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)[0]
  return generic?.match ?? null
}
