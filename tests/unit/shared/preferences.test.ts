import { describe, expect, it } from 'vitest'
import { Preferences, shell } from '../../../src/shared/contract/shell.ts'

describe('what is remembered of a person', () => {
  it('is changed one thing at a time: the rest is not named, so it stays', () => {
    expect(shell.setPreferences.input.parse({ language: 'es' })).toEqual({ language: 'es' })
    expect(shell.setPreferences.input.parse({ hasMap: true })).toEqual({ hasMap: true })
  })
  it('is read from a profile of before, and without kinds of shape there are no more', () => {
    expect(Preferences.parse({ language: 'en', theme: 'dark' })).toEqual({
      language: 'en',
      theme: 'dark',
      views: {},
      hasMap: false,
      recentShapes: []
    })
    expect(Preferences.parse({ language: 'en', theme: 'dark', recentShapes: ['process', 'gone'] }).recentShapes).toEqual([])
  })
})
