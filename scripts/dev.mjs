// node scripts/dev.mjs: the window from Vite's server with hot replacement, the rest built on every change, Electron restarted.
import { spawn } from 'node:child_process'
import { build, createServer } from 'vite'
import { ENTRIES, rendererConfig } from './build.mjs'
import { setUp } from './setup.mjs'
import { root } from './with-node.mjs'

setUp()
const server = await createServer({ ...rendererConfig, mode: 'development', server: { host: '127.0.0.1' } })
await server.listen()
let electron
let timer
function restart() {
  clearTimeout(timer)
  timer = setTimeout(() => {
    electron?.removeAllListeners('exit')
    electron?.kill()
    const env = { ...process.env, CAUCE_DEV_URL: server.resolvedUrls.local[0] }
    electron = spawn(process.execPath, ['scripts/run.mjs', 'electron', '.', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit', env })
    electron.on('exit', (code) => process.exit(code ?? 1))
  }, 150)
}
for (const [name, { config }] of Object.entries(ENTRIES)) {
  if (name === 'renderer') continue
  const watcher = await build({ ...config, build: { ...config.build, watch: {} } })
  watcher.on('event', (event) => event.code === 'BUNDLE_END' && restart())
}
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    electron?.kill(signal)
    process.exit(0)
  })
