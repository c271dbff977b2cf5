import { dirname, resolve } from 'node:path'
import type { ChangeEntry } from '../../../shared/contract/workspace.ts'
import { formatNumber } from '../../../shared/i18n/formats.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import { type Call, type Command, TEXT } from '../command.ts'
import { InputError } from '../failures.ts'
import { openWorkspace, requireFolder } from '../files.ts'
import { renderTable } from '../table.ts'

/** Takes back the last change, or one import wherever it stands. */
async function undo(call: Call): Promise<ChangeEntry> {
  const { client } = call.session
  const batch = call.option('batch')
  if (batch === undefined) return client.workspace.undo()
  const batches = (await client.imports.listBatches()).filter(({ undone }) => !undone)
  const found = batches.find(({ id }) => id === Number(batch))
  if (!found) {
    const ids = batches.length === 0 ? call.t('none') : batches.map(({ id, fileName }) => `${String(id)} (${fileName})`).join(', ')
    throw new InputError('not-found', call.t('noBatch', { id: batch, ids }), { what: batch })
  }
  return { ...(await client.imports.undoBatch({ batch: found.id })), details: { file: found.fileName } }
}

function describeCreated(call: Call, path: string, { customers, orders }: { customers: number; orders: number }): string {
  const count = (key: string, number: number): string => call.t(key, { count: number, n: formatNumber(number, call.language) })
  return call.t('created', { path, customers: count('countCustomers', customers), orders: count('countOrders', orders) })
}

/** Making, undoing, checking workspaces. */
export const workspaceCommands: readonly Command[] = [
  {
    name: 'new',
    args: ['FILE'],
    options: { sample: TEXT, currency: { pattern: /^[A-Z]{3}$/ }, title: TEXT },
    run: async (call) => {
      const path = call.arg('FILE')
      requireFolder(call, dirname(resolve(path)))
      const [sampleId, currency, title] = [call.option('sample'), call.option('currency'), call.option('title')]
      if (sampleId !== undefined && !(await call.session.client.workspace.listSamples()).some(({ id }) => id === sampleId))
        throw new InputError('not-found', call.t('noSample', { id: sampleId }), { what: sampleId })
      const { counts } = await call.session.client.workspace.createWorkspace({
        fileToken: call.session.grant(path),
        ...(sampleId === undefined ? {} : { sampleId }),
        ...(currency === undefined ? {} : { currency }),
        ...(title === undefined ? {} : { title })
      })
      const json = { path: resolve(path), customers: counts.customers, orders: counts.orders }
      return { json, lines: [describeCreated(call, path, json)] }
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
      await openWorkspace(call)
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
      await openWorkspace(call)
      const found = await call.session.client.workspace.checkIntegrity()
      const problems = found.problems.map((problem) => problem[call.language])
      return {
        json: { ok: found.ok, problems },
        lines: found.ok ? [call.t('sound')] : problems,
        ...(found.ok ? {} : { fault: translate(call.language, 'errors.file-damaged') })
      }
    }
  }
]
