import { resolve } from 'node:path'
import type { Metric, ModelEvidence } from '../../../shared/contract/models.ts'
import type { Language } from '../../../shared/domain/text.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import { type Command, DATE, requireOption, TEXT } from '../command.ts'
import { renderTable } from '../table.ts'

/** `reason` says in a word why there is no value, `hint` what to bring in. */
function describeMetric(metric: Metric, language: Language): unknown {
  const { id, value, kpi, numerator, denominator, missing } = metric
  return { id, value, unit: kpi.unit, numerator, denominator, reason: missing?.code ?? null, hint: missing?.hint[language] ?? null }
}

function describeEvidence(evidence: ModelEvidence, language: Language): unknown {
  return {
    model: evidence.model,
    asOf: evidence.asOf,
    elements: evidence.elements.map((element) => ({
      id: element.id,
      state: element.state,
      segments: element.segments.map(({ id, customers, share, revenueShare }) => ({ id, customers, share, revenueShare })),
      metrics: element.metrics.map((metric) => describeMetric(metric, language))
    }))
  }
}

/** The models, what the data says to them, and their reports. */
export const modelCommands: readonly Command[] = [
  {
    name: 'models',
    args: ['[ID]'],
    run: async ({ session, language, optionalArg, t }) => {
      const id = optionalArg('ID')
      const { models } =
        id === undefined ? await session.client.models.listModels() : { models: [await session.client.models.getModel({ id })] }
      const lines = renderTable(
        [{ title: t('id') }, { title: t('name') }, { title: t('elements'), right: true }],
        models.map((model) => [model.id, model.name[language], model.elements.length])
      )
      return { json: id === undefined ? models : models[0], lines }
    }
  },
  {
    name: 'model-check',
    args: ['MODEL'],
    run: async (call) => {
      const { ok, problems } = await call.session.client.models.checkModel({ fileToken: call.session.grant(call.arg('MODEL')) })
      return {
        json: { ok, problems },
        lines: ok ? [call.t('sound')] : problems,
        ...(ok ? {} : { fault: translate(call.language, 'errors.model-invalid') })
      }
    }
  },
  {
    name: 'evidence',
    args: ['FILE', 'MODEL'],
    options: { 'as-of': DATE },
    run: async (call) => {
      await call.session.open(call.arg('FILE'), call.option('as-of'))
      const evidence = await call.session.client.models.getEvidence({ modelId: call.arg('MODEL') })
      const rows = evidence.elements.flatMap((element) =>
        element.metrics.map(({ kpi, value, numerator, denominator, missing }) => [
          element.id,
          kpi.name[call.language],
          value === null ? (missing?.code ?? null) : `${String(Math.round(value * 100) / 100)} ${kpi.unit}`,
          numerator,
          denominator
        ])
      )
      const titles = [
        ...['element', 'figure'].map((key) => ({ title: call.t(key) })),
        ...['value', 'numerator', 'denominator'].map((key) => ({ title: call.t(key), right: true }))
      ]
      return { json: describeEvidence(evidence, call.language), lines: renderTable(titles, rows) }
    }
  },
  {
    name: 'report',
    args: ['FILE', 'MODEL'],
    options: { format: { values: ['md', 'html'] }, out: TEXT, walk: { pattern: /^[1-9]\d*$/ }, 'as-of': DATE },
    run: async (call) => {
      const out = requireOption(call, 'out')
      const format = (call.option('format') ?? (/\.html?$/i.test(out) ? 'html' : 'md')) as 'md' | 'html'
      await call.session.open(call.arg('FILE'), call.option('as-of'))
      const walk = call.option('walk')
      await call.session.client.reports.saveReport({
        modelId: call.arg('MODEL'),
        language: call.language,
        format,
        fileToken: call.session.grant(out),
        ...(walk === undefined ? {} : { walkId: Number(walk) })
      })
      return { json: { path: resolve(out) }, lines: [call.t('saved', { path: out })] }
    }
  }
]
