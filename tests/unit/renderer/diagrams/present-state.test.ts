import { describe, expect, it } from 'vitest'
import type { DiagramShape } from '../../../../src/shared/diagrams/diagram.ts'
import { haveOwnNumbers } from '../../../../src/shared/diagrams/own-numbers.ts'
import { makeShape } from '../../../support/make-diagram.ts'
import { aim, aimBeside } from '../../../../src/renderer/features/diagrams/present/camera.ts'
import {
  act,
  beginPresenting,
  jumpTo,
  PRESENT_KEYS,
  resize,
  typeDigit,
  type Deed,
  type Presenting
} from '../../../../src/renderer/features/diagrams/present/present-state.ts'

const after = (state: Presenting, ...deeds: Deed[]): Presenting => deeds.reduce(act, state)
const start = beginPresenting(3, null)

describe('a presentation', () => {
  it('begins with the whole diagram, goes along the steps and ends with the whole', () => {
    expect(start).toMatchObject({ step: 0, isWhole: true, isAtEnd: false })
    expect(after(start, 'next')).toMatchObject({ step: 0, isWhole: false })
    expect(after(start, 'next', 'next', 'next')).toMatchObject({ step: 2, isWhole: false })
    const end = after(start, 'next', 'next', 'next', 'next')
    expect(end).toMatchObject({ step: 2, isWhole: true, isAtEnd: true })
    expect(act(end, 'next')).toEqual(end)
    expect(act(end, 'back')).toMatchObject({ step: 2, isWhole: false, isAtEnd: false })
    expect(after(start, 'next', 'back')).toMatchObject({ isWhole: true, isAtEnd: false })
    expect(act(start, 'back')).toEqual(start)
  })
  it('can begin in the middle, and goes to the first, the last and any numbered step', () => {
    expect(beginPresenting(3, 1)).toMatchObject({ step: 1, isWhole: false })
    expect(beginPresenting(3, 9).step).toBe(2)
    expect(after(start, 'last')).toMatchObject({ step: 2, isWhole: false })
    expect(after(start, 'last', 'first')).toMatchObject({ step: 0, isWhole: false })
    expect(act(typeDigit(start, '3'), 'enter')).toMatchObject({ step: 2, isWhole: false, typed: '' })
    expect(act(typeDigit(typeDigit(start, '9'), '9'), 'enter').step).toBe(2)
    expect(act(start, 'enter')).toMatchObject({ step: 0, isWhole: false })
    expect(jumpTo(start, 1)).toMatchObject({ step: 1, isWhole: false })
  })
  it('blanks the screen in either colour, and shows the same step again with any next key', () => {
    const black = after(start, 'next', 'black')
    expect(black.blank).toBe('black')
    expect(act(black, 'white').blank).toBe('white')
    expect(act(black, 'black').blank).toBeNull()
    expect(act(black, 'next')).toMatchObject({ blank: null, step: 0 })
    expect(act(black, 'back')).toMatchObject({ blank: null, step: 0, isWhole: false })
  })
  it('takes away one thing after the other with Escape, the presentation last', () => {
    let state = typeDigit({ ...after(start, 'next', 'laser', 'edit', 'black') }, '2')
    const left: Partial<Presenting>[] = [
      { typed: '' },
      { blank: null },
      { isEditing: false },
      { isLaser: false },
      { isWhole: true, isOver: false },
      { isOver: true }
    ]
    for (const expected of left) {
      state = act(state, 'escape')
      expect(state).toMatchObject(expected)
    }
    // The notes are whoever presents' own: they stay.
    expect(after(start, 'notes', 'next', 'escape').hasNotes).toBe(true)
  })
  it('changes the words of a step only', () => {
    expect(act(start, 'edit').isEditing).toBe(false)
    expect(after(start, 'next', 'edit').isEditing).toBe(true)
  })
  it('stays at its step when steps come or go, and survives having none', () => {
    expect(resize(after(start, 'last'), 5, 4)).toMatchObject({ step: 4, steps: 5, isWhole: false })
    const none = resize(after(start, 'next'), 0, -1)
    expect(none).toMatchObject({ steps: 0, step: 0, isWhole: true })
    for (const deed of ['next', 'back', 'first', 'last', 'enter'] as const) expect(act(none, deed)).toMatchObject({ isWhole: true })
    expect(act(none, 'escape').isOver).toBe(true)
  })
  it('gives every key one meaning', () => {
    expect(new Set(Object.values(PRESENT_KEYS))).not.toContain(undefined)
    expect(PRESENT_KEYS['PageDown']).toBe('next')
    expect(PRESENT_KEYS['.']).toBe('black')
  })
})

