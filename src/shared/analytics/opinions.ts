/** Fewer answers than this say little: shown in grey (domain 6.10). */
const FEW_ANSWERS = 30
/** Half of the 95 % range of a normal variable, in standard deviations. */
const NORMAL_95 = 1.96

/** A figure drawn from answers, with half the width of its 95 % range. Null: not enough answers for it. */
export interface OpinionFigure {
  readonly respondents: number
  readonly value: number | null
  readonly margin: number | null
  readonly few: boolean
}
export interface NpsFigure extends OpinionFigure {
  readonly promoters: number
  readonly passives: number
  readonly detractors: number
}

const isPromoter = (score: number): boolean => score >= 9
const isDetractor = (score: number): boolean => score <= 6

/**
 * Net Promoter Score of answers 0 to 10 (Reichheld 2003): 100 · (promoters 9–10 − detractors 0–6) / n, from −100 to 100;
 * margin ±1.96 · 100 · √((p + d − (p − d)²) / n) (domain 6.10). One answer per customer is the caller's business.
 */
export function measureNps(scores: readonly number[]): NpsFigure {
  const respondents = scores.length
  const promoters = scores.filter(isPromoter).length
  const detractors = scores.filter(isDetractor).length
  const counts = { respondents, promoters, passives: respondents - promoters - detractors, detractors, few: respondents < FEW_ANSWERS }
  if (respondents === 0) return { ...counts, value: null, margin: null }
  const net = (promoters - detractors) / respondents
  const spread = Math.max(0, (promoters + detractors) / respondents - net * net)
  return { ...counts, value: 100 * net, margin: 100 * NORMAL_95 * Math.sqrt(spread / respondents) }
}

/** Customer satisfaction: per cent of answers of 4 or 5 on the scale of 1 to 5, with the margin of a share. */
export function measureCsat(scores: readonly number[]): OpinionFigure {
  const respondents = scores.length
  const few = respondents < FEW_ANSWERS
  if (respondents === 0) return { respondents, value: null, margin: null, few }
  const share = scores.filter((score) => score >= 4).length / respondents
  return { respondents, value: 100 * share, margin: 100 * NORMAL_95 * Math.sqrt((share * (1 - share)) / respondents), few }
}

/** Customer effort: mean of the answers, with the margin of a mean. */
export function measureCes(scores: readonly number[]): OpinionFigure {
  const respondents = scores.length
  const few = respondents < FEW_ANSWERS
  if (respondents === 0) return { respondents, value: null, margin: null, few }
  const mean = scores.reduce((sum, score) => sum + score, 0) / respondents
  if (respondents < 2) return { respondents, value: mean, margin: null, few }
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (respondents - 1)
  return { respondents, value: mean, margin: NORMAL_95 * Math.sqrt(variance / respondents), few }
}
