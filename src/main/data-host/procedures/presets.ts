import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type Database from 'better-sqlite3'
import { z } from 'zod'
import { CauceError } from '../../../shared/domain/errors.ts'
import { atomicWrite } from '../../files/atomic-write.ts'
import { recordChange } from '../database/changes.ts'
import { trackRows } from '../database/row-log.ts'
import { loadPresets } from '../imports/mapping/presets.ts'
import {
  deleteOwnPreset,
  listOwnPresets,
  type OwnPreset,
  PresetDefinition,
  putOwnPreset,
  readOwnPreset
} from '../repositories/own-presets.ts'
import { host } from './base.ts'

/** An own preset as a file: `cauce` says what the file is. */
const PresetExport = PresetDefinition.extend({ cauce: z.literal('import-preset'), version: z.literal(1) })
const MAX_EXPORT_BYTES = 4 * 1024 * 1024

function requirePreset(db: Database.Database, id: string): OwnPreset {
  const preset = readOwnPreset(db, id)
  if (!preset) throw new CauceError('import-preset-unknown', { preset: id })
  return preset
}

function store(db: Database.Database, preset: OwnPreset, kind: string, now: Date): void {
  const { rows } = trackRows(db, [{ table: 'own_presets', where: { id: preset.id } }], () => {
    putOwnPreset(db, preset, now)
  })
  recordChange(db, { kind, details: { name: preset.name }, rows }, now)
}

/** The same name is the same preset: saving again replaces it. */
function placePreset(db: Database.Database, definition: PresetDefinition, now: Date): { id: string } {
  const own = listOwnPresets(db)
  const { preset } = definition.settings
  // What an own preset rests on is the app's preset it was made from, never another own one that may be deleted.
  const base = own.find(({ id }) => id === preset)?.settings.preset ?? (own.some(({ id }) => id === preset) ? null : preset)
  const id = own.find(({ name }) => name === definition.name)?.id ?? `own-${randomUUID()}`
  store(db, { ...definition, id, settings: { ...definition.settings, preset: base } }, 'preset-saved', now)
  return { id }
}

function parseExport(text: string): PresetDefinition {
  try {
    const { cauce: _cauce, version: _version, ...definition } = PresetExport.parse(JSON.parse(text))
    return definition
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) throw new CauceError('import-preset-invalid')
    throw error
  }
}

/** The presets a mapping can start from, and those a person keeps. */
export const presetProcedures = {
  listPresets: host.imports.listPresets.handler(({ context }) => {
    const own = context.current ? listOwnPresets(context.current.read) : []
    return [
      ...own.map(({ id, name, settings }) => ({ id, kind: settings.kind, name: { en: name, es: name }, own: true })),
      ...loadPresets(context.resourcesDir).map(({ id, kind, name }) => ({ id, kind, name, own: false }))
    ]
  }),

  savePreset: host.imports.savePreset.handler(({ context, input }) =>
    context.workspace().change(['imports'], (db) => placePreset(db, input, context.now()))
  ),

  renamePreset: host.imports.renamePreset.handler(({ context, input }) =>
    context.workspace().change(['imports'], (db) => {
      const preset = requirePreset(db, input.id)
      if (listOwnPresets(db).some(({ id, name }) => id !== input.id && name === input.name))
        throw new CauceError('import-preset-name', { name: input.name })
      store(db, { ...preset, name: input.name }, 'preset-renamed', context.now())
      return null
    })
  ),

  deletePreset: host.imports.deletePreset.handler(({ context, input }) =>
    context.workspace().change(['imports'], (db) => {
      const { id, name } = requirePreset(db, input.id)
      const { rows } = trackRows(db, [{ table: 'own_presets', where: { id } }], () => {
        deleteOwnPreset(db, id)
      })
      recordChange(db, { kind: 'preset-deleted', details: { name }, rows }, context.now())
      return null
    })
  ),

  exportPreset: host.imports.exportPreset.handler(async ({ context, input }) => {
    const { id: _id, ...definition } = requirePreset(context.workspace().read, input.id)
    const file = PresetExport.parse({ cauce: 'import-preset', version: 1, ...definition })
    return { bytes: await atomicWrite(context.files.resolve(input.fileToken), `${JSON.stringify(file, null, 2)}\n`) }
  }),

  importPreset: host.imports.importPreset.handler(async ({ context, input }) => {
    const text = await readFile(context.files.resolve(input.fileToken), 'utf8')
    if (text.length > MAX_EXPORT_BYTES) throw new CauceError('import-preset-invalid')
    const definition = parseExport(text)
    return context.workspace().change(['imports'], (db) => placePreset(db, definition, context.now()))
  })
}
