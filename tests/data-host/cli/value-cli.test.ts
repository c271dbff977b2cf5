import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { useCauce } from './run-cauce.ts'

const sample = fileURLToPath(new URL('../../../../shared/data/cdnow/cdnow-sample.csv', import.meta.url))
const { cauce, json, refusal, pathOf } = useCauce()

interface Accuracy {
  orders: number
  totalError: number
  mae: number
  rmse: number
}
interface Value {
  asOf: string
  bgnbd: { r: number; alpha: number; a: number; b: number; logLikelihood: number; unavailable?: { code: string } }
  gammaGamma: { p: number; q: number; gamma: number; logLikelihood: number; correlation: number }
  concentration: { totalMinor: number; top20Share: number; gini: number; customersFor80: number }
  rfm: { r: number[]; f: number[]; m: number[] }
  holdout: {
    actual: number
    predicted: number
    usable: boolean
    model: Accuracy
    sameAgain: Accuracy
    nothing: Accuracy
    byRepeats: { customers: number; actual: number; predicted: number }[]
  }
}
interface Lifetime {
  customer: string
  x: number
  tx: number
  T: number
  pAlive: number
  pAliveCautious: number
  expectedOrders: number
  expectedSpendMinor: number
  clvMinor: number
}

describe.skipIf(!existsSync(sample))(
  'CDNOW through the command line (skipped where the file is not beside the project)',
  { timeout: 300_000 },
  () => {
    it('gives the published fits, tables, hold-out and customers', () => {
      cauce('new', 'w.cauce', '--currency', 'USD')
      json('import', 'w.cauce', sample, '--kind', 'orders')
      const value = json('value', 'w.cauce', '--as-of', '1997-09-30', '--calibrate-until', '1997-09-30', '--horizon', '39') as Value
      const atDate = json('value', 'w.cauce', '--as-of', '1997-09-30') as Value
      for (const { bgnbd, gammaGamma } of [value, atDate]) {
        expect(Math.abs(bgnbd.r - 0.2426)).toBeLessThan(0.0005)
        expect(Math.abs(bgnbd.alpha - 4.4136)).toBeLessThan(0.005)
        expect(Math.abs(bgnbd.a - 0.7929)).toBeLessThan(0.005)
        expect(Math.abs(bgnbd.b - 2.4259)).toBeLessThan(0.005)
        expect(Math.abs(bgnbd.logLikelihood + 9582.43)).toBeLessThan(0.01)
        expect([gammaGamma.p, gammaGamma.q].map((each) => each.toFixed(2))).toEqual(['6.25', '3.74'])
        expect(Math.abs(gammaGamma.gamma - 15.45)).toBeLessThan(0.01)
        expect(Math.abs(gammaGamma.logLikelihood + 4055.92)).toBeLessThan(0.01)
        expect(gammaGamma.correlation).toBeCloseTo(0.113884, 4)
      }
      expect(value.rfm).toMatchObject({ r: [480, 478, 459, 475, 465], f: [1411, 0, 439, 214, 293], m: [480, 464, 471, 471, 471] })
      expect(value.concentration).toMatchObject({ totalMinor: 17_311_555, customersFor80: 900 })
      const { holdout } = value
      expect(holdout.actual).toBe(1882)
      expect(holdout.predicted).toBeCloseTo(1653.4, 1)
      expect([holdout.model.mae, holdout.sameAgain.mae, holdout.nothing.mae].map((each) => each.toFixed(4))).toEqual([
        '0.7855',
        '0.8973',
        '0.7985'
      ])
      expect([holdout.model.rmse, holdout.sameAgain.rmse].map((each) => each.toFixed(3))).toEqual(['1.608', '1.971'])
      expect(holdout.usable).toBe(true)
      expect(holdout.byRepeats.map(({ customers }) => customers)).toEqual([1411, 439, 214, 100, 62, 38, 29, 64])
      const predicted = [0.225087, 0.523131, 1.044134, 1.520279, 2.163866, 2.653846, 3.504042, 6.15719]
      holdout.byRepeats.forEach((group, x) => expect(Math.abs(group.predicted - predicted[x]!)).toBeLessThan(1e-5))
      expect(holdout.byRepeats.map(({ actual }) => actual.toFixed(4)).slice(0, 3)).toEqual(['0.2367', '0.6970', '1.3925'])
      const rows = json('clv', 'w.cauce', '--as-of', '1997-09-30', '--horizon', '39') as Lifetime[]
      expect(rows).toHaveLength(2357)
      // The customer of the test vectors: x = 2, tx = 30.43, T = 38.86.
      const first = rows.find(({ customer }) => customer === '00004')!
      expect([first.x, first.tx.toFixed(2), first.T.toFixed(2)]).toEqual([2, '30.43', '38.86'])
      expect(first.pAlive).toBeCloseTo(0.7266, 3)
      expect(first.expectedOrders).toBeCloseTo(1.226, 3)
      expect(Math.abs(first.expectedSpendMinor - 2466)).toBeLessThanOrEqual(6)
      expect(rows.filter(({ x }) => x === 0)).toHaveLength(1411)
      for (const { x, pAlive, pAliveCautious } of rows) {
        if (x === 0) expect(pAlive).toBe(1)
        expect(pAliveCautious).toBeLessThan(1)
      }
      const yearly = json('clv', 'w.cauce', '--as-of', '1997-09-30') as Lifetime[]
      const buyer = yearly.find(({ x }) => x === 26)!
      expect(buyer.pAlive).toBeCloseTo(0.968856, 5)
      expect(buyer.expectedOrders).toBeCloseTo(25.757, 2)
    })
  }
)

