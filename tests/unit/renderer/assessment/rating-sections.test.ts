import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nameRounds } from '../../../../src/renderer/features/assessment/name-rounds.ts'
import { countAnswered, listKnownRaters, listSections } from '../../../../src/renderer/features/assessment/rating-sections.ts'
import { countQuestions } from '../../../../src/shared/analytics/assessment/score-round.ts'
import { Assessment, type Rating } from '../../../../src/shared/contract/assessments.ts'

const read = (modelId: string): Assessment => Assessment.parse(JSON.parse(readFileSync(`resources/assessments/${modelId}.json`, 'utf8')))
const rating = (change: Partial<Rating>): Rating => ({
  round: '2026-03-01T10:00:00.000Z',
  participant: 'Ana',
  elementId: 'payne.strategy',
  statementId: 's1',
  intention: null,
  reality: null,
  importance: null,
  performance: null,
  evidence: '',
  notApplicable: false,
  ...change
})

describe('the pages of a rating', () => {
  it.each(['idic', 'qci', 'payne', 'gartner', 'buttle'])('%s: ask every question once', (modelId) => {
    const assessment = read(modelId)
    const questions = listSections(assessment).flatMap(({ elementId, questionIds }) => questionIds.map((id) => `${elementId} ${id}`))
    expect(new Set(questions).size).toBe(questions.length)
    expect(questions).toHaveLength(countQuestions(assessment))
  })

  it('begin with the stage and the barriers where they are asked for', () => {
    const [first, second] = listSections(read('payne'))
    expect(first).toMatchObject({ key: 'conditions', elementId: 'payne.impl_readiness' })
    expect(second).toMatchObject({ key: 'payne.strategy', questionIds: ['importance', 's1', 's2', 's3'] })
    expect(listSections(read('qci'))[0]?.key).toBe('qci.act_targeting')
  })

  it('count what is answered, a half of two marks not', () => {
    const payne = read('payne')
    const [conditions, strategy] = listSections(payne)
    const change = listSections(payne).find(({ key }) => key === 'payne.impl_change')
    if (!conditions || !strategy || !change) throw new Error('no page')
    const own = [
      rating({ statementId: 'importance', importance: 4 }),
      rating({ performance: 2 }),
      rating({ elementId: 'payne.impl_readiness', statementId: 'stage', performance: 2 }),
      rating({ elementId: 'payne.impl_readiness', statementId: 'barrier.skills', reality: 0 }),
      rating({ elementId: 'payne.impl_change', intention: 3 })
    ]
    expect([conditions, strategy, change].map((section) => countAnswered(payne, section, own))).toEqual([2, 2, 0])
  })
})

describe('raters and rounds', () => {
  it('name this round’s raters first, each once', () => {
    const june = '2026-06-01T10:00:00.000Z'
    const ratings = [rating({}), rating({ participant: 'Luis' }), rating({ round: june, participant: 'Luis' })]
    expect(listKnownRaters(ratings, june)).toEqual(['Luis', 'Ana'])
  })
  it('tell rounds of one day apart by their time', () => {
    const rounds = ['2026-03-01T10:00:00.000Z', '2026-06-01T10:00:00.000Z', '2026-06-01T12:00:00.000Z']
    const names = nameRounds(
      rounds,
      {},
      (day) => day.slice(0, 10),
      (time) => time.slice(11, 16)
    )
    expect([...names.values()]).toEqual(['2026-03-01', '2026-06-01, 10:00', '2026-06-01, 12:00'])
  })
  it('are called what they were named, with their date', () => {
    const rounds = ['2026-05-01T10:00:00.000Z', '2026-06-01T10:00:00.000Z', '2026-06-01T12:00:00.000Z']
    const names = nameRounds(
      rounds,
      { '2026-05-01T10:00:00.000Z': 'Taller de mayo', '2026-06-01T12:00:00.000Z': 'Taller' },
      (day) => day.slice(0, 10),
      (time) => time.slice(11, 16)
    )
    expect([...names.values()]).toEqual(['Taller de mayo · 2026-05-01', '2026-06-01', 'Taller · 2026-06-01'])
  })
})
