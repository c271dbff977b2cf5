import { describe, expect, it } from 'vitest'
import { useCauce } from './run-cauce.ts'

const { cauce, json } = useCauce()

interface Cluster {
  score: number
  customers: { id: number; name: string }[]
  reasons: { one: number; other: number; points: number; text: string }[]
}

describe('cauce duplicates', { timeout: 60_000 }, () => {
  it('lists who was entered twice, with every reason in words, down to the threshold', () => {
    cauce('new', 'b.cauce', '--sample', 'la-espiga')
    const clusters = json('duplicates', 'b.cauce') as Cluster[]
    expect(clusters.length).toBeGreaterThan(3)
    for (const { score, customers, reasons } of clusters) {
      expect(score).toBeGreaterThanOrEqual(80)
      expect(customers.length).toBeGreaterThanOrEqual(2)
      expect(reasons.length).toBeGreaterThan(1)
    }
    expect((json('duplicates', 'b.cauce', '--threshold', '95') as Cluster[]).every(({ score }) => score >= 95)).toBe(true)
    expect((json('duplicates', 'b.cauce', '--threshold', '40') as Cluster[]).length).toBeGreaterThan(clusters.length)
    expect(cauce('duplicates', 'b.cauce', '--lang', 'es').out).toContain('Correo: coincide')
    expect(cauce('duplicates', 'b.cauce', '--threshold', '101').code).toBe(2)
  })

  it('says so when there are none', () => {
    cauce('new', 'b.cauce')
    expect(json('duplicates', 'b.cauce')).toEqual([])
    expect(cauce('duplicates', 'b.cauce').out).toContain('No duplicates.')
  })
})
