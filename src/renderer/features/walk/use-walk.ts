import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, orpc, queryClient } from '../../api/client.ts'
import { readError, type ReadError } from '../../api/errors.ts'
import type { Walk } from '../../../shared/contract/walks.ts'
import type { Autosave } from '../../ui/autosave.ts'

export interface WalkControl {
  readonly walk: Walk | undefined
  readonly error: Error | null
  readonly retry: () => void
  /** A move that could not be made: the text of the step is still unsaved, or the host refused. */
  readonly refusal: ReadError | 'unsaved' | null
  readonly isMoving: boolean
  /** Saves, leaves the current element and goes to another (null: the closing page). What was written makes the element left done. */
  readonly go: (elementId: string | null, leaveAs?: 'skipped') => Promise<void>
  readonly finish: () => Promise<void>
}

/** A walk and the ways to move through it. Text typed is saved before any move. */
export function useWalk(walkId: number, autosave: Autosave): WalkControl {
  // Not kept once the screen is left: coming back must show what was saved on leaving, not what was read before.
  const query = useQuery({ ...orpc.walks.getWalk.queryOptions({ input: { id: walkId } }), gcTime: 0 })
  const [refusal, setRefusal] = useState<ReadError | 'unsaved' | null>(null)
  const [isMoving, setIsMoving] = useState(false)
  const walk = query.data

  const move = async (call: () => Promise<Walk>): Promise<void> => {
    if (!walk || isMoving) return
    setIsMoving(true)
    setRefusal(null)
    try {
      if (!(await autosave.flush())) {
        setRefusal('unsaved')
        return
      }
      queryClient.setQueryData(orpc.walks.getWalk.queryKey({ input: { id: walkId } }), await call())
    } catch (error) {
      setRefusal(readError(error))
    } finally {
      setIsMoving(false)
    }
  }
  return {
    walk,
    error: query.error,
    retry: () => void query.refetch(),
    refusal,
    isMoving,
    go: (elementId, leaveAs) => move(() => client.walks.goToStep({ walkId, elementId, ...(leaveAs ? { leaveAs } : {}) })),
    finish: () => move(() => client.walks.finishWalk({ walkId }))
  }
}
