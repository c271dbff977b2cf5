import type { Action } from '../../../shared/contract/plan.ts'
import type { PillTone } from '../../ui/StatePill.tsx'

export type ActionWord = 'open' | 'done' | 'dropped' | 'overdue'

/** Local calendar day as ISO date. */
function dayOf(date: Date): string {
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
}

/** An open action is overdue from the day after its date. */
export function stateOf(action: Action, now: Date): { word: ActionWord; tone: PillTone } {
  if (action.status === 'done') return { word: 'done', tone: 'good' }
  if (action.status === 'dropped') return { word: 'dropped', tone: 'plain' }
  return action.dueDate < dayOf(now) ? { word: 'overdue', tone: 'attention' } : { word: 'open', tone: 'accent' }
}
