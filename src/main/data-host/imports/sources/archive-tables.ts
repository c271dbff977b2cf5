import { join, posix } from 'node:path'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { WorkFile } from '../../../files/work-file.ts'
import type { Archive } from './archive.ts'
import type { MadeTable } from './tables.ts'

const TABLE_NAME = /\.(?:csv|tsv|tab|txt)$/i
/** What packing programs add beside the files. */
const ADDED = /(?:^|\/)(?:__MACOSX\/|\.)/
const QUOTE = 34
const LF = 10
const CR = 13

/** Counts the lines that hold something, a line end inside quotes being none; a first look at how many rows a table has. */
class LineCounter {
  lines = 0
  #isQuoted = false
  #isFilled = false

  add(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte === QUOTE) this.#isQuoted = !this.#isQuoted
      if (byte === LF && !this.#isQuoted) this.end()
      else if (byte !== CR && byte !== 0) this.#isFilled = true
    }
  }

  end(): void {
    if (this.#isFilled) this.lines++
    this.#isFilled = false
  }
}

/**
 * The tables of a ZIP (a data export with a CSV per object, an audience with a CSV per state) as they are, each in a file of
 * its own. Archives inside are not opened. Names lose the folder and the ending where that leaves them different.
 */
export async function unpackTables(archive: Archive, folder: string): Promise<MadeTable[]> {
  const names = archive.names.filter((name) => TABLE_NAME.test(name) && !ADDED.test(name)).sort((a, b) => a.localeCompare(b, 'en'))
  if (names.length === 0) throw new CauceError('import-archive-empty')
  const short = names.map((name) => posix.basename(name).replace(TABLE_NAME, ''))
  const tables: MadeTable[] = []
  for (const [at, name] of names.entries()) {
    const path = join(folder, `${String(at)}.csv`)
    const file = new WorkFile(path)
    const counter = new LineCounter()
    try {
      for await (const bytes of archive.read(name)) {
        counter.add(bytes)
        file.writeBytes(bytes)
      }
    } finally {
      file.close()
    }
    counter.end()
    const own = short[at] ?? name
    const isUnique = short.filter((each) => each === own).length === 1
    tables.push({ name: isUnique ? own : name, rows: Math.max(0, counter.lines - 1), path, isText: false })
  }
  return tables
}
