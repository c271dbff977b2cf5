import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { areas } from '../../../../src/shared/i18n/messages/index.ts'

/** Names that the reference text gives and a test holds us to. */
const KEPT = new Set(['Top-20 % revenue share', 'Ingresos del 20 % superior'])

function listTexts(value: unknown, language: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === language && typeof inner === 'string' ? [inner] : listTexts(inner, language)
  )
}
function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listStrings) : []
}
const files = ['catalogue', 'models', 'assessments'].flatMap((folder) =>
  readdirSync(join('resources', folder))
    .filter((name) => name.endsWith('.json'))
    .map((name): unknown => JSON.parse(readFileSync(join('resources', folder, name), 'utf8')))
)
const textsIn = (language: 'en' | 'es'): string[] => [
  ...Object.values(areas).flatMap((area) => listStrings(area[language])),
  ...files.flatMap((file) => listTexts(file, language)).filter((text) => !KEPT.has(text))
]

describe('the per cent sign', () => {
  it('follows its figure at once in English', () => {
    expect(textsIn('en').filter((text) => /[\d}]\s%/.test(text))).toEqual([])
  })
  it('follows a space that never breaks in Spanish', () => {
    expect(textsIn('es').filter((text) => /\d%|[\d}] %/.test(text))).toEqual([])
    expect(textsIn('es').some((text) => text.includes('20\u00a0%'))).toBe(true)
  })
})
