import { describe, expect, it } from 'vitest'
import { scoreRound, tellNote } from '../../../../../src/shared/analytics/assessment/score-round.ts'
import {
  addStatement,
  applyEdits,
  changeStatement,
  findAsked,
  NO_EDITS,
  removeStatement,
  restoreStatements
} from '../../../../../src/shared/analytics/assessment/statement-edits.ts'
import { Assessment, AssessmentEdits, type Rating } from '../../../../../src/shared/contract/assessments.ts'

const both = (text: string): { en: string; es: string } => ({ en: text, es: `${text} (es)` })
const MAY = '2026-05-01T10:00:00.000Z'
const JUNE = '2026-06-01T10:00:00.000Z'
const JULY = '2026-07-01T10:00:00.000Z'

const file = Assessment.parse({
  modelId: 'm',
  revision: 1,
  kind: 'steps',
  title: both('t'),
  note: both('n'),
  groups: [
    {
      id: 'g',
      name: both('g'),
      scale: 'practice',
      elements: ['a', 'b'].map((elementId) => ({
        elementId,
        statements: ['s1', 's2'].map((id) => ({ id, text: both(`${elementId} ${id}`) }))
      }))
    }
  ],
  sources: [{ text: both('s'), mark: 'A' }]
})
const S1 = { elementId: 'a', statementId: 's1' }

const rate = (round: string, statementId: string, reality: number, elementId = 'a'): Rating => ({
  round,
  participant: 'Ana',
  elementId,
  statementId,
  intention: null,
  reality,
  importance: null,
  performance: null,
  evidence: '',
  notApplicable: false
})
/** What element `a` asks in a round: id, wording, weight. */
const askedOf = (edits: AssessmentEdits, round: string | null): [string, string, number][] =>
  (findAsked(applyEdits(file, edits), round).groups[0]?.elements[0]?.statements ?? []).map(({ id, text, weight }) => [id, text.en, weight])
const scoreOf = (edits: AssessmentEdits, ratings: readonly Rating[], round: string): number | null =>
  scoreRound(applyEdits(file, edits), ratings, round).elements[0]?.score ?? null

