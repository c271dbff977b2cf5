export interface ActionDraft {
  readonly title: string
  readonly owner: string
  /** `YYYY-MM-DD`, or empty. */
  readonly dueDate: string
  readonly segmentId: string
}
export const EMPTY_ACTION: ActionDraft = { title: '', owner: '', dueDate: '', segmentId: '' }

const REQUIRED = ['title', 'owner', 'dueDate'] as const
export type RequiredField = (typeof REQUIRED)[number]

/** What an action still lacks: nobody keeps a promise without an owner and a date. */
export function listLacking(draft: ActionDraft): RequiredField[] {
  return REQUIRED.filter((field) => draft[field].trim() === '')
}
