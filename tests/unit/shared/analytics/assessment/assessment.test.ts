import { describe, expect, it } from 'vitest'
import { findLevel, scorePractice } from '../../../../../src/shared/analytics/assessment/practice.ts'
import { findQuadrant, judgeIndex } from '../../../../../src/shared/analytics/assessment/readiness.ts'
import { countQuestions, isAnswered, listRounds, scoreRound } from '../../../../../src/shared/analytics/assessment/score-round.ts'
import { findMedian, findQuantile, measureSpread } from '../../../../../src/shared/analytics/assessment/spread.ts'
import { IMPORTANCE, STAGE, barrierKey, type Assessment, type Rating } from '../../../../../src/shared/contract/assessments.ts'

const text = (en: string): { en: string; es: string } => ({ en, es: en })
const ROUND = '2026-03-01T10:00:00.000Z'
const BARRIERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

function rate(elementId: string, statementId: string, values: Partial<Rating>): Rating {
  return {
    round: ROUND,
    participant: 'Ana',
    elementId,
    statementId,
    intention: null,
    reality: null,
    importance: null,
    performance: null,
    evidence: '',
    notApplicable: false,
    ...values
  }
}

function define(kind: Assessment['kind'], scale: 'maturity' | 'practice' | 'performance', elements: readonly string[]): Assessment {
  return {
    modelId: 'm',
    revision: 1,
    kind,
    title: text('t'),
    note: text('n'),
    groups: [
      {
        id: 'g',
        name: text('g'),
        scale,
        elements: elements.map((elementId) => ({
          elementId,
          weight: 1,
          statements: ['s1', 's2'].map((id) => ({ id, text: text(id), weight: 1 }))
        }))
      }
    ],
    stages: kind === 'readiness' ? ['1', '2', '3', '4', '5'].map(text) : [],
    barriers: kind === 'readiness' ? BARRIERS.map((id) => ({ id, name: text(id) })) : [],
    targets: {},
    roundNames: {},
    sources: [{ text: text('s'), mark: 'A' }]
  }
}

describe('a practice', () => {
  it('scores as the vectors say: reality above 2 needs written evidence', () => {
    const marks = { notApplicable: false, evidence: '' }
    expect(scorePractice({ ...marks, intention: 4, reality: 4, evidence: 'the log' })).toBe(100)
    expect(scorePractice({ ...marks, intention: 4, reality: 4 })).toBe(65)
    expect(scorePractice({ ...marks, intention: 4, reality: 4, evidence: '  ' })).toBe(65)
    expect(scorePractice({ ...marks, intention: 2, reality: 1 })).toBe(32.5)
    expect(scorePractice({ ...marks, intention: 2, reality: null })).toBeNull()
    expect(scorePractice({ ...marks, intention: 2, reality: 1, notApplicable: true })).toBeNull()
  })

  it('has a level with the lower bound inside', () => {
    expect([0, 19.99, 20, 40, 59.9, 60, 79.9, 80, 100].map(findLevel)).toEqual([1, 1, 2, 3, 3, 4, 4, 5, 5])
  })
})

describe('the spread of raters', () => {
  it('is the inter-quartile range, and wide from two points on', () => {
    expect(findMedian([])).toBeNull()
    expect(findMedian([3, 1, 2])).toBe(2)
    expect(findMedian([4, 1])).toBe(2.5)
    expect(findQuantile([0, 1, 2, 3, 4], 0.25)).toBe(1)
    const marks = [
      { participant: 'Ana', value: 0 },
      { participant: 'Luis', value: 4 },
      { participant: 'Eva', value: 4 }
    ]
    expect(measureSpread(marks)).toEqual({ lowest: 0, highest: 4, range: 2, lowestBy: ['Ana'], highestBy: ['Luis', 'Eva'], isWide: true })
    expect(measureSpread(marks.slice(1))).toMatchObject({ range: 0, isWide: false })
    expect(measureSpread(marks.slice(0, 1))).toBeNull()
  })
})

