import { readFile } from 'node:fs/promises'
import { formatNumber, formatShare } from '../../../shared/i18n/formats.ts'
import { RuleGroup, type Rule } from '../../../shared/segments/rule.ts'
import { toFileError } from '../../files/file-errors.ts'
import { type Call, type Command, DATE, requireOption, TEXT } from '../command.ts'
import { InputError } from '../failures.ts'
import { openWorkspace, requireFile } from '../files.ts'
import { renderTable } from '../table.ts'

async function readRule(call: Call): Promise<Rule> {
  const text = await readFile(requireFile(call, requireOption(call, 'rule')), 'utf8').catch((error: unknown) => {
    throw toFileError(error)
  })
  const rule = parseRule(text)
  if (!rule) throw new InputError('rule-incomplete', call.t('ruleInvalid'))
  return rule
}

function parseRule(text: string): Rule | null {
  try {
    return RuleGroup.safeParse(JSON.parse(text)).data ?? null
  } catch {
    // Not JSON: the sentence says what the file must hold.
    return null
  }
}

/** Who meets a rule out of a file, without keeping it. */
export const segmentCommands: readonly Command[] = [
  {
    name: 'segment',
    args: ['FILE'],
    options: { rule: TEXT, 'as-of': DATE },
    run: async (call) => {
      const rule = await readRule(call)
      await openWorkspace(call)
      const answer = await call.session.client.segments.countRule({ rule })
      if (answer.state === 'superseded') throw new InputError('busy', call.t('ruleInvalid'))
      const reading = answer.reading[call.language]
      if (answer.state === 'incomplete')
        return {
          json: answer,
          lines: [reading],
          fault: answer.problems.map(({ path, text }) => `${path.map((place) => place + 1).join('.')}: ${text[call.language]}`).join(' ')
        }
      const share = answer.share === null ? '' : ` (${formatShare(answer.share, call.language)})`
      return {
        json: answer,
        lines: [
          reading,
          `${call.t('customers')}: ${formatNumber(answer.customers, call.language)}${share}`,
          ...renderTable(
            [{ title: call.t('id') }, { title: call.t('name') }],
            answer.first.map(({ id, externalId, name }) => [externalId ?? String(id), name])
          )
        ]
      }
    }
  }
]
