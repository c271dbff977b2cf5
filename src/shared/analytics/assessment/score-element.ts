import type { AssessedElement, AssessmentScale, Rating, Statement } from '../../contract/assessments.ts'
import { countReality, lacksEvidence, scorePractice } from './practice.ts'
import { findMedian, findWeightedMean, measureSpread, type Mark, type Spread } from './spread.ts'

/** What the raters said of one statement. */
export interface StatementResult {
  readonly statement: Statement
  /** Marks as given: of reality, or of performance. */
  readonly marks: readonly Mark[]
  readonly intentions: readonly Mark[]
  readonly spread: Spread | null
  readonly intentionSpread: Spread | null
  /** Who marked a reality above 2 without writing down what shows it. */
  readonly lackingEvidence: readonly string[]
  /** What was written down, with who wrote it. */
  readonly evidence: readonly { readonly participant: string; readonly text: string }[]
}

/** What the raters said of one element. */
export interface ElementResult {
  readonly elementId: string
  readonly scale: AssessmentScale
  readonly weight: number
  /** 0 to 100: median of the raters; null while nobody answered. */
  readonly score: number | null
  /** Medians of the raters' means, 0 to 4, the reality as it counts; null on other scales. */
  readonly intention: number | null
  readonly reality: number | null
  /** Intention minus reality. */
  readonly gap: number | null
  /** Median of the raters' means, 1 to 5; null on other scales. */
  readonly performance: number | null
  /** Each rater's value in points of the scale. */
  readonly raters: readonly Mark[]
  readonly spread: Spread | null
  readonly statements: readonly StatementResult[]
  /** Statements that at least one rater answered, or set aside as not applying. */
  readonly answered: number
}

/** Points of the 0 to 4 scale from a score of 0 to 100. */
const SCORE_PER_POINT = 25

/** One rating's value in points of its scale; null: no answer that counts. */
function readPoints(scale: AssessmentScale, rating: Rating): number | null {
  if (rating.notApplicable) return null
  if (scale === 'performance') return rating.performance
  if (scale === 'practice') return rating.reality
  const score = scorePractice(rating)
  return score === null ? null : score / SCORE_PER_POINT
}

/** 0 to 100 from points: performance runs from 1 to 5, the others from 0 to 4. */
const toScore = (scale: AssessmentScale, points: number): number =>
  scale === 'performance' ? SCORE_PER_POINT * (points - 1) : SCORE_PER_POINT * points

/** Scores one element from the ratings of one round: each rater's weighted mean, then the median of the raters (domain 6.12). */
export function scoreElement(element: AssessedElement, scale: AssessmentScale, round: readonly Rating[]): ElementResult {
  const ratings = round.filter(({ elementId }) => elementId === element.elementId)
  const isMaturity = scale === 'maturity'
  const raters = averageRaters(element, ratings, (rating) => readPoints(scale, rating))
  const points = findMedian(raters.map(({ value }) => value))
  const middleOf = (read: (rating: Rating) => number | null): number | null =>
    isMaturity
      ? findMedian(
          averageRaters(element, ratings, (rating) => (scorePractice(rating) === null ? null : read(rating))).map(({ value }) => value)
        )
      : null
  const intention = middleOf((rating) => rating.intention)
  const reality = middleOf(countReality)
  return {
    elementId: element.elementId,
    scale,
    weight: element.weight,
    score: points === null ? null : toScore(scale, points),
    intention,
    reality,
    gap: intention === null || reality === null ? null : intention - reality,
    performance: scale === 'performance' ? points : null,
    raters,
    spread: measureSpread(raters),
    statements: element.statements.map((statement) => describeStatement(statement, scale, ratings)),
    answered: element.statements.filter((statement) =>
      ratings.some((rating) => rating.statementId === statement.id && (rating.notApplicable || readPoints(scale, rating) !== null))
    ).length
  }
}

/** Every rater's weighted mean over the statements they answered. */
function averageRaters(element: AssessedElement, ratings: readonly Rating[], read: (rating: Rating) => number | null): Mark[] {
  return listParticipants(ratings).flatMap((participant) => {
    const items = element.statements.flatMap(({ id, weight }) => {
      const rating = ratings.find((each) => each.participant === participant && each.statementId === id)
      const value = rating ? read(rating) : null
      return value === null ? [] : [{ value, weight }]
    })
    const value = findWeightedMean(items)
    return value === null ? [] : [{ participant, value }]
  })
}

function describeStatement(statement: Statement, scale: AssessmentScale, ratings: readonly Rating[]): StatementResult {
  const own = ratings.filter(({ statementId, notApplicable }) => statementId === statement.id && !notApplicable)
  const marksOf = (read: (rating: Rating) => number | null): Mark[] =>
    own.flatMap((rating) => {
      const value = read(rating)
      return value === null ? [] : [{ participant: rating.participant, value }]
    })
  const marks = marksOf((rating) => (scale === 'performance' ? rating.performance : rating.reality))
  const intentions = scale === 'maturity' ? marksOf((rating) => rating.intention) : []
  return {
    statement,
    marks,
    intentions,
    spread: measureSpread(marks),
    intentionSpread: measureSpread(intentions),
    lackingEvidence: scale === 'maturity' ? own.filter(lacksEvidence).map(({ participant }) => participant) : [],
    evidence: own.flatMap(({ participant, evidence }) => (evidence.trim() === '' ? [] : [{ participant, text: evidence }]))
  }
}

/** Who took part, in the order they first answered. */
export function listParticipants(ratings: readonly Pick<Rating, 'participant'>[]): string[] {
  return [...new Set(ratings.map(({ participant }) => participant))]
}
