import type { Rating } from '../../contract/assessments.ts'

/** 30 % and 70 % as whole numbers: sums of the scale's points stay exact, so that a score on a bound has that bound's level. */
const INTENTION_PARTS = 3
const REALITY_PARTS = 7
const SCORE_PER_PART = 100 / (4 * (INTENTION_PARTS + REALITY_PARTS))
/** A reality above this counts only with written evidence. */
export const MOST_WITHOUT_EVIDENCE = 2

type Practice = Pick<Rating, 'intention' | 'reality' | 'evidence' | 'notApplicable'>

/** The reality that counts: what was marked, or at most 2 where nothing was written down to show it (domain 6.12). */
export function countReality({ reality, evidence }: Pick<Practice, 'reality' | 'evidence'>): number | null {
  if (reality === null) return null
  return evidence.trim() === '' ? Math.min(reality, MOST_WITHOUT_EVIDENCE) : reality
}

/** Whether written evidence would make the mark count for more. */
export function lacksEvidence(practice: Pick<Practice, 'reality' | 'evidence'>): boolean {
  return practice.reality !== null && practice.reality !== countReality(practice)
}

/** Score of one practice, 0 to 100: 100 · (0.3 i + 0.7 r') / 4. Null while a mark is missing, or where it does not apply. */
export function scorePractice(practice: Practice): number | null {
  const counted = countReality(practice)
  if (practice.notApplicable || practice.intention === null || counted === null) return null
  return SCORE_PER_PART * (INTENTION_PARTS * practice.intention + REALITY_PARTS * counted)
}

export type Level = 1 | 2 | 3 | 4 | 5

/** Level of a score from 0 to 100: 1 below 20, 2 below 40, 3 below 60, 4 below 80, 5 from 80 on. */
export function findLevel(score: number): Level {
  if (score < 20) return 1
  if (score < 40) return 2
  if (score < 60) return 3
  return score < 80 ? 4 : 5
}
