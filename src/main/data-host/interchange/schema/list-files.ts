import { closeSync, constants, type Dirent, fstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Text } from '../../../../shared/domain/text.ts'
import { systemCode } from '../../../files/file-errors.ts'
import { decodeText } from '../decode-text.ts'
import { DEEPEST_FOLDER, MOST_FILE_BYTES, MOST_FILES, MOST_LOOKED_AT, refuseTooLarge } from './limits.ts'
import { isSchemaFile } from './read-metadata.ts'
import { LeftOut, tell } from './schema-notes.ts'

/** A file of the schema; its path begins with the name of the folder that was chosen. `read` gives null when it can't be read. */
export interface ListedFile {
  readonly path: string
  readonly read: () => Uint8Array | null
}
export interface ListedFiles {
  readonly files: ListedFile[]
  readonly notes: Text[]
}

/** Folders of programs, not of the project. */
const SKIPPED = /^(?:\..*|node_modules)$/
export const PROJECT_FILE = 'sfdx-project.json'
const SLICE = 500

/**
 * The schema's files in a folder: of the packages its project file names, or of all of it where there is no project file or
 * these hold nothing. Links are not followed: nothing outside the folder is ever read.
 */
export async function listFolder(chosen: string): Promise<ListedFiles> {
  const root = realpathSync(chosen)
  const { folders, notes } = findPackages(root)
  const found = await walk(root, folders)
  const files = found.files.length > 0 || folders[0] === root ? found : await walk(root, [root])
  return { files: files.files, notes: [...notes, ...files.notes] }
}

function findPackages(root: string): { folders: string[]; notes: Text[] } {
  const bytes = readWhole(join(root, PROJECT_FILE))
  if (!bytes) return { folders: [root], notes: [] }
  const paths = readPackagePaths(bytes)
  if (!paths) return { folders: [root], notes: [tell('project')] }
  const left = new LeftOut('outside')
  const inside = paths.filter((path) => {
    const isWithin = isInside(root, path)
    if (!isWithin) left.add(path)
    return isWithin
  })
  const folders = [...new Set(inside.map((path) => resolve(root, path)))].filter((folder) => isFolder(folder))
  return { folders: folders.length > 0 ? folders : [root], notes: left.notes }
}

function isInside(root: string, path: string): boolean {
  const folder = resolve(root, path)
  // What a link leads to counts, not where the link stands.
  const real = isFolder(folder) ? realpathSync(folder) : folder
  return [folder, real].every((each) => {
    const way = relative(root, each)
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
  })
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

function readPackagePaths(bytes: Uint8Array): string[] | null {
  try {
    const content: unknown = JSON.parse(decodeText(bytes) ?? '')
    if (typeof content !== 'object' || content === null || !('packageDirectories' in content)) return []
    const { packageDirectories: listed } = content
    if (!Array.isArray(listed)) return null
    return listed.flatMap((each: unknown) =>
      typeof each === 'object' && each !== null && 'path' in each && typeof each.path === 'string' ? [each.path] : []
    )
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

async function walk(root: string, starts: readonly string[]): Promise<ListedFiles> {
  const files = new Map<string, ListedFile>()
  const links = new LeftOut('link')
  const closed = new LeftOut('closed')
  const waiting = starts.map((path) => ({ path, depth: 0 }))
  let seen = 0
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    const entries = readEntries(folder.path)
    if (!entries) {
      closed.add(nameIn(root, folder.path))
      continue
    }
    for (const entry of entries) {
      seen += 1
      if (seen > MOST_LOOKED_AT) throw refuseTooLarge()
      if (seen % SLICE === 0) await setImmediate()
      const path = join(folder.path, entry.name)
      if (entry.isSymbolicLink()) {
        links.add(nameIn(root, path))
      } else if (entry.isDirectory()) {
        if (!SKIPPED.test(entry.name) && folder.depth < DEEPEST_FOLDER) waiting.push({ path, depth: folder.depth + 1 })
      } else if (entry.isFile() && isSchemaFile(nameIn(root, path)))
        files.set(path, { path: nameIn(root, path), read: () => readWhole(path) })
    }
    if (files.size > MOST_FILES) throw refuseTooLarge()
  }
  return { files: [...files.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)), notes: [...links.notes, ...closed.notes] }
}

function readEntries(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (systemCode(error) === null) throw error
    return null
  }
}

const nameIn = (root: string, path: string): string => [basename(root), ...relative(root, path).split(sep)].join('/')

/** The bytes of a plain file; null when it is not there, not plain, closed to us or too large. A link put in its place meanwhile is not followed. */
function readWhole(path: string): Uint8Array | null {
  let file: number | null = null
  try {
    // Without waiting: a pipe with nobody at the other end would never open.
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    const stats = fstatSync(file)
    return stats.isFile() && stats.size <= MOST_FILE_BYTES ? readFileSync(file) : null
  } catch (error) {
    if (systemCode(error) === null) throw error
    return null
  } finally {
    if (file !== null) closeSync(file)
  }
}
