import { describe, expect, it } from 'vitest'
import { drawAt, roomAfter, stepOf } from '../../../../src/renderer/ui/row-scale.ts'

const HEIGHT = 38
const VIEWPORT = 700

describe('a table of more rows than a page can be tall', () => {
  it('leaves usual tables alone', () => {
    expect(stepOf(100_000, HEIGHT)).toBe(HEIGHT)
    expect(roomAfter(VIEWPORT, HEIGHT, HEIGHT)).toBe(0)
    expect(drawAt(3800, 1234, HEIGHT, HEIGHT)).toBe(3800)
  })
  it('reaches the last row of a million, whole rows apart', () => {
    const total = 1_000_000
    const step = stepOf(total, HEIGHT)
    const scrolled = total * step + roomAfter(VIEWPORT, step, HEIGHT) - VIEWPORT
    const last = drawAt((total - 1) * step, scrolled, step, HEIGHT)
    expect(last - scrolled).toBeCloseTo(VIEWPORT - HEIGHT, 3)
    expect(last - drawAt((total - 2) * step, scrolled, step, HEIGHT)).toBeCloseTo(HEIGHT, 3)
  })
})
