import { create } from 'zustand'
import { useCommand } from '../../../stores/commands.ts'
import { emptyRule, type SegmentDraft } from './draft.ts'
import { record, redo, startHistory, undo, type History } from './history.ts'

interface Kept {
  readonly history: History<SegmentDraft>
  /** As it was when the draft was opened: what "discard" goes back to, and what a change is measured by. */
  readonly opened: SegmentDraft
}

/** Drafts by what they are of; kept while the app runs, so that a look at another screen loses nothing. */
const useDrafts = create<{ drafts: Readonly<Record<string, Kept>> }>(() => ({ drafts: {} }))

/** `owner`: the workspace, so that a draft never turns up in another one. Without a segment: the new one. */
export const nameDraft = (owner: string, segmentId?: string): string => JSON.stringify([owner, segmentId ?? null])

export const BLANK: SegmentDraft = { name: { en: '', es: '' }, rule: emptyRule(), isTarget: false }

/** Begins again from `draft`; what was there under that key is gone. */
export function openDraft(key: string, draft: SegmentDraft, opened = draft): void {
  useDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [key]: { history: startHistory(draft), opened } } }))
}

export function dropDraft(key: string): void {
  useDrafts.setState(({ drafts }) => ({ drafts: Object.fromEntries(Object.entries(drafts).filter(([each]) => each !== key)) }))
}

export const hasDraft = (key: string): boolean => {
  const kept = useDrafts.getState().drafts[key]
  return kept !== undefined && kept.history.present !== kept.opened
}

/** Whether something unsaved waits under that key. */
export function useHasDraft(key: string): boolean {
  return useDrafts(({ drafts }) => {
    const kept = drafts[key]
    return kept !== undefined && kept.history.present !== kept.opened
  })
}

function step(key: string, change: (history: History<SegmentDraft>) => History<SegmentDraft>): void {
  useDrafts.setState(({ drafts }) => {
    const kept = drafts[key]
    return kept ? { drafts: { ...drafts, [key]: { ...kept, history: change(kept.history) } } } : { drafts }
  })
}

/** Whether there is a draft under that key, changed or not. */
export function useIsOpen(key: string): boolean {
  return useDrafts(({ drafts }) => drafts[key] !== undefined)
}

export interface DraftControl {
  readonly draft: SegmentDraft
  readonly isChanged: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** `subject`: more of the same may follow and is one step for undo. */
  readonly edit: (change: (draft: SegmentDraft) => SegmentDraft, subject?: string) => void
  readonly undo: () => void
  readonly redo: () => void
}

/** The draft under that key; undo and redo of the whole app mean this draft while it is on the screen. */
export function useDraft(key: string): DraftControl {
  const kept = useDrafts(({ drafts }) => drafts[key])
  const history = kept?.history ?? startHistory(BLANK)
  const goBack = (): void => {
    step(key, undo)
  }
  const goOn = (): void => {
    step(key, redo)
  }
  const canUndo = history.past.length > 0
  const canRedo = history.future.length > 0
  useCommand('edit.undo', goBack)
  useCommand('edit.redo', goOn)
  return {
    draft: history.present,
    isChanged: kept !== undefined && history.present !== kept.opened,
    canUndo,
    canRedo,
    edit: (change, subject) => {
      step(key, (now) => record(now, change(now.present), subject ?? null))
    },
    undo: goBack,
    redo: goOn
  }
}
