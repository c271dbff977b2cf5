/** The part of yauzl 3 that is used here; the package brings no types. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  export interface Entry {
    fileName: string
    compressedSize: number
    uncompressedSize: number
    generalPurposeBitFlag: number
    compressionMethod: number
  }
  export interface ZipFile {
    readonly entryCount: number
    eachEntry: () => AsyncIterableIterator<Entry>
    openReadStreamPromise: (entry: Entry) => Promise<Readable>
    close: () => void
  }
  export function openPromise(path: string, options?: { autoClose?: boolean; validateEntrySizes?: boolean }): Promise<ZipFile>
}
