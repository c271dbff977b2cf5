import type { ActionDraft } from '../../../shared/contract/walks.ts'

export const EMPTY_ACTION: ActionDraft = { title: '', owner: '', dueDate: '', segmentId: '' }

const REQUIRED = ['title', 'owner', 'dueDate'] as const
export type RequiredField = (typeof REQUIRED)[number]

/** What an action still lacks: nobody keeps a promise without an owner and a date. */
export function listLacking(draft: ActionDraft): RequiredField[] {
  return REQUIRED.filter((field) => draft[field].trim() === '')
}

/** What is kept of an open form: null when nothing is in it, so that an emptied form does not open by itself. */
export function keepDraft(draft: ActionDraft): ActionDraft | null {
  return Object.values(draft).every((text) => text === '') ? null : draft
}
