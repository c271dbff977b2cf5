import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ChoiceState } from '../../../../src/shared/contract/choose.ts'
import { describeChoice, formatPoints, judgeChoice, writeTotal } from '../../../../src/shared/models/describe-choice.ts'
import {
  chooseAnswers,
  ModelChoice,
  rankModels,
  suggestAnswer,
  type ChoiceQuestion,
  type GivenAnswers
} from '../../../../src/shared/models/model-choice.ts'

const text = (en: string): { en: string; es: string } => ({ en, es: `${en} (es)` })
const points = (model: string, given: number): ChoiceQuestion['answers'][number]['points'][number] => ({
  model,
  points: given,
  reason: text(`${model} ${given}`),
  mark: 'A'
})
const questions: ChoiceQuestion[] = [
  {
    id: 'size',
    text: text('Size?'),
    fact: 'customers',
    answers: [
      { id: 'small', text: text('Small'), when: { from: null, below: 100 }, points: [points('a', 2), points('b', -1)] },
      { id: 'large', text: text('Large'), when: { from: 100, below: null }, points: [points('b', 1)] },
      { id: 'own', text: text('Own'), when: null, points: [] }
    ]
  },
  {
    id: 'goal',
    text: text('Goal?'),
    fact: null,
    answers: [
      { id: 'grow', text: text('Grow'), when: null, points: [points('b', 3)] },
      { id: 'keep', text: text('Keep'), when: null, points: [points('c', 2)] }
    ]
  }
]
const MODELS = ['a', 'b', 'c']
const rank = (given: GivenAnswers, customers?: number): ReturnType<typeof rankModels> =>
  rankModels(chooseAnswers(questions, given, customers === undefined ? {} : { customers }), MODELS)

describe('what the data suggest', () => {
  const [size, goal] = questions as [ChoiceQuestion, ChoiceQuestion]
  it.each([
    [99, 'small'],
    [100, 'large'],
    [0, 'small']
  ])('is the answer whose range holds %d customers', (customers, id) => {
    expect(suggestAnswer(size, { customers })?.id).toBe(id)
  })

  it('is nothing without the figure, and nothing for a question no figure belongs to', () => {
    expect(suggestAnswer(size, {})).toBeNull()
    expect(suggestAnswer(goal, { customers: 5 })).toBeNull()
  })
})

describe('the answer in force', () => {
  const inForce = (given: GivenAnswers): unknown[] =>
    chooseAnswers(questions, given, { customers: 50 }).map(({ answer, from }) => [answer?.id ?? null, from])

  it("is the person's, else the data's, else nobody's", () => {
    expect(inForce({})).toEqual([
      ['small', 'data'],
      [null, 'nobody']
    ])
    expect(inForce({ size: 'large', goal: 'keep' })).toEqual([
      ['large', 'person'],
      ['keep', 'person']
    ])
  })

  it('is none where the person does not know, whatever the data say', () => {
    expect(inForce({ size: null })[0]).toEqual([null, 'person'])
  })

  it('falls back to the data when the table no longer has the answer given', () => {
    expect(inForce({ size: 'gone' })[0]).toEqual(['small', 'data'])
  })
})

describe('the ranking', () => {
  it('adds up the points by hand: small and grow give a 2, b 3 − 1, c none', () => {
    const ranking = rank({ size: 'small', goal: 'grow' })
    expect(ranking.map(({ modelId, total, place, isTied }) => [modelId, total, place, isTied])).toEqual([
      ['a', 2, 1, true],
      ['b', 2, 1, true],
      ['c', 0, 3, false]
    ])
  })

  it('puts the highest first and keeps every reason, for and against', () => {
    const [first, ...rest] = rank({ goal: 'grow' }, 50)
    expect(rest).toHaveLength(2)
    expect(first).toMatchObject({ modelId: 'a', total: 2, place: 1, isTied: true })
    const b = rest.find(({ modelId }) => modelId === 'b')
    expect(b?.speaksFor).toEqual([{ questionId: 'goal', answerId: 'grow', from: 'person', points: 3, reason: text('b 3'), mark: 'A' }])
    expect(b?.speaksAgainst).toEqual([{ questionId: 'size', answerId: 'small', from: 'data', points: -1, reason: text('b -1'), mark: 'A' }])
  })

  it('says nothing when nothing was answered, or only "I don\'t know"', () => {
    expect(rank({})).toEqual([])
    expect(rank({ size: null, goal: null }, 50)).toEqual([])
  })

  it('calls everything a tie when the one answer speaks for nobody', () => {
    expect(rank({ size: 'own' }).map(({ place, isTied, total }) => [place, isTied, total])).toEqual([
      [1, true, 0],
      [1, true, 0],
      [1, true, 0]
    ])
  })

  it('equals the sum of its reasons for every combination of answers', () => {
    for (const size of ['small', 'large', 'own', null])
      for (const goal of ['grow', 'keep', null])
        for (const { total, speaksFor, speaksAgainst } of rank({ size, goal }))
          expect([...speaksFor, ...speaksAgainst].reduce((sum, reason) => sum + reason.points, 0)).toBe(total)
  })
})

