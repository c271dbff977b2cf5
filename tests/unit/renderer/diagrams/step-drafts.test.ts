import { describe, expect, it } from 'vitest'
import { tellLoss } from '../../../../src/renderer/features/diagrams/store/tell-loss.ts'
import { hasWords, openDrafts } from '../../../../src/renderer/features/diagrams/walk/step-drafts.ts'
import { findFit } from '../../../../src/renderer/features/diagrams/canvas/use-view.ts'

const action = { title: 'Call', owner: '', dueDate: '', segmentId: '' }

describe('what is begun at a step of a walk', () => {
  it('is found again by whoever comes back to the step, and only in the same open diagram', () => {
    const owner = {}
    openDrafts(owner).keep('a', { action })
    openDrafts(owner).keep('a', { decision: 'Yes' })
    expect(openDrafts(owner).read('a')).toEqual({ decision: 'Yes', action })
    expect(openDrafts({}).read('a')).toEqual({})
  })
  it('counts as begun only with words in it, and no more once it is added', () => {
    const drafts = openDrafts({})
    drafts.keep('a', { action })
    expect(hasWords(drafts.read('a'))).toBe(true)
    drafts.keep('a', { action: { ...action, title: ' ' } })
    expect(hasWords(drafts.read('a'))).toBe(false)
    drafts.keep('a', { action: undefined })
    expect(drafts.read('a').action).toBeUndefined()
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
