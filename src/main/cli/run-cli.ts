import { Language } from '../../shared/domain/text.ts'
import { translate } from '../../shared/i18n/translate.ts'
import { type Answer, type Command, describeUsage, makeCall, parseWords } from './command.ts'
import { commands } from './commands/index.ts'
import { describeFailure, UsageError } from './failures.ts'
import { createSession } from './session.ts'

export interface CliOptions {
  words: readonly string[]
  resourcesDir: string
  /** The system's language, such as `es_ES.UTF-8`. */
  locale: string
  signal: AbortSignal
  out: (text: string) => void
  err: (text: string) => void
}

/** Runs one command and returns the exit code: 0 done, 1 the input is at fault, 2 wrong usage. */
export async function runCli(options: CliOptions): Promise<number> {
  const { words } = options
  const language = findLanguage(words, options.locale)
  const isJson = words.includes('--json')
  const [name = 'help', ...rest] = words
  const command = commands.find((each) => each.name === name)
  try {
    if (name === 'help' || name === '--help' || words.includes('--help')) {
      options.out(describeCommands(command ? [command] : commands, language))
      return 0
    }
    if (!command) throw new UsageError('unknownCommand', { command: name })
    return await runCommand(command, rest, { ...options, language, isJson })
  } catch (error) {
    return report(error, command, { ...options, language, isJson })
  }
}

type Run = CliOptions & { language: Language; isJson: boolean }

async function runCommand(command: Command, words: readonly string[], run: Run): Promise<number> {
  const parsed = parseWords(command, words)
  const session = createSession(run.resourcesDir, run.signal)
  let answer: Answer
  try {
    answer = await command.run(makeCall(parsed, session, run.language))
  } finally {
    await session.close()
  }
  run.out(run.isJson ? `${JSON.stringify(answer.json)}\n` : answer.lines.map((line) => `${line}\n`).join(''))
  if (answer.fault === undefined) return 0
  run.err(`cauce: ${oneLine(answer.fault)}\n`)
  return 1
}

function report(error: unknown, command: Command | undefined, { language, isJson, out, err }: Run): number {
  if (error instanceof UsageError) {
    const sentence = translate(language, `cli.${error.key}`, error.params)
    const usage = command && translate(language, 'cli.usage', { usage: describeUsage(command) })
    err(`cauce: ${oneLine(sentence)}${usage ? `; ${usage}` : ''}\n`)
    if (isJson) out(`${JSON.stringify({ error: { code: 'usage', message: sentence, details: {} } })}\n`)
    return 2
  }
  const failure = describeFailure(error, language)
  err(`cauce: ${oneLine(failure.message)}\n`)
  if (isJson) out(`${JSON.stringify({ error: failure })}\n`)
  return 1
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

function findLanguage(words: readonly string[], locale: string): Language {
  const index = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const word = index < 0 ? '' : (words[index] ?? '')
  const asked = Language.safeParse(word.includes('=') ? word.split('=')[1] : words[index + 1])
  if (index >= 0 && asked.success) return asked.data
  return /^es/i.test(locale) ? 'es' : 'en'
}

function describeCommands(list: readonly Command[], language: Language): string {
  const lines = list.map((command) => `  cauce ${describeUsage(command)}`)
  return [translate(language, 'cli.commands'), ...lines, translate(language, 'cli.options'), ''].join('\n')
}
