import {
  type Assessment,
  type AssessmentEdits,
  type AssessedElement,
  type EarlierWording,
  type Rating,
  type Statement,
  type StatementEdit
} from '../../contract/assessments.ts'
import type { Text } from '../../domain/text.ts'

type EditedStatement = AssessmentEdits['statements'][number]
/** What tells which rounds answered a statement. */
type Answer = Pick<Rating, 'round' | 'elementId' | 'statementId'>
export interface StatementPlace {
  readonly elementId: string
  readonly statementId: string
}

export const NO_EDITS: AssessmentEdits = { statements: [], targets: {}, roundNames: {} }

/** Ids of statements a person added; the rest are the file's. */
const ADDED_PREFIX = 'own_'

/** The assessment as this workspace asks it, with what earlier rounds were asked: the file's statements in their order, then those added. */
export function applyEdits(assessment: Assessment, edits: AssessmentEdits): Assessment {
  return {
    ...assessment,
    groups: assessment.groups.map((group) => ({
      ...group,
      elements: group.elements.map((element) => applyToElement(element, edits.statements))
    })),
    targets: edits.targets,
    roundNames: edits.roundNames
  }
}

function applyToElement(element: AssessedElement, edited: readonly EditedStatement[]): AssessedElement {
  const own = edited.filter(({ elementId }) => elementId === element.elementId)
  const fromFile = element.statements.map((statement): Statement => {
    const found = own.find(({ id }) => id === statement.id)
    if (!found) return statement
    const original = { text: statement.text, weight: statement.weight }
    // What is as in the file again follows the file, as what was never touched does.
    return found.edit.state === 'kept' ? { ...statement, edit: found.edit, original } : { ...toStatement(found), original }
  })
  return { ...element, statements: [...fromFile, ...own.filter(isAdded).map(toStatement)] }
}

const isAdded = ({ id }: { id: string }): boolean => id.startsWith(ADDED_PREFIX)
const toStatement = ({ id, text, weight, edit }: EditedStatement): Statement => ({ id, text, weight, edit })

/** What one round was asked; null: what the next one will be. Every statement in the wording and weight that holds there. */
export function findAsked(assessment: Assessment, round: string | null): Assessment {
  return {
    ...assessment,
    groups: assessment.groups.map((group) => ({
      ...group,
      elements: group.elements.map((element) => ({
        ...element,
        statements: element.statements.flatMap((statement) => {
          const asked = askStatement(statement, round)
          return asked ? [asked] : []
        })
      }))
    }))
  }
}

function askStatement(statement: Statement, round: string | null): Statement | null {
  const { edit } = statement
  if (!edit) return statement
  if (round !== null && edit.since !== null && round < edit.since) return null
  const earlier = round === null ? undefined : edit.earlier.find(({ until }) => round <= until)
  if (earlier) return earlier.isOut ? null : { ...statement, text: earlier.text, weight: earlier.weight }
  return edit.state === 'removed' ? null : statement
}

export interface StatementChange {
  readonly text: Text
  readonly weight: number
}

/** The edits with one statement reworded or weighed anew; rounds that answered it keep what they were asked. */
export function changeStatement(
  assessment: Assessment,
  edits: AssessmentEdits,
  place: StatementPlace,
  change: StatementChange,
  answers: readonly Answer[]
): AssessmentEdits {
  return putStatement(assessment, edits, place, change, isAdded({ id: place.statementId }) ? 'added' : 'changed', answers)
}

/** The edits with one statement no longer asked; rounds that answered it keep it. */
export function removeStatement(
  assessment: Assessment,
  edits: AssessmentEdits,
  place: StatementPlace,
  answers: readonly Answer[]
): AssessmentEdits {
  return putStatement(assessment, edits, place, null, 'removed', answers)
}

