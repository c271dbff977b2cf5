// npm run --silent cauce -- <command>: the command line. Builds itself when its sources are newer than the last build.
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { ensureDependencies } from './setup.mjs'
import { findCapableNode, HOST_ENV, root, runToEnd } from './with-node.mjs'

const program = path.join(root, 'out/main/cli.cjs')

/** Latest change under the folders the command line is built from, in ms since 1970. */
function findNewestSource() {
  const stamps = ['src/shared', 'src/main'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(path.join(entry.parentPath ?? entry.path, entry.name)).mtimeMs)
  )
  return Math.max(...stamps)
}
const findBuildTime = () => statSync(program, { throwIfNoEntry: false })?.mtimeMs ?? 0

async function run(args) {
  ensureDependencies()
  if (findBuildTime() < findNewestSource()) {
    const built = await runToEnd(
      findCapableNode(),
      ['scripts/build.mjs', 'cli', 'import-worker', 'reading-worker', 'duplicates-worker', 'customers-worker', 'layout-worker'],
      {
        stdio: ['ignore', 'ignore', 'inherit']
      }
    )
    if (built !== 0) return built
  }
  // Paths are named from where the person stands, not from the project's folder where npm runs scripts.
  const cwd = process.env.npm_lifecycle_event ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd()
  return runToEnd(findCapableNode(), [program, ...args], {
    cwd,
    env: { ...HOST_ENV, ...process.env, CAUCE_RESOURCES: process.env.CAUCE_RESOURCES ?? path.join(root, 'resources') }
  })
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
