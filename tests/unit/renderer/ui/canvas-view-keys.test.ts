import { describe, expect, it } from 'vitest'
import { measurePan, readViewKey } from '../../../../src/renderer/ui/canvas-view-keys.ts'

const press = (key: string, more: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey', boolean>> & { code?: string } = {}) => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more
})

describe('the keys of a view', () => {
  it('zoom, fit and pan, and leave alone what is held with Ctrl or Alt', () => {
    expect(['+', '=', '-', '0', 'PageUp', 'PageDown'].map((key) => readViewKey(press(key)))).toEqual([
      'zoomIn',
      'zoomIn',
      'zoomOut',
      'fit',
      'panUp',
      'panDown'
    ])
    expect(readViewKey(press('!', { code: 'Digit1', shiftKey: true }))).toBe('fit')
    expect(readViewKey(press('PageDown', { shiftKey: true }))).toBe('panRight')
    expect([readViewKey(press('+', { ctrlKey: true })), readViewKey(press('PageUp', { altKey: true })), readViewKey(press('a'))]).toEqual([
      null,
      null,
      null
    ])
  })
  it('write where text is written', () => {
    expect(['+', '0', 'PageUp'].map((key) => readViewKey(press(key), { isWriting: true }))).toEqual([null, null, 'panUp'])
  })
  it('pan by a share of what is seen, the other way round than what is drawn', () => {
    expect(measurePan('panDown', { width: 1000, height: 500 })).toEqual({ x: 0, y: -200 })
    expect(measurePan('panLeft', { width: 1000, height: 500 })).toMatchObject({ x: 400 })
    expect(measurePan('fit', { width: 1000, height: 500 })).toBeNull()
  })
})
