// Adds up what the checks, vitest and Playwright report, so that one line can say it all.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { root } from './with-node.mjs'

export const emptyTally = () => ({ passed: 0, failed: 0, skipped: 0, skippedNames: [], failedNames: [] })

export function addTally(total, part) {
  for (const key of ['passed', 'failed', 'skipped']) total[key] += part[key]
  for (const key of ['skippedNames', 'failedNames']) total[key].push(...part[key])
}

/** A run that ended badly without naming a failed test (a file that does not load, a crash) counts as one failure. */
function withExitCode(tally, name, exitCode) {
  if (exitCode !== 0 && tally.failed === 0) {
    tally.failed = 1
    tally.failedNames.push(`${name}: ended with exit code ${exitCode} and no failed test`)
  }
  return tally
}

/** One check of `npm run check`: passed or failed as a whole. */
export const tallyOfCheck = (name, exitCode) => withExitCode({ ...emptyTally(), passed: exitCode === 0 ? 1 : 0 }, name, exitCode)

export const reportFile = (name) => path.join(root, 'test-results', `${name}.json`)
export const dropReport = (name) => rmSync(reportFile(name), { force: true })

function readReport(name) {
  const file = reportFile(name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** What vitest wrote with its JSON reporter. */
export function tallyOfVitest(name, exitCode) {
  const tally = emptyTally()
  for (const suite of readReport(name)?.testResults ?? []) {
    if (suite.status === 'failed' && suite.assertionResults.length === 0) {
      tally.failed += 1
      tally.failedNames.push(path.relative(root, suite.name))
    }
    for (const test of suite.assertionResults) {
      if (test.status === 'passed') tally.passed += 1
      else if (test.status === 'failed') {
        tally.failed += 1
        tally.failedNames.push(test.fullName)
      } else {
        tally.skipped += 1
        tally.skippedNames.push(test.fullName)
      }
    }
  }
  return withExitCode(tally, name, exitCode)
}

const flattenSpecs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(flattenSpecs)]

/** What Playwright wrote with its JSON reporter. A test that needed a second try counts as failed. */
export function tallyOfPlaywright(name, exitCode) {
  const tally = emptyTally()
  const report = readReport(name)
  for (const spec of (report?.suites ?? []).flatMap(flattenSpecs))
    for (const test of spec.tests) {
      const reason = test.annotations?.find((each) => each.type === 'skip')?.description
      if (test.status === 'expected') tally.passed += 1
      else if (test.status === 'skipped') {
        tally.skipped += 1
        tally.skippedNames.push(reason ? `${spec.title} (${reason})` : spec.title)
      } else {
        tally.failed += 1
        tally.failedNames.push(`${spec.file}: ${spec.title}`)
      }
    }
  return withExitCode(tally, name, exitCode)
}
