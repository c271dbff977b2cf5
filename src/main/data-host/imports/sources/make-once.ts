import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { WorkFile } from '../../../files/work-file.ts'

/**
 * What `make` makes in a folder of its own under `workFolder`, made once for a `key`: the next one who asks gets the same
 * again. It must be plain data. When making fails nothing of it is left.
 */
export async function makeOnce<T>(workFolder: string, key: readonly unknown[], make: (folder: string) => Promise<T> | T): Promise<T> {
  const name = createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 24)
  const record = join(workFolder, `${name}.json`)
  if (existsSync(record)) return JSON.parse(readFileSync(record, 'utf8')) as T
  // A folder per making: two that look at the same file at the same time don't meet.
  const folder = join(workFolder, randomUUID())
  mkdirSync(folder, { mode: 0o700 })
  try {
    const made = await make(folder)
    const list = new WorkFile(join(folder, 'made.part'))
    list.write(JSON.stringify(made))
    list.finish(record)
    return made
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}