describe('value and clv of the sample business', { timeout: 300_000 }, () => {
  it('say the same in every way they are asked', () => {
    json('new', 'b.cauce', '--sample', 'la-espiga')
    const tested = json('value', 'b.cauce', '--horizon', '26') as Value
    expect(tested.holdout).toMatchObject({ weeks: 26, until: '2026-10-31', nothing: { orders: 0, totalError: -1 } })
    expect(tested.holdout.predicted).toBe(tested.holdout.model.orders)
    const calibrated = json('value', 'b.cauce', '--calibrate-until', '2026-04-30') as Value
    // With a day of calibration the models are those of that day.
    expect(calibrated.bgnbd).not.toEqual(tested.bgnbd)
    const { out } = cauce('value', 'b.cauce', '--horizon', '26')
    expect(out).toMatch(/Hidden: the last 26 weeks\. Predicted [\d,]+ orders, real [\d,]+\./)
    const rows = json('clv', 'b.cauce') as Lifetime[]
    expect(rows.map(({ clvMinor }) => clvMinor)).toEqual(rows.map(({ clvMinor }) => clvMinor).toSorted((a, b) => b - a))
    expect(cauce('clv', 'b.cauce', '--out', 'clv.csv').code).toBe(0)
    const lines = readFileSync(pathOf('clv.csv'), 'utf8').trimEnd().split('\r\n')
    expect(lines).toHaveLength(rows.length + 1)
    expect(lines[0]).toBe('customer,x,tx,T,pAlive,pAliveCautious,expectedOrders,expectedSpendMinor,clvMinor,historicalMarginMinor')
  })
  it('answer with a reason where there is no model, and refuse what is no number of weeks', () => {
    cauce('new', 'w.cauce')
    expect(json('value', 'w.cauce', '--horizon', '26')).toMatchObject({
      bgnbd: { unavailable: { code: 'too-few' } },
      holdout: { unavailable: { code: 'too-few' } }
    })
    expect(json('clv', 'w.cauce')).toEqual([])
    expect(cauce('value', 'w.cauce', '--horizon', '0').code).toBe(2)
    expect(cauce('clv', 'w.cauce', '--horizon', '521').code).toBe(2)
    expect(refusal('clv', 'nowhere.cauce').code).toBe('file-missing')
  })
})
