import { randomUUID } from 'node:crypto'
import { CauceError } from '../../shared/domain/errors.ts'

/** Which paths this host may touch, by token. Main and the command line grant; the window only knows tokens. */
export class FileGrants {
  readonly #paths = new Map<string, string>()
  readonly #replaceable = new Set<string>()

  /** `mayReplace`: the person agreed in the dialog that a new workspace takes the place of the file that is there. */
  grant(path: string, token: string = randomUUID(), { mayReplace = false }: { mayReplace?: boolean } = {}): string {
    this.#paths.set(token, path)
    if (mayReplace) this.#replaceable.add(token)
    return token
  }

  /** Whether a new workspace may take the place of the file behind the token. */
  mayReplace(token: string): boolean {
    return this.#replaceable.has(token)
  }

  /** The path behind a token; `file-token-unknown` when nobody granted it. */
  resolve(token: string): string {
    const path = this.#paths.get(token)
    if (path === undefined) throw new CauceError('file-token-unknown')
    return path
  }
}