describe('statements of a workspace', () => {
  it('are reworded and weighed at once where nobody answered them', () => {
    const edits = changeStatement(file, NO_EDITS, S1, { text: both('new'), weight: 3 }, [])
    for (const round of [MAY, null])
      expect(askedOf(edits, round)).toEqual([
        ['s1', 'new', 3],
        ['s2', 'a s2', 1]
      ])
    expect(scoreOf(edits, [rate(MAY, 's1', 4), rate(MAY, 's2', 0)], MAY)).toBe(75)
  })

  it('stay as they were in the rounds that answered them, score and all', () => {
    const ratings = [rate(MAY, 's1', 4), rate(MAY, 's2', 0)]
    const once = changeStatement(file, NO_EDITS, S1, { text: both('second'), weight: 3 }, ratings)
    const later = [...ratings, rate(JUNE, 's1', 4), rate(JUNE, 's2', 0)]
    const twice = changeStatement(applyEdits(file, once), once, S1, { text: both('third'), weight: 1 }, later)
    expect([MAY, JUNE, JULY, null].map((round) => askedOf(twice, round)[0])).toEqual([
      ['s1', 'a s1', 1],
      ['s1', 'second', 3],
      ['s1', 'third', 1],
      ['s1', 'third', 1]
    ])
    expect([scoreOf(twice, later, MAY), scoreOf(twice, later, JUNE)]).toEqual([50, 75])
    expect(AssessmentEdits.parse(JSON.parse(JSON.stringify(twice)))).toEqual(twice)
  })

  it('keep one earlier wording for a round, however often they are reworded after it', () => {
    const ratings = [rate(MAY, 's1', 4)]
    let edits: AssessmentEdits = NO_EDITS
    for (const text of ['one', 'two', 'three'])
      edits = changeStatement(applyEdits(file, edits), edits, S1, { text: both(text), weight: 1 }, ratings)
    expect(edits.statements[0]?.edit.earlier).toHaveLength(1)
    expect(askedOf(edits, MAY)[0]?.[1]).toBe('a s1')
    expect(askedOf(edits, JUNE)[0]?.[1]).toBe('three')
  })

  it('are no longer asked once removed, but count where they were answered', () => {
    const ratings = [rate(MAY, 's1', 4), rate(MAY, 's2', 0)]
    const edits = removeStatement(file, NO_EDITS, S1, ratings)
    expect(askedOf(edits, null).map(([id]) => id)).toEqual(['s2'])
    expect(askedOf(edits, MAY).map(([id]) => id)).toEqual(['s1', 's2'])
    expect(scoreOf(edits, ratings, MAY)).toBe(50)
    expect(scoreOf(edits, [...ratings, rate(JUNE, 's1', 4), rate(JUNE, 's2', 1)], JUNE)).toBe(25)
  })

  it('that were added are asked from the last round on, with an id of their own', () => {
    const first = addStatement(NO_EDITS, 'a', { text: both('more'), weight: 1 }, JUNE)
    const second = addStatement(first.edits, 'a', { text: both('still more'), weight: 2 }, JUNE)
    expect(new Set([first.statementId, second.statementId]).size).toBe(2)
    expect(askedOf(second.edits, MAY)).toHaveLength(2)
    for (const round of [JUNE, JULY, null])
      expect(
        askedOf(second.edits, round)
          .map(([, text]) => text)
          .slice(2)
      ).toEqual(['more', 'still more'])
    const gone = removeStatement(applyEdits(file, second.edits), second.edits, { elementId: 'a', statementId: first.statementId }, [])
    expect(gone.statements.map(({ id }) => id)).toEqual([second.statementId])
  })

  it('change how many the introduction says there are, round by round', () => {
    const counted = { ...file, note: { en: 'In all {{count}}.', es: 'En total {{count}}.' } }
    const added = addStatement(NO_EDITS, 'a', { text: both('more'), weight: 1 }, MAY)
    const edited = applyEdits(counted, added.edits)
    expect(tellNote(counted).es).toBe('En total 4.')
    expect(tellNote(findAsked(edited, null)).en).toBe('In all 5.')
    expect(tellNote(findAsked(edited, '2026-04-01T10:00:00.000Z')).en).toBe('In all 4.')
    expect(tellNote(file)).toEqual(both('n'))
  })

  it('come back as the file has them, and leave nothing behind where nobody answered', () => {
    const changed = changeStatement(file, NO_EDITS, S1, { text: both('new'), weight: 2 }, [])
    const removed = removeStatement(applyEdits(file, changed), changed, { elementId: 'b', statementId: 's1' }, [])
    const { edits } = addStatement(removed, 'a', { text: both('more'), weight: 1 }, null)
    const ofElement = restoreStatements(applyEdits(file, edits), edits, { elementId: 'a' }, [])
    expect(ofElement.statements.map(({ elementId }) => elementId)).toEqual(['b'])
    expect(restoreStatements(applyEdits(file, edits), edits, {}, [])).toEqual(NO_EDITS)
    expect(changeStatement(applyEdits(file, changed), changed, S1, { text: both('a s1'), weight: 1 }, [])).toEqual(NO_EDITS)
  })

  it('come back for what follows, while a round keeps the wording it answered', () => {
    const changed = changeStatement(file, NO_EDITS, S1, { text: both('new'), weight: 2 }, [])
    const back = restoreStatements(applyEdits(file, changed), changed, S1, [rate(MAY, 's1', 3)])
    expect(askedOf(back, MAY)[0]).toEqual(['s1', 'new', 2])
    expect(askedOf(back, JUNE)[0]).toEqual(['s1', 'a s1', 1])
    expect(back.statements[0]?.edit.state).toBe('kept')
  })
})
