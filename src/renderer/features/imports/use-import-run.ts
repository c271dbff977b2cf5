import { useCallback, useEffect, useRef, useState } from 'react'
import type { ImportProgress, ImportResult, ImportSettings } from '../../../shared/contract/imports.ts'
import { client } from '../../api/client.ts'
import { readError, type ReadError } from '../../api/errors.ts'

export type RunState =
  | { step: 'idle' }
  | { step: 'running'; progress: ImportProgress | null }
  | { step: 'done'; result: ImportResult }
  | { step: 'failed'; error: ReadError }
  | { step: 'cancelled' }

const PROCEDURES = { forecast: client.imports.forecastImport, import: client.imports.runImport } as const

/** One forecast or import at a time, with its progress; starting another or leaving cancels it. */
export function useImportRun(what: keyof typeof PROCEDURES): {
  state: RunState
  start: (settings: ImportSettings) => void
  cancel: () => void
  reset: () => void
} {
  const [state, setState] = useState<RunState>({ step: 'idle' })
  const abort = useRef<AbortController | null>(null)

  const stop = useCallback(() => {
    abort.current?.abort()
    abort.current = null
  }, [])
  useEffect(() => stop, [stop])

  const start = useCallback(
    (settings: ImportSettings) => {
      stop()
      const controller = new AbortController()
      abort.current = controller
      setState({ step: 'running', progress: null })
      const tell = (next: RunState): void => {
        if (!controller.signal.aborted) setState(next)
      }
      void follow(what, settings, controller.signal, tell)
    },
    [stop, what]
  )
  const cancel = useCallback(() => {
    stop()
    setState({ step: 'cancelled' })
  }, [stop])
  const reset = useCallback(() => {
    stop()
    setState({ step: 'idle' })
  }, [stop])
  return { state, start, cancel, reset }
}

async function follow(
  what: keyof typeof PROCEDURES,
  settings: ImportSettings,
  signal: AbortSignal,
  tell: (state: RunState) => void
): Promise<void> {
  try {
    for await (const event of await PROCEDURES[what](settings, { signal })) {
      if (event.type === 'progress') tell({ step: 'running', progress: event.progress })
      else tell({ step: 'done', result: event.result })
    }
  } catch (error) {
    tell({ step: 'failed', error: readError(error) })
  }
}
