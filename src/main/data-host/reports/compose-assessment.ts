import { listDisagreements } from '../../../shared/analytics/assessment/disagreements.ts'
import { findLevel } from '../../../shared/analytics/assessment/practice.ts'
import type { Readiness } from '../../../shared/analytics/assessment/readiness.ts'
import { listRounds, scoreRound, tellNote, type RoundResult } from '../../../shared/analytics/assessment/score-round.ts'
import { findAsked } from '../../../shared/analytics/assessment/statement-edits.ts'
import type { Assessment, AssessmentGroup } from '../../../shared/contract/assessments.ts'
import { formatDate } from '../../../shared/i18n/formats.ts'
import { formatChange, formatTenth } from '../../../shared/i18n/tenths.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import type { RadarSeries } from '../../../shared/models/radar.ts'
import { nameAsView } from '../../../shared/models/list-in-view.ts'
import { drawRadarSvg } from '../../../shared/models/radar-svg.ts'
import type { Report } from './collect-report.ts'
import type { Block, Column } from './report-blocks.ts'
import type { Say } from './report-lookups.ts'

/** What every part of this section is written from. */
interface Written {
  readonly report: Report
  readonly assessment: Assessment
  readonly result: RoundResult
  readonly before: RoundResult | null
  /** A sentence under `assessment` in the messages. */
  readonly say: Say
  readonly nameOf: (elementId: string) => string
  /** What a round is called, with its date. */
  readonly nameRound: (round: string) => string
}

/** More rows than a group talks over are left to the screen. */
const MOST_DISAGREEMENTS = 10

/** The last round of ratings: score, readiness, a radar for each group with the round before, and where the raters differ. */
export function composeAssessment(report: Report): Block[] {
  const { assessed, language, inView } = report
  const rounds = assessed ? listRounds(assessed.ratings) : []
  const last = rounds.at(-1)
  if (!assessed || last === undefined) return []
  const earlier = rounds.at(-2)
  const { assessment, ratings } = assessed
  const rated = nameAsView(inView)
  const written: Written = {
    report,
    assessment,
    result: scoreRound(assessment, ratings, last),
    before: earlier === undefined ? null : scoreRound(assessment, ratings, earlier),
    say: (key, params) => translate(language, `assessment.${key}`, params),
    nameOf: (elementId) => rated.elements.find(({ id }) => id === elementId)?.name[language] ?? elementId,
    nameRound: (round) => {
      const name = assessment.roundNames[round]
      const day = formatDate(round, language)
      return name === undefined ? day : `${name} · ${day}`
    }
  }
  return [
    { kind: 'heading', level: 2, text: written.say('reportTitle') },
    { kind: 'text', text: assessment.title[language], tone: 'lead' },
    { kind: 'text', text: describeRound(written), tone: 'muted' },
    { kind: 'list', items: listFacts(written) },
    ...(written.result.readiness ? composeReadiness(written, written.result.readiness) : []),
    ...assessment.groups.flatMap((group, index) => composeGroup(written, group, index)),
    ...composeDisagreements(written),
    { kind: 'text', text: tellNote(findAsked(assessment, last))[language], tone: 'muted' }
  ]
}

function describeRound({ result, before, say, nameRound }: Written): string {
  const now = say('reportRound', { date: nameRound(result.round), raters: result.participants.join(', ') })
  return before ? `${now}; ${say('reportBefore', { date: nameRound(before.round) })}` : now
}

function listFacts({ report: { language }, assessment, result, before, say, nameOf }: Written): string[] {
  const { score } = result
  const level = score === null || assessment.kind !== 'maturity' ? [] : [say(`level.l${String(findLevel(score))}`)]
  const change = score === null || before?.score == null ? [] : [formatChange(score, before.score, language)]
  const figure = score === null ? say('none') : say('ofHundred', { score: formatTenth(score, language) })
  const lacking = result.elements.flatMap(({ statements }) => statements.flatMap(({ lackingEvidence }) => lackingEvidence)).length
  const advice = result.firstWeak === null ? say('weakNone') : say('weak', { name: nameOf(result.firstWeak) })
  return [
    `${say(`score.${assessment.kind}`)}: ${[figure, ...level, ...change].join(' · ')}`,
    say('coverage', { answered: result.answered, total: result.statements }),
    ...(lacking > 0 ? [say('lackingEvidence', { number: lacking })] : []),
    ...(assessment.kind === 'steps' && score !== null ? [advice] : [])
  ]
}

