import type { ChangeArea, Settings, WorkspaceState } from '../../../shared/contract/workspace.ts'
import { CHANGE_AREAS } from '../../../shared/contract/workspace.ts'
import { isCalendarDay } from '../../../shared/domain/calendar-day.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { HostContext } from '../context.ts'
import { readRedoHead, readRevision, readUndoHead, recordChange } from '../database/changes.ts'
import { findProblems } from '../database/integrity.ts'
import { trackRows } from '../database/row-log.ts'
import { saveWorkspaceCopy } from '../database/save-copy.ts'
import { readSettings, writeSettings } from '../database/settings.ts'
import { areasOf, redoLast, undoLast } from '../database/undo.ts'
import { createFilledWorkspaceFile, createWorkspaceFile, openWorkspaceFile } from '../database/workspace-file.ts'
import { undoImports } from '../imports/undo.ts'
import { nameOf, readWorkspaceState } from '../repositories/workspace-state.ts'
import { fillFromSample } from '../samples/fill-sample.ts'
import { loadSamples } from '../samples/load-samples.ts'
import { host } from './base.ts'

/** Opens `path` in this host, then lets go of what was open before; a failure leaves that as it was. */
async function switchTo(context: HostContext, path: string): Promise<WorkspaceState> {
  if (context.current?.path !== path) {
    const opened = openWorkspaceFile(path, { changes: context.changes, now: context.now })
    await closeCurrent(context)
    context.setCurrent(opened)
    opened.announce(CHANGE_AREAS)
  }
  return readWorkspaceState(context.workspace())
}

async function closeCurrent(context: HostContext): Promise<void> {
  const { current } = context
  context.setCurrent(null)
  await current?.gate.run(current.close)
}

/** Which settings figures depend on: the others only change how things are shown. */
const FIGURE_SETTINGS: readonly (keyof Settings)[] = ['asOf', 'windowDays', 'grossMargin', 'newDays', 'currency']

/** Fills in what is given and leaves the rest of the settings. */
async function changeSettings(context: HostContext, input: Partial<Settings>): Promise<void> {
  if (typeof input.asOf === 'string' && !isCalendarDay(input.asOf)) throw new CauceError('invalid-value')
  const workspace = context.workspace()
  const before = readSettings(workspace.read)
  const changed = (Object.keys(input) as (keyof Settings)[]).filter((key) => input[key] !== undefined && input[key] !== before[key])
  if (changed.length === 0) return
  const areas: ChangeArea[] = changed.some((key) => FIGURE_SETTINGS.includes(key))
    ? ['workspace', 'customers', 'segments', 'value', 'models']
    : ['workspace']
  await workspace.change(areas, (db) => {
    const watched = changed.map((key) => ({ table: 'settings', where: { key } }))
    const { rows } = trackRows(db, watched, () => {
      writeSettings(db, Object.fromEntries(changed.map((key) => [key, input[key]])))
    })
    recordChange(db, { kind: 'settings-changed', details: {}, rows }, context.now())
  })
}

export const workspaceProcedures = {
  getState: host.workspace.getState.handler(({ context }) => (context.current ? readWorkspaceState(context.current) : null)),

  createWorkspace: host.workspace.createWorkspace.handler(async ({ context, input }) => {
    const path = context.files.resolve(input.fileToken)
    const options = { now: context.now, mayReplace: context.files.mayReplace(input.fileToken) }
    const sample = input.sampleId === undefined ? null : (loadSamples(context.resourcesDir).find(({ id }) => id === input.sampleId) ?? null)
    if (input.sampleId !== undefined && !sample) throw new CauceError('not-found')
    // A business that keeps its books in another currency would not be this one.
    const settings = { title: input.title ?? sample?.name.es ?? nameOf(path), currency: sample ? sample.currency : input.currency }
    if (sample) await createFilledWorkspaceFile(path, settings, (db) => fillFromSample(db, sample, context.now()), options)
    else createWorkspaceFile(path, settings, options)
    return switchTo(context, path)
  }),

  openWorkspace: host.workspace.openWorkspace.handler(({ context, input }) => switchTo(context, context.files.resolve(input.fileToken))),

  closeWorkspace: host.workspace.closeWorkspace.handler(async ({ context }) => {
    await closeCurrent(context)
    context.changes.publish({ revision: 0, areas: [...CHANGE_AREAS] })
    return null
  }),

  saveCopy: host.workspace.saveCopy.handler(async ({ context, input }) => {
    const workspace = context.workspace()
    const path = context.files.resolve(input.fileToken)
    return { bytes: await workspace.gate.run(() => saveWorkspaceCopy(workspace, path)) }
  }),

  updateSettings: host.workspace.updateSettings.handler(async ({ context, input }) => {
    const checked: Partial<Settings> = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    await changeSettings(context, checked)
    return readWorkspaceState(context.workspace())
  }),

  undo: host.workspace.undo.handler(({ context }) => {
    const workspace = context.workspace()
    return workspace.changeInSteps(areasOf(readUndoHead(workspace.read)), (db) => undoLast(db, undoImports(context.now())))
  }),

  redo: host.workspace.redo.handler(({ context }) => {
    const workspace = context.workspace()
    return workspace.changeInSteps(areasOf(readRedoHead(workspace.read)), (db) => redoLast(db, undoImports(context.now())))
  }),

  checkIntegrity: host.workspace.checkIntegrity.handler(({ context }) => {
    const problems = findProblems(context.workspace().read)
    return { ok: problems.length === 0, problems }
  }),

  listSamples: host.workspace.listSamples.handler(({ context }) =>
    loadSamples(context.resourcesDir).map(({ id, name, story, customers, orders }) => ({ id, name, story, customers, orders }))
  ),

  watchChanges: host.workspace.watchChanges.handler(async function* ({ context, signal }) {
    // Subscribed before the first answer, so that no change falls between the two.
    const subscription = context.changes.subscribe(signal)
    let next = subscription.next()
    try {
      yield { revision: context.current ? readRevision(context.current.read).number : 0, areas: [...CHANGE_AREAS] }
      for (;;) {
        const answer = await next
        if (answer.done === true) return
        next = subscription.next()
        yield answer.value
      }
    } finally {
      // Not awaited: it ends only after the change it is waiting for.
      void subscription.return()
    }
  })
}
