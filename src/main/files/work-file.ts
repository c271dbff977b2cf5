import { closeSync, openSync, writeSync } from 'node:fs'

const BUFFER_CHARACTERS = 1 << 18

/**
 * Text written piece by piece into a folder of our own that is thrown away again: nobody's file is replaced, so that nothing
 * has to be flushed or renamed. Synchronous, as the reading that goes with it. Only its owner may read it.
 */
export class WorkFile {
  readonly #file: number
  #waiting: string[] = []
  #length = 0

  /** The file must not be there yet. */
  constructor(path: string) {
    this.#file = openSync(path, 'wx', 0o600)
  }

  write(text: string): void {
    this.#waiting.push(text)
    this.#length += text.length
    if (this.#length >= BUFFER_CHARACTERS) this.#flush()
  }

  #flush(): void {
    const bytes = Buffer.from(this.#waiting.join(''), 'utf8')
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at)
    this.#waiting = []
    this.#length = 0
  }

  /** Writes what is left, and closes also when that fails. */
  close(): void {
    try {
      this.#flush()
    } finally {
      closeSync(this.#file)
    }
  }
}
