// The app in its real window, for the benchmarks that watch one: nothing drives it but Chromium's own protocol.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runWithElectron } from '../run.mjs'
import { setUp } from '../setup.mjs'
import { root, runScript } from '../with-node.mjs'
import { connectToPage } from './page-protocol.mjs'

/**
 * Builds, lets `fillFolder(folder)` put the workspace there, and runs `script` again with an Electron, a display and that
 * folder in CAUCE_BENCH_FOLDER. Answers the exit code.
 */
export async function prepareWindow(script, fillFolder) {
  setUp()
  if ((await runScript('scripts/build.mjs', [], { stdio: ['ignore', 2, 2] })) !== 0) return 1
  const folder = mkdtempSync(path.join(tmpdir(), 'cauce-bench-'))
  try {
    await fillFolder(folder)
    return await runWithElectron('node', [script], { CAUCE_BENCH_FOLDER: folder })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Starts the app on the file as the person's click would; `started` is the moment before the process, in ms of the clock. */
export async function startApp(folder, file) {
  const flags = process.env.CAUCE_ELECTRON_ARGS.split(' ').filter(Boolean)
  const args = [...flags, '--remote-debugging-port=0', `--user-data-dir=${path.join(folder, 'profile')}`, '.']
  const started = Date.now()
  const child = spawn(process.env.CAUCE_ELECTRON, [...args, path.join(folder, file)], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  return { started, ended, page: await connectToPage(child) }
}

/** Runs in the page: the moment, in ms of the clock, of the first frame in which `selector` is there in a visible window. */
export const whenShown = async (selector) => {
  while (document.visibilityState !== 'visible' || document.querySelector(selector) === null) await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  return performance.timeOrigin + performance.now()
}

/** Runs in the page. */
export const click = (selector) => {
  document.querySelector(selector).click()
}
