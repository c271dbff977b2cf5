import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../../../', import.meta.url)
const catalogue = JSON.parse(readFileSync(new URL('resources/catalogue/figures.json', root), 'utf8')) as { id: string }[]
const sources = globSync('src/renderer/**/*.{ts,tsx}', { cwd: root }).map(
  (file) => [file, readFileSync(new URL(file, root), 'utf8')] as const
)
const countOf = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length

describe('the figures that explain themselves', () => {
  it('are those of the catalogue, and every one of it is explained somewhere', () => {
    const used = new Set(sources.flatMap(([, text]) => [...text.matchAll(/['"](f_[a-z0-9_]+)['"]/g)].map((match) => match[1] ?? '')))
    expect([...used].sort()).toEqual(catalogue.map(({ id }) => id).sort())
  })

  it.each(sources.filter(([file, text]) => file.includes('/features/') && /<ChartFrame|<Figure\b|className="figure-value/.test(text)))(
    'stand with their sign in %s',
    (_file, text) => {
      const shown = countOf(text, /<ChartFrame\b/g)
      expect(countOf(text, /<Explain(Figure|Kpi|Metric|Segment)\b|explain=\{/g)).toBeGreaterThanOrEqual(Math.max(1, shown))
    }
  )
})
