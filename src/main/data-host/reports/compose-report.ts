import { formatDate } from '../../../shared/i18n/formats.ts'
import { describeWindow } from '../../../shared/i18n/windows.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import { drawDiagramSvg } from '../../../shared/models/diagram-svg.ts'
import { pickMetrics } from '../../../shared/models/node-text.ts'
import { tellAuthors } from '../../../shared/models/tell-authors.ts'
import type { Metric } from '../../../shared/contract/models.ts'
import type { ModelElement } from '../../../shared/models/model.ts'
import type { Report } from './collect-report.ts'
import { composeAssessment } from './compose-assessment.ts'
import { composeElement } from './compose-element.ts'
import type { Block, ReportDocument, Table } from './report-blocks.ts'
import { describeScore, findEvidence, findStep, formatMetric, listElements, nameElement, sortElements, type Say } from './report-lookups.ts'

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
      ...sortElements(report).told.flatMap((element) => composeElement(report, element, say)),
      ...composePassed(report, say),
      ...composeAssessment(report),
      ...composeActions(report, say),
      ...composeFormulas(report, say),
      ...composeSources(report, say)
    ],
    footer: say('footer'),
    runningFoot: { text: `${report.settings.title} · ${name}`, page: say('page'), of: say('of') }
  }
}

function composeCover({ model, inView: { variant }, settings, evidence, walk, language }: Report, say: Say): Block[] {
  const { window, asOf } = evidence
  const facts: [string, string][] = [
    [say('facts.model'), model.name[language]],
    [say('facts.authors'), tellAuthors(model, language, ', ')],
    ...(variant ? [[say('facts.view'), variant.name[language]] satisfies [string, string]] : []),
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
    },
    ...(variant ? [{ kind: 'text', text: `${variant.note[language]} ${nameMark(variant.source, language)}.`, tone: 'muted' } as const] : [])
  ]
}

const nameMark = (source: string, language: Report['language']): string => translate(language, `canvas.source.${source.charAt(0)}`)

function composeDiagram(report: Report, say: Say): Block[] {
  const { model, evidence, language, settings } = report
  const { svg } = drawDiagramSvg({ model, evidence, language, currency: settings.currency, title: settings.title })
  const rows = listElements(report).map((element) => [element.name[language], ...describeAtAGlance(report, element.id, say)])
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

/** State and leading figure of an element, either empty where there is none. */
function describeAtAGlance(report: Report, elementId: string, say: Say): [state: string, figure: string] {
  const own = findEvidence(report, elementId)
  const metric = pickMetrics(own?.metrics ?? [])[0]
  return [
    own ? translate(report.language, `canvas.state.${own.state}`) : '',
    metric ? `${metric.kpi.name[report.language]}: ${formatMetric(metric, report, say)}` : ''
  ]
}

/** One row for each step the group worked on. */
function composeSummary(report: Report, say: Say): Block[] {
  if (!report.walk) return []
  const { language } = report
  const heading: Block = { kind: 'heading', level: 2, text: say('summary') }
  const rows = sortElements(report).told.flatMap((element) => {
    const step = findStep(report, element.id)
    const decision = step?.decision.trim() === '' ? say('noDecision') : (step?.decision ?? '')
    return step ? [[element.name[language], describeScore(step, language, say), decision]] : []
  })
  if (rows.length === 0) return [heading, { kind: 'text', text: say('nothingAnswered'), tone: 'muted' }]
  const columns = [
    { title: say('element'), align: 'start', width: 26 },
    { title: say('columns.maturity'), align: 'start', width: 22 },
    { title: say('columns.decision'), align: 'start' }
  ] as const
  return [heading, { kind: 'table', columns, rows, isWhole: true }]
}

/** What the group passed by, and what the walk has no step for: a line each, so that what was said is not lost among them. */
function composePassed(report: Report, say: Say): Block[] {
  const { passed, outside } = sortElements(report)
  const describe = (element: ModelElement): string => {
    const name = `${element.order === null ? '' : `${String(element.order)} `}${element.name[report.language]}`
    const skipped = findStep(report, element.id)?.status === 'skipped' ? ` (${say('skippedShort')})` : ''
    const facts = describeAtAGlance(report, element.id, say).filter((fact) => fact !== '')
    return `${name}${skipped}${facts.length === 0 ? '' : `: ${facts.join('. ')}`}`
  }
  const list = (key: string, elements: readonly ModelElement[]): Block[] =>
    elements.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: say(key) },
          { kind: 'text', text: say(`${key}Text`), tone: 'muted' },
          { kind: 'list', items: elements.map(describe) }
        ]
  return [...list('passed', passed), ...list('outside', outside)]
}

function composeActions(report: Report, say: Say): Block[] {
  const { walk, actions, segmentNames, language } = report
  if (!walk) return []
  const heading: Block = { kind: 'heading', level: 2, text: say('actions') }
  if (actions.length === 0) return [heading, { kind: 'text', text: say('noActions'), tone: 'muted' }]
  const rows = actions.map(({ id, title, owner, dueDate, segmentId, elementId, status }) => [
    title,
    owner,
    formatDate(dueDate, language),
    [nameElement(report, elementId), ...listDiagramPlaces(report, id)].filter(Boolean).join(' · '),
    segmentId === null ? '' : (segmentNames.get(segmentId)?.[language] ?? segmentId),
    say(`status.${status}`)
  ])
  const columns = [
    { title: say('columns.action'), align: 'start', width: 30 },
    { title: say('columns.owner'), align: 'start', width: 15 },
    { title: say('columns.due'), align: 'start', width: 13 },
    { title: say('element'), align: 'start', width: 17 },
    { title: say('columns.segment'), align: 'start' },
    { title: say('columns.status'), align: 'start', width: 9 }
  ] as const
  return [heading, { kind: 'table', columns, rows }]
}

/** Where an action stands in diagrams: `Sales process › Close`. */
const listDiagramPlaces = ({ places }: Report, id: number): string[] =>
  places.flatMap(({ actionId, diagram, label }) => (actionId === id ? [[diagram, label].filter(Boolean).join(' › ')] : []))

/** How every figure the report shows is computed: all of an element that is told, the leading one of the others. */
function composeFormulas(report: Report, say: Say): Block[] {
  const { language } = report
  const { told, passed, outside } = sortElements(report)
  const metricsOf = ({ id }: ModelElement): readonly Metric[] => findEvidence(report, id)?.metrics ?? []
  const shown = [...told.flatMap(metricsOf), ...[...passed, ...outside].flatMap((element) => pickMetrics(metricsOf(element)).slice(0, 1))]
  const kpis = new Map(shown.map(({ kpi }) => [kpi.id, kpi] as const))
  if (kpis.size === 0) return []
  const columns = [
    { title: say('columns.figure'), align: 'start', width: 23 },
    { title: say('columns.formula'), align: 'start' },
    { title: say('columns.origin'), align: 'start', width: 25 }
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
  return [
    { kind: 'heading', level: 2, text: say('sources') },
    { kind: 'list', items: model.sources.map((source) => `${source.text[language]} (${nameMark(source.mark, language)})`) },
    { kind: 'heading', level: 2, text: say('ours') },
    { kind: 'list', items: [say('oursItems.state'), ...(walk ? [say('oursItems.maturity')] : []), say('oursItems.arrangement')] }
  ]
}
