import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Kpi } from '../../../../src/shared/contract/models.ts'

const path = new URL('../../../../resources/catalogue/kpis.json', import.meta.url)
const kpis = (JSON.parse(readFileSync(path, 'utf8')) as unknown[]).map((kpi) => Kpi.parse(kpi))

describe('the KPIs of the catalogue', () => {
  it.each(kpis.map((kpi) => [kpi.id, kpi] as const))('%s says in a sentence of either language what it is', (_id, { definition, name }) => {
    for (const language of ['en', 'es'] as const) {
      const sentence = definition?.[language] ?? ''
      expect(sentence).toMatch(/^\p{Lu}.{25,}\.$/u)
      expect(sentence).not.toBe(name[language])
      // Signs of a formula, and names of tables and columns: not for somebody who never heard of it.
      expect(sentence).not.toMatch(/[Σ∩∪÷≥≤=|]|_|\bW\b/u)
    }
    expect(definition?.es).not.toBe(definition?.en)
  })

  it('does not say the same of two', () => {
    const sentences = kpis.map(({ definition }) => definition?.en)
    expect(new Set(sentences).size).toBe(kpis.length)
  })
})
