import type { Diagram, DiagramPatch } from '../../../../shared/contract/diagrams.ts'
import type { DiagramState } from './diagram-store.ts'

export interface QueueParts {
  readonly save: (patch: DiagramPatch, edit: string, joins: boolean) => Promise<{ updatedAt: string; revision: number }>
  readonly read: () => Promise<Diagram>
  /** Whether trying again may help; what is refused for good is dropped, told, and the diagram read again. */
  readonly mayRetry: (error: unknown) => boolean
  readonly onRefused: (error: unknown) => void
  /** Runs something later; returns the way to call it off. */
  readonly schedule: (run: () => void, delayMs: number) => () => void
}
interface Listener {
  readonly onStatus: (status: DiagramState['status'], updatedAt: string | null) => void
  readonly onLost: (error: unknown) => void
  readonly onRead: (found: Diagram) => void
}
interface Edit {
  readonly edit: string
  readonly patch: DiagramPatch
  /** Goes on with the edit before it of the same name, however long ago that was. */
  readonly joins: boolean
}
interface Entry extends Edit {
  isSent: boolean
}
interface SaveQueue {
  /** `isTyping`: more of the same follows. */
  readonly add: (edit: string, patch: DiagramPatch, how: { readonly isTyping: boolean; readonly joins: boolean }) => void
  readonly adopt: (found: Diagram) => void
  readonly hear: (revision: number) => void
  readonly flush: () => Promise<void>
}

const DELAY_MS = 300
const RETRY_MS = 2000

/** Both patches as one: what comes later wins. */
export function mergePatches(first: DiagramPatch, second: DiagramPatch): DiagramPatch {
  const put = new Map(first.put.map((item) => [item.id, item]))
  const remove = new Set(first.remove)
  for (const id of second.remove) {
    put.delete(id)
    remove.add(id)
  }
  for (const item of second.put) {
    put.set(item.id, item)
    remove.delete(item.id)
  }
  const settings = second.settings ?? first.settings
  return { put: [...put.values()], remove: [...remove], ...(settings && { settings }) }
}

/**
 * The way of edits into the workspace: sent in order, at once or after a pause while typing; what fails is kept and sent again
 * with all that followed. Knows by the workspace's revision whether somebody else changed something, and reads only then.
 */
export function createSaveQueue(
  { save, read, mayRetry, onRefused, schedule }: QueueParts,
  startRevision: number,
  listener: Listener
): SaveQueue {
  let waiting: (Edit & { callOff: () => void }) | null = null
  /** Not in the workspace yet, in order. */
  const unsent: Entry[] = []
  let running: Promise<void> = Promise.resolve()
  /** Something could not be sent: all waits for the next try. */
  let isStalled = false
  /** The last revision our picture of the diagram holds, and the newest one heard of. */
  let known = startRevision
  let heard = startRevision
  let isReading = false

  const isBusy = (): boolean => waiting !== null || unsent.length > 0
  const catchUp = async (): Promise<void> => {
    if (isReading || isBusy() || heard <= known) return
    isReading = true
    try {
      adopt(await read())
    } catch (error) {
      // A host that restarts says by its revision when to ask again; a diagram that is gone is told.
      heard = known
      if (!mayRetry(error)) listener.onLost(error)
    } finally {
      isReading = false
    }
    if (heard > known && !isBusy()) await catchUp()
  }
  const finish = (entry: Entry, revision: number, updatedAt: string): void => {
    unsent.splice(unsent.indexOf(entry), 1)
    // A revision in between is somebody else's doing.
    if (revision > known + 1) heard = Math.max(heard, revision)
    else known = Math.max(known, revision)
    listener.onStatus(isBusy() ? 'saving' : 'saved', updatedAt)
    if (heard > known) void catchUp()
  }
  const fail = (error: unknown): void => {
    if (isStalled || unsent.length === 0) return
    if (!mayRetry(error)) {
      unsent.length = 0
      known = -1
      heard = Math.max(heard, 0)
      onRefused(error)
      void catchUp()
      return
    }
    // Nothing is lost: it stays here, the person is told, and all of it is tried again in order.
    isStalled = true
    listener.onStatus('failed', null)
    schedule(() => {
      isStalled = false
      for (const entry of unsent) entry.isSent = false
      void send()
    }, RETRY_MS)
  }
  /** Sends at once what was not sent, without waiting for answers: whatever is asked for next, undo say, comes after it. */
  const send = async (): Promise<void> => {
    if (isStalled) {
      listener.onStatus('failed', null)
      return
    }
    const due = unsent.filter(({ isSent }) => !isSent)
    if (due.length > 0) listener.onStatus('saving', null)
    const answers = due.map(async (entry) => {
      entry.isSent = true
      try {
        const { revision, updatedAt } = await save(entry.patch, entry.edit, entry.joins)
        if (unsent.includes(entry)) finish(entry, revision, updatedAt)
      } catch (error) {
        fail(error)
      }
    })
    running = Promise.all([running, ...answers]).then(() => undefined)
    await running
  }
  const flush = async (): Promise<void> => {
    if (waiting) {
      waiting.callOff()
      unsent.push({ edit: waiting.edit, patch: waiting.patch, joins: waiting.joins, isSent: false })
      waiting = null
    }
    await send()
  }
  const adopt = (found: Diagram): void => {
    if (isBusy() || found.revision < known) {
      heard = Math.max(heard, found.revision)
      return
    }
    known = found.revision
    listener.onRead(found)
  }
  return {
    add: (edit, patch, { isTyping, joins }) => {
      if (waiting && (waiting.edit !== edit || !isTyping)) void flush()
      const merged = waiting ? mergePatches(waiting.patch, patch) : patch
      waiting?.callOff()
      waiting = { edit, patch: merged, joins, callOff: isTyping ? schedule(() => void flush(), DELAY_MS) : () => undefined }
      listener.onStatus('waiting', null)
      if (!isTyping) void flush()
    },
    adopt,
    hear: (revision) => {
      heard = Math.max(heard, revision)
      if (!isBusy()) void catchUp()
    },
    flush
  }
}
