import { CauceError } from '../../../../shared/domain/errors.ts'
import type { OpenWorkspace } from '../../context.ts'
import { keepInBackground, writeDerived } from '../background.ts'
import type { Figures } from '../figures.ts'
import { startPace } from '../../pause.ts'

/** Goes up when what a kept answer holds, or how it is found, changes. */
const PREFIX = 'answer-2/'

/** Seconds of work in slices; throws when nobody waits for it any more. */
export type RunSteps = <T>(steps: Generator<void, T, void>) => Promise<T>

interface Job {
  /** What it is computed from: data and settings. */
  readonly source: string
  readonly result: Promise<unknown>
  waiting: number
  readonly stop: AbortController
}
const running = new WeakMap<OpenWorkspace, Map<string, Job>>()
const answered = new WeakMap<Figures, Map<string, unknown>>()

/** What long answers depend on beside their own options. */
function describeSource(figures: Figures): string {
  return JSON.stringify([figures.dataNumber, figures.asOf, figures.settings])
}

function makeRunner(stop: AbortSignal): RunSteps {
  return async (steps) => {
    const pace = startPace()
    for (;;) {
      if (stop.aborted) throw new CauceError('busy')
      const step = steps.next()
      if (step.done) return step.value
      await pace()
    }
  }
}

/**
 * A long answer about these figures: from memory or the file where it was found before, else computed once for all who ask.
 * Other calls are let in between slices. The work ends when everybody who waits has gone (`signal`), or when the same is asked
 * of newer data; whoever still waited then gets `busy` and asks again.
 */
export async function answerOnce<T>(
  workspace: OpenWorkspace,
  figures: Figures,
  name: string,
  signal: AbortSignal | undefined,
  work: (run: RunSteps) => Promise<T>
): Promise<T> {
  const known = answered.get(figures) ?? new Map<string, unknown>()
  answered.set(figures, known)
  if (known.has(name)) return known.get(name) as T
  const source = describeSource(figures)
  const stored = readAnswer(workspace, name, source, figures.dataNumber)
  if (stored) {
    known.set(name, stored.answer)
    return stored.answer as T
  }
  const jobs = running.get(workspace) ?? new Map<string, Job>()
  running.set(workspace, jobs)
  const earlier = jobs.get(name)
  if (earlier && earlier.source !== source) earlier.stop.abort()
  const job = earlier?.source === source && !earlier.stop.signal.aborted ? earlier : startJob(jobs, name, source, work)
  if (job !== earlier)
    job.result.then(
      (answer) => {
        known.set(name, answer)
        keepAnswer(workspace, name, source, figures.dataNumber, answer)
      },
      () => undefined
    )
  return (await waitFor(job, signal)) as T
}

function startJob<T>(jobs: Map<string, Job>, name: string, source: string, work: (run: RunSteps) => Promise<T>): Job {
  const stop = new AbortController()
  const job: Job = { source, result: work(makeRunner(stop.signal)), waiting: 0, stop }
  const forget = (): void => {
    if (jobs.get(name) === job) jobs.delete(name)
  }
  job.result.then(forget, forget)
  jobs.set(name, job)
  return job
}

async function waitFor(job: Job, signal: AbortSignal | undefined): Promise<unknown> {
  job.waiting++
  const leave = (): void => {
    job.waiting--
    if (job.waiting === 0) job.stop.abort()
  }
  signal?.addEventListener('abort', leave, { once: true })
  try {
    return await job.result
  } finally {
    signal?.removeEventListener('abort', leave)
  }
}

function readAnswer({ read }: OpenWorkspace, name: string, source: string, dataNumber: number): { answer: unknown } | null {
  const content = read
    .prepare<[string, number], Buffer>('SELECT content FROM figure_cache WHERE key = ? AND data_number = ?')
    .pluck()
    .get(PREFIX + name, dataNumber)
  if (!content) return null
  const kept = JSON.parse(content.toString('utf8')) as { source: string; answer: unknown }
  return kept.source === source ? kept : null
}

function keepAnswer(workspace: OpenWorkspace, name: string, source: string, dataNumber: number, answer: unknown): void {
  if (workspace.readOnly) return
  keepInBackground(workspace, 'a long answer', async () => {
    await writeDerived(workspace, () => {
      workspace.write.prepare("DELETE FROM figure_cache WHERE key LIKE 'answer-%' AND data_number < ?").run(dataNumber)
      workspace.write
        .prepare(
          'INSERT INTO figure_cache (key, data_number, content) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET data_number = excluded.data_number, content = excluded.content'
        )
        .run(PREFIX + name, dataNumber, Buffer.from(JSON.stringify({ source, answer })))
    })
  })
}
