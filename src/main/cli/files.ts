import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { CauceError } from '../../shared/domain/errors.ts'
import { inspectFileHeader } from '../data-host/database/file-header.ts'
import { lockPathOf } from '../data-host/database/lock-file.ts'
import { systemCode } from '../files/file-errors.ts'
import type { Call } from './command.ts'
import { InputError } from './failures.ts'

/** What SQLite keeps beside a workspace while it is open. */
const SIDECARS = ['-wal', '-shm', '-journal'] as const

/** Refuses a file that is to be read and is not there, by its name. */
export function requireFile(call: Call, path: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new InputError('file-missing', call.t('noFile', { path }))
  if (found.isDirectory()) throw new InputError('file-is-folder', call.t('isFolder', { path }))
  return path
}

/**
 * Refuses a target that would destroy something or can't be written, before anything is done: a file the command reads
 * (by whatever name or link), any workspace, what stands beside one, a folder or a device, a folder that is not there or
 * is closed to us.
 */
export function requireTarget(call: Call, out: string, inputs: readonly (string | undefined)[]): string {
  const path = resolve(out)
  const read = inputs.filter((input) => input !== undefined).map((input) => resolve(input))
  const folder = dirname(path)
  requireFolder(call, folder)
  const beside = read.flatMap((input) => [lockPathOf(input), ...SIDECARS.map((ending) => input + ending)])
  const real = resolve(realpathSync(folder), path.slice(folder.length).replace(/^[/\\]+/, ''))
  if (read.some((input) => isSameFile(path, input)) || beside.some((each) => each === path || each === real))
    throw new InputError('output-is-input', call.t('outputIsInput', { path: out }))
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return out
  if (found.isDirectory()) throw new InputError('file-is-folder', call.t('isFolder', { path: out }))
  if (!found.isFile()) throw new InputError('output-not-file', call.t('outputNotFile', { path: out }))
  if (isWorkspace(path)) throw new InputError('output-is-workspace', call.t('outputIsWorkspace', { path: out }))
  return out
}

/** Refuses a folder that is not there, or in which we may not write. */
export function requireFolder(call: Call, folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new InputError('output-folder-missing', call.t('outputFolderMissing', { folder }))
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    if (systemCode(error) === null) throw error
    throw new InputError('file-no-permission', call.t('outputFolderClosed', { folder }))
  }
}

/** The same file, whatever it is called: through links of either sort, or written differently. */
function isSameFile(one: string, other: string): boolean {
  if (one === other) return true
  if (!existsSync(one) || !existsSync(other)) return false
  if (realpathSync(one) === realpathSync(other)) return true
  const [a, b] = [statSync(one, { bigint: true }), statSync(other, { bigint: true })]
  return a.ino === b.ino && a.dev === b.dev && a.ino !== 0n
}

/** Marked as one of ours, of whatever version and in whatever state. */
function isWorkspace(path: string): boolean {
  try {
    inspectFileHeader(path, Number.MAX_SAFE_INTEGER)
    return true
  } catch (error) {
    if (error instanceof CauceError && ['file-empty', 'file-not-ours'].includes(error.code)) return false
    if (error instanceof CauceError && error.code === 'file-damaged') return true
    throw error
  }
}

/** Opens the workspace named FILE at the date asked for, after looking at where the answer is to be written. */
export async function openWorkspace(call: Call, out?: string): Promise<void> {
  const file = requireFile(call, call.arg('FILE'))
  if (out !== undefined) requireTarget(call, out, [file])
  await call.session.open(file, call.option('as-of'))
}
