import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Text } from '../../../shared/domain/text.ts'
import { checkDraft, tidyDraft, type OwnModel } from '../../../shared/models/own-model.ts'
import { client, orpc } from '../../api/client.ts'
import { createDraftStore, type DraftState, type DraftStore, type Stored } from './draft-store.ts'

function scheduleTimeout(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs)
  return () => {
    clearTimeout(timer)
  }
}

/** One draft for as long as the editor stands; what waits is sent when the screen or the window goes away. */
export function useDraft(stored: Stored): { store: DraftStore; state: DraftState } {
  const [store] = useState(() =>
    createDraftStore({
      stored,
      save: (definition, edit) => client.ownModels.saveOwnModel({ definition, edit }),
      schedule: scheduleTimeout
    })
  )
  useEffect(() => {
    store.adopt(stored)
  }, [store, stored])
  useEffect(() => {
    const flush = (): void => void store.flush()
    window.addEventListener('pagehide', flush)
    window.addEventListener('blur', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('blur', flush)
      flush()
    }
  }, [store])
  return { store, state: useSyncExternalStore(store.subscribe, store.getState) }
}

export interface DraftProblems {
  readonly blocking: readonly Text[]
  readonly unfinished: readonly Text[]
}
const NONE: DraftProblems = { blocking: [], unfinished: [] }

/** What is wrong with the definition and what is missing, as it is typed; nothing until the catalogues are there. */
export function useProblems(draft: OwnModel): DraftProblems {
  const kpis = useQuery(orpc.models.listKpis.queryOptions())
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const known = useMemo(
    () =>
      kpis.data && segments.data
        ? {
            kpis: new Set(kpis.data.map(({ id }) => id)),
            segments: new Set(segments.data.filter(({ kind }) => kind === 'built-in').map(({ id }) => id))
          }
        : null,
    [kpis.data, segments.data]
  )
  const settled = useDeferredValue(draft)
  return useMemo(() => (known ? checkDraft(tidyDraft(settled), known) : NONE), [settled, known])
}
