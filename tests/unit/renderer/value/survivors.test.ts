import { describe, expect, it } from 'vitest'
import { fitShiftedBeta } from '../../../../src/shared/analytics/lifetime/shifted-beta.ts'
import { CONTRACT_EXAMPLES, findExample } from '../../../../src/renderer/features/value/contract-examples.ts'
import { readSurvivors } from '../../../../src/renderer/features/value/read-survivors.ts'
import { collectRows } from '../../../../src/renderer/features/value/use-pages.ts'

describe('survivors as people type them', () => {
  it.each([
    ['1000 631\n468', 'en', [1000, 631, 468], null],
    ['100; 63,1; 46,8 %', 'es', [100, 63.1, 46.8], null],
    ['100%, 63.1%, 46.8%', 'en', [100, 63.1, 46.8], null],
    ['1,000\t631\t468', 'en', [1000, 631, 468], null],
    ['1.000 631 468', 'es', [1000, 631, 468], null],
    ['  ', 'en', [], null],
    ['100 many 46', 'en', [100, 46], 'many'],
    ['100 -5', 'en', [100, -5], '-5'],
    ['100,90,80', 'en', [], '100,90,80']
  ] as const)('%j in %s', (text, language, survivors, wrong) => {
    expect(readSurvivors(text, language)).toEqual({ survivors, wrong })
  })

  it('tells the published groups from somebody’s own', () => {
    expect(findExample(CONTRACT_EXAMPLES.highEnd)).toBe('highEnd')
    expect(findExample([100, 63.1])).toBeNull()
  })

  it.each([
    ['regular', 0.704, 1.182],
    ['highEnd', 0.668, 3.806]
  ] as const)('the published group %s gives the published parameters', (id, alpha, beta) => {
    const { fit } = fitShiftedBeta(CONTRACT_EXAMPLES[id])
    expect(fit?.alpha).toBeCloseTo(alpha, 2)
    expect(fit?.beta).toBeCloseTo(beta, 2)
  })
})

describe('a whole table', () => {
  it('is collected part by part, each row once and in order', async () => {
    const all = Array.from({ length: 2500 }, (_, row) => row)
    const asked: number[] = []
    const rows = await collectRows(({ offset, limit }) => {
      asked.push(offset)
      return Promise.resolve({ total: all.length, rows: all.slice(offset, offset + limit) })
    })
    expect(rows).toEqual(all)
    expect(asked).toEqual([0, 1000, 2000])
  })
  it('ends when rows go missing on the way', async () => {
    expect(await collectRows(() => Promise.resolve({ total: 10, rows: [] }))).toEqual([])
  })
})
