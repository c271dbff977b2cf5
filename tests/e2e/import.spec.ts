import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import writeXlsxFile from 'write-excel-file/node'
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
    await expect(page.locator('.mapping-name').first()).toContainText('customer')
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
      if (place === 'result') {
        // Taken back and done again by keyboard, the page says what holds.
        await page.keyboard.press('Control+z')
        await expect(page.getByTestId('import-undo')).toHaveCount(0)
        await page.keyboard.press('Control+Shift+Z')
        await page.getByTestId('import-undo').click()
        await expect(page.getByTestId('import-undo')).toHaveCount(0)
      } else {
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

/** Text as a Spanish Excel saves it. */
const toWindows1252 = (text: string): Buffer => Buffer.from(text.replaceAll('€', '\u0080'), 'latin1')

const CITIES = ['Barcelona', 'barcelona', 'Barcelona ', 'Málaga']
/** A month of a shop's customers: semicolons, windows-1252, dates that read two ways, phones and cities as people write them. */
function writeCustomers(path: string, month: number): void {
  const rows = Array.from({ length: 12 }, (_, i) =>
    [`C${month}-${i}`, `Íñigo Peña ${month}${i}`, `600 11 22 ${10 + i}`, CITIES[i % 4], `0${1 + (i % 9)}/0${1 + ((i + 3) % 8)}/2024`].join(
      ';'
    )
  )
  writeFileSync(path, toWindows1252(['Código;Cliente;Móvil;Población;Cliente desde', ...rows].join('\r\n')))
}

test('a Spanish file is read, its question answered, cleaned step by step with counts, and the next month’s is recognised', async ({
  folder,
  userData
}) => {
  test.setTimeout(90_000)
  const file = await createWorkspaceFile(join(folder, 'Mes.cauce'))
  const [march, april] = [join(folder, 'marzo.csv'), join(folder, 'abril.csv')]
  writeCustomers(march, 3)
  writeCustomers(april, 4)
  const app = await launchCauce({ userData, file, language: 'es' })
  try {
    const page = await app.firstWindow()
    await page.getByTestId('rail-home').waitFor()
    await dropFile(app, page, march)
    await expect(page.getByTestId('import-dialect')).toContainText('Windows-1252, separado por punto y coma')
    await expect(page.getByTestId('import-mapping')).toContainText('Íñigo Peña 30')

    await expect(page.getByTestId('answer-dmy')).toContainText('01/04/2024 → 1 de abril de 2024')
    await expect(page.getByTestId('answer-mdy')).toContainText('01/04/2024 → 4 de enero de 2024')
    await page.getByTestId('answer-dmy').click()
    await expect(page.getByTestId('import-mapping')).toContainText('→ 1 de abril de 2024')

    await page.getByTestId('suggestion-phone').click()
    await expect(page.getByTestId('step-rows-phone')).toHaveAttribute('data-count', '12')
    await expect(page.getByTestId('step-phone')).toContainText('600 11 22 10 → +34600112210')
    await page.getByTestId('suggestion-merge').click()
    await expect(page.getByTestId('step-rows-merge')).toHaveAttribute('data-count', '6')
    await page.getByTestId('step-switch-merge').click({ force: true })
    await expect(page.getByTestId('step-rows-merge')).toHaveCount(0)
    await page.getByTestId('step-switch-merge').click({ force: true })
    await expect(page.getByTestId('step-rows-merge')).toHaveAttribute('data-count', '6')
    expect(await findProblems(page)).toEqual([])

    await expect(page.getByTestId('import-totals')).toHaveText('12 clientes')
    await page.getByTestId('import-run').click()
    await expect(page.getByTestId('import-result')).toBeVisible()
    await page.getByTestId('preset-name').fill('Clientes del mes')
    await page.getByTestId('preset-save').click()
    await expect(page.getByTestId('preset-saved')).toBeVisible()
    expect(await findProblems(page)).toEqual([])

    await dropFile(app, page, april)
    await expect(page.getByTestId('import-source')).toContainText('Clientes del mes')
    await expect(page.getByTestId('import-questions')).toHaveCount(0)
    await expect(page.getByTestId('step-rows-phone')).toHaveAttribute('data-count', '12')
    await page.getByTestId('import-run').click()
    await expect(page.getByTestId('import-result')).toBeVisible()
    await page.getByTestId('import-undo').click()
    await expect(page.getByTestId('import-result')).toContainText('está como antes')
    await page.getByTestId('rail-customers').click()
    await expect(page.getByText('Íñigo Peña 30', { exact: true })).toBeVisible()
    await expect(page.getByText('Íñigo Peña 40', { exact: true })).toHaveCount(0)
  } finally {
    await app.close()
  }
})

test('cells pasted from a spreadsheet are read in, and a workbook offers its sheets', async ({ folder, userData }) => {
  test.setTimeout(60_000)
  const file = await createWorkspaceFile(join(folder, 'Pasted.cauce'))
  const book = join(folder, 'shop.xlsx')
  const sheet = (name: string, rows: number): { sheet: string; data: { value: string | number }[][] } => ({
    sheet: name,
    data: [
      ['order_id', 'customer', 'order_date', 'amount'].map((value) => ({ value })),
      ...Array.from({ length: rows }, (_, i) => [`${name}${i}`, `Customer ${i}`, `2026-01-${10 + i}`, 10.5 + i].map((value) => ({ value })))
    ]
  })
  await writeXlsxFile([sheet('March', 3), sheet('April', 5)]).toFile(book)
  const app = await launchCauce({ userData, file })
  try {
    const page = await app.firstWindow()
    await page.getByTestId('rail-home').waitFor()
    await dropFile(app, page, book)
    await expect(page.getByTestId('import-rows')).toHaveText('3 rows')
    await page.getByTestId('import-sheet').click()
    await page.getByRole('option', { name: 'April (5 rows)' }).click()
    await expect(page.getByTestId('import-rows')).toHaveText('5 rows')
    await expect(page.getByTestId('import-totals')).toHaveText('5 orders, €62.50, from Jan 10, 2026 to Jan 14, 2026')

    await page.getByTestId('import-file').click()
    await app.evaluate(({ clipboard }) => {
      return clipboard.writeText('order_id\tcustomer\torder_date\tamount\nA1\tAna\t2026-02-01\t7.25\nA2\tEva\t2026-02-02\t8.00\n')
    })
    await page.keyboard.press('ControlOrMeta+V')
    await expect(page.getByTestId('import-file')).toContainText('Pasted table')
    await expect(page.getByTestId('import-totals')).toHaveText('2 orders, €15.25, from Feb 1, 2026 to Feb 2, 2026')
    await page.getByTestId('import-run').click()
    await expect(page.getByTestId('import-result')).toBeVisible()
  } finally {
    await app.close()
  }
})
