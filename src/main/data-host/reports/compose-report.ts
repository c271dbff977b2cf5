import { formatDate } from '../../../shared/i18n/formats.ts'
import { describeWindow } from '../../../shared/i18n/windows.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import { drawDiagramSvg } from '../../../shared/models/diagram-svg.ts'
import { pickMetrics } from '../../../shared/models/node-text.ts'
import type { Report } from './collect-report.ts'
import { composeAssessment } from './compose-assessment.ts'
import { composeElement } from './compose-element.ts'
import type { Block, ReportDocument, Table } from './report-blocks.ts'
import { describeScore, findEvidence, findStep, formatMetric, listElements, type Say } from './report-lookups.ts'

/** The report in words: cover, diagram, what was settled, each element, actions, formulas, sources. */
export function composeReport(report: Report): ReportDocument {
  const say: Say = (key, params) => translate(report.language, `report.${key}`, params)
  const name = report.model.name[report.language]
  return {
    language: report.language,
    title: `${report.settings.title} · ${name}`,
    blocks: [
      ...composeCover(report, say),
      ...composeDiagram(report, say),
      ...composeSummary(report, say),
      ...listElements(report).flatMap((element) => composeElement(report, element, say)),
      ...composeAssessment(report),
      ...composeActions(report, say),
      ...composeFormulas(report, say),
      ...composeSources(report, say)
    ],
    footer: say('footer'),
    runningFoot: { text: `${report.settings.title} · ${name}`, page: say('page'), of: say('of') }
  }
}

function composeCover({ model, settings, evidence, walk, language }: Report, say: Say): Block[] {
  const { window, asOf } = evidence
  const facts: [string, string][] = [
    [say('facts.model'), model.name[language]],
    [say('facts.authors'), `${model.authors}, ${model.year}`],
    [say('facts.asOf'), asOf ? formatDate(asOf, language) : say('noData')]
  ]
  if (window) facts.push([say('facts.window'), describeWindow(window, language)])
  if (walk) {
    facts.push([say('facts.participants'), walk.participants.trim() === '' ? say('facts.none') : walk.participants])
    facts.push([say('facts.started'), formatDate(walk.startedAt, language)])
    facts.push([say('facts.finished'), walk.finishedAt ? formatDate(walk.finishedAt, language) : say('facts.unfinished')])
  }
  return [
    {
      kind: 'cover',
      above: settings.title,
      title: say(walk ? 'walkTitle' : 'evidenceTitle', { model: model.name[language] }),
      subtitle: model.summary[language],
      facts
    }
  ]
}

function composeDiagram(report: Report, say: Say): Block[] {
  const { model, evidence, language, settings } = report
  const { svg } = drawDiagramSvg({ model, evidence, language, currency: settings.currency, title: settings.title })
  const rows = listElements(report).map((element) => {
    const own = findEvidence(report, element.id)
    const metric = pickMetrics(own?.metrics ?? [])[0]
    return [
      element.name[language],
      own ? translate(language, `canvas.state.${own.state}`) : '',
      metric ? `${metric.kpi.name[language]}: ${formatMetric(metric, report, say)}` : ''
    ]
  })
  const table: Table = {
    kind: 'table',
    columns: (['element', 'state', 'figure'] as const).map((key) => ({ title: say(key), align: 'start' })),
    rows
  }
  return [
    { kind: 'heading', level: 2, text: say('diagram') },
    { kind: 'diagram', svg, table }
  ]
}

function composeSummary(report: Report, say: Say): Block[] {
  if (!report.walk) return []
  const rows = listElements(report).flatMap((element) => {
    const step = findStep(report, element.id)
    return step
      ? [
          [
            element.name[report.language],
            describeScore(step, report.language, say),
            step.decision.trim() === '' ? say('noDecision') : step.decision
          ]
        ]
      : []
  })
  const columns = [
    { title: say('element'), align: 'start', width: 14 },
    { title: say('columns.maturity'), align: 'start', width: 25 },
    { title: say('columns.decision'), align: 'start' }
  ] as const
  return [
    { kind: 'heading', level: 2, text: say('summary') },
    { kind: 'table', columns, rows, isWhole: true }
  ]
}

function composeActions({ walk, actions, model, segmentNames, language }: Report, say: Say): Block[] {
  if (!walk) return []
  const heading: Block = { kind: 'heading', level: 2, text: say('actions') }
  if (actions.length === 0) return [heading, { kind: 'text', text: say('noActions'), tone: 'muted' }]
  const rows = actions.map(({ title, owner, dueDate, segmentId, elementId, status }) => [
    title,
    owner,
    formatDate(dueDate, language),
    model.elements.find(({ id }) => id === elementId)?.name[language] ?? '',
    segmentId === null ? '' : (segmentNames.get(segmentId)?.[language] ?? segmentId),
    say(`status.${status}`)
  ])
  const titles = [
    say('columns.action'),
    say('columns.owner'),
    say('columns.due'),
    say('element'),
    say('columns.segment'),
    say('columns.status')
  ]
  return [heading, { kind: 'table', columns: titles.map((title) => ({ title, align: 'start' })), rows }]
}

function composeFormulas({ evidence, language }: Report, say: Say): Block[] {
  const kpis = new Map(evidence.elements.flatMap(({ metrics }) => metrics.map(({ kpi }) => [kpi.id, kpi] as const)))
  if (kpis.size === 0) return []
  const columns = [
    { title: say('columns.figure'), align: 'start', width: 20 },
    { title: say('columns.formula'), align: 'start' },
    { title: say('columns.origin'), align: 'start', width: 18 }
  ] as const
  return [
    { kind: 'heading', level: 2, text: say('formulas') },
    {
      kind: 'table',
      columns,
      rows: [...kpis.values()].map(({ name, formula, origin, source }) => [
        name[language],
        formula[language],
        source?.[language] ?? say(`origin.${origin}`)
      ])
    }
  ]
}

function composeSources({ model, language, walk }: Report, say: Say): Block[] {
  const mark = (source: string): string => translate(language, `canvas.source.${source.charAt(0)}`)
  return [
    { kind: 'heading', level: 2, text: say('sources') },
    { kind: 'list', items: model.sources.map((source) => `${source.text[language]} (${mark(source.mark)})`) },
    { kind: 'heading', level: 2, text: say('ours') },
    { kind: 'list', items: [say('oursItems.state'), ...(walk ? [say('oursItems.maturity')] : []), say('oursItems.arrangement')] }
  ]
}
