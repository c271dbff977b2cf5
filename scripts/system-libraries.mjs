// What Electron needs from a Linux system that has no desktop: a virtual display, GTK, NSS, sound and fonts.
import { spawnSync } from 'node:child_process'

const PACKAGES = ['xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2', 'fonts-liberation', 'ca-certificates']
/** Only tests use it: shows that no connection is made. */
const TEST_PACKAGES = ['strace']

export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

const runs = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0
const isInstalled = (name) => runs('dpkg', ['-s', name]) || runs('dpkg', ['-s', `${name}t64`])
/** Newer Debian and Ubuntu renamed some libraries (64-bit time). */
const nameHere = (name) => (runs('apt-cache', ['show', `${name}t64`]) ? `${name}t64` : name)

/** On a Linux machine with no display: installs what is missing when root, else says the exact command. */
export function ensureSystemLibraries({ forTests = false } = {}) {
  if (hasDisplay()) return
  const isDebian = !spawnSync('dpkg', ['--version'], { stdio: 'ignore' }).error
  if (!isDebian) {
    if (spawnSync('xvfb-run', ['--help'], { stdio: 'ignore' }).error)
      throw new Error(
        'There is no display here and no xvfb-run. Install Xvfb, GTK 3, NSS, GBM and ALSA with your package manager, then try again.'
      )
    return
  }
  const missing = [...PACKAGES, ...(forTests ? TEST_PACKAGES : [])].filter((name) => !isInstalled(name))
  if (missing.length === 0) return
  const install = ['install', '-y', '-qq', '--no-install-recommends']
  if (process.getuid() !== 0)
    throw new Error(`There is no display here. Run this first, then try again:\n  sudo apt-get ${install.join(' ')} ${missing.join(' ')}`)
  console.error(`[setup] installing system packages: ${missing.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Standard output may carry results (the command line's JSON), so apt speaks on standard error.
  const apt = (args) => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status
  apt(['update', '-qq'])
  if (apt([...install, ...missing.map(nameHere)]) !== 0) throw new Error(`apt-get could not install: ${missing.join(' ')}`)
}
