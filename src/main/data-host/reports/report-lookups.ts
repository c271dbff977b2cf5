import type { ElementEvidence, Metric } from '../../../shared/contract/models.ts'
import type { WalkStep } from '../../../shared/contract/walks.ts'
import type { Language } from '../../../shared/domain/text.ts'
import { formatFigure, formatMargin } from '../../../shared/i18n/figures.ts'
import type { ModelElement } from '../../../shared/models/model.ts'
import { findInView } from '../../../shared/models/list-in-view.ts'
import { isStepWritten } from '../../../shared/domain/written-step.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import type { Report } from './collect-report.ts'

/** A sentence of the report, in its language: key under `report`. */
export type Say = (key: string, params?: Record<string, string | number>) => string

/**
 * Elements with something of their own: those of the walk in its order, then the others. A step stays told where the view has
 * lost its element since.
 */
export function listElements({ model, inView, walk }: Pick<Report, 'model' | 'inView' | 'walk'>): ModelElement[] {
  const order = walk ? walk.stepList.map(({ elementId }) => elementId) : model.walk
  const steps = order.flatMap((id) => findInView(inView, id) ?? [])
  const others = model.elements.filter(
    ({ id, kpis, segments, questions }) => !order.includes(id) && kpis.length + segments.length + questions.length > 0
  )
  return [...steps, ...others]
}

/** The same in three: what the group worked on (all, without a walk), what it passed by, and what the walk has no step for. */
export function sortElements(report: Report): Record<'told' | 'passed' | 'outside', ModelElement[]> {
  const all = listElements(report)
  if (!report.walk) return { told: all, passed: [], outside: [] }
  const isTold = ({ id }: ModelElement): boolean => {
    const step = findStep(report, id)
    return step !== null && isStepWritten(step, report.actions)
  }
  return {
    told: all.filter(isTold),
    passed: all.filter((element) => !isTold(element) && findStep(report, element.id) !== null),
    outside: all.filter((element) => findStep(report, element.id) === null)
  }
}

/** What an element is called in the view; what the view leaves out, as the model calls it; '' for what is no longer there. */
export function nameElement({ inView, language }: Pick<Report, 'inView' | 'language'>, id: string | null): string {
  return (id === null ? undefined : findInView(inView, id))?.name[language] ?? ''
}

export function findStep({ walk }: Report, elementId: string): WalkStep | null {
  return walk?.stepList.find((step) => step.elementId === elementId) ?? null
}

export function findEvidence({ evidence }: Report, elementId: string): ElementEvidence | undefined {
  return evidence.elements.find(({ id }) => id === elementId)
}

/** `2 of 5 · Emerging`; the names are those the group chose from. */
export function describeScore({ score }: WalkStep, language: Language, say: Say): string {
  return score === null ? say('noScore') : `${say('score', { score })} · ${translate(language, `walk.score.s${String(score)}`)}`
}

/** `86 %`, with its margin of error where it has one, with "few data" where there are few; "no data" where there are none. */
export function formatMetric({ value, margin, kpi, fewData }: Metric, { settings, language }: Report, say: Say): string {
  if (value === null) return say('noData')
  const figure = formatFigure(value, kpi.unit, settings.currency, language)
  const text = margin === null ? figure : `${figure} ±${formatMargin(margin, kpi.unit, language)}`
  return fewData ? `${text} (${say('fewData')})` : text
}
