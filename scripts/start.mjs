// npm start [-- file.cauce]: sets up, builds and opens the app. With no display: the guided tour in a virtual one.
import path from 'node:path'
import { runWithElectron } from './run.mjs'
import { setUp } from './setup.mjs'
import { hasDisplay } from './system-libraries.mjs'
import { runScript } from './with-node.mjs'

async function start(args) {
  setUp()
  const built = await runScript('scripts/build.mjs')
  if (built !== 0) return built
  // npm runs scripts in the project's folder; a file is named from where the person stands.
  const files = args.map((arg) => (arg.startsWith('-') ? arg : path.resolve(process.env.INIT_CWD ?? process.cwd(), arg)))
  if (hasDisplay()) return runWithElectron('electron', ['.', ...files])
  console.log('No display here: taking the guided tour in a virtual one.')
  return runWithElectron('node', ['scripts/tour.mjs', ...files])
}

try {
  process.exitCode = await start(process.argv.slice(2))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