describe('the table of points', () => {
  const table = ModelChoice.parse(JSON.parse(readFileSync('resources/catalogue/model-choice.json', 'utf8')))
  const modelIds = readdirSync('resources/models')
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''))

  it('asks six to nine questions, each with texts in both languages and each id once', () => {
    expect(table.length).toBeGreaterThanOrEqual(6)
    expect(table.length).toBeLessThanOrEqual(9)
    expect(new Set(table.map(({ id }) => id)).size).toBe(table.length)
    for (const { answers, ...question } of table) {
      expect(new Set(answers.map(({ id }) => id)).size).toBe(answers.length)
      for (const each of [question.text, ...answers.flatMap((answer) => [answer.text, ...answer.points.map(({ reason }) => reason)])])
        expect(each.en.trim() !== '' && each.es.trim() !== '' && each.en !== each.es).toBe(true)
    }
  })

  it('gives points only to models there are, never none, and never twice for one answer', () => {
    for (const { id, answers } of table)
      for (const answer of answers) {
        const named = answer.points.map(({ model }) => model)
        expect([id, answer.id, named.filter((model) => !modelIds.includes(model))]).toEqual([id, answer.id, []])
        expect(new Set(named).size).toBe(named.length)
        expect(answer.points.every((each) => each.points !== 0)).toBe(true)
      }
  })

  it('covers every value of a figure with one answer at most', () => {
    for (const question of table.filter(({ fact }) => fact !== null))
      for (const value of [0, 0.05, 0.1, 0.2, 0.5, 0.8, 1, 1.5, 2, 44, 45, 180, 299, 300, 20_000, 1e6]) {
        const holding = question.answers.filter(
          ({ when }) => when && (when.from === null || value >= when.from) && (when.below === null || value < when.below)
        )
        expect(holding.length).toBeLessThanOrEqual(1)
      }
  })

  it('never gives a model the same reason twice: nothing counts double', () => {
    for (const model of modelIds) {
      // Answers of one question exclude each other, so a reason may return among them.
      const perQuestion = table.map(
        ({ answers }) =>
          new Set(answers.flatMap((each) => each.points.filter((point) => point.model === model).map(({ reason }) => reason.en)))
      )
      const reasons = perQuestion.flatMap((set) => [...set])
      expect([model, reasons.filter((reason, at) => reasons.indexOf(reason) !== at)]).toEqual([model, []])
    }
  })

  it('lets every model come first alone for somebody, and finds something against each', () => {
    const favour = (model: string): GivenAnswers =>
      Object.fromEntries(
        table.map(({ id, answers }) => {
          const lead = (answer: (typeof answers)[number]): number => {
            const of = (wanted: string): number => answer.points.find((point) => point.model === wanted)?.points ?? 0
            return of(model) - Math.max(...modelIds.filter((each) => each !== model).map(of))
          }
          const best = [...answers].sort((a, b) => lead(b) - lead(a))[0]
          // Where every answer speaks more for others, this person does not know.
          return [id, best && lead(best) >= 0 ? best.id : null]
        })
      )
    for (const model of modelIds) {
      const [first] = rankModels(chooseAnswers(table, favour(model), {}), modelIds)
      expect([first?.modelId, first?.isTied]).toEqual([model, false])
      expect(
        table.some(({ answers }) => answers.some((each) => each.points.some((point) => point.model === model && point.points < 0)))
      ).toBe(true)
    }
  })
})

describe('the ranking as text', () => {
  const state: ChoiceState = {
    questions,
    facts: [{ id: 'customers', value: 50, text: text('50 customers') }],
    answers: { goal: 'grow' }
  }
  const models = MODELS.map((id) => ({ id, name: text(`Model ${id.toUpperCase()}`) }))
  const options = { title: 'La Espiga', asOf: 'Oct 31, 2026', models }

  it('holds the answers and who gave them, the places, the ties and every reason with its source', () => {
    const written = describeChoice(state, judgeChoice(state, MODELS), options, 'en')
    expect(written).toContain('Which model suits us — La Espiga')
    expect(written).toContain('- Size? Small (From your data: 50 customers)')
    expect(written).toContain('- Goal? Grow (Your answer)')
    expect(written).toContain('1. Model A: 2 points (tied)')
    expect(written).toContain('1. Model B: 2 points (tied)')
    expect(written).toContain('−1 b -1 [Ours: made for this app, not published]')
    expect(written).toContain('3. Model C: 0 points')
    expect(written).not.toContain('{{')
  })

  it('is complete in Spanish', () => {
    const written = describeChoice(state, judgeChoice(state, MODELS), options, 'es')
    expect(written).toContain('1. Model A (es): 2 puntos (empate)')
    expect(written).toMatch(/A favor:\n {3}\+3 b 3 \(es\)/)
    expect(written).not.toMatch(/\{\{|choose\./)
  })

  it('leaves out models the table knows nothing of', () => {
    expect(judgeChoice(state, [...MODELS, 'own-model']).ranking.map(({ modelId }) => modelId)).not.toContain('own-model')
  })

  it('writes points with their sign', () => {
    expect([formatPoints(2, 'en'), formatPoints(-1, 'es'), writeTotal(1, 'en'), writeTotal(-1, 'es')]).toEqual([
      '+2',
      '−1',
      '1 point',
      '−1 punto'
    ])
  })
})
