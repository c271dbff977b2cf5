import { unzipSync } from 'fflate'
import { CauceError } from '../../../../shared/domain/errors.ts'
import type { ListedFiles } from './list-files.ts'
import { MOST_BYTES, MOST_FILE_BYTES, MOST_FILES, refuseTooLarge } from './limits.ts'
import { isSchemaFile } from './read-metadata.ts'
import { LeftOut } from './schema-notes.ts'

const ADDED = /(?:^|\/)(?:__MACOSX|node_modules|\.[^/]+)\//

/**
 * The schema's files in a ZIP. Only these are unpacked, each into as much memory as the directory says it takes and no more,
 * and what the directory says is added up before: a file that lies about its size is cut off and refused. Nothing is written.
 */
export function listArchive(bytes: Uint8Array, name: string): ListedFiles {
  const large = new LeftOut('large')
  let total = 0
  let count = 0
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name: entry, originalSize }) => {
        const path = entry.replaceAll('\\', '/')
        if (!isSchemaFile(`${name}/${path}`) || ADDED.test(`/${path}`)) return false
        if (originalSize > MOST_FILE_BYTES) {
          large.add(path)
          return false
        }
        total += originalSize
        count += 1
        if (total > MOST_BYTES || count > MOST_FILES) throw refuseTooLarge()
        return true
      }
    })
    const files = Object.entries(unpacked)
      .map(([entry, content]) => ({ path: `${name}/${entry.replaceAll('\\', '/')}`, read: () => content }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    return { files, notes: large.notes }
  } catch (error) {
    if (error instanceof CauceError) throw error
    throw new CauceError('schema-damaged', { file: name })
  }
}
