import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../../../', import.meta.url)
const catalogue = JSON.parse(readFileSync(new URL('resources/catalogue/figures.json', root), 'utf8')) as { id: string }[]
const sources = globSync('src/renderer/**/*.tsx', { cwd: root }).map((file) => readFileSync(new URL(file, root), 'utf8'))

describe('the figures that explain themselves', () => {
  it('are those of the catalogue, and every one of it is explained somewhere', () => {
    const used = new Set(sources.flatMap((text) => [...text.matchAll(/['"](f_[a-z0-9_]+)['"]/g)].map((match) => match[1] ?? '')))
    expect([...used].sort()).toEqual(catalogue.map(({ id }) => id).sort())
  })
})
