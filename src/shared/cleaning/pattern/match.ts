import { isWord, type Node, parsePattern, PatternError, type Test } from './parse.ts'

/** One instruction of the program a pattern becomes. Where there are two ways, `to` is tried before `or`. */
type Instruction =
  | { op: 'char'; test: Test }
  | { op: 'assert'; what: Extract<Node, { type: 'assert' }>['what'] }
  | { op: 'save'; slot: number }
  | { op: 'jump'; to: number }
  | { op: 'split'; to: number; or: number }
  | { op: 'match' }

/** Longer programs (repeats of repeats written out) are refused. */
const MAX_PROGRAM = 4000

class ProgramWriter {
  readonly program: Instruction[] = []

  write(node: Node): void {
    if (this.program.length > MAX_PROGRAM) throw new PatternError(0)
    switch (node.type) {
      case 'char':
        this.program.push({ op: 'char', test: node.test })
        break
      case 'assert':
        this.program.push({ op: 'assert', what: node.what })
        break
      case 'sequence':
        for (const part of node.parts) this.write(part)
        break
      case 'group':
        this.program.push({ op: 'save', slot: node.number * 2 })
        this.write(node.part)
        this.program.push({ op: 'save', slot: node.number * 2 + 1 })
        break
      case 'choice':
        this.#writeChoice(node.options)
        break
      case 'repeat':
        this.#writeRepeat(node)
    }
  }

  #writeChoice(options: readonly Node[]): void {
    const ends: { op: 'jump'; to: number }[] = []
    options.forEach((option, at) => {
      if (at === options.length - 1) {
        this.write(option)
        return
      }
      const split: Instruction & { op: 'split' } = { op: 'split', to: this.program.length + 1, or: 0 }
      this.program.push(split)
      this.write(option)
      const end: Instruction & { op: 'jump' } = { op: 'jump', to: 0 }
      this.program.push(end)
      ends.push(end)
      split.or = this.program.length
    })
    for (const end of ends) end.to = this.program.length
  }

  #writeRepeat({ part, min, max, isLazy }: Extract<Node, { type: 'repeat' }>): void {
    for (let n = 0; n < min; n++) this.write(part)
    if (max === Infinity) {
      const start = this.program.length
      const split = this.#writeSplit()
      this.write(part)
      this.program.push({ op: 'jump', to: start })
      this.#aimSplit(split, start + 1, isLazy)
      return
    }
    for (let n = min; n < max; n++) {
      const start = this.program.length
      const split = this.#writeSplit()
      this.write(part)
      this.#aimSplit(split, start + 1, isLazy)
    }
  }

  #writeSplit(): Instruction & { op: 'split' } {
    const split: Instruction & { op: 'split' } = { op: 'split', to: 0, or: 0 }
    this.program.push(split)
    return split
  }

  /** Into the part, or past it: the greedy form tries the part first. */
  #aimSplit(split: Instruction & { op: 'split' }, part: number, isLazy: boolean): void {
    const past = this.program.length
    split.to = isLazy ? past : part
    split.or = isLazy ? part : past
  }
}

interface Thread {
  at: number
  slots: readonly number[]
}

/**
 * A pattern made ready: it goes through a text once, with all ways of reading it side by side (Pike's machine), so that the
 * time it takes grows with text times pattern and no text can make it stall.
 */
export class Pattern {
  readonly #program: readonly Instruction[]
  readonly #groups: number

  /** Throws `PatternError` when the pattern can't be read. */
  constructor(pattern: string, { ignoreCase }: { ignoreCase: boolean }) {
    const { node, groups } = parsePattern(pattern, ignoreCase)
    const writer = new ProgramWriter()
    writer.write({ type: 'group', part: node, number: 0 })
    writer.program.push({ op: 'match' })
    this.#program = writer.program
    this.#groups = groups
  }

  /** The first match at or after `from`: start and end of the whole and of each group (-1: took no part), in `chars`. */
  #find(chars: readonly string[], from: number): readonly number[] | null {
    let threads: Thread[] = []
    let found: readonly number[] | null = null
    const blank = new Array<number>((this.#groups + 1) * 2).fill(-1)
    for (let at = from; at <= chars.length; at++) {
      // A later start is only looked for while there is no match and after every earlier start.
      const seen = new Set(threads.map((thread) => thread.at))
      if (found === null) this.#follow(threads, seen, { at: 0, slots: blank }, chars, at)
      if (threads.length === 0 && found !== null) break
      const next: Thread[] = []
      const reached = new Set<number>()
      const char = chars[at]
      for (const thread of threads) {
        const instruction = this.#program[thread.at]
        if (instruction?.op === 'match') {
          found = thread.slots
          break // what comes after has less right
        }
        if (instruction?.op === 'char' && char !== undefined && instruction.test(char))
          this.#follow(next, reached, { at: thread.at + 1, slots: thread.slots }, chars, at + 1)
      }
      threads = next
    }
    return found
  }

  /** Adds a thread, and in order of right those it splits into, until each waits for a letter. */
  #follow(threads: Thread[], seen: Set<number>, first: Thread, chars: readonly string[], at: number): void {
    const open: Thread[] = [first]
    for (let thread = open.pop(); thread; thread = open.pop()) {
      const instruction = this.#program[thread.at]
      if (!instruction || seen.has(thread.at)) continue
      seen.add(thread.at)
      const { slots } = thread
      if (instruction.op === 'jump') open.push({ at: instruction.to, slots })
      else if (instruction.op === 'split') open.push({ at: instruction.or, slots }, { at: instruction.to, slots })
      else if (instruction.op === 'save') open.push({ at: thread.at + 1, slots: slots.with(instruction.slot, at) })
      else if (instruction.op === 'assert') {
        if (holds(instruction.what, chars, at)) open.push({ at: thread.at + 1, slots })
      } else threads.push(thread)
    }
  }

  /** Every match replaced; `$1`…`$9` stand for groups, `$&` for the match, `$$` for a dollar sign. */
  replaceAll(text: string, replacement: string): string {
    const chars = Array.from(text)
    const pieces: string[] = []
    let from = 0
    let kept = 0
    while (from <= chars.length) {
      const slots = this.#find(chars, from)
      if (slots === null) break
      const [start = 0, end = 0] = slots
      pieces.push(chars.slice(kept, start).join(''), fill(replacement, chars, slots))
      kept = end
      from = end === start ? end + 1 : end
    }
    return pieces.join('') + chars.slice(kept).join('')
  }
}

function holds(what: 'start' | 'end' | 'boundary' | 'no-boundary', chars: readonly string[], at: number): boolean {
  if (what === 'start') return at === 0
  if (what === 'end') return at === chars.length
  const isBoundary = isWord(chars[at - 1] ?? '') !== isWord(chars[at] ?? '')
  return (what === 'boundary') === isBoundary
}

function fill(replacement: string, chars: readonly string[], slots: readonly number[]): string {
  return replacement.replace(/\$([$&1-9])/gu, (_, what: string) => {
    if (what === '$') return '$'
    const group = what === '&' ? 0 : Number(what)
    const start = slots[group * 2] ?? -1
    return start < 0 ? '' : chars.slice(start, slots[group * 2 + 1]).join('')
  })
}
