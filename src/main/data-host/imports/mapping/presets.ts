import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { IMPORT_KINDS, type ImportKind } from '../../../../shared/contract/base.ts'
import { Text } from '../../../../shared/domain/text.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import type { OwnPreset } from '../../repositories/own-presets.ts'
import { normaliseHeader } from '../values/text.ts'
import { FIELDS, ONE_OF } from './fields.ts'
import { type Fill, RowRules } from './row-rules.ts'

const Headers = z.array(z.string()).min(1)

/** One file of `resources/presets`: how a source writes its columns. Adding a source is adding a file. */
export const PresetFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(IMPORT_KINDS),
  name: Text,
  /**
   * Sets of headers; the file is this source when all of one set are there, whatever else is. Products only. A sheet without
   * signatures is generic: it is taken for the kind whose columns explain most.
   */
  signatures: z.array(Headers).default([]),
  /** The file has no other columns than these: for a source whose few headers are everybody's words. */
  closed: z.boolean().default(false),
  /** Headers and how every value below them begins: tells the source where other words of the header were left out or changed. */
  content: z.record(z.string(), z.string()).optional(),
  /** Headers each field may have, best first; compared without accents, case and punctuation. */
  columns: z.record(z.string(), z.array(z.string())),
  /** `first-row`: several rows of one order follow each other, and only the first carries what belongs to the order. */
  rowsOfOrder: z.enum(['one', 'first-row']).default('one'),
  rows: RowRules.prefault({})
})
export type PresetFile = z.infer<typeof PresetFile>

/** Presets come with the app: read once per folder. */
const loaded = new Map<string, readonly PresetFile[]>()

/** Every preset, found by listing the folder, by file name. */
export function loadPresets(resourcesDir: string): readonly PresetFile[] {
  const folder = join(resourcesDir, 'presets')
  const known = loaded.get(folder)
  if (known) return known
  const presets = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => PresetFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  loaded.set(folder, presets)
  return presets
}

/** The preset with this id; an own one rests on the app's preset it was made from, for what its rows need. */
export function findPreset(presets: readonly PresetFile[], id: string, own: readonly OwnPreset[] = []): PresetFile {
  const saved = own.find((preset) => preset.id === id)
  const base = presets.find((preset) => preset.id === (saved ? saved.settings.preset : id))
  if (saved) return { ...(base ?? blankPreset(saved)), kind: saved.settings.kind, id, name: { en: saved.name, es: saved.name } }
  if (!base) throw new CauceError('import-preset-unknown', { preset: id })
  return base
}

function blankPreset({ id, name, settings }: OwnPreset): PresetFile {
  return PresetFile.parse({ id, kind: settings.kind, name: { en: name, es: name }, columns: {} })
}

/** The headers of a preset as they are compared; made once. */
interface Normalised {
  columns: readonly (readonly [field: string, names: readonly string[]])[]
  signatures: readonly (readonly string[])[]
  content: readonly (readonly [header: string, start: string])[]
}
const normalised = new WeakMap<PresetFile, Normalised>()

function normalise(preset: PresetFile): Normalised {
  const known = normalised.get(preset)
  if (known) return known
  const made: Normalised = {
    columns: Object.entries(preset.columns).map(([field, names]) => [field, names.map(normaliseHeader)]),
    signatures: preset.signatures.map((set) => set.map(normaliseHeader)),
    content: Object.entries(preset.content ?? {}).map(([header, start]) => [normaliseHeader(header), start])
  }
  normalised.set(preset, made)
  return made
}

/** A few values of each column; a column without any is empty. */
type Samples = readonly (readonly string[])[]

/**
 * Which field each column goes to: `fields[i]` is the field of column i, or null. No field is given to two columns; of several
 * a field may have, the first that holds something.
 */
export function mapColumns(preset: PresetFile, headers: readonly string[], samples?: Samples): (string | null)[] {
  return mapNormalised(preset, headers.map(normaliseHeader), samples)
}

function mapNormalised(preset: PresetFile, headers: readonly string[], samples?: Samples): (string | null)[] {
  const places = new Map<string, number[]>()
  for (const [at, header] of headers.entries()) places.set(header, [...(places.get(header) ?? []), at])
  const fields = headers.map((): string | null => null)
  for (const [field, names] of normalise(preset).columns) {
    const possible = names.flatMap((name) => places.get(name)?.find((at) => fields[at] === null) ?? [])
    const chosen = possible.find((at) => samples === undefined || (samples[at]?.length ?? 0) > 0) ?? possible[0]
    if (chosen !== undefined) fields[chosen] = field
  }
  return fields
}

/** Fields a sheet may hold several of for one customer (telephone and mobile), of which one is kept. */
const ONE_OF_SEVERAL = ['phone', 'email']

