import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { answerSaveDialog, createWorkspaceFile, expect, findHostPid, launchCauce, test } from './launch.ts'

async function openSample(
  folder: string,
  userData: string,
  language: 'en' | 'es' = 'en'
): Promise<{ app: ElectronApplication; page: Page }> {
  const file = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
  const app = await launchCauce({ userData, file, language })
  const page = await app.firstWindow()
  await page.getByTestId('home-revenue').waitFor()
  return { app, page }
}

/** Chooses the command's menu item, as a click on it would. */
async function chooseFromMenu(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, command) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(command)
    if (!item?.enabled) throw new Error(`the menu does not offer ${command}`)
    Reflect.apply(item.click, item, [undefined, BrowserWindow.getAllWindows()[0]])
  }, id)
}

test('an action added in Plan is undone and redone by keyboard and by menu', async ({ folder, userData }) => {
  const { app, page } = await openSample(folder, userData)
  try {
    await page.getByTestId('rail-plan').click()
    await page.getByTestId('plan-add').click()
    await page.getByTestId('action-title').fill('Call the hotels')
    await page.getByTestId('action-owner').fill('Ana')
    await page.getByTestId('action-due').fill('11/30/2026')
    await page.getByTestId('action-save').click()
    const action = page.getByText('Call the hotels', { exact: true })
    await expect(action).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('Control+Z')
    await expect(action).toHaveCount(0)
    await page.keyboard.press('Control+Shift+Z')
    await expect(action).toBeVisible()
    await chooseFromMenu(app, 'edit.undo')
    await expect(action).toHaveCount(0)
    await chooseFromMenu(app, 'edit.redo')
    await expect(action).toBeVisible()
  } finally {
    await app.close()
  }
})

test('a report, a diagram and the customers are saved from any screen, and the walk starts from any', async ({ folder, userData }) => {
  const { app, page } = await openSample(folder, userData)
  try {
    for (const [screen, item, name] of [
      ['home', 'report.markdown', 'report.md'],
      ['value', 'diagram.svg', 'diagram.svg'],
      ['plan', 'export.customers', 'customers.csv']
    ] as const) {
      const path = join(folder, name)
      await page.getByTestId(`rail-${screen}`).click()
      await answerSaveDialog(app, path)
      await chooseFromMenu(app, item)
      await expect.poll(() => existsSync(path), { timeout: 15_000 }).toBe(true)
    }
    await page.keyboard.press('Control+Enter')
    await expect(page.getByTestId('walk-page')).toBeVisible()
  } finally {
    await app.close()
  }
})

test('a row and a cell of the customers table go to the clipboard', async ({ folder, userData }) => {
  const { app, page } = await openSample(folder, userData)
  const readClipboard = (): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText())
  try {
    await page.getByTestId('rail-customers').click()
    await page.getByTestId('table-row').first().waitFor()
    const name = (await page.locator('.customer-name').first().textContent()) ?? ''
    await page.getByTestId('table-scroll').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+C')
    await expect.poll(readClipboard).toMatch(new RegExp(`^${name}\t`))
    await page.locator('.customer-name').first().click({ button: 'right' })
    await page.getByTestId('copy-cell').click()
    await expect.poll(readClipboard).toBe(name)
  } finally {
    await app.close()
  }
})

for (const [language, query, found] of [
  ['es', 'campeones', 'Campeones (RFM)'],
  ['es', 'cafeteria', 'Cafetería El Reloj'],
  ['en', 'champions', 'Champions (RFM)'],
  ['en', 'differentiate', 'Differentiate']
] as const) {
  test(`the palette finds “${found}” by “${query}” (${language})`, async ({ folder, userData }) => {
    const { app, page } = await openSample(folder, userData, language)
    try {
      await page.keyboard.press('Control+K')
      await page.getByRole('dialog').getByRole('textbox').fill(query)
      await expect(page.getByRole('dialog').getByText(found, { exact: true }).first()).toBeVisible()
    } finally {
      await app.close()
    }
  })
}

test('Escape closes the panel from the table, but first the list that is open over it', async ({ folder, userData }) => {
  const { app, page } = await openSample(folder, userData)
  try {
    await page.getByTestId('rail-customers').click()
    await page.getByTestId('table-row').first().click()
    await expect(page.getByTestId('customer-panel')).toBeVisible()
    await page.getByTestId('customers-segment').click()
    await expect(page.getByRole('listbox')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('listbox')).toBeHidden()
    await expect(page.getByTestId('customer-panel')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByTestId('customer-panel')).toHaveCount(0)
  } finally {
    await app.close()
  }
})

test('after the host is killed the screen in sight has its data again', async ({ folder, userData }) => {
  const { app, page } = await openSample(folder, userData)
  try {
    await page.getByTestId('rail-segments').click()
    await expect(page.getByTestId('segment-s_all')).toHaveAttribute('data-count', '1284')
    process.kill((await findHostPid(app)) ?? 0, 'SIGKILL')
    await page.getByTestId('rail-customers').click()
    await expect(page.getByTestId('table-row').first()).toBeVisible({ timeout: 15_000 })
    await expect(page.getByTestId('customers-total')).toHaveAttribute('data-count', '1284')
  } finally {
    await app.close()
  }
})
