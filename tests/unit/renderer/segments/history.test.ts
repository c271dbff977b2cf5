import { expect, test } from 'vitest'
import { record, redo, startHistory, undo } from '../../../../src/renderer/features/segments/builder/history.ts'

test('typing on in one place is one step back', () => {
  let history = startHistory('')
  for (const text of ['9', '90']) history = record(history, text, 'value')
  history = record(history, '90 x')
  expect(undo(history).present).toBe('90')
  expect(undo(undo(history)).present).toBe('')
  expect(undo(undo(undo(history))).present).toBe('')
  expect(redo(redo(undo(undo(history)))).present).toBe('90 x')
})

test('after a step back, typing in the same place is a step of its own and what was ahead is gone', () => {
  let history = record(startHistory('a'), 'b', 'name')
  history = record(undo(history), 'c', 'name')
  expect(history.future).toEqual([])
  expect(redo(history).present).toBe('c')
  expect(undo(history).present).toBe('a')
})

test('no change is no step', () => {
  const history = startHistory({ name: 'a' })
  expect(record(history, history.present)).toBe(history)
})
