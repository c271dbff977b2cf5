// npm test: sets up, then every kind of test; one closing line says how many passed, failed and were skipped.
import { printTally, runChecks, runVitest } from './check.mjs'
import { runWithElectron } from './run.mjs'
import { setUp } from './setup.mjs'
import { addTally, dropReport, emptyTally, tallyOfCheck, tallyOfPlaywright } from './test-tally.mjs'
import { runScript } from './with-node.mjs'

/** The built app in a real Electron window. `args` choose files or tests, as Playwright takes them. */
async function runEndToEnd(args = []) {
  console.log('\n── tests: end to end')
  dropReport('e2e')
  return tallyOfPlaywright('e2e', await runWithElectron('node', ['node_modules/@playwright/test/cli.js', 'test', ...args]))
}

/** `npm test -- e2e [file …]` runs the end-to-end tests alone, `npm test -- data-host` one project of vitest. */
async function runTests([kind, ...args]) {
  const total = emptyTally()
  setUp({ forTests: true })
  const isWanted = (name) => kind === undefined || kind === name
  if (kind === undefined) addTally(total, await runChecks())
  for (const project of ['unit', 'data-host', 'component']) {
    const ranAlready = project === 'unit' && kind === undefined
    if (isWanted(project) && !ranAlready) addTally(total, await runVitest(project))
  }
  if (isWanted('e2e')) {
    console.log('\n── build')
    const built = tallyOfCheck('build', await runScript('scripts/build.mjs'))
    addTally(total, built)
    if (built.failed === 0) addTally(total, await runEndToEnd(args))
  }
  return printTally(total)
}

try {
  process.exitCode = await runTests(process.argv.slice(2))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
