import { afterEach, describe, expect, it } from 'vitest'
import { tellLoss } from '../../../../src/renderer/features/diagrams/store/tell-loss.ts'
import { forgetDrafts, hasWords, openDrafts } from '../../../../src/renderer/features/diagrams/walk/step-drafts.ts'
import { findFit } from '../../../../src/renderer/features/diagrams/canvas/use-view.ts'

const action = { title: 'Call', owner: '', dueDate: '', segmentId: '' }

describe('what is begun at a step of a walk', () => {
  afterEach(forgetDrafts)

  it('is found again by whoever comes back, also to a diagram that was closed meanwhile, and in no other', () => {
    openDrafts(7, {}).keep('a', { action })
    openDrafts(7, {}).keep('a', { decision: 'Yes' })
    expect(openDrafts(7, {}).read('a')).toEqual({ decision: 'Yes', action })
    expect(openDrafts(8, {}).read('a')).toEqual({})
    forgetDrafts()
    expect(openDrafts(7, {}).read('a')).toEqual({})
  })
  it('of content kept nowhere lasts as long as that is open', () => {
    const owner = {}
    openDrafts(null, owner).keep('a', { decision: 'Yes' })
    expect(openDrafts(null, owner).read('a').decision).toBe('Yes')
    expect(openDrafts(null, {}).read('a')).toEqual({})
  })
  it('counts as begun only with words in it, and no more once it is added or dropped', () => {
    const drafts = openDrafts(7, {})
    drafts.keep('a', { action })
    expect(hasWords(drafts.read('a'))).toBe(true)
    drafts.keep('a', { action: { ...action, title: ' ' } })
    expect(hasWords(drafts.read('a'))).toBe(false)
    drafts.keep('a', { action: undefined })
    expect(drafts.read('a').action).toBeUndefined()
    drafts.keep('a', { decision: 'Yes' })
    drafts.drop('a')
    expect(drafts.read('a')).toEqual({})
  })
})

describe('a diagram that is gone', () => {
  const change = (kind: string) => ({ id: 1, kind, details: {} })
  it('was taken back when redo would make it, deleted when undo would bring it back', () => {
    expect(tellLoss({ undo: null, redo: change('diagram-created') }, 'Sales')).toBe('takenBack')
    expect(tellLoss({ undo: change('diagram-deleted'), redo: null }, 'Sales')).toBe('deleted')
    expect(tellLoss({ undo: change('diagram-edited'), redo: null }, 'Sales')).toBe('unknown')
    expect(tellLoss(null, null)).toBe('unknown')
  })
})

describe('fitting a diagram into its canvas', () => {
  it('ends above the zoom bar', () => {
    const bounds = { x: 0, y: 0, width: 400, height: 4000 }
    const { y, zoom } = findFit(bounds, { width: 800, height: 600 })
    expect(y + bounds.height * zoom).toBeLessThanOrEqual(600 - 50)
    expect(y).toBeGreaterThanOrEqual(30)
  })
})