function composeReadiness(written: Written, readiness: Readiness): Block[] {
  const { report, assessment, say, nameOf } = written
  const { language } = report
  const tenth = (value: number | null): string => (value === null ? '–' : formatTenth(value, language))
  const { verdict, verdictOfIndex, heldBy, ready, stage, barrierScore, isBarrierScorePartial, processes } = readiness
  const missing = processes.filter(({ priority }) => priority === null).map(({ elementId }) => nameOf(elementId))
  const stageNames =
    stage === null ? [] : [...new Set([Math.floor(stage), Math.ceil(stage)])].map((index) => assessment.stages[index - 1]?.[language] ?? '')
  const items = [
    verdictOfIndex === null || ready === null
      ? say('verdictNeeds', { names: missing.join(', ') })
      : say('because.index', { score: formatTenth(ready, language), rule: say(`because.${verdictOfIndex}`) }),
    ...(heldBy.barriers ? [say('because.barriers', { score: tenth(barrierScore) })] : []),
    ...heldBy.processes.map((elementId) => say('because.process', { name: nameOf(elementId) })),
    `${say('stageIs')}: ${stageNames.length === 0 ? say('stageNone') : stageNames.join(' – ')}`,
    ...(barrierScore === null ? [] : [say(isBarrierScorePartial ? 'barrierScorePartial' : 'barrierScore', { score: tenth(barrierScore) })]),
    say('verdictOurs')
  ]
  const keys = ['importance', 'performance', 'gap', 'priority'] as const
  return [
    { kind: 'heading', level: 3, text: `${say('readiness')}: ${verdict === null ? say('verdictNone') : say(`verdict.${verdict}`)}` },
    { kind: 'list', items },
    {
      kind: 'table',
      isWhole: true,
      columns: [
        { title: say('table.element'), align: 'start' },
        ...keys.map((key): Column => ({ title: say(`table.${key}`), align: 'end', width: 13 })),
        { title: say('table.quadrant'), align: 'start', width: 20 }
      ],
      rows: processes.map(({ elementId, importance, performance, priority, quadrant }) => [
        nameOf(elementId),
        tenth(importance),
        tenth(performance),
        importance === null || performance === null ? '–' : formatChange(importance, performance, language),
        tenth(priority),
        quadrant === null ? '' : say(`quadrant.${quadrant}`)
      ])
    }
  ]
}

function composeGroup(
  { report: { language }, assessment, result, before, say, nameOf, nameRound }: Written,
  group: AssessmentGroup,
  index: number
): Block[] {
  const elements = result.groups[index]?.elements ?? []
  const earlier = before?.groups[index]?.elements
  const scoreBefore = (elementId: string): number | null => earlier?.find((each) => each.elementId === elementId)?.score ?? null
  const tenth = (value: number | null): string => (value === null ? '–' : formatTenth(value, language))
  const isMaturity = group.scale === 'maturity'
  const column = (key: string): Column => ({ title: say(`table.${key}`), align: 'end', width: 12 })
  const targets = elements.map(({ elementId }) => assessment.targets[elementId] ?? null)
  const hasTargets = targets.some((target) => target !== null)
  const series: RadarSeries[] = [
    { name: nameRound(result.round), role: 'now', values: elements.map(({ score }) => score) },
    ...(before
      ? [{ name: nameRound(before.round), role: 'before' as const, values: elements.map(({ elementId }) => scoreBefore(elementId)) }]
      : []),
    ...(hasTargets ? [{ name: say('table.target'), role: 'target' as const, values: targets }] : [])
  ]
  const svg = drawRadarSvg(
    elements.map(({ elementId }) => nameOf(elementId)),
    series,
    say('radar', { name: group.name[language] })
  )
  return [
    { kind: 'heading', level: 3, text: group.name[language] },
    {
      kind: 'diagram',
      svg,
      isSmall: true,
      table: {
        kind: 'table',
        isWhole: true,
        columns: [
          { title: say('table.element'), align: 'start' },
          column('score'),
          ...(before ? [column('before'), column('change')] : []),
          ...(hasTargets ? [column('target')] : []),
          ...(isMaturity ? [column('intention'), column('reality'), column('gap')] : [])
        ],
        rows: elements.map(({ elementId, score, intention, reality }, row) => {
          const was = scoreBefore(elementId)
          return [
            nameOf(elementId),
            tenth(score),
            ...(before ? [tenth(was), score === null || was === null ? '' : formatChange(score, was, language)] : []),
            ...(hasTargets ? [tenth(targets[row] ?? null)] : []),
            ...(isMaturity
              ? [tenth(intention), tenth(reality), intention === null || reality === null ? '' : formatChange(intention, reality, language)]
              : [])
          ]
        })
      }
    }
  ]
}

function composeDisagreements({ report: { language }, result, say, nameOf }: Written): Block[] {
  if (result.participants.length < 2) return []
  const found = listDisagreements(result).slice(0, MOST_DISAGREEMENTS)
  const heading: Block = { kind: 'heading', level: 3, text: say('spread') }
  if (found.length === 0) return [heading, { kind: 'text', text: say('spreadNone') }]
  const mark = (value: number, names: readonly string[]): string => say('markBy', { value: String(value), names: names.join(', ') })
  return [
    heading,
    { kind: 'text', text: say('spreadText'), tone: 'muted' },
    {
      kind: 'table',
      columns: [
        { title: say('table.statement'), align: 'start', width: 42 },
        { title: say('table.what'), align: 'start', width: 12 },
        { title: say('table.lowest'), align: 'start' },
        { title: say('table.highest'), align: 'start' },
        { title: say('table.spread'), align: 'end', width: 16 }
      ],
      rows: found.map(({ elementId, statement, field, spread }) => [
        `${statement.text[language]} (${nameOf(elementId)})`,
        say(`table.${field}`),
        mark(spread.lowest, spread.lowestBy),
        mark(spread.highest, spread.highestBy),
        spread.isWide ? `${formatTenth(spread.range, language)} · ${say('discuss')}` : formatTenth(spread.range, language)
      ])
    }
  ]
}
