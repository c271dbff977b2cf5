import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterEach, expect, test } from 'vitest'

interface Tally {
  passed: number
  failed: number
  skipped: number
  skippedNames: string[]
  failedNames: string[]
}
// A script of ours without types.
const tally = (await import(new URL('../../../scripts/test-tally.mjs', import.meta.url).href)) as {
  reportFile: (name: string) => string
  tallyOfCheck: (name: string, exitCode: number) => Tally
  tallyOfVitest: (name: string, exitCode: number) => Tally
  tallyOfPlaywright: (name: string, exitCode: number) => Tally
}
const NAME = 'tally-sample'
function writeReport(report: object): void {
  mkdirSync(dirname(tally.reportFile(NAME)), { recursive: true })
  writeFileSync(tally.reportFile(NAME), JSON.stringify(report))
}
afterEach(() => {
  rmSync(tally.reportFile(NAME), { force: true })
})

test('a run that reports nothing is one failure, never silence', () => {
  expect(tally.tallyOfVitest(NAME, 1)).toMatchObject({ passed: 0, failed: 1 })
  expect(tally.tallyOfPlaywright(NAME, 1)).toMatchObject({ passed: 0, failed: 1 })
  expect(tally.tallyOfCheck('lint', 1)).toMatchObject({ passed: 0, failed: 1 })
  expect(tally.tallyOfCheck('lint', 0)).toMatchObject({ passed: 1, failed: 0 })
})

test('counts what vitest reports, a file that does not load included', () => {
  writeReport({
    testResults: [
      { name: '/a.test.ts', status: 'failed', assertionResults: [] },
      {
        name: '/b.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'p' },
          { status: 'failed', fullName: 'f' },
          { status: 'skipped', fullName: 's' },
          { status: 'todo', fullName: 't' }
        ]
      }
    ]
  })
  expect(tally.tallyOfVitest(NAME, 1)).toMatchObject({ passed: 1, failed: 2, skipped: 2, skippedNames: ['s', 't'] })
})

test('counts what Playwright reports: skipped with the reason, a second try as failed', () => {
  const spec = (title: string, status: string, description?: string): object => ({
    title,
    file: 'a.spec.ts',
    tests: [{ status, annotations: description ? [{ type: 'skip', description }] : [] }]
  })
  writeReport({
    suites: [
      {
        specs: [spec('a', 'expected')],
        suites: [{ specs: [spec('b', 'unexpected'), spec('c', 'flaky'), spec('d', 'skipped', 'no display')] }]
      }
    ]
  })
  expect(tally.tallyOfPlaywright(NAME, 1)).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
    failedNames: ['a.spec.ts: b', 'a.spec.ts: c'],
    skippedNames: ['d (no display)']
  })
})
