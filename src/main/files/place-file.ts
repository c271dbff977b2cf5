import { closeSync, constants, copyFileSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'

/** Waits until what is in the file, or which names are in the folder, has reached the disk. */
export function flushPath(path: string): void {
  const descriptor = openSync(path, constants.O_RDONLY)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Gives a finished file its name, as `replaceFile` does, for a caller that can't wait for promises (SQLite's is not asynchronous). */
export function placeFile(temporary: string, path: string): void {
  flushPath(temporary)
  renameSync(temporary, path)
  // Windows has no folder to flush.
  if (process.platform !== 'win32') flushPath(dirname(path))
}

/** Copies into a folder of our own that is thrown away again: nobody's file is replaced. */
export function copyToTemporary(path: string, temporary: string): void {
  copyFileSync(path, temporary)
}
