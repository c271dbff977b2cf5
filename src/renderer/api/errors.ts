import { ORPCError } from '@orpc/client'
import { z } from 'zod'
import { CauceError, ErrorCode, ErrorDetails } from '../../shared/domain/errors.ts'

export interface ReadError {
  code: ErrorCode
  details: ErrorDetails
}

const Refusal = z.object({ code: ErrorCode, details: ErrorDetails })

/** Any error of a call as a code with a sentence; what is not ours is `internal`. */
export function readError(error: unknown): ReadError {
  if (error instanceof CauceError) return { code: error.code, details: error.details }
  if (error instanceof ORPCError) {
    const refusal = Refusal.safeParse(error.data)
    if (refusal.success) return refusal.data
  }
  return { code: 'internal', details: {} }
}
