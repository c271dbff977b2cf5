// node scripts/run.mjs <electron|node> [args]: runs Electron, or a Node script that starts it, with the runtime in the
// environment and, on a Linux machine with no display, under xvfb-run.
import { resolveElectron, runtimeEnv, sandboxArgs } from './electron-runtime.mjs'
import { hasDisplay } from './system-libraries.mjs'
import { findCapableNode, isMain, runToEnd } from './with-node.mjs'

/** Runs `electron` or `node` with `args` to its end; resolves with the exit code. */
export function runWithElectron(kind, args, extraEnv = {}) {
  const runtime = resolveElectron()
  const isHeadless = !hasDisplay()
  // Under Xvfb there is no GPU: Electron's GPU process fails and is restarted, and a window made in that moment never paints.
  const flags = [...sandboxArgs(), ...(isHeadless ? ['--disable-gpu'] : [])]
  const env = {
    ...runtimeEnv(runtime),
    // What require('electron') answers outside Electron, hence what Playwright starts.
    ELECTRON_OVERRIDE_DIST_PATH: runtime.dist,
    CAUCE_ELECTRON: runtime.executablePath,
    CAUCE_LOCAL_ELECTRON_DIST: runtime.source === 'installed' ? '' : runtime.dist,
    CAUCE_ELECTRON_VERSION: runtime.version,
    CAUCE_ELECTRON_ARGS: flags.join(' '),
    ...extraEnv
  }
  const command = kind === 'electron' ? [runtime.executablePath, ...flags] : [findCapableNode()]
  const wrapped = isHeadless ? ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24', ...command] : command
  return runToEnd(wrapped[0], [...wrapped.slice(1), ...args], { env, detached: isHeadless })
}

if (isMain(import.meta.url)) process.exitCode = await runWithElectron(process.argv[2], process.argv.slice(3))
