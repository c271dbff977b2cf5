import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { createWorkspaceFile, dropFile, expect, launchCauce, test } from './launch.ts'

/** Dates and amounts that read two ways, in the last columns of a wide file. */
function writeWideFile(path: string): void {
  const names = [...Array.from({ length: 37 }, (_, k) => `System column ${k + 1}`), 'customer', 'date', 'amount']
  const rows = Array.from({ length: 30 }, (_, i) =>
    [
      ...names.slice(3).map((_, k) => String(k * i)),
      `Customer ${i % 7}`,
      `0${1 + (i % 9)}/0${1 + (i % 8)}/2026`,
      `"${1 + (i % 9)},${100 + i}"`
    ].join(',')
  )
  writeFileSync(path, [names.join(','), ...rows].join('\n'))
}

function writeOrders(path: string, count: number, extra: readonly string[] = []): void {
  const rows = Array.from({ length: count }, (_, i) => `P${i},C${i % 5000},2026-0${1 + (i % 9)}-1${i % 10},${10 + (i % 90)}.50`)
  writeFileSync(path, ['order_id,customer_id,order_date,amount', ...rows, ...extra].join('\n'))
}

async function findProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

test('a wide file shows its recognised columns first, asks what reads two ways and has no serious finding of axe', async ({
  folder,
  userData
}) => {
  const file = await createWorkspaceFile(join(folder, 'Wide.cauce'))
  const csv = join(folder, 'wide.csv')
  writeWideFile(csv)
  const app = await launchCauce({ userData, file })
  try {
    const page = await app.firstWindow()
    await page.getByTestId('rail-home').waitFor()
    await dropFile(app, page, csv)
    await expect(page.getByTestId('import-questions')).toBeVisible()
    await expect(page.locator('.mapping-name').first()).toHaveText('customer')
    await expect(page.getByTestId('import-run')).toBeDisabled()
    expect(await findProblems(page)).toEqual([])
    await page.getByTestId('answer-dmy').click()
    await page.getByTestId('answer-comma').click()
    await expect(page.getByTestId('import-run')).toBeEnabled()
    await expect(page.getByTestId('count-created').first()).toHaveAttribute('data-count', '30')
  } finally {
    await app.close()
  }
})

test('refused rows say why, and the screen with them has no serious finding of axe', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'Refused.cauce'))
  const csv = join(folder, 'refused.csv')
  writeOrders(csv, 20, ['X1,C1,2026-02-31,10.00', 'X2,C1,,10.00', 'X3,C1,2026-03-01,much'])
  const app = await launchCauce({ userData, file, theme: 'dark' })
  try {
    const page = await app.firstWindow()
    await page.getByTestId('rail-home').waitFor()
    await dropFile(app, page, csv)
    await expect(page.getByTestId('count-rejected').first()).toHaveAttribute('data-count', '3')
    await expect(page.getByTestId('import-rejects').locator('li')).toHaveCount(3)
    expect(await findProblems(page)).toEqual([])
  } finally {
    await app.close()
  }
})

test('a big import shows how far it is, and once cancelled says that nothing was kept', async ({ folder, userData }) => {
  test.setTimeout(90_000)
  const file = await createWorkspaceFile(join(folder, 'Big.cauce'))
  const csv = join(folder, 'big.csv')
  writeOrders(csv, 300_000)
  const app = await launchCauce({ userData, file })
  try {
    const page = await app.firstWindow()
    await page.getByTestId('rail-home').waitFor()
    await dropFile(app, page, csv)
    await page.getByTestId('import-run').click({ timeout: 60_000 })
    await page.getByTestId('progress-cancel').click()
    await expect(page.getByTestId('import-forecast')).toContainText('nothing was kept')
    await page.getByTestId('rail-customers').click()
    await expect(page.getByTestId('empty-state')).toBeVisible()
  } finally {
    await app.close()
  }
})

test('an import is taken back from its result, and another from Settings', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'Back.cauce'))
  const csv = join(folder, 'orders.csv')
  writeOrders(csv, 40)
  const app = await launchCauce({ userData, file })
  try {
    const page = await app.firstWindow()
    await page.getByTestId('rail-home').waitFor()
    for (const place of ['result', 'settings'] as const) {
      await dropFile(app, page, csv)
      await page.getByTestId('import-run').click({ timeout: 20_000 })
      await expect(page.getByTestId('import-result')).toBeVisible()
      if (place === 'result') await page.getByTestId('import-undo').click()
      else {
        await page.getByTestId('rail-settings').click()
        await page
          .getByRole('button', { name: /undo the import/i })
          .last()
          .click()
        await expect(page.getByRole('button', { name: /undo the import/i })).toHaveCount(0)
      }
      await page.getByTestId('rail-customers').click()
      await expect(page.getByTestId('empty-state')).toBeVisible()
    }
  } finally {
    await app.close()
  }
})
