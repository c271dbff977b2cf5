import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { PickedFile } from '../../../shared/contract/shell.ts'
import type { ImportProgress, ImportResult, ImportSettings, Inspection } from '../../../shared/contract/imports.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { atomicWrite } from '../../files/atomic-write.ts'
import type { HostContext, OpenWorkspace } from '../context.ts'
import { readSettings } from '../database/settings.ts'
import { listOwnPresets } from '../repositories/own-presets.ts'
import type { InspectRequest } from './inspect.ts'
import type { StudyAnswer, StudyQuestion } from './cleaning/study-file.ts'
import { checkDataFile, type FileStamp } from './reading/file-check.ts'
import { WorkFolders } from './sources/work-folders.ts'
import { runWorker } from './start-worker.ts'
import type { WorkerJob } from './worker-messages.ts'

export type ImportEvent = { type: 'progress'; progress: ImportProgress } | { type: 'result'; result: ImportResult }

/**
 * How files stood when they were inspected, per host: a file that changed since is not what the person saw. By the grants,
 * because every call gets a copy of the context.
 */
const stamps = new WeakMap<HostContext['files'], Map<string, FileStamp>>()

function stampsOf(context: HostContext): Map<string, FileStamp> {
  const known = stamps.get(context.files) ?? new Map<string, FileStamp>()
  stamps.set(context.files, known)
  return known
}

/** What is made to read files, per host as well. */
const folders = new WeakMap<HostContext['files'], WorkFolders>()

function foldersOf(context: HostContext): WorkFolders {
  const known = folders.get(context.files) ?? new WorkFolders()
  folders.set(context.files, known)
  return known
}

/** Text from the clipboard as a file of its own, behind a token like one that was dropped. */
export function pasteText(context: HostContext, { text, name }: { text: string; name: string }): PickedFile {
  if (text.trim() === '') throw new CauceError('import-empty')
  const token = randomUUID()
  const path = foldersOf(context).keepText(token, name, text)
  context.files.grant(path, token)
  return { token, name: basename(path) }
}

/** What was made to read the file goes. */
export function leaveFile(context: HostContext, fileToken: string): void {
  foldersOf(context).leave(fileToken)
}

/** Presets people keep, and the currency, of the workspace that is open. */
function describeWorkspace({ current }: HostContext): Pick<InspectRequest, 'ownPresets' | 'currency'> {
  if (!current) return { ownPresets: [], currency: null }
  return { ownPresets: listOwnPresets(current.read), currency: readSettings(current.read).currency }
}

/** Inspects a file in a worker; remembers how it stood. */
export async function inspectGranted(
  context: HostContext,
  fileToken: string,
  given: Omit<InspectRequest, 'path' | 'resourcesDir' | 'workFolder' | 'ownPresets' | 'currency'>,
  signal?: AbortSignal
): Promise<Inspection> {
  const path = context.files.resolve(fileToken)
  stampsOf(context).set(fileToken, checkDataFile(path))
  const request: InspectRequest = {
    ...given,
    ...describeWorkspace(context),
    path,
    resourcesDir: context.resourcesDir,
    workFolder: foldersOf(context).provide(fileToken)
  }
  const cancelled = new SharedArrayBuffer(4)
  const onAbort = (): void => {
    Atomics.store(new Int32Array(cancelled), 0, 1)
  }
  signal?.addEventListener('abort', onAbort)
  try {
    for await (const message of runWorker({ task: 'inspect', request, cancelled }))
      if (message.type === 'inspection') return message.inspection
    throw new CauceError('internal')
  } finally {
    signal?.removeEventListener('abort', onAbort)
  }
}

function createJob(
  context: HostContext,
  workspace: OpenWorkspace,
  settings: ImportSettings,
  { keep, task }: { keep: boolean; task: 'import' | 'reject-file' }
): Extract<WorkerJob, { task: 'import' | 'reject-file' }> {
  return {
    task,
    workspacePath: workspace.path,
    cancelled: new SharedArrayBuffer(4),
    taken: new SharedArrayBuffer(4),
    import: {
      path: context.files.resolve(settings.fileToken),
      resourcesDir: context.resourcesDir,
      workFolder: foldersOf(context).provide(settings.fileToken),
      ownPresets: listOwnPresets(workspace.read),
      settings,
      stamp: stampsOf(context).get(settings.fileToken) ?? null,
      keep,
      now: context.now()
    }
  }
}