/** The edits with a further statement, and its id; rounds that were over before are not asked it. */
export function addStatement(
  edits: AssessmentEdits,
  elementId: string,
  { text, weight }: StatementChange,
  lastRound: string | null
): { edits: AssessmentEdits; statementId: string } {
  const numbers = edits.statements.flatMap(({ id }) => (isAdded({ id }) ? [Number(id.slice(ADDED_PREFIX.length))] : []))
  const statementId = `${ADDED_PREFIX}${String(Math.max(0, ...numbers) + 1)}`
  const edit: StatementEdit = { state: 'added', since: lastRound, earlier: [] }
  return { statementId, edits: { ...edits, statements: [...edits.statements, { elementId, id: statementId, text, weight, edit }] } }
}

/** The edits without what was made of some statements; what a round was asked otherwise stays with that round. */
export function restoreStatements(
  assessment: Assessment,
  edits: AssessmentEdits,
  chosen: Partial<StatementPlace>,
  answers: readonly Answer[]
): AssessmentEdits {
  const touched = edits.statements.filter(
    ({ id, elementId }) => elementId === (chosen.elementId ?? elementId) && id === (chosen.statementId ?? id)
  )
  return touched.reduce<AssessmentEdits>((left, { id, elementId }) => {
    const place = { elementId, statementId: id }
    if (isAdded({ id })) return removeStatement(assessment, left, place, answers)
    const original = findStatement(assessment, place)?.original
    return original ? putStatement(assessment, left, place, original, 'kept', answers) : left
  }, edits)
}

export function findStatement(assessment: Assessment, { elementId, statementId }: StatementPlace): Statement | undefined {
  return assessment.groups
    .flatMap(({ elements }) => elements)
    .find((element) => element.elementId === elementId)
    ?.statements.find(({ id }) => id === statementId)
}

/** `change` null: text and weight as they are. What leaves no trace (as in the file, or added and never answered) leaves the edits. */
function putStatement(
  assessment: Assessment,
  edits: AssessmentEdits,
  place: StatementPlace,
  change: StatementChange | null,
  state: StatementEdit['state'],
  answers: readonly Answer[]
): AssessmentEdits {
  const was = findStatement(assessment, place)
  if (!was) return edits
  const { text, weight } = change ?? was
  const earlier = keepEarlier(was, place, answers)
  const isBack = state === 'changed' && was.original !== undefined && isSame({ text, weight }, was.original)
  const edit: StatementEdit = { state: isBack ? 'kept' : state, since: was.edit?.since ?? null, earlier }
  const isTraceless = earlier.length === 0 && (edit.state === 'kept' || (edit.state === 'removed' && isAdded(was)))
  const isPlace = (each: EditedStatement): boolean => each.elementId === place.elementId && each.id === place.statementId
  if (isTraceless) return { ...edits, statements: edits.statements.filter((each) => !isPlace(each)) }
  const put: EditedStatement = { elementId: place.elementId, id: place.statementId, text, weight, edit }
  const isKnown = edits.statements.some(isPlace)
  return {
    ...edits,
    statements: isKnown ? edits.statements.map((each) => (isPlace(each) ? put : each)) : [...edits.statements, put]
  }
}

/** The wordings rounds were asked in, with the present one when a round answered it. */
function keepEarlier(was: Statement, { elementId, statementId }: StatementPlace, answers: readonly Answer[]): EarlierWording[] {
  const earlier = was.edit?.earlier ?? []
  const rounds = answers.filter((answer) => answer.elementId === elementId && answer.statementId === statementId).map(({ round }) => round)
  const until = rounds.sort().at(-1)
  const known = earlier.at(-1)?.until
  if (until === undefined || (known !== undefined && until <= known)) return earlier
  return [...earlier, { text: was.text, weight: was.weight, until, isOut: was.edit?.state === 'removed' }]
}

const isSame = (one: StatementChange, other: StatementChange): boolean =>
  one.text.en === other.text.en && one.text.es === other.text.es && one.weight === other.weight
