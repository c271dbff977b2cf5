import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { formatNumber } from '../../../shared/i18n/formats.ts'
import { drawSchema } from '../../data-host/interchange/schema/draw-schema.ts'
import { PROJECT_FILE } from '../../data-host/interchange/schema/list-files.ts'
import { listObjects } from '../../data-host/interchange/schema/list-objects.ts'
import { isSchemaFile } from '../../data-host/interchange/schema/read-metadata.ts'
import { readSchema } from '../../data-host/interchange/schema/read-schema.ts'
import { loadStandardObjects } from '../../data-host/interchange/schema/standard-objects.ts'
import { writeDiagram } from '../../data-host/interchange/write-diagram.ts'
import { atomicWrite } from '../../files/atomic-write.ts'
import { type Answer, type Call, type Command, requireOption, TEXT } from '../command.ts'
import { InputError, UsageError } from '../failures.ts'
import { requireTarget } from '../files.ts'

const FORMATS = ['drawio', 'canvas', 'json'] as const
type Format = (typeof FORMATS)[number]
const isFormat = (text: string | undefined): text is Format => FORMATS.some((format) => format === text)

/** The format asked for, or the one the name of the file to write ends in. */
function chooseFormat(call: Call, out: string): Format {
  const asked = call.option('format') ?? /\.(\w+)$/.exec(out)?.[1]?.toLowerCase()
  if (!isFormat(asked)) throw new UsageError('missingOption', { name: `--format ${FORMATS.join('|')}` })
  return asked
}

/** A file of the project is never written over, whatever it is named as. */
function refuseSource(call: Call, path: string, out: string): void {
  const way = relative(realpathSync(path), realpathSync(dirname(resolve(out))))
  const isInside = way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
  if (isInside && (isSchemaFile(resolve(out).replaceAll(sep, '/')) || basename(out) === PROJECT_FILE))
    throw new InputError('output-is-input', call.t('outputIsInput', { path: out }))
}

async function importSchema(call: Call): Promise<Answer> {
  const out = requireOption(call, 'out')
  const format = chooseFormat(call, out)
  const path = call.arg('DIR_OR_FILE')
  if (!statSync(path, { throwIfNoEntry: false })) throw new InputError('file-missing', call.t('noFile', { path }))
  requireTarget(call, out, [path])
  refuseSource(call, path, out)
  const schema = await readSchema(resolve(path), loadStandardObjects(call.session.resourcesDir))
  const asked = call
    .option('objects')
    ?.split(',')
    .flatMap((name) => name.trim() || [])
  const chosen = asked ?? listObjects(schema, call.language).flatMap(({ name, isSuggested }) => (isSuggested ? [name] : []))
  const { content, objects, fields, relations, notes } = drawSchema(schema, chosen, call.language)
  const written = await writeDiagram(content, format, { name: basename(resolve(path)), language: call.language })
  await atomicWrite(resolve(out), written.data)
  const count = (key: string, number: number): string => call.t(key, { count: number, n: formatNumber(number, call.language) })
  const sentence = call.t('schemaDrawn', {
    path: out,
    objects: count('countObjects', objects),
    fields: count('countFields', fields),
    relations: count('countRelations', relations)
  })
  return {
    json: { objects, fields, relations },
    lines: [sentence, ...[...notes, ...written.notes].map((note) => note[call.language])]
  }
}

/** Schemas of CRM software. */
export const schemaCommands: readonly Command[] = [
  {
    name: 'schema-import',
    args: ['DIR_OR_FILE'],
    options: { format: { values: FORMATS }, out: TEXT, objects: TEXT },
    run: importSchema
  }
]
