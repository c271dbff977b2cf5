import type { CauceBridge, PickedFile, ShellInput, ShellOutput, ShellVerb } from '../../shared/contract/shell.ts'
import type { ErrorCode, ErrorDetails } from '../../shared/domain/errors.ts'
import { CauceError } from '../../shared/domain/errors.ts'

declare global {
  interface Window {
    readonly cauce: CauceBridge
  }
}

/** Asks main for one of the few things only it can do (dialogs, windows, PDF, clipboard). */
export function shell<V extends ShellVerb>(verb: V, input: ShellInput<V>): Promise<ShellOutput<V>> {
  return window.cauce.call(verb, input)
}

/** A dropped file as a token. */
export function tokenForFile(file: File): Promise<PickedFile> {
  return window.cauce.tokenForFile(file)
}

export const bridge = {
  onCommand: (listener: (id: string) => void): (() => void) => window.cauce.onCommand(listener),
  onEnvironment: (listener: Parameters<CauceBridge['onEnvironment']>[0]): (() => void) => window.cauce.onEnvironment(listener),
  onRefusal: (listener: Parameters<CauceBridge['onRefusal']>[0]): (() => void) => window.cauce.onRefusal(listener)
}

/** Throws the refusal some verbs answer with, so that callers have one way to fail. */
export function refuse(error: { code: ErrorCode; details: ErrorDetails }): never {
  throw CauceError.revive(error)
}
