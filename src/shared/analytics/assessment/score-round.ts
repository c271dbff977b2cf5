import type { Assessment, Rating } from '../../contract/assessments.ts'
import type { Text } from '../../domain/text.ts'
import { assessReadiness, type Readiness } from './readiness.ts'
import { listParticipants, scoreElement, type ElementResult } from './score-element.ts'
import { findWeightedMean } from './spread.ts'
import { findAsked } from './statement-edits.ts'

export interface GroupResult {
  readonly id: string
  readonly elements: readonly ElementResult[]
  /** 0 to 100: weighted mean of the elements that somebody answered. */
  readonly score: number | null
}

/** Everything one round says. */
export interface RoundResult {
  readonly round: string
  readonly participants: readonly string[]
  readonly groups: readonly GroupResult[]
  readonly elements: readonly ElementResult[]
  /** 0 to 100: maturity over the elements answered, mean of the steps, or the readiness index. */
  readonly score: number | null
  /** Over the elements on the maturity scale alone; null where there is none. */
  readonly maturity: number | null
  readonly statements: number
  /** Statements answered by somebody. */
  readonly answered: number
  readonly readiness: Readiness | null
  /** Of the steps in their order, the first below 50: where to begin. */
  readonly firstWeak: string | null
}

const WEAK_BELOW = 50

/** Scores one round by what that round was asked. `ratings` may hold other rounds too. */
export function scoreRound(whole: Assessment, ratings: readonly Rating[], round: string): RoundResult {
  const assessment = findAsked(whole, round)
  const own = ratings.filter((rating) => rating.round === round)
  const groups = assessment.groups.map(({ id, scale, elements }) => {
    const scored = elements.map((element) => scoreElement(element, scale, own))
    return { id, elements: scored, score: averageElements(scored) }
  })
  const elements = groups.flatMap((group) => group.elements)
  const readiness = assessment.kind === 'readiness' ? assessReadiness(assessment, own, elements) : null
  const first = assessment.kind === 'steps' ? elements.find(({ score }) => score !== null && score < WEAK_BELOW) : undefined
  return {
    round,
    participants: listParticipants(own),
    groups,
    elements,
    score: readiness ? readiness.ready : averageElements(elements),
    maturity: averageElements(elements.filter(({ scale }) => scale === 'maturity')),
    statements: countStatements(assessment),
    answered: elements.reduce((sum, { answered }) => sum + answered, 0),
    readiness,
    firstWeak: first?.elementId ?? null
  }
}

/** Σ W·S / Σ W over the elements with an answer. */
function averageElements(elements: readonly ElementResult[]): number | null {
  return findWeightedMean(elements.flatMap(({ score, weight }) => (score === null ? [] : [{ value: score, weight }])))
}

export function countStatements({ groups }: Assessment): number {
  return groups.flatMap(({ elements }) => elements).reduce((sum, { statements }) => sum + statements.length, 0)
}

/** What the assessment says of itself, with how many statements it asks. */
export function tellNote(asked: Assessment): Text {
  const count = String(countStatements(asked))
  return { en: asked.note.en.replace('{{count}}', count), es: asked.note.es.replace('{{count}}', count) }
}

/** The rounds there are answers of, oldest first. */
export function listRounds(ratings: readonly Pick<Rating, 'round'>[]): string[] {
  return [...new Set(ratings.map(({ round }) => round))].sort()
}

/** How many questions one person is asked: the statements, and beside them the importance of each process, the stage and the barriers. */
export function countQuestions(assessment: Assessment): number {
  const importances = assessment.groups.filter(({ scale }) => scale === 'performance').flatMap(({ elements }) => elements).length
  return countStatements(assessment) + importances + (assessment.stages.length > 0 ? 1 : 0) + assessment.barriers.length
}

/** Whether a rating answers its question; on the maturity scale both marks are needed. */
export function isAnswered(assessment: Assessment, rating: Rating): boolean {
  if (rating.notApplicable || rating.importance !== null || rating.performance !== null) return true
  const group = assessment.groups.find(({ elements }) => elements.some(({ elementId }) => elementId === rating.elementId))
  const isStatement = group?.elements.some(({ statements }) => statements.some(({ id }) => id === rating.statementId)) ?? false
  return rating.reality !== null && (!isStatement || group?.scale !== 'maturity' || rating.intention !== null)
}

/** The element that the stage and the barriers are kept under: the first on the maturity scale, else the first of all. */
export function findConditionsElement({ groups }: Assessment): string {
  const group = groups.find(({ scale }) => scale === 'maturity') ?? groups[0]
  return group?.elements[0]?.elementId ?? ''
}
