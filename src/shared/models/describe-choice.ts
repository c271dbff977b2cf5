import type { ChoiceState } from '../contract/choose.ts'
import type { Language } from '../domain/text.ts'
import { formatNumber } from '../i18n/formats.ts'
import { translate } from '../i18n/translate.ts'
import type { Model } from './model.ts'
import { chooseAnswers, type ChoiceFigures, type ChoiceReason, type ChosenAnswer, rankModels, type RankedModel } from './model-choice.ts'

/** What the answers in force are and how the models stand by them. */
export interface ChoiceOutcome {
  readonly chosen: readonly ChosenAnswer[]
  readonly ranking: readonly RankedModel[]
}

/** Ranks the models that the table of points knows and the app has. */
export function judgeChoice({ questions, facts, answers }: ChoiceState, modelIds: readonly string[]): ChoiceOutcome {
  const figures: ChoiceFigures = Object.fromEntries(facts.flatMap(({ id, value }) => (value === null ? [] : [[id, value]])))
  const chosen = chooseAnswers(questions, answers, figures)
  const known = new Set(questions.flatMap((question) => question.answers.flatMap(({ points }) => points.map(({ model }) => model))))
  return {
    chosen,
    ranking: rankModels(
      chosen,
      modelIds.filter((id) => known.has(id))
    )
  }
}

/** `+2`, `−1`: points with their sign. */
export function formatPoints(points: number, language: Language): string {
  return points > 0 ? `+${formatNumber(points, language)}` : formatNumber(points, language)
}

interface ChoiceTextOptions {
  readonly title: string
  /** Written for a person; null: no date is in force. */
  readonly asOf: string | null
  readonly models: readonly Pick<Model, 'id' | 'name'>[]
}

/** The answers, the ranking and every reason as plain text, to be pasted anywhere. */
export function describeChoice(
  { facts }: ChoiceState,
  { chosen, ranking }: ChoiceOutcome,
  { title, asOf, models }: ChoiceTextOptions,
  language: Language
): string {
  const t = (key: string, params: Record<string, string | number> = {}): string => translate(language, `choose.${key}`, params)
  const nameOf = (id: string): string => models.find((model) => model.id === id)?.name[language] ?? id
  const answerLines = chosen.flatMap(({ question, answer, from }) => {
    if (!answer) return []
    const fact = from === 'data' ? facts.find(({ id }) => id === question.fact) : undefined
    const source = fact ? `${t('fromData')}: ${fact.text[language]}` : t('yours')
    return [`- ${question.text[language]} ${answer.text[language]} (${source})`]
  })
  const modelLines = ranking.flatMap((each) => [
    '',
    `${each.place}. ${nameOf(each.modelId)}: ${writeTotal(each.total, language)}${each.isTied ? ` (${t('tied').toLowerCase()})` : ''}`,
    ...listLines(t('speaksFor'), t('nothingFor'), each.speaksFor, language),
    ...listLines(t('speaksAgainst'), t('nothingAgainst'), each.speaksAgainst, language)
  ])
  return [
    t('copyHead', { title }),
    ...(asOf === null ? [] : [t('copyDate', { date: asOf })]),
    '',
    t('copyAnswers'),
    ...(answerLines.length > 0 ? answerLines : [`- ${t('none')}`]),
    ...modelLines,
    '',
    t('rule'),
    ''
  ].join('\n')
}

/** `3 points`, `−1 point`. */
export function writeTotal(total: number, language: Language): string {
  return translate(language, 'choose.points', {
    count: Math.abs(total),
    formatted: formatNumber(total, language)
  })
}

function listLines(head: string, nothing: string, reasons: readonly ChoiceReason[], language: Language): string[] {
  if (reasons.length === 0) return [`   ${nothing}`]
  return [
    `   ${head}:`,
    ...reasons.map(
      ({ points, reason, mark }) =>
        `   ${formatPoints(points, language)} ${reason[language]} [${translate(language, `canvas.source.${mark.slice(0, 1)}`)}]`
    )
  ]
}
