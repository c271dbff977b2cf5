import { Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { readError } from './errors.ts'

interface AnswerProps<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown }
  children: (data: T) => ReactNode
}

/** What a question's answer draws: waiting, the sentence of a refusal, or the thing itself. */
export function Answer<T>({ query, children }: AnswerProps<T>): ReactNode {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ErrorNotice error={readError(query.error)} onRetry={() => void query.refetch()} />
  return (
    <div className="waiting">
      <Loader size="sm" aria-hidden />
    </div>
  )
}
