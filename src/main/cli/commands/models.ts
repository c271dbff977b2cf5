import { resolve } from 'node:path'
import type { ElementEvidence, Metric, ModelEvidence } from '../../../shared/contract/models.ts'
import type { WalkSummary } from '../../../shared/contract/walks.ts'
import type { Language } from '../../../shared/domain/text.ts'
import { formatFigure } from '../../../shared/i18n/figures.ts'
import { formatDate, formatNumber, formatShare } from '../../../shared/i18n/formats.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import { formatOperand, type Operand } from '../../../shared/models/format-operand.ts'
import { readTarget } from '../../../shared/models/element-state.ts'
import type { Model } from '../../../shared/models/model.ts'
import { type Answer, type Call, type Command, DATE, requireOption, SWITCH, TEXT } from '../command.ts'
import { InputError, UsageError } from '../failures.ts'
import { openWorkspace, requireFile } from '../files.ts'
import { renderTable } from '../table.ts'

/** The model of that id; the refusal names those there are. */
async function requireModel(call: Call, id: string): Promise<Model> {
  const { models } = await call.session.client.models.listModels()
  const found = models.find((model) => model.id === id)
  if (!found) throw new InputError('not-found', call.t('noModel', { id, ids: models.map((model) => model.id).join(', ') }), { what: id })
  return found
}

/** `reason` says in a word why there is no value, `hint` what to bring in. */
function describeMetric(metric: Metric, language: Language): unknown {
  const { id, value, kpi, numerator, denominator, target, enteredByHand, enteredAt, missing } = metric
  const state = readTarget(metric)
  const reason = { reason: missing?.code ?? null, hint: missing?.hint[language] ?? null }
  return { id, value, unit: kpi.unit, numerator, denominator, target, targetState: state, enteredByHand, enteredAt, ...reason }
}

function describeEvidence(evidence: ModelEvidence, language: Language): unknown {
  return {
    model: evidence.model,
    asOf: evidence.asOf,
    elements: evidence.elements.map((element) => ({
      id: element.id,
      state: element.state,
      segments: element.segments.map(({ id, customers, share, revenueShare, link }) => ({ id, customers, share, revenueShare, link })),
      removedSegments: element.removedSegments.map(({ id }) => id),
      metrics: element.metrics.map((metric) => describeMetric(metric, language))
    }))
  }
}

/** `Target at least 60%: met`, and whether the value was written down by a person. */
function describeTarget(metric: Metric, currency: string, language: Language): string[] {
  const { target, kpi, enteredByHand, enteredAt } = metric
  const say = (key: string, values?: Record<string, string>): string => translate(language, `evidenceEdit.${key}`, values)
  const state = readTarget(metric)
  const figure = target === null ? '' : formatFigure(target, kpi.unit, currency, language)
  return [
    ...(target === null ? [] : [`${say('target')} ${say(`better.${kpi.better}`)} ${figure}${state ? `: ${say(state)}` : ''}.`]),
    ...(enteredByHand ? [`(${enteredAt === null ? say('byHand') : say('byHandOn', { date: formatDate(enteredAt, language) })})`] : [])
  ]
}

/** One element for people: its state and why, its segments, its figures. */
function listElement(call: Call, element: ElementEvidence, name: string, currency: string): string[] {
  const { language } = call
  const segments = element.segments.map((segment) => [
    segment.name[language],
    segment.customers === null ? null : formatNumber(segment.customers, language),
    segment.share === null ? null : formatShare(segment.share, language),
    segment.revenueShare === null ? null : formatShare(segment.revenueShare, language),
    [...(segment.link === 'added' ? [translate(language, 'evidenceEdit.linked')] : []), segment.missing?.hint[language] ?? '']
      .join(' ')
      .trim()
  ])
  const operand = ({ id, numerator, denominator }: Metric, part: Operand): string | null => {
    const value = part === 'numerator' ? numerator : denominator
    return value === null ? null : formatOperand(id, part, value, currency, language)
  }
  const figures = element.metrics.map((metric) => [
    metric.kpi.name[language],
    metric.value === null ? null : formatFigure(metric.value, metric.kpi.unit, currency, language),
    operand(metric, 'numerator'),
    operand(metric, 'denominator'),
    [...describeTarget(metric, currency, language), metric.missing?.hint[language] ?? ''].join(' ').trim()
  ])
  const removed = element.removedSegments.map((segment) => segment.name[language]).join(', ')
  const titles = (first: string, keys: readonly string[]): { title: string; right?: boolean }[] => [
    { title: call.t(first) },
    ...keys.map((key) => ({ title: call.t(key), right: true })),
    { title: '' }
  ]
  const tables = [
    ...(segments.length === 0 ? [] : renderTable(titles('segment', ['customers', 'share', 'revenueShare']), segments)),
    ...(figures.length === 0 ? [] : renderTable(titles('figure', ['value', 'numerator', 'denominator']), figures))
  ]
  return [
    `${name} (${element.id}) · ${translate(language, `canvas.state.${element.state}`)}`,
    `  ${element.stateReason[language]}`,
    ...tables.map((line) => `  ${line}`),
    ...(removed === '' ? [] : [`  ${translate(language, 'evidenceEdit.removed', { names: removed })}`]),
    ''
  ]
}

async function showEvidence(call: Call): Promise<Answer> {
  await openWorkspace(call)
  const model = await requireModel(call, call.arg('MODEL'))
  const evidence = await call.session.client.models.getEvidence({ modelId: model.id })
  const currency = (await call.session.client.workspace.getState())?.settings.currency ?? 'EUR'
  const names = new Map(model.elements.map(({ id, name }) => [id, name[call.language]]))
  return {
    json: describeEvidence(evidence, call.language),
    lines: evidence.elements.flatMap((element) => listElement(call, element, names.get(element.id) ?? element.id, currency))
  }
}

/** The walk a report tells of: the one asked for, else the last one finished, else the last one worked on. */
async function chooseWalk(call: Call, model: Model): Promise<WalkSummary | null> {
  if (call.has('no-walk')) return null
  const walks = (await call.session.client.walks.listWalks()).filter(({ modelId }) => modelId === model.id)
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
  const format = (call.option('format') ?? (/\.html?$/i.test(out) ? 'html' : 'md')) as 'md' | 'html'
  await openWorkspace(call, out)
  const model = await requireModel(call, call.arg('MODEL'))
  const walk = await chooseWalk(call, model)
  await call.session.client.reports.saveReport({
    modelId: model.id,
    language: call.language,
    format,
    fileToken: call.session.grant(out),
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
      const models = id === undefined ? (await call.session.client.models.listModels()).models : [await requireModel(call, id)]
      const lines = renderTable(
        [{ title: call.t('id') }, { title: call.t('name') }, { title: call.t('elements'), right: true }],
        models.map((model) => [model.id, model.name[call.language], model.elements.length])
      )
      return { json: id === undefined ? models : models[0], lines }
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
    options: { format: { values: ['md', 'html'] }, out: TEXT, walk: { pattern: /^[1-9]\d{0,14}$/ }, 'no-walk': SWITCH, 'as-of': DATE },
    run: saveReport
  }
]