describe('the camera', () => {
  it('puts a box in the middle of the window, a tiny one no larger than can be read', () => {
    const frame = { width: 1920, height: 1080 }
    const { x, y, zoom } = aim({ x: 100, y: 50, width: 200, height: 100 }, frame, 'step')
    expect(zoom).toBeCloseTo(Math.min(6, (1920 * 0.56) / 200, (1080 * 0.5) / 100))
    expect(200 * zoom + x).toBeCloseTo(960)
    expect(100 * zoom + y).toBeCloseTo(1080 * 0.46)
    expect(aim({ x: 0, y: 0, width: 1, height: 1 }, frame, 'step').zoom).toBe(6)
    expect(aim({ x: 0, y: 0, width: 20_000, height: 100 }, frame, 'whole').zoom).toBeLessThan(0.1)
  })
})

describe('a step of a presentation', () => {
  it('is never seen smaller than in the whole, and stands in the middle where it fills the window', () => {
    const frame = { width: 1280, height: 640 }
    const all = { x: 0, y: 0, width: 1200, height: 600 }
    const whole = aim(all, { width: 1280, height: 800 }, 'whole')
    const step = aim(all, frame, 'step', whole.zoom)
    expect(step.zoom).toBeGreaterThanOrEqual(whole.zoom)
    expect(300 * step.zoom + step.y).toBeCloseTo(320)
    expect(600 * step.zoom).toBeLessThan(640)
  })
  it('has no place beside a number of its own', () => {
    expect(haveOwnNumbers([{ label: 'Vision' }, { label: '1. Identify' }])).toBe(true)
    expect(haveOwnNumbers([{ label: '4 people' }, { label: '90.5% of them' }, { label: '' }])).toBe(false)
  })
})

describe('the picture beside a step of a walk', () => {
  const frame = { width: 640, height: 288 }
  const seen = (shape: DiagramShape): { left: number; top: number; right: number; bottom: number; zoom: number } => {
    const { x, y, zoom } = aimBeside(shape, frame)
    return {
      left: shape.x * zoom + x,
      top: shape.y * zoom + y,
      right: (shape.x + shape.width) * zoom + x,
      bottom: (shape.y + shape.height) * zoom + y,
      zoom
    }
  }

  it('shows all of a shape with what is near it', () => {
    const { left, top, right, bottom, zoom } = seen(makeShape('a', { x: 900, y: -300, width: 144, height: 64 }))
    expect(zoom).toBe(1.25)
    expect([left + right, top + bottom]).toEqual([frame.width, frame.height])
    expect(left).toBeGreaterThan(40)
    expect(top).toBeGreaterThan(40)
  })
  it('keeps a tall or wide one readable, and cuts it where its words are not', () => {
    const tall = seen(makeShape('a', { kind: 'text', width: 200, height: 1600 }))
    expect(tall.zoom).toBeGreaterThanOrEqual(0.85)
    expect(tall.top).toBeCloseTo(28)
    const lane = seen(makeShape('a', { kind: 'lane', width: 2400, height: 200 }))
    expect(lane.zoom).toBeGreaterThanOrEqual(0.7)
    expect(lane.left).toBeCloseTo(28)
    const box = seen(makeShape('a', { width: 160, height: 1200 }))
    expect(box.top + box.bottom).toBeCloseTo(frame.height)
  })
})
