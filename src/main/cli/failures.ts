import { ORPCError } from '@orpc/client'
import { z } from 'zod'
import { CauceError, ErrorCode, ErrorDetails } from '../../shared/domain/errors.ts'
import type { Language } from '../../shared/domain/text.ts'
import { translate } from '../../shared/i18n/translate.ts'

/** Used wrongly: exit 2 with the usage line. `key` is one of the messages under `cli`. */
export class UsageError extends Error {
  readonly key: string
  readonly params: Record<string, string>
  constructor(key: string, params: Record<string, string> = {}) {
    super(key)
    this.key = key
    this.params = params
  }
}

/** The input is at fault in a way only the command line knows of: exit 1. `message` is ready to read. */
export class InputError extends Error {
  readonly code: string
  readonly details: ErrorDetails
  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(message)
    this.code = code
    this.details = details
  }
}

export interface Failure {
  code: string
  message: string
  details: ErrorDetails
}

const FailedData = z.object({ code: ErrorCode, details: ErrorDetails })

/** What went wrong as one sentence and its code; never the text of a foreign error, which can quote a customer. */
export function describeFailure(error: unknown, language: Language): Failure {
  if (error instanceof InputError) return { code: error.code, message: error.message, details: error.details }
  const { code, details } = findCode(error)
  return { code, message: translate(language, `errors.${code}`, details), details }
}

/** Whether a procedure, or the code below it, refused with this code. */
export const isRefusedAs = (error: unknown, code: ErrorCode): boolean => findCode(error).code === code

function findCode(error: unknown): { code: ErrorCode; details: ErrorDetails } {
  if (error instanceof CauceError) return error
  if (error instanceof ORPCError) {
    const data = FailedData.safeParse(error.data)
    if (data.success) return data.data
    if (error.code === 'BAD_REQUEST') return { code: 'invalid-value', details: {} }
  }
  return { code: 'internal', details: {} }
}
