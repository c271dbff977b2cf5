// npm run check: types, layers, lint, format, unused code and unit tests. All of them run, whatever fails.
import { ensureDependencies } from './setup.mjs'
import { addTally, dropReport, emptyTally, reportFile, tallyOfCheck, tallyOfVitest } from './test-tally.mjs'
import { isMain, runScript } from './with-node.mjs'

const CHECKS = [
  ['types', 'node_modules/typescript/bin/tsc', ['-b']],
  ['layers', 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', ['src', '--config', 'tests/architecture/layers.cjs']],
  ['lint', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings=0']],
  ['format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['unused code', 'node_modules/knip/bin/knip.js', []]
]

/** Runs one vitest project and answers its tally. */
export async function runVitest(project) {
  console.log(`\n── tests: ${project}`)
  dropReport(project)
  const args = [
    'run',
    '--project',
    project,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile(project)}`
  ]
  return tallyOfVitest(project, await runScript('node_modules/vitest/vitest.mjs', args))
}

export async function runChecks() {
  const total = emptyTally()
  for (const [name, script, args] of CHECKS) {
    console.log(`\n── ${name}`)
    addTally(total, tallyOfCheck(name, await runScript(script, args)))
  }
  addTally(total, await runVitest('unit'))
  return total
}

/** Names what failed and what was left out, then the one line that sums it up. Answers the exit code. */
export function printTally(total) {
  if (total.skippedNames.length > 0) console.log(['\nskipped:', ...total.skippedNames.map((name) => `  ${name}`)].join('\n'))
  if (total.failedNames.length > 0) console.log(['\nfailed:', ...total.failedNames.map((name) => `  ${name}`)].join('\n'))
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
  return total.failed > 0 ? 1 : 0
}

if (isMain(import.meta.url)) {
  ensureDependencies()
  process.exitCode = printTally(await runChecks())
}
