import type { ElementEvidence, Metric } from '../../../shared/contract/models.ts'
import type { WalkStep } from '../../../shared/contract/walks.ts'
import type { Language } from '../../../shared/domain/text.ts'
import { formatFigure, formatMargin } from '../../../shared/i18n/figures.ts'
import type { ModelElement } from '../../../shared/models/model.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import type { Report } from './collect-report.ts'

/** A sentence of the report, in its language: key under `report`. */
export type Say = (key: string, params?: Record<string, string | number>) => string

/** Elements with something of their own: those of the walk in its order, then the others. */
export function listElements({ model }: Pick<Report, 'model'>): ModelElement[] {
  const place = (id: string): number => (model.walk.includes(id) ? model.walk.indexOf(id) : model.walk.length)
  return model.elements
    .filter(({ kpis, segments, questions }) => kpis.length + segments.length + questions.length > 0)
    .sort((a, b) => place(a.id) - place(b.id))
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
