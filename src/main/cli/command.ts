import { isCalendarDay } from '../../shared/domain/calendar-day.ts'
import type { Language } from '../../shared/domain/text.ts'
import { translate } from '../../shared/i18n/translate.ts'
import { UsageError } from './failures.ts'
import type { Session } from './session.ts'

/** What a command answers: one JSON document, the same as lines for people, and whether the input stood the test. */
export interface Answer {
  json: unknown
  lines: string[]
  /** The input is at fault though the question was answered (`check`, `model-check`): exit 1 with this sentence. */
  fault?: string
}

export interface OptionRule {
  /** Values it may have; none: any text. `null`: a switch without value. */
  values?: readonly string[] | null
  /** The values the usage line names, where some are only other spellings or not there yet. */
  shown?: readonly string[]
  pattern?: RegExp
  fits?: (value: string) => boolean
}

export interface Command {
  name: string
  /** Names of the arguments in order; one in square brackets may be left out. */
  args: readonly string[]
  options?: Readonly<Record<string, OptionRule>>
  run: (call: Call) => Promise<Answer> | Answer
}

/** One run of a command, its arguments checked. */
export interface Call {
  arg: (name: string) => string
  optionalArg: (name: string) => string | undefined
  option: (name: string) => string | undefined
  has: (name: string) => boolean
  language: Language
  session: Session
  /** A text of the area `cli`. */
  t: (key: string, params?: Record<string, string | number>) => string
}

/** A day that is in the calendar. */
export const DATE: OptionRule = { pattern: /^\d{4}-\d{2}-\d{2}$/, fits: isCalendarDay }
export const TEXT: OptionRule = {}
export const SWITCH: OptionRule = { values: null }
const EVERYWHERE: Readonly<Record<string, OptionRule>> = { json: SWITCH, lang: { values: ['es', 'en'] }, help: SWITCH }

export interface Parsed {
  args: Map<string, string>
  options: Map<string, string>
}

/** `name ARG [ARG] [--option VALUE]`, as the usage line shows it. */
export function describeUsage(command: Command): string {
  const options = Object.entries(command.options ?? {}).map(
    ([name, rule]) => `[--${name}${rule.values === null ? '' : ` ${(rule.shown ?? rule.values)?.join('|') ?? name.toUpperCase()}`}]`
  )
  return [command.name, ...command.args, ...options].join(' ')
}

/** Sorts what was typed into arguments and options; throws `UsageError` for what the command does not know. */
export function parseWords(command: Command, words: readonly string[]): Parsed {
  const args = new Map<string, string>()
  const options = new Map<string, string>()
  const positional: string[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    if (!word.startsWith('--') || word === '--') positional.push(word)
    else index += readOption(command, words, index, options)
  }
  command.args.forEach((name, index) => {
    const value = positional[index]
    if (value !== undefined) args.set(name.replace(/[[\]]/g, ''), value)
    else if (!name.startsWith('[')) throw new UsageError('missingArgument', { name })
  })
  const extra = positional[command.args.length]
  if (extra !== undefined) throw new UsageError('tooManyArguments', { name: extra })
  return { args, options }
}

/** Returns how many further words the option took. */
function readOption(command: Command, words: readonly string[], index: number, options: Map<string, string>): number {
  const word = words[index] ?? ''
  const [, name = '', inline] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? []
  const rules = { ...EVERYWHERE, ...command.options }
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
  if (!rule) throw new UsageError('unknownOption', { name: `--${name}` })
  if (rule.values === null) {
    options.set(name, '')
    return 0
  }
  const value = inline ?? words[index + 1]
  if (value === undefined) throw new UsageError('missingOption', { name: `--${name} …` })
  if ((rule.values && !rule.values.includes(value)) || (rule.pattern && !rule.pattern.test(value)) || rule.fits?.(value) === false)
    throw new UsageError('badOption', { name: `--${name}`, value })
  options.set(name, value)
  return inline === undefined ? 1 : 0
}

/** Binds what was parsed to what a command reads. */
export function makeCall({ args, options }: Parsed, session: Session, language: Language): Call {
  return {
    arg: (name) => args.get(name) ?? '',
    optionalArg: (name) => args.get(name),
    option: (name) => options.get(name),
    has: (name) => options.has(name),
    language,
    session,
    t: (key, params) => translate(language, `cli.${key}`, params)
  }
}

/** The value of an option the command can't do without. */
export function requireOption(call: Call, name: string): string {
  const value = call.option(name)
  if (value === undefined) throw new UsageError('missingOption', { name: `--${name}` })
  return value
}
