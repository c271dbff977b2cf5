import { fileURLToPath } from 'node:url'

/** What a thread is started with. */
interface WorkerEntry {
  readonly file: string
  readonly execArgv: string[]
}

/** A thread's entry: `source` beside the file at `here` when run from source, `built` beside the bundle this is in when built. */
export function locateWorker(here: string, source: string, built: string): WorkerEntry {
  const fromSource = fileURLToPath(here).endsWith('.ts')
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const stripsTypes = major > 23 || (major === 23 && minor >= 6)
  return {
    file: fileURLToPath(new URL(fromSource ? source : built, here)),
    execArgv: fromSource && !stripsTypes ? ['--experimental-strip-types'] : []
  }
}
