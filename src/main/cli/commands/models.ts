import { resolve } from 'node:path'
import type { WalkSummary } from '../../../shared/contract/walks.ts'
import { nameView } from '../../../shared/models/apply-variant.ts'
import type { Model } from '../../../shared/models/model.ts'
import { orderModels } from '../../../shared/models/order-models.ts'
import { type Answer, type Call, type Command, DATE, requireOption, SWITCH, TEXT } from '../command.ts'
import { describeEvidence, listEvidence } from '../evidence-text.ts'
import { InputError, UsageError } from '../failures.ts'
import { openWorkspace, requireFile } from '../files.ts'
import { describeModel, listModels } from '../models-text.ts'

const readModels = async (call: Call): Promise<Model[]> =>
  orderModels((await call.session.client.models.listModels()).models, call.language)

/** The model of that id; the refusal names those there are. */
async function requireModel(call: Call, id: string): Promise<Model> {
  const models = await readModels(call)
  const found = models.find((model) => model.id === id)
  if (!found) throw new InputError('not-found', call.t('noModel', { id, ids: models.map((model) => model.id).join(', ') }), { what: id })
  return found
}

async function showEvidence(call: Call): Promise<Answer> {
  await openWorkspace(call)
  const model = await requireModel(call, call.arg('MODEL'))
  const evidence = await call.session.client.models.getEvidence({ modelId: model.id })
  const currency = (await call.session.client.workspace.getState())?.settings.currency ?? 'EUR'
  const names = new Map(model.elements.map(({ id, name }) => [id, name[call.language]]))
  return {
    json: describeEvidence(evidence, call.language),
    lines: listEvidence(call, evidence, names, currency)
  }
}

/** The view of the model that is asked for; the refusal names those there are. Undefined where none is. */
function chooseView(call: Call, model: Model): string | undefined {
  const id = call.option('view')
  if (id === undefined || model.variants.some((variant) => variant.id === id)) return id
  const ids = model.variants.map((variant) => variant.id).join(', ')
  const name = model.name[call.language]
  throw new InputError('not-found', ids === '' ? call.t('noViews', { model: name }) : call.t('noView', { id, model: name, ids }), {
    what: id
  })
}

/**
 * The walk a report tells of: the one asked for, else the last one finished, else the last one worked on. With a view, of the
 * walks of that view.
 */
async function chooseWalk(call: Call, model: Model, view: string | undefined): Promise<WalkSummary | null> {
  if (call.has('no-walk')) return null
  const walks = (await call.session.client.walks.listWalks()).filter(
    (walk) => walk.modelId === model.id && (view === undefined || walk.view === nameView(model, view))
  )
  const asked = call.option('walk')
  if (asked === undefined) {
    const finished = walks.filter(({ finishedAt }) => finishedAt !== null)
    const whenOf = (walk: WalkSummary): string => walk.finishedAt ?? walk.updatedAt
    const latestFirst = (finished.length > 0 ? finished : walks).toSorted((a, b) => whenOf(b).localeCompare(whenOf(a)) || b.id - a.id)
    return latestFirst[0] ?? null
  }
  const found = walks.find(({ id }) => id === Number(asked))
  if (!found)
    throw new InputError('not-found', call.t('noWalk', { id: asked, model: model.name[call.language], file: call.arg('FILE') }), {
      what: asked
    })
  return found
}

async function saveReport(call: Call): Promise<Answer> {
  const out = requireOption(call, 'out')
  if (call.has('walk') && call.has('no-walk')) throw new UsageError('notTogether', { one: '--walk', other: '--no-walk' })
  // A walk is told in the view it was begun in.
  if (call.has('walk') && call.has('view')) throw new UsageError('notTogether', { one: '--walk', other: '--view' })
  const format = (call.option('format') ?? (/\.html?$/i.test(out) ? 'html' : 'md')) as 'md' | 'html'
  await openWorkspace(call, out)
  const model = await requireModel(call, call.arg('MODEL'))
  const view = chooseView(call, model)
  const walk = await chooseWalk(call, model, view)
  await call.session.client.reports.saveReport({
    modelId: model.id,
    language: call.language,
    format,
    fileToken: call.session.grant(out),
    ...(view === undefined ? {} : { view }),
    ...(walk === null ? {} : { walkId: walk.id })
  })
  if (process.stderr.isTTY)
    process.stderr.write(
      `${walk === null ? call.t('withoutWalk') : call.t('withWalk', { id: walk.id, date: walk.startedAt.slice(0, 10) })}\n`
    )
  return { json: { path: resolve(out) }, lines: [call.t('saved', { path: out })] }
}

/** The models, what the data says to them, and their reports. */
export const modelCommands: readonly Command[] = [
  {
    name: 'models',
    args: ['[ID]'],
    run: async (call) => {
      const id = call.optionalArg('ID')
      if (id !== undefined) {
        const model = await requireModel(call, id)
        return { json: model, lines: describeModel(call, model) }
      }
      const models = await readModels(call)
      return { json: models, lines: listModels(call, models) }
    }
  },
  {
    name: 'model-check',
    args: ['MODEL'],
    run: async (call) => {
      const path = requireFile(call, call.arg('MODEL'))
      const found = await call.session.client.models.checkModel({ fileToken: call.session.grant(path) })
      const problems = found.problems.map((problem) => problem[call.language])
      return {
        json: { ok: found.ok, problems },
        lines: found.ok ? [call.t('modelSound')] : problems,
        // Exit 1 either way: an unfinished file is no finished model, though the app takes it in.
        ...(found.ok
          ? {}
          : { fault: call.t(found.canImport ? 'modelUnfinished' : 'modelProblems', { count: problems.length, path: call.arg('MODEL') }) })
      }
    }
  },
  { name: 'evidence', args: ['FILE', 'MODEL'], options: { 'as-of': DATE }, run: showEvidence },
  {
    name: 'report',
    args: ['FILE', 'MODEL'],
    options: {
      format: { values: ['md', 'html'] },
      out: TEXT,
      view: TEXT,
      walk: { pattern: /^[1-9]\d{0,14}$/ },
      'no-walk': SWITCH,
      'as-of': DATE
    },
    run: saveReport
  }
]
