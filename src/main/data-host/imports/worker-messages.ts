import type { ImportProgress, ImportResult, Inspection } from '../../../shared/contract/imports.ts'
import type { StudyAnswer, StudyQuestion } from './cleaning/study-file.ts'
import type { InspectRequest } from './inspect.ts'
import type { ReadRequest } from './run/read-first-orders.ts'
import type { FileJob } from './sources/prepare-job.ts'

/**
 * What the worker is given. `cancelled`: one 32-bit number; anything but 0 stops the run. `taken`: how many pieces of
 * text were taken so far; the worker waits when it is too far ahead, so that a large file is never in memory.
 */
export type WorkerJob =
  | { task: 'inspect'; request: InspectRequest; cancelled: SharedArrayBuffer }
  | { task: 'study'; import: FileJob; question: StudyQuestion; cancelled: SharedArrayBuffer }
  | { task: 'import' | 'reject-file'; workspacePath: string; import: FileJob; cancelled: SharedArrayBuffer; taken: SharedArrayBuffer }

/** What a job says while it runs. */
export type JobMessage =
  | { type: 'progress'; progress: ImportProgress }
  | { type: 'text'; text: string }
  | { type: 'result'; result: ImportResult }
  | { type: 'inspection'; inspection: Inspection }
  | { type: 'study'; answer: StudyAnswer }

/** What the worker gives its reading thread; the numbers as above, `taken` counting what that thread gave. */
export interface ReadJob {
  request: ReadRequest
  workspacePath: string
  cancelled: SharedArrayBuffer
  taken: SharedArrayBuffer
}