describe('a round on the maturity scale', () => {
  const assessment = define('maturity', 'maturity', ['m.a', 'm.b', 'm.c'])

  it('takes each rater’s mean, then the median; what does not apply is left out; what nobody answered is not a nought', () => {
    const result = scoreRound(
      assessment,
      [
        rate('m.a', 's1', { intention: 4, reality: 4, evidence: 'x' }),
        rate('m.a', 's2', { intention: 2, reality: 1 }),
        rate('m.a', 's1', { participant: 'Luis', intention: 4, reality: 4 }),
        rate('m.a', 's2', { participant: 'Luis', notApplicable: true }),
        rate('m.b', 's1', { intention: 0, reality: 0 }),
        rate('m.b', 's2', { intention: 3 }),
        rate('m.a', 's1', { round: '2025-03-01T10:00:00.000Z', intention: 0, reality: 0 })
      ],
      ROUND
    )
    const [a, b, c] = result.elements
    // Ana (100 + 32.5) / 2 = 66.25, Luis 65: median 65.625. Intention 3 and 4, reality that counts 2.5 and 2.
    expect(a).toMatchObject({ score: 65.625, intention: 3.5, reality: 2.25, gap: 1.25, answered: 2 })
    expect(a?.raters).toEqual([
      { participant: 'Ana', value: 2.65 },
      { participant: 'Luis', value: 2.6 }
    ])
    expect(b).toMatchObject({ score: 0, answered: 1 })
    expect(c).toMatchObject({ score: null, answered: 0, spread: null })
    expect(result).toMatchObject({ score: 65.625 / 2, maturity: 65.625 / 2, statements: 6, answered: 3, participants: ['Ana', 'Luis'] })
    expect(a?.statements[0]).toMatchObject({ lackingEvidence: ['Luis'], evidence: [{ participant: 'Ana', text: 'x' }] })
  })

  it('weighs statements and elements', () => {
    const [group] = assessment.groups
    const [first, second] = group?.elements ?? []
    if (!group || !first || !second) throw new Error('no element')
    const heavy = { ...first, weight: 3, statements: first.statements.map((each) => ({ ...each, weight: each.id === 's1' ? 3 : 1 })) }
    const weighted = { ...assessment, groups: [{ ...group, elements: [heavy, second] }] }
    const full = { intention: 4, reality: 4, evidence: 'x' }
    const none = { intention: 0, reality: 0 }
    const result = scoreRound(weighted, [rate('m.a', 's1', full), rate('m.a', 's2', none), rate('m.b', 's1', none)], ROUND)
    expect(result.elements[0]?.score).toBeCloseTo(75)
    expect(result.score).toBeCloseTo((75 * 3) / 4)
  })

  it('counts both marks as one answer', () => {
    expect(isAnswered(assessment, rate('m.a', 's1', { intention: 3 }))).toBe(false)
    expect(isAnswered(assessment, rate('m.a', 's1', { intention: 3, reality: 0 }))).toBe(true)
    expect(isAnswered(assessment, rate('m.a', 's1', { notApplicable: true }))).toBe(true)
    expect(listRounds([rate('m.a', 's1', {}), rate('m.a', 's1', { round: '2025-03-01T10:00:00.000Z' })])).toEqual([
      '2025-03-01T10:00:00.000Z',
      ROUND
    ])
  })
})

describe('a round of steps', () => {
  it('advises the first step below 50', () => {
    const assessment = define('steps', 'practice', ['m.a', 'm.b', 'm.c'])
    const result = scoreRound(
      assessment,
      [
        rate('m.a', 's1', { reality: 2 }),
        rate('m.b', 's1', { reality: 2 }),
        rate('m.b', 's2', { reality: 1 }),
        rate('m.c', 's1', { reality: 0 })
      ],
      ROUND
    )
    expect(result.elements.map(({ score }) => score)).toEqual([50, 37.5, 0])
    expect(result.firstWeak).toBe('m.b')
    expect(result.score).toBeCloseTo(29.1667, 4)
  })
})

