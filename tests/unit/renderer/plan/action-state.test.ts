import { expect, test } from 'vitest'
import { stateOf } from '../../../../src/renderer/features/plan/action-state.ts'
import type { Action } from '../../../../src/shared/contract/plan.ts'

const action = (change: Partial<Action>): Action => ({
  id: 1,
  title: 'Call',
  owner: 'Ana',
  dueDate: '2026-11-14',
  segmentId: null,
  status: 'open',
  walkId: null,
  modelId: null,
  elementId: null,
  completedAt: null,
  ...change
})

test('an open action is overdue from the day after its date, local time', () => {
  expect(stateOf(action({}), new Date(2026, 10, 14, 23, 59)).word).toBe('open')
  expect(stateOf(action({}), new Date(2026, 10, 15, 0, 1)).word).toBe('overdue')
})

test('what is done or dropped is never overdue', () => {
  const later = new Date(2027, 0, 1)
  expect(stateOf(action({ status: 'done' }), later).word).toBe('done')
  expect(stateOf(action({ status: 'dropped' }), later).word).toBe('dropped')
})
