import { closeSync, openSync, renameSync, writeSync } from 'node:fs'

const BUFFER_CHARACTERS = 1 << 18

/**
 * A file written piece by piece into a folder of our own that is thrown away again: nobody's file is replaced, so that nothing
 * has to be flushed to the disk. Synchronous, as the reading that goes with it. Only its owner may read it.
 */
export class WorkFile {
  readonly #path: string
  readonly #file: number
  #waiting: string[] = []
  #length = 0

  /** The file must not be there yet. */
  constructor(path: string) {
    this.#path = path
    this.#file = openSync(path, 'wx', 0o600)
  }

  /** Text, as UTF-8. */
  write(text: string): void {
    this.#waiting.push(text)
    this.#length += text.length
    if (this.#length >= BUFFER_CHARACTERS) this.#flush()
  }

  writeBytes(bytes: Uint8Array): void {
    this.#flush()
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at)
  }

  #flush(): void {
    if (this.#length === 0) return
    const bytes = Buffer.from(this.#waiting.join(''), 'utf8')
    this.#waiting = []
    this.#length = 0
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at)
  }

  /** Writes what is left, and closes also when that fails. */
  close(): void {
    try {
      this.#flush()
    } finally {
      closeSync(this.#file)
    }
  }

  /** Closes the file and gives it its name: whoever sees that name sees a whole file. */
  finish(path: string): void {
    this.close()
    renameSync(this.#path, path)
  }
}
