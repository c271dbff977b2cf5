import { CauceError } from '../../../../shared/domain/errors.ts'

/** A place in a text that only moves forward, so that reading is done after as many steps as there are characters. */
export class Scanner {
  readonly text: string
  readonly #firstLine: number
  at = 0

  /** `firstLine`: the line of the file the text begins at, for messages. */
  constructor(text: string, firstLine = 1) {
    this.text = text
    this.#firstLine = firstLine
  }

  get isDone(): boolean {
    return this.at >= this.text.length
  }

  get next(): string {
    return this.text[this.at] ?? ''
  }

  startsWith(what: string): boolean {
    return this.text.startsWith(what, this.at)
  }

  /** Takes `what` when it stands here. */
  take(what: string): boolean {
    if (!this.startsWith(what)) return false
    this.at += what.length
    return true
  }

  /** Takes what a sticky pattern finds here; null when it finds nothing. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found) this.at += found[0].length
    return found
  }

  /** Spaces, tabs; with `lines`, line ends too. */
  skipSpace(lines = false): void {
    while (this.next === ' ' || this.next === '\t' || this.next === '\r' || (lines && this.next === '\n')) this.at++
  }

  /** The text up to `what`, which is taken too; refuses where it never comes. */
  takeUntil(what: string): string {
    const end = this.text.indexOf(what, this.at)
    if (end < 0) this.refuse()
    const found = this.text.slice(this.at, end)
    this.at = end + what.length
    return found
  }

  /** The rest of the line, without its end. */
  takeLine(): string {
    const end = this.text.indexOf('\n', this.at)
    const found = this.text.slice(this.at, end < 0 ? undefined : end)
    this.at = end < 0 ? this.text.length : end
    return found
  }

  refuse(at = this.at): never {
    let line = this.#firstLine
    for (let end = this.text.indexOf('\n'); end >= 0 && end < at; end = this.text.indexOf('\n', end + 1)) line++
    throw new CauceError('diagram-line', { line })
  }
}
