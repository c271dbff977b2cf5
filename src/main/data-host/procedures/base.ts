import { implement, type ImplementerInternalWithMiddlewares } from '@orpc/server'
import { CauceError } from '../../../shared/domain/errors.ts'
import { contract, type Contract } from '../../../shared/contract/index.ts'
import { toFileError } from '../../files/file-errors.ts'
import type { HostContext } from '../context.ts'
import { toWorkspaceError } from '../database/sqlite-errors.ts'

const implementer = implement(contract)
  .$context<HostContext>()
  .use(async ({ next, errors }) => {
    try {
      return await next()
    } catch (error) {
      throw toContractError(error, errors)
    }
  })

/**
 * Implementer of the whole contract. Our own errors cross as data (code and details); anything else is a fault of ours and
 * crosses as `internal` with no detail, because a message of SQLite or a parser can quote a customer. Its type is named: written
 * out, the contract's is too long for the compiler.
 */
export const host: ImplementerInternalWithMiddlewares<Contract, HostContext, HostContext> = implementer

type Errors = { FAILED: (options: { data: { code: CauceError['code']; details: CauceError['details'] } }) => Error }

/** What a caller of the contract sees of `error`. Errors thrown while a stream runs go through here too. */
export function toContractError(error: unknown, errors: Errors): unknown {
  const known = toFileError(toWorkspaceError(error))
  if (known instanceof CauceError) return errors.FAILED({ data: { code: known.code, details: known.details } })
  return error
}
