import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { z } from 'zod'
import { CauceError } from '../../../shared/domain/errors.ts'
import { systemCode, toFileError } from '../../files/file-errors.ts'

/** Who holds a workspace: the process, when it started (process ids are used again) and which opening of it. */
const Holder = z.object({ pid: z.number().int().positive(), started: z.string(), token: z.string() })
type Holder = z.infer<typeof Holder>

const WRITING_MS = 2000

/** Openings of this very process; a lock with our process id but none of these was left by a dead one with the same id. */
const ownTokens = new Set<string>()

export const lockPathOf = (workspacePath: string): string => `${workspacePath}.lock`

/**
 * When a process started, as the system writes it, or '' where it can't be told. A killed process whose parent has not
 * collected it yet (state Z) counts as gone: null.
 */
function readStart(pid: number): string | null {
  if (process.platform !== 'linux') return ''
  try {
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? '')
  } catch {
    // No such entry: the process is gone, or this system shows none; `isAlive` asks the system itself as well.
    return ''
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.pid === process.pid) return ownTokens.has(holder.token)
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    if (systemCode(error) !== 'EPERM') return false
  }
  const start = readStart(holder.pid)
  return start !== null && (start === '' || holder.started === '' || start === holder.started)
}

function readHolder(lockPath: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(lockPath, 'utf8')))
  } catch {
    // Cut short by a crash while it was written, or not ours: nobody can be shown to hold it.
    return null
  }
}

/** A lock that can't be read yet may be in the middle of being written: for a moment it counts. */
function isBeingWritten(lockPath: string): boolean {
  const made = statSync(lockPath, { throwIfNoEntry: false })?.mtimeMs
  return made !== undefined && Math.abs(Date.now() - made) < WRITING_MS
}

export interface Lock {
  /** The one before us ended without closing the workspace. */
  tookOver: boolean
  release: () => void
}

/** Takes the workspace for this opening; `file-in-use` when a living process has it. Errors of the folder are thrown as ours. */
export function takeLock(workspacePath: string): Lock {
  const lockPath = lockPathOf(workspacePath)
  const token = randomUUID()
  let tookOver = false
  for (;;) {
    try {
      writeLock(lockPath, { pid: process.pid, started: readStart(process.pid) ?? '', token })
      break
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw toFileError(error)
    }
    const holder = readHolder(lockPath)
    if (holder ? isAlive(holder) : isBeingWritten(lockPath)) throw new CauceError('file-in-use')
    removeLock(lockPath)
    tookOver = true
  }
  ownTokens.add(token)
  return {
    tookOver,
    release: () => {
      ownTokens.delete(token)
      // Somebody may have cleared the lock away and opened the file: theirs stays.
      if (readHolder(lockPath)?.token === token) removeLock(lockPath)
    }
  }
}

function writeLock(lockPath: string, holder: Holder): void {
  const descriptor = openSync(lockPath, 'wx', 0o600)
  try {
    writeSync(descriptor, JSON.stringify(holder))
    fsyncSync(descriptor)
  } catch (error) {
    // On a full disk the file is made but not its content: nobody may find it afterwards.
    removeLock(lockPath)
    throw error
  } finally {
    closeSync(descriptor)
  }
}

function removeLock(lockPath: string): void {
  try {
    unlinkSync(lockPath)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw toFileError(error)
  }
}