/** Looks at the values of a file in a worker; needs no turn, because nothing is written. */
export async function studyGranted<Q extends StudyQuestion>(
  context: HostContext,
  settings: ImportSettings,
  question: Q,
  signal?: AbortSignal
): Promise<Extract<StudyAnswer, { what: Q['what'] }>> {
  const { import: job, cancelled } = createJob(context, context.workspace(), settings, { keep: false, task: 'import' })
  const onAbort = (): void => {
    Atomics.store(new Int32Array(cancelled), 0, 1)
  }
  signal?.addEventListener('abort', onAbort)
  try {
    for await (const message of runWorker({ task: 'study', import: job, question, cancelled }))
      if (message.type === 'study' && isAnswerTo(question, message.answer)) return message.answer
    throw new CauceError('internal')
  } finally {
    signal?.removeEventListener('abort', onAbort)
  }
}

function isAnswerTo<Q extends StudyQuestion>(question: Q, answer: StudyAnswer): answer is Extract<StudyAnswer, { what: Q['what'] }> {
  return answer.what === question.what
}

/** Takes the workspace's turn to write and hands it back through the returned function. Commands of the window wait meanwhile, reads go on. */
function takeTurn(workspace: OpenWorkspace): Promise<() => void> {
  return new Promise((resolve, reject) => {
    workspace.gate
      .run(
        () =>
          new Promise<void>((release) => {
            resolve(release)
          })
      )
      .catch(reject)
  })
}

/** Forecast (`keep` false) or import: the same run. Yields progress, then the result. Aborting leaves nothing behind. */
export async function* streamImport(
  context: HostContext,
  settings: ImportSettings,
  keep: boolean,
  signal?: AbortSignal
): AsyncGenerator<ImportEvent, void, void> {
  const workspace = context.workspace()
  if (workspace.readOnly) throw new CauceError('file-no-permission')
  const release = await takeTurn(workspace)
  try {
    if (signal?.aborted) throw new CauceError('import-cancelled')
    const job = createJob(context, workspace, settings, { keep, task: 'import' })
    const onAbort = (): void => {
      Atomics.store(new Int32Array(job.cancelled), 0, 1)
    }
    signal?.addEventListener('abort', onAbort)
    try {
      for await (const message of runWorker(job)) {
        if (message.type === 'progress') yield message
        if (message.type === 'result') {
          if (keep) foldersOf(context).clear(settings.fileToken)
          if (keep) workspace.announce(['workspace', 'customers', 'imports', 'segments', 'value', 'models'])
          yield message
        }
      }
    } finally {
      signal?.removeEventListener('abort', onAbort)
    }
  } finally {
    release()
  }
}

/** Runs the import as a forecast and writes the rows it refuses to a file. */
export async function saveRejects(context: HostContext, settings: ImportSettings, outToken: string, signal?: AbortSignal): Promise<number> {
  const out = context.files.resolve(outToken)
  const workspace = context.workspace()
  const release = await takeTurn(workspace)
  try {
    const job = createJob(context, workspace, settings, { keep: false, task: 'reject-file' })
    signal?.addEventListener('abort', () => {
      Atomics.store(new Int32Array(job.cancelled), 0, 1)
    })
    let rows = 0
    const pieces = async function* (): AsyncGenerator<string> {
      for await (const message of runWorker(job)) {
        if (message.type === 'text') {
          yield message.text
          Atomics.add(new Int32Array(job.taken), 0, 1)
          Atomics.notify(new Int32Array(job.taken), 0)
        }
        if (message.type === 'result') rows = message.result.rejected
      }
    }
    await atomicWrite(out, pieces())
    return rows
  } finally {
    release()
  }
}
