import { useCallback, useEffect, useState } from 'react'
import type { DuplicateSummary, SearchProgress } from '../../../shared/contract/duplicates.ts'
import { client } from '../../api/client.ts'
import { readError, type ReadError } from '../../api/errors.ts'
import { useWorkspace } from '../../api/workspace.ts'

export type SearchState =
  { step: 'running'; progress: SearchProgress | null } | { step: 'done'; summary: DuplicateSummary } | { step: 'failed'; error: ReadError }

/** Follows the search for duplicates, again after every change; what was found stays in sight meanwhile. */
export function useDuplicateSearch(): { state: SearchState; again: () => void; cancel: () => void } {
  const [state, setState] = useState<SearchState>({ step: 'running', progress: null })
  const [attempt, setAttempt] = useState(0)
  const revision = useWorkspace()?.revision
  useEffect(() => {
    const abort = new AbortController()
    void follow(abort.signal, (next) => {
      if (!abort.signal.aborted) setState((now) => (next.step === 'running' && now.step === 'done' && !next.progress ? now : next))
    })
    return () => {
      abort.abort()
    }
  }, [attempt, revision])
  const again = useCallback(() => {
    setState({ step: 'running', progress: null })
    setAttempt((count) => count + 1)
  }, [])
  const cancel = useCallback(() => {
    void client.duplicates.cancelSearch()
  }, [])
  return { state, again, cancel }
}

async function follow(signal: AbortSignal, tell: (state: SearchState) => void): Promise<void> {
  try {
    for await (const event of await client.duplicates.searchDuplicates(undefined, { signal })) {
      if (event.type === 'progress') tell({ step: 'running', progress: event.progress })
      else tell({ step: 'done', summary: event.summary })
    }
  } catch (error) {
    tell({ step: 'failed', error: readError(error) })
  }
}
