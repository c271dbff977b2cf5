// node scripts/setup.mjs: everything a fresh clone needs. Runs again at no cost; only Node's own modules until it is done.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { resolveElectron } from './electron-runtime.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'
import { isMain, root } from './with-node.mjs'

const readLock = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages
/** npm leaves out what is meant for other systems, so a missing optional package says nothing. */
const isExpectedHere = (entry) => !entry.optional && !entry.devOptional && !entry.peer

/** Compares what npm says it installed with the lockfile; dates of files would lie after a checkout. */
function areDependenciesInstalled() {
  if (!existsSync(path.join(root, 'node_modules/.package-lock.json'))) return false
  const installed = readLock('node_modules/.package-lock.json')
  return Object.entries(readLock('package-lock.json')).every(([place, entry]) => {
    if (place === '') return true
    const here = installed[place]
    return here ? here.version === entry.version : !isExpectedHere(entry)
  })
}

function runNpm(args) {
  const npm = process.env.npm_execpath
  const options = { cwd: root, stdio: ['ignore', 2, 2] }
  const run = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (run.status !== 0) throw new Error(`npm ${args.join(' ')} failed: ${run.error?.message ?? `exit code ${run.status}`}`)
}

/** Dependencies only: enough for the command line. */
export function ensureDependencies() {
  if (areDependenciesInstalled()) return
  console.error('[setup] installing dependencies (npm ci)')
  runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
}

/** Dependencies, system libraries where there is no desktop, and an Electron that starts here. */
export function setUp(options = {}) {
  ensureDependencies()
  ensureSystemLibraries(options)
  return resolveElectron()
}

if (isMain(import.meta.url)) {
  const electron = setUp({ forTests: true })
  console.log(`ready: Electron ${electron.version} (${electron.source})`)
}
