import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { z } from 'zod'
import type { Text } from '../../../../shared/domain/text.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { toFileError } from '../../../files/file-errors.ts'
import { startPace } from '../../pause.ts'
import { decodeText } from '../decode-text.ts'
import { completeSchema } from './complete-schema.ts'
import { describeGaps } from './describe-gaps.ts'
import { MOST_BYTES, MOST_FIELDS, MOST_OBJECTS, MOST_PACKED_BYTES, refuseTooLarge } from './limits.ts'
import { listArchive } from './list-archive.ts'
import { type ListedFiles, listFolder } from './list-files.ts'
import { readDescribe } from './read-describe.ts'
import { readFieldRecords, readFieldTable } from './read-field-table.ts'
import { readMetadataFile } from './read-metadata.ts'
import type { Schema, SchemaObject } from './schema.ts'
import { LeftOut, tell } from './schema-notes.ts'
import type { StandardObject } from './standard-objects.ts'

type Read = Pick<Schema, 'objects'> & { readonly notes: readonly Text[] }

/**
 * Reads a schema from a folder (a project, or any part of one with its objects), a ZIP of it, a single metadata file, a
 * describe in JSON or a table of fields, and completes it. What can't be read of a folder is named in the notes and the rest
 * read. Throws `schema-empty`, `schema-damaged`, `schema-too-large`, `diagram-entities` and the errors of the file system.
 */
export async function readSchema(path: string, standard: ReadonlyMap<string, StandardObject>): Promise<Schema> {
  const name = basename(path)
  const { objects, notes } = await readSource(path, name)
  if (objects.size === 0) throw new CauceError('schema-empty')
  const schema = { name: name.slice(0, name.length - extname(name).length) || name, objects, notes: [...notes] }
  completeSchema(schema, standard)
  refuseLarge(objects)
  const isCompleted = (object: SchemaObject): boolean => [...object.fields.values()].some((field) => field.isCompleted)
  if ([...objects.values()].some((object) => standard.has(object.name) && isCompleted(object))) schema.notes.push(tell('completed'))
  schema.notes.push(...describeGaps(schema))
  return schema
}

async function readSource(path: string, name: string): Promise<Read> {
  try {
    const stats = statSync(path)
    if (stats.isDirectory()) return await readFiles(await listFolder(path))
    if (stats.size === 0) throw new CauceError('file-empty')
    const isPacked = readStart(path, 4).toString('latin1').startsWith('PK')
    if (stats.size > (isPacked ? MOST_PACKED_BYTES : MOST_BYTES)) throw refuseTooLarge()
    const bytes = readFileSync(path)
    if (isPacked) return await readFiles(listArchive(bytes, name))
    const text = decodeText(bytes)
    if (text === null) throw new CauceError('schema-empty')
    return readText(text, name)
  } catch (error) {
    throw toFileError(error)
  }
}

/** The first bytes of a file. */
export function readStart(path: string, length: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(length)
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0))
  } finally {
    closeSync(file)
  }
}

/** A single file of text, told by how it begins. */
function readText(text: string, name: string): Read {
  const start = text.trimStart().charAt(0)
  if (start === '{' || start === '[') return readJson(text, name)
  if (start !== '<') return readFieldTable(text)
  const objects = new Map<string, SchemaObject>()
  readMetadataFile(name, text, objects)
  return { objects, notes: [] }
}

function readJson(text: string, name: string): Read {
  const content = parseJson(text, name)
  const records = findRecords(content)
  return records ? readFieldRecords(records) : { objects: readDescribe(content), notes: [] }
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) throw new CauceError('schema-damaged', { file: name })
    throw error
  }
}

/** Rows of a query, as the service answers it or as the command-line tool wraps that. */
function findRecords(content: unknown): readonly unknown[] | null {
  const answer = QueryAnswer.safeParse(content)
  return answer.success ? answer.data.records : (WrappedAnswer.safeParse(content).data?.result.records ?? null)
}
const QueryAnswer = z.object({ records: z.array(z.unknown()) })
const WrappedAnswer = z.object({ result: QueryAnswer })

/** Reasons for which one file is left out and the others are read. */
const LEFT_OUT = { 'schema-damaged': 'damaged', 'diagram-entities': 'entities' } as const

async function readFiles({ files, notes }: ListedFiles): Promise<Read> {
  const objects = new Map<string, SchemaObject>()
  const left = { damaged: new LeftOut('damaged'), entities: new LeftOut('entities'), unread: new LeftOut('unread') }
  const pace = startPace()
  let bytes = 0
  for (const { path, read } of files) {
    const content = read()
    bytes += content?.length ?? 0
    if (bytes > MOST_BYTES) throw refuseTooLarge()
    const text = content && decodeText(content)
    if (text === null) left.unread.add(path)
    else readOne(path, text, objects, left)
    await pace()
  }
  // Files there are, and none of them can be read: the first one is named.
  const [first] = files
  if (objects.size === 0 && first) throw new CauceError('schema-damaged', { file: first.path })
  return { objects, notes: [...notes, ...Object.values(left).flatMap((each) => each.notes)] }
}

function readOne(path: string, text: string, objects: Map<string, SchemaObject>, left: Readonly<Record<string, LeftOut>>): void {
  try {
    readMetadataFile(path, text, objects)
  } catch (error) {
    const reason = error instanceof CauceError && error.code in LEFT_OUT ? LEFT_OUT[error.code as keyof typeof LEFT_OUT] : null
    if (reason === null) throw error
    left[reason]?.add(path)
  }
}

function refuseLarge(objects: ReadonlyMap<string, SchemaObject>): void {
  let fields = 0
  for (const object of objects.values()) fields += object.fields.size
  if (fields > MOST_FIELDS || objects.size > MOST_OBJECTS) throw refuseTooLarge()
}
