import type { DuplicateCluster, Reason } from '../../../shared/contract/duplicates.ts'
import { formatNumber } from '../../../shared/i18n/formats.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import type { Call, Command } from '../command.ts'
import { openWorkspace } from '../files.ts'

/** As many clusters as are listed in one go. */
const PAGE = 1000

/** Every page of a list: the command line gives all there is. */
async function listAll(call: Call, threshold: number | undefined): Promise<DuplicateCluster[]> {
  const all: DuplicateCluster[] = []
  for (;;) {
    const input = { view: 'duplicate' as const, offset: all.length, limit: PAGE, ...(threshold !== undefined && { threshold }) }
    const { total, clusters } = await call.session.client.duplicates.listClusters(input)
    all.push(...clusters)
    if (clusters.length === 0 || all.length >= total) return all
  }
}

function describeReason(reason: Reason, { language }: Call): string {
  const say = (key: string, params?: Record<string, string | number>): string => translate(language, `duplicates.${key}`, params)
  const points = reason.points < 0 ? `−${String(-reason.points)}` : `+${String(reason.points)}`
  if (reason.kind !== 'field') return `${say(`reasons.${reason.kind}`)} ${points}`
  const likeness = reason.likeness === null ? '' : say('likeness', { likeness: formatNumber(reason.likeness, language, 2) })
  const field = say(`evidence.${reason.field}`)
  return `${say('reason', { field, agreement: say(`agreements.${reason.agreement}`) })}${likeness} ${points}`
}

/** Suspected duplicates with their reasons: from 80 points on, or from the threshold. */
export const duplicateCommands: readonly Command[] = [
  {
    name: 'duplicates',
    args: ['FILE'],
    options: { threshold: { pattern: /^\d+$/, fits: (value) => Number(value) <= 100 } },
    run: async (call) => {
      await openWorkspace(call)
      const asked = call.option('threshold')
      const clusters = await listAll(call, asked === undefined ? undefined : Number(asked))
      return {
        json: clusters.map(({ score, customers, pairs }) => ({
          score,
          customers: customers.map(({ id, externalId, name }) => ({ id, externalId, name })),
          reasons: pairs.flatMap(({ one, other, reasons }) =>
            reasons.map((reason) => ({ one, other, ...reason, text: describeReason(reason, call) }))
          )
        })),
        lines:
          clusters.length === 0
            ? [translate(call.language, 'duplicates.cli.none')]
            : clusters.flatMap(({ score, customers, pairs }) => [
                `${String(score).padStart(3)}  ${customers.map(({ id, externalId, name }) => `${name} (${externalId ?? String(id)})`).join(' = ')}`,
                ...pairs.map(({ reasons }) => `     ${reasons.map((reason) => describeReason(reason, call)).join(' · ')}`)
              ])
      }
    }
  }
]
