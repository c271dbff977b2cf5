import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Workspace files among a program's arguments, as full paths. The file managers of Linux name a file by its address. */
export function findNamedFiles(argv: readonly string[], folder: string): string[] {
  return argv
    .filter((arg) => !arg.startsWith('-') && /\.cauce$/i.test(arg))
    .map((arg) => (/^file:\/\//i.test(arg) ? fileURLToPath(arg) : resolve(folder, arg)))
}
