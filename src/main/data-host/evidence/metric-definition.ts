import type Database from 'better-sqlite3'
import type { DataKind, Window } from '../../../shared/contract/base.ts'
import type { Missing } from '../../../shared/contract/segments.ts'
import { type Language, LANGUAGES, type Text } from '../../../shared/domain/text.ts'
import { formatNumber } from '../../../shared/i18n/formats.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import type { RoundResult } from '../../../shared/analytics/assessment/score-round.ts'
import type { Figures } from '../figures/figures.ts'

/** What a figure is drawn from. `period` says which of the two windows of `figures` to read. */
export interface MetricSource {
  readonly db: Database.Database
  readonly figures: Figures
  readonly period: 'current' | 'previous'
  /** The model whose element shows the figure, for figures about the model itself; none where a figure is asked for on its own. */
  readonly model?: MeasuredModel
}

/** A model as its own figures see it. */
export interface MeasuredModel {
  readonly id: string
  readonly elements: number
  /** How many of its elements have a figure with a value, the one that counts them aside. */
  readonly countMeasured: () => Promise<number>
  /** The rounds of its assessment, oldest first. */
  readonly listRounds: () => RoundResult[]
}

/** A figure that has an answer. `sample`: how many cases stand behind the denominator, where that is not the denominator itself. */
export interface Reading {
  readonly value: number
  /** Null only for a value entered by hand without its two numbers. */
  readonly numerator: number | null
  readonly denominator: number | null
  readonly sample: number
  /** Half the width of the 95 % interval, in the figure's unit, where the domain gives a formula for it. */
  readonly margin?: number
  /** Values for the texts of numerator, denominator and lists. */
  readonly params?: Readonly<Record<string, number | string>>
  /** The same for values that each language writes in its own way. */
  readonly written?: (language: Language) => Readonly<Record<string, string>>
  /** Key of the names of its two numbers, where that is not the figure's id. */
  readonly names?: string
  /** The time it counts, where that is not W. */
  readonly window?: Window
  /** A value entered by hand: the day it is from, and the entry before it. */
  readonly entry?: { readonly at: string; readonly previous: number | null }
}
export type Outcome = Reading | Missing

/** One figure: its KPI's exact formula over the workspace (domain 4), and the customers behind it. */
export interface MetricDefinition {
  readonly id: string
  /** The kinds of data it is drawn from: without them it has no answer. */
  readonly needs: readonly DataKind[]
  /** window: what happened in W; moment: how things stand at the as-of date; history: everything up to it. */
  readonly span: 'window' | 'moment' | 'history'
  readonly measure: (source: MetricSource) => Outcome | Promise<Outcome>
  /** The same figure one window earlier; without it there is none. */
  readonly measurePrevious?: (source: MetricSource) => Outcome | Promise<Outcome>
  /** Why there is none: a key under `noTrend` in the evidence messages. */
  readonly noTrend?: 'forecast' | 'records'
  /** Windows of data before the two compared without which the comparison is skipped (who is new can only be told from what came before). */
  readonly lookBack?: number
  /** Ids of the customers counted in that part, ascending. Without it nobody can be listed. */
  readonly listCustomers?: (source: MetricSource, part: MetricPart) => Int32Array
  /** A person may enter it by hand. */
  readonly isEnterable?: true
  /** Also drawn from what people write in the app (entries, actions, assessments…), which makes no figures stale: measured anew every time. */
  readonly isVolatile?: true
}
export type MetricPart = 'numerator' | 'denominator'

export function isReading(outcome: Outcome): outcome is Reading {
  return 'value' in outcome
}

/** A text of the evidence messages in every language, its numbers in each one's format. `written`: values that need a unit. */
export function evidenceText(
  key: string,
  params: Readonly<Record<string, number | string>> = {},
  written: (language: Language) => Readonly<Record<string, string>> = () => ({})
): Text {
  const [es, en] = LANGUAGES.map((language) =>
    translate(language, `evidence.${key}`, { ...formatNumbers(params, language), ...written(language) })
  )
  return { en: en ?? '', es: es ?? '' }
}

function formatNumbers(params: Readonly<Record<string, number | string>>, language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? formatNumber(value, language, 1) : value])
  )
}

/** What to bring in before the figure has an answer. */
export function needsData(needs: readonly DataKind[], hint: string = needs[0] ?? 'metric'): Missing {
  return { code: 'needs-data', needs: [...needs], hint: evidenceText(`missing.${hint}`) }
}

/** Nothing to divide by: no data, never 0 (domain 0). */
export function noDenominator(): Missing {
  return { code: 'no-denominator', needs: [], hint: evidenceText('missing.empty-window') }
}

/** `100 × numerator / denominator`. */
export function makePercentage(numerator: number, denominator: number, sample: number = denominator): Outcome {
  return denominator === 0 ? noDenominator() : { value: (100 * numerator) / denominator, numerator, denominator, sample }
}

/** The window the source reads; null without an as-of date. */
export function windowOf({ figures, period }: MetricSource): Window | null {
  return period === 'current' ? figures.window : figures.previousWindow
}