describe('readiness', () => {
  const elements = ['m.1', 'm.2', 'm.3', 'm.4', 'm.5']
  const assessment = define('readiness', 'performance', elements)
  const audit = (importance: readonly number[], performance: readonly number[]): Rating[] =>
    elements.flatMap((id, index) => [
      rate(id, IMPORTANCE, { importance: importance[index] ?? null }),
      rate(id, 's1', { performance: performance[index] ?? null })
    ])
  const barriers = (severity: number, count = BARRIERS.length): Rating[] =>
    BARRIERS.slice(0, count).map((id) => rate('m.1', barrierKey(id), { reality: severity }))

  it('gives the index and priorities of the vector', () => {
    const { readiness, score } = scoreRound(assessment, audit([5, 4, 3, 2, 5], [3, 2, 4, 5, 1]), ROUND)
    expect(readiness?.processes.map(({ ready }) => ready)).toEqual([50, 25, 75, 100, 0])
    expect(readiness?.processes.map(({ priority }) => priority)).toEqual([10, 8, 0, 0, 20])
    expect(score).toBeCloseTo(40.79, 2)
    expect(readiness).toMatchObject({ verdict: 'pilot', heldBy: { barriers: false, processes: ['m.5'] } })
  })

  it('holds a good index at a pilot for heavy barriers or for a vital process that is weak', () => {
    const good = audit([5, 4, 3, 2, 5], [5, 5, 5, 5, 5])
    expect(scoreRound(assessment, good, ROUND).readiness).toMatchObject({ ready: 100, verdict: 'go', barrierScore: null })
    expect(scoreRound(assessment, [...good, ...barriers(2)], ROUND).readiness).toMatchObject({
      verdict: 'pilot',
      verdictOfIndex: 'go',
      heldBy: { barriers: true }
    })
    expect(scoreRound(assessment, [...good, ...barriers(1)], ROUND).readiness).toMatchObject({ verdict: 'go' })
    const weak = scoreRound(assessment, audit([5, 5, 5, 5, 5], [2, 5, 5, 5, 5]), ROUND).readiness
    expect(weak).toMatchObject({ verdictOfIndex: 'go', verdict: 'pilot', heldBy: { processes: ['m.1'] } })
    const poor = scoreRound(assessment, audit([5, 5, 5, 5, 5], [1, 1, 1, 1, 1]), ROUND).readiness
    expect(poor?.verdict).toBe('prepare')
  })

  it('says how bad barriers are at least while some are not rated, and gives no verdict before every process is', () => {
    const partial = scoreRound(assessment, [...barriers(3, 2), rate('m.1', STAGE, { performance: 2 })], ROUND).readiness
    expect(partial?.barrierScore).toBeCloseTo((100 * 6) / 21)
    expect(partial).toMatchObject({ isBarrierScorePartial: true, stage: 2, verdict: null, ready: null })
    const four = audit([5, 4, 3, 2, 5], [3, 2, 4, 5, 1]).filter(({ elementId }) => elementId !== 'm.5')
    expect(scoreRound(assessment, four, ROUND).readiness).toMatchObject({ verdict: null })
    expect(scoreRound(assessment, four, ROUND).readiness?.ready).toBeCloseTo((250 + 100 + 225 + 200) / 14)
  })

  it('has its thresholds on the lower side', () => {
    expect([39.9, 40, 59.9, 60, 79.9, 80].map(judgeIndex)).toEqual(['prepare', 'pilot', 'pilot', 'fix', 'fix', 'go'])
    expect([findQuadrant(3, 2), findQuadrant(5, 3), findQuadrant(2, 1), findQuadrant(1, 5)]).toEqual([
      'concentrate',
      'keep',
      'low',
      'overkill'
    ])
    expect(countQuestions(assessment)).toBe(10 + 5 + 1 + 7)
  })
})
