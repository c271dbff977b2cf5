import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { toFileError } from '../../../files/file-errors.ts'
import { MAX_GROWTH, MAX_PARTS, MAX_UNPACKED_BYTES, SUSPECT_BYTES, toMegabytes } from './limits.ts'

/** Throws `import-cancelled` when the person has cancelled: asked before every piece. */
export type StopIfCancelled = () => void

const ENCRYPTED_FLAG = 1
const READABLE_METHODS = [0, 8]

function refuseGrowth(): never {
  throw new CauceError('import-archive-too-large', { limit: toMegabytes(MAX_UNPACKED_BYTES) })
}

/** What the library finds wrong with an archive, in our words; ours and the system's stay as they are. */
function toArchiveError(error: unknown): unknown {
  const known = toFileError(error)
  return known instanceof CauceError ? known : new CauceError('import-archive-damaged')
}

/**
 * A ZIP file (a workbook is one). What its directory says of sizes is never believed: the bytes are counted while they are
 * unpacked, over all parts that are read.
 */
export class Archive {
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>
  readonly #stopIfCancelled: StopIfCancelled
  #unpacked = 0

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, stopIfCancelled: StopIfCancelled) {
    this.#zip = zip
    this.#entries = entries
    this.#stopIfCancelled = stopIfCancelled
  }

  /** Reads the directory. Throws `import-archive-damaged`, `import-archive-too-large`. */
  static async open(path: string, stopIfCancelled: StopIfCancelled): Promise<Archive> {
    try {
      const zip = await openPromise(path, { autoClose: false, validateEntrySizes: true })
      if (zip.entryCount > MAX_PARTS) {
        zip.close()
        refuseGrowth()
      }
      const entries = new Map<string, Entry>()
      for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry)
      return new Archive(zip, entries, stopIfCancelled)
    } catch (error) {
      throw toArchiveError(error)
    }
  }

  get names(): string[] {
    return [...this.#entries.keys()]
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** The bytes of one part, piece by piece. */
  async *read(name: string): AsyncGenerator<Uint8Array, void, void> {
    const entry = this.#entries.get(name)
    if (!entry) throw new CauceError('import-archive-damaged')
    if ((entry.generalPurposeBitFlag & ENCRYPTED_FLAG) !== 0) throw new CauceError('import-archive-locked')
    if (!READABLE_METHODS.includes(entry.compressionMethod)) throw new CauceError('import-archive-damaged')
    let bytes = 0
    try {
      for await (const piece of await this.#zip.openReadStreamPromise(entry)) {
        const chunk = piece as Uint8Array
        this.#stopIfCancelled()
        bytes += chunk.length
        this.#unpacked += chunk.length
        if (this.#unpacked > MAX_UNPACKED_BYTES) refuseGrowth()
        if (bytes > SUSPECT_BYTES && bytes > entry.compressedSize * MAX_GROWTH) refuseGrowth()
        yield chunk
      }
    } catch (error) {
      throw toArchiveError(error)
    }
  }

  close(): void {
    this.#zip.close()
  }
}
