import { resolve } from 'node:path'
import type { ChangeEntry } from '../../../shared/contract/workspace.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import { type Call, type Command, TEXT } from '../command.ts'
import { renderTable } from '../table.ts'

/** Takes back the last change, or one import wherever it stands. */
async function undo(call: Call): Promise<ChangeEntry> {
  const { client } = call.session
  const batch = call.option('batch')
  if (batch === undefined) return client.workspace.undo()
  const file = (await client.imports.listBatches()).find(({ id }) => id === Number(batch))?.fileName ?? ''
  return { ...(await client.imports.undoBatch({ batch: Number(batch) })), details: { file } }
}

/** Making, undoing, checking workspaces. */
export const workspaceCommands: readonly Command[] = [
  {
    name: 'new',
    args: ['FILE'],
    options: { sample: TEXT, currency: { pattern: /^[A-Z]{3}$/ }, title: TEXT },
    run: async (call) => {
      const path = call.arg('FILE')
      const [sampleId, currency, title] = [call.option('sample'), call.option('currency'), call.option('title')]
      const { counts } = await call.session.client.workspace.createWorkspace({
        fileToken: call.session.grant(path),
        ...(sampleId === undefined ? {} : { sampleId }),
        ...(currency === undefined ? {} : { currency }),
        ...(title === undefined ? {} : { title })
      })
      const json = { path: resolve(path), customers: counts.customers, orders: counts.orders }
      return { json, lines: [call.t('created', json)] }
    }
  },
  {
    name: 'samples',
    args: [],
    run: async ({ session, language, t }) => {
      const samples = await session.client.workspace.listSamples()
      return {
        json: samples.map(({ id, name, customers, orders }) => ({ id, name, customers, orders })),
        lines: renderTable(
          [{ title: t('id') }, { title: t('name') }, { title: t('customers'), right: true }, { title: t('orders'), right: true }],
          samples.map((sample) => [sample.id, sample.name[language], sample.customers, sample.orders])
        )
      }
    }
  },
  {
    name: 'undo',
    args: ['FILE'],
    options: { batch: { pattern: /^\d+$/ } },
    run: async (call) => {
      await call.session.open(call.arg('FILE'))
      const undone = await undo(call)
      return {
        json: { undone: { id: undone.id, kind: undone.kind } },
        lines: [call.t('undone', { what: translate(call.language, `changes.${undone.kind}`, undone.details) })]
      }
    }
  },
  {
    name: 'check',
    args: ['FILE'],
    run: async (call) => {
      await call.session.open(call.arg('FILE'))
      const found = await call.session.client.workspace.checkIntegrity()
      return {
        json: found,
        lines: found.ok ? [call.t('sound')] : found.problems,
        ...(found.ok ? {} : { fault: translate(call.language, 'errors.file-damaged') })
      }
    }
  }
]
