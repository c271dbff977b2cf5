import {
  barrierKey,
  IMPORTANCE,
  STAGE,
  type Assessment,
  type AssessmentScale,
  type Rating,
  type Statement
} from '../../../shared/contract/assessments.ts'
import { findConditionsElement, isAnswered } from '../../../shared/analytics/assessment/score-round.ts'

/** What is rated on one page: an element with its statements, or the stage and the barriers. */
export interface Section {
  /** The element the answers belong to. */
  readonly elementId: string
  readonly key: string
  readonly groupId: string | null
  readonly scale: AssessmentScale | 'conditions'
  readonly statements: readonly Statement[]
  /** What each answer of the page is kept under. */
  readonly questionIds: readonly string[]
}

/** The pages in the order they are rated: the stage and the barriers first, where they are asked for. */
export function listSections(assessment: Assessment): Section[] {
  const conditions = [...(assessment.stages.length > 0 ? [STAGE] : []), ...assessment.barriers.map(({ id }) => barrierKey(id))]
  const first: Section[] =
    conditions.length === 0
      ? []
      : [
          {
            elementId: findConditionsElement(assessment),
            key: 'conditions',
            groupId: null,
            scale: 'conditions',
            statements: [],
            questionIds: conditions
          }
        ]
  return [
    ...first,
    ...assessment.groups.flatMap(({ id, scale, elements }) =>
      elements.map(({ elementId, statements }): Section => ({
        elementId,
        key: elementId,
        groupId: id,
        scale,
        statements,
        questionIds: [...(scale === 'performance' ? [IMPORTANCE] : []), ...statements.map((statement) => statement.id)]
      }))
    )
  ]
}

/** How many questions of a page one person has answered. */
export function countAnswered(assessment: Assessment, section: Section, own: readonly Rating[]): number {
  return section.questionIds.filter((id) =>
    own.some((rating) => rating.elementId === section.elementId && rating.statementId === id && isAnswered(assessment, rating))
  ).length
}

/** The names of those who rated before, this round's first. */
export function listKnownRaters(ratings: readonly Rating[], round: string): string[] {
  const here = ratings.filter((rating) => rating.round === round)
  return [...new Set([...here, ...ratings].map(({ participant }) => participant))]
}
