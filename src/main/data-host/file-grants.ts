import { randomUUID } from 'node:crypto'
import { CauceError } from '../../shared/domain/errors.ts'

/** Which paths this host may touch, by token. Main and the command line grant; the window only knows tokens. */
export class FileGrants {
  readonly #paths = new Map<string, string>()

  grant(path: string, token: string = randomUUID()): string {
    this.#paths.set(token, path)
    return token
  }

  /** The path behind a token; `file-token-unknown` when nobody granted it. */
  resolve(token: string): string {
    const path = this.#paths.get(token)
    if (path === undefined) throw new CauceError('file-token-unknown')
    return path
  }
}