/**
 * Columns whose blank cells take what other columns for the same field hold, in the preset's order: whoever has only a mobile
 * is reached by it. `fields`: where each column goes; a column that goes somewhere of its own lends nothing.
 */
export function findFills(preset: PresetFile, headers: readonly string[], fields: readonly (string | null)[]): Fill[] {
  if (preset.kind !== 'customers') return []
  const compared = headers.map(normaliseHeader)
  return normalise(preset).columns.flatMap(([field, names]) => {
    const into = fields.indexOf(field)
    if (!ONE_OF_SEVERAL.includes(field) || into < 0 || !names.includes(compared[into] ?? '')) return []
    const from = names.map((name) => compared.indexOf(name)).filter((at) => at >= 0 && (fields[at] ?? null) === null)
    return from.length > 0 ? [{ into, from }] : []
  })
}

interface PresetMatch {
  preset: PresetFile
  fields: (string | null)[]
}

/** Whether a line can be the header of a file one of the presets knows. */
export function isKnownHeader(presets: readonly PresetFile[], headers: readonly string[]): boolean {
  const compared = headers.map(normaliseHeader)
  return presets.some((preset) => mapNormalised(preset, compared).filter(Boolean).length >= 3)
}

/** Columns that only a file of this kind has; a generic sheet is taken for the kind when one is there. */
const TELLING: Partial<Record<ImportKind, readonly string[]>> = {
  'order-lines': ['line_key', 'product', 'category'],
  interactions: ['direction', 'subject', 'outcome', 'next_action_at', 'kind'],
  complaints: ['severity', 'resolved_at', 'resolution', 'compensation', 'reopened', 'external_id'],
  consents: ['purpose'],
  surveys: ['score'],
  campaigns: ['goal', 'budget', 'actual_cost', 'member_group', 'end_date']
}
/** Where a sheet explains two kinds, the more particular one. */
const RANK: Record<ImportKind, number> = {
  customers: 0,
  orders: 1,
  'order-lines': 2,
  campaigns: 3,
  interactions: 4,
  complaints: 5,
  surveys: 6,
  consents: 7
}

/**
 * How well a generic sheet explains the headers: 0 when a needed field is not there. A file with dates and amounts is about
 * orders even if it says more of the customer; one that names products and the order they belong to holds order lines.
 */
function scoreMatch({ preset, fields }: PresetMatch): number {
  const mapped = new Set(fields.filter((fieldId) => fieldId !== null))
  if (FIELDS[preset.kind].some((each) => each.required && !mapped.has(each.id))) return 0
  if (!ONE_OF[preset.kind].some((fieldId) => mapped.has(fieldId))) return 0
  const telling = TELLING[preset.kind]
  if (telling && !telling.some((fieldId) => mapped.has(fieldId))) return 0
  return RANK[preset.kind] * 1000 + mapped.size
}

/** How many of its headers speak for a source: the most of a set that is there whole; 0 when none is. */
function weighSignature(preset: PresetFile, present: ReadonlySet<string>): number {
  const { columns, signatures } = normalise(preset)
  const known = columns.flatMap(([, names]) => names)
  if (preset.closed && [...present].some((header) => !known.includes(header))) return 0
  const whole = signatures.filter((set) => set.every((name) => present.has(name)))
  return Math.max(0, ...whole.map((set) => set.length))
}

function hasContent(preset: PresetFile, headers: readonly string[], samples: Samples): boolean {
  const { content } = normalise(preset)
  return (
    content.length > 0 &&
    content.every(([header, start]) => {
      const values = samples[headers.indexOf(header)] ?? []
      return values.length > 0 && values.every((value) => value.startsWith(start))
    })
  )
}

/**
 * The preset that explains the headers: a product one of whose signatures is there whole (the longest wins), else one told by
 * its content, else the generic sheet that gives all needed fields and maps most columns. Null when none fits. `samples`: a
 * few values of each column.
 */
export function matchPreset(
  presets: readonly PresetFile[],
  headers: readonly string[],
  kind?: ImportKind,
  samples: Samples = []
): PresetMatch | null {
  const compared = headers.map(normaliseHeader)
  const present = new Set(compared)
  const wanted = presets.filter((preset) => kind === undefined || preset.kind === kind)
  const products = wanted.filter(({ signatures }) => signatures.length > 0)
  const best = products
    .map((preset) => ({ preset, weight: weighSignature(preset, present) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)[0]
  const product = best?.preset ?? products.find((preset) => hasContent(preset, compared, samples))
  if (product) return { preset: product, fields: mapNormalised(product, compared, samples) }
  const generic = wanted
    .filter(({ signatures }) => signatures.length === 0)
    .map((preset) => ({ preset, fields: mapNormalised(preset, compared, samples) }))
    .map((match) => ({ match, score: scoreMatch(match) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)[0]
  return generic?.match ?? null
}
