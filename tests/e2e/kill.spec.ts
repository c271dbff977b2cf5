import { spawnSync } from 'node:child_process'
import { statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { createLocalHost } from '../../src/main/data-host/host.ts'
import { simulateOrders } from '../support/simulate-orders.ts'
import { createWorkspaceFile, dropFile, expect, findHostPid, launchCauce, test } from './launch.ts'

const ROWS = 300_000

function writeOrders(path: string): string {
  const { owners, days, amounts } = simulateOrders({ customers: 30_000, orders: ROWS, seed: 7 })
  const lines = Array.from(days, (day, row) => {
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
    return `P${String(row + 1)},C${String(owners[row])},${date},${((amounts[row] ?? 0) / 100).toFixed(2)}`
  })
  writeFileSync(path, `order_id,customer_id,order_date,amount\n${lines.join('\n')}\n`)
  return path
}

/** What the file holds, read without a window. */
async function readCounts(path: string): Promise<{ counts: unknown; batches: unknown[]; revision: number }> {
  const { context, client } = createLocalHost({ resourcesDir: resolve('resources') })
  const { counts, revision } = await client.workspace.openWorkspace({ fileToken: context.files.grant(path) })
  const batches = await client.imports.listBatches()
  await client.workspace.closeWorkspace()
  return { counts, batches, revision }
}

/** `cauce check`, as a person runs it. */
function check(path: string): { code: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('src/main/cli/index.ts'), 'check', path], { encoding: 'utf8' })
  return { code: status, out: stdout + stderr }
}

const running = (page: Page): Locator => page.getByTestId('progress').filter({ has: page.getByTestId('progress-cancel') })
const MOMENTS: Record<string, (page: Page, file: string) => Promise<void>> = {
  'while it reads': async (page) => {
    await expect(running(page)).toContainText(/[1-9][\d,]* rows/)
  },
  // Not kept yet, but already in the log beside the file.
  'while it writes': async (_page, file) => {
    await expect
      .poll(() => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0, { intervals: [5], timeout: 30_000 })
      .toBeGreaterThan(3_000_000)
  }
}

for (const [moment, waitFor] of Object.entries(MOMENTS)) {
  test(`kill -9 in the middle of an import, ${moment}: the workspace is as it was before`, async ({ folder, userData }) => {
    test.setTimeout(180_000)
    const file = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
    const orders = writeOrders(join(folder, 'orders.csv'))
    const before = await readCounts(file)
    const app = await launchCauce({ userData, file })
    const page = await app.firstWindow()
    await expect(page.getByTestId('home-title')).toBeVisible()
    await dropFile(app, page, orders)
    await expect(page.getByTestId('import-run')).toBeEnabled({ timeout: 60_000 })
    const host = await findHostPid(app)
    await page.getByTestId('import-run').click()
    await waitFor(page, file)
    await expect(page.getByTestId('import-result')).toHaveCount(0)
    const ended = app.waitForEvent('close')
    process.kill(host ?? 0, 'SIGKILL')
    app.process().kill('SIGKILL')
    await ended

    expect(check(file)).toMatchObject({ code: 0 })
    expect(await readCounts(file)).toEqual(before)
    const again = await launchCauce({ userData, file })
    try {
      const reopened = await again.firstWindow()
      await expect(reopened.getByTestId('home-title')).toBeVisible()
      await expect(reopened.getByTestId('error-notice')).toHaveCount(0)
      // And the same import goes through now.
      await dropFile(again, reopened, orders)
      await expect(reopened.getByTestId('import-run')).toBeEnabled({ timeout: 60_000 })
      await reopened.getByTestId('import-run').click()
      await expect(reopened.getByTestId('import-result')).toBeVisible({ timeout: 60_000 })
      await expect(reopened.getByTestId('count-created').first()).toHaveAttribute('data-count', String(ROWS))
    } finally {
      await again.close()
    }
    expect(check(file)).toMatchObject({ code: 0 })
  })
}
