// npm run package [-- target …]: what electron-builder can make on this machine. Without targets: those that
// electron-builder.yml names for this system.
// On a machine that only has the older demonstration runtime: an unpacked folder and a deb to try the settings with, both
// under release/trial/ and neither ever to be handed out.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { resolveElectron } from './electron-runtime.mjs'
import { setUp } from './setup.mjs'
import { isMain, root, runScript } from './with-node.mjs'

const SYSTEM = { linux: '--linux', win32: '--win', darwin: '--mac' }

/** electron-builder needs a runtime; the pinned fallback may only serve a trial. */
function planBuild(wanted) {
  const runtime = resolveElectron()
  const isTrial = runtime.source !== 'installed'
  const targets = wanted.length > 0 ? wanted : isTrial ? ['dir', 'deb'] : []
  const output = isTrial ? 'release/trial' : 'release'
  const own = isTrial ? [`-c.electronDist=${runtime.dist}`, `-c.electronVersion=${runtime.version}`] : []
  return { isTrial, output, args: [SYSTEM[process.platform], ...targets, `-c.directories.output=${output}`, ...own, '--publish', 'never'] }
}

/** Packages the built app; answers the exit code and the folder it went to. */
export async function packageApp(wanted = []) {
  setUp()
  const { isTrial, output, args } = planBuild(wanted)
  const hasFpm = !spawnSync('fpm', ['--version'], { stdio: 'ignore' }).error
  // electron-builder fetches fpm; dpkg-deb makes the same deb where it cannot.
  const env = { ...process.env, ...(isTrial && !hasFpm ? { CUSTOM_FPM_PATH: path.join(root, 'scripts/fpm-shim.mjs') } : {}) }
  const code = await runScript('node_modules/electron-builder/cli.js', args, { env })
  if (isTrial && code === 0) console.log(`${output}: a trial with an older Electron. Do not hand it out.`)
  return { code, output }
}

if (isMain(import.meta.url)) {
  setUp()
  const built = await runScript('scripts/build.mjs')
  process.exitCode = built === 0 ? (await packageApp(process.argv.slice(2))).code : built
}
