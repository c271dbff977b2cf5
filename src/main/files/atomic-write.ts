import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CauceError } from '../../shared/domain/errors.ts'
import { systemCode, toFileError } from './file-errors.ts'

export type Chunk = string | Uint8Array
export type FileContent = Chunk | Iterable<Chunk> | AsyncIterable<Chunk>

const BUFFER_BYTES = 1 << 18
/** Windows refuses a rename while a virus scanner holds the target: try again for a moment. */
const RENAME_WAITS_MS = [10, 50, 200, 800]

/**
 * The one way the app writes a file for a person: into a temporary file in the same folder, flushed to the disk, then
 * renamed over the target, so that after a crash or a power cut there is either the old file or the whole new one.
 * Returns the bytes written. Throws `disk-full`, `file-no-permission`, `file-is-folder`, `folder-missing` or
 * `write-failed`, with the target as it was.
 */
export async function atomicWrite(path: string, content: FileContent): Promise<number> {
  return replaceFile(path, async (temporary) => {
    const file = await open(temporary, 'wx', 0o600)
    try {
      return await writeChunks(file, toChunks(content))
    } finally {
      await file.close()
    }
  })
}

/**
 * Puts in place a file that `write` makes at the temporary path it is given, flushed and renamed as `atomicWrite` does.
 * `write` returns how many bytes it made; a different size on the disk is a failure.
 */
export async function replaceFile(path: string, write: (temporary: string) => Promise<number>): Promise<number> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`)
  try {
    await refuseFolder(path)
    const bytes = await write(temporary)
    await flushFile(temporary)
    const { size } = await stat(temporary)
    if (size !== bytes) throw new CauceError('write-failed', { reason: 'size' })
    await renameOver(temporary, path)
    await flushFolder(dirname(path))
    return bytes
  } catch (error) {
    await rm(temporary, { force: true })
    if (!(await hasFolder(path))) throw new CauceError('folder-missing')
    throw toFileError(error)
  }
}

const hasFolder = (path: string): Promise<boolean> =>
  stat(dirname(path)).then(
    (found) => found.isDirectory(),
    (error: unknown) => !['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')
  )

async function refuseFolder(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  })
  if (found?.isDirectory()) throw new CauceError('file-is-folder')
}

function toChunks(content: FileContent): Iterable<Chunk> | AsyncIterable<Chunk> {
  return typeof content === 'string' || content instanceof Uint8Array ? [content] : content
}

/** Small chunks (a line each) are gathered, so that a million rows are not a million writes. */
async function writeChunks(file: FileHandle, chunks: Iterable<Chunk> | AsyncIterable<Chunk>): Promise<number> {
  let total = 0
  let waiting: Uint8Array[] = []
  let waitingBytes = 0
  const flush = async (): Promise<void> => {
    if (waitingBytes > 0) await file.writev(waiting)
    total += waitingBytes
    waiting = []
    waitingBytes = 0
  }
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk
    if (bytes.byteLength === 0) continue
    waiting.push(bytes)
    waitingBytes += bytes.byteLength
    if (waitingBytes >= BUFFER_BYTES || waiting.length >= 512) await flush()
  }
  await flush()
  return total
}

async function flushFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function renameOver(from: string, to: string): Promise<void> {
  for (const delay of RENAME_WAITS_MS) {
    try {
      await rename(from, to)
      return
    } catch (error) {
      const code = systemCode(error)
      if (process.platform !== 'win32' || (code !== 'EPERM' && code !== 'EACCES' && code !== 'EBUSY')) throw error
      await wait(delay)
    }
  }
  await rename(from, to)
}

/** Without this the rename itself can be lost with the power. Windows has no folder to flush. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
