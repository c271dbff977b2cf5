import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemCode } from '../../../files/file-errors.ts'
import { WorkFile } from '../../../files/work-file.ts'

const PREFIX = 'cauce-work-'
/** The folders of this process, removed when it ends. */
const roots = new Set<string>()

function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true })
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0)
    return true
  } catch (error) {
    // It is there and belongs to somebody else.
    return systemCode(error) === 'EPERM'
  }
}

/** Folders of processes that were killed before they could clear up. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = /^cauce-work-(?<process>\d+)-/.exec(name)?.groups?.['process']
    if (owner === undefined || isAlive(Number(owner))) continue
    try {
      removeFolder(join(tmpdir(), name))
    } catch (error) {
      // Another person's on a shared machine: theirs to clear.
      if (systemCode(error) === null) throw error
    }
  }
}

function makeRoot(): string {
  removeLeftovers()
  if (roots.size === 0)
    process.once('exit', () => {
      roots.forEach(removeFolder)
    })
  // Nobody else may look inside: mkdtemp gives the folder to its owner alone.
  const root = mkdtempSync(join(tmpdir(), `${PREFIX}${String(process.pid)}-`))
  roots.add(root)
  return root
}

/** No folder, no path, nothing a file system refuses; what the person sees in the list of imports. */
function toFileName(name: string): string {
  return (
    name
      .replace(/[/\\:*?"<>|\p{Cc}]/gu, ' ')
      .replace(/^[.\s]+|[.\s]+$/g, '')
      .slice(0, 80) || 'table'
  )
}

/**
 * Private folders for what is made to read a file: the sheet of a workbook as text, the text of the clipboard. One per file;
 * it goes when the import is done or the file is left, and with the host at the latest.
 */
export class WorkFolders {
  #root: string | null = null
  readonly #pasted = new Set<string>()

  #folderOf(token: string): string {
    this.#root ??= makeRoot()
    return join(this.#root, createHash('sha256').update(token).digest('hex').slice(0, 16))
  }

  /** The folder for what is made of the file behind `token`; there now. */
  provide(token: string): string {
    const folder = this.#folderOf(token)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return folder
  }

  /** Puts text into a file of its own, called `name`, and gives its path; it stays until the file is left. */
  keepText(token: string, name: string, text: string): string {
    const path = join(this.provide(token), toFileName(name))
    const file = new WorkFile(path)
    file.write(text)
    file.close()
    this.#pasted.add(token)
    return path
  }

  /** What was made goes; pasted text is the file itself and stays until it is left. */
  clear(token: string): void {
    if (!this.#pasted.has(token)) this.leave(token)
  }

  leave(token: string): void {
    this.#pasted.delete(token)
    if (this.#root !== null) removeFolder(this.#folderOf(token))
  }
}
