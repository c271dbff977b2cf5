import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createWorkspaceFile, expect, test as base } from './launch.ts'

const test = base.extend({
  file: async ({ folder }, use) => {
    await use(await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' }))
  }
})

async function readTotal(page: Page): Promise<number> {
  const total = page.getByTestId('customers-total')
  await expect(total).toHaveAttribute('data-count', /\d/)
  return Number(await total.getAttribute('data-count'))
}

test.beforeEach(async ({ page }) => {
  await page.getByTestId('rail-customers').click()
  await expect(page.getByTestId('customers-total')).toHaveAttribute('data-count', '1284')
})

test('columns are chosen, kept as a view, and still there after leaving', async ({ page, errors }) => {
  await page.getByTestId('customers-columns').click()
  await page.getByTestId('columns-find').fill('mail')
  await page.getByTestId('column-email').check()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('sort-email')).toBeVisible()

  await page.getByTestId('customers-view').click()
  await page.getByTestId('view-new').click()
  await page.getByTestId('view-name').fill('With e-mail')
  await page.getByTestId('view-submit').click()
  await expect(page.getByTestId('customers-view')).toHaveText('With e-mail')

  await page.getByTestId('customers-view').click()
  await page.getByTestId('view-usual').click()
  await expect(page.getByTestId('sort-email')).toHaveCount(0)
  await page.getByTestId('customers-view').click()
  await page.getByTestId('view-own').click()
  await expect(page.getByTestId('sort-email')).toBeVisible()
  expect(errors).toEqual([])
})

test('a column is filtered, and the filter becomes the rule of a segment', async ({ page, errors }) => {
  await page
    .getByRole('columnheader')
    .filter({ has: page.getByTestId('sort-revenue') })
    .hover()
  await page.getByTestId('column-menu-revenue').click()
  await page.getByTestId('column-filter').click()
  await page.getByTestId('rule-value').fill('1000')
  await page.getByTestId('rule-value-to').fill('5000')
  await page.getByTestId('filter-apply').click()
  await expect(page.getByTestId('condition-chip')).toHaveCount(1)
  await expect(page.getByTestId('customers-total')).not.toHaveAttribute('data-count', '1284')
  const total = await readTotal(page)
  await page.getByTestId('save-as-segment').click()
  await expect(page.getByTestId('rule-customers')).toHaveAttribute('data-count', String(total))
  expect(errors).toEqual([])
})

test('people found without accents are selected and tagged, which one undo takes back', async ({ page, errors }) => {
  await page.getByTestId('customers-search').fill('garcia')
  await expect(page.getByTestId('customers-total')).not.toHaveAttribute('data-count', '1284')
  const found = await readTotal(page)
  await expect(page.getByTestId('table-row').first()).toContainText('García')

  await page.getByTestId('mark-row').first().click()
  await page
    .getByTestId('mark-row')
    .nth(2)
    .click({ modifiers: ['Shift'] })
  await expect(page.getByTestId('selection-count')).toHaveAttribute('data-count', '3')
  await page.getByTestId('table-scroll').focus()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByTestId('selection-count')).toHaveAttribute('data-count', String(found))

  await page.getByTestId('bulk-tag').click()
  await page.getByTestId('bulk-tag-name').fill('zarzuela')
  await page.getByTestId('bulk-apply').click()
  await expect(page.getByTestId('notice')).toBeVisible()
  await page.getByTestId('customers-search').fill('zarzuela')
  await expect(page.getByTestId('customers-total')).toHaveAttribute('data-count', String(found))

  await page.getByTestId('notice-action').click()
  await expect(page.getByTestId('customers-total')).toHaveAttribute('data-count', '0')
  expect(errors).toEqual([])
})

test('what the table shows is exported as a file of its own', async ({ electronApp, page, folder, errors }) => {
  const path = join(folder, 'out.csv')
  await electronApp.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await page.getByTestId('customers-export').click()
  await page.getByTestId('export-excel-es').check()
  await page.getByTestId('export-save').click()
  await expect(page.getByTestId('notice')).toContainText('1,284')
  const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n')
  expect(lines).toHaveLength(1285)
  expect(lines[0]).toMatch(/^\ufeffName;City;/)
  expect(errors).toEqual([])
})

test('two marked in the table are looked at side by side and merged, which one undo takes back', async ({ page, errors }) => {
  const merge = async (): Promise<void> => {
    await page.getByTestId('mark-row').first().click()
    await expect(page.getByTestId('bulk-more')).toBeVisible()
    await page.getByTestId('mark-row').nth(2).click()
    await page.getByTestId('bulk-more').click()
    await page.getByTestId('bulk-merge').click()
  }
  await merge()
  await page.getByTestId('duplicate-skip').click()
  await expect(page.getByTestId('customers-total')).toHaveAttribute('data-count', '1284')

  await merge()
  await page.getByTestId('duplicate-merge').click()
  await expect(page.getByTestId('customers-total')).toHaveAttribute('data-count', '1283')
  await page.getByTestId('notice-action').click()
  await expect(page.getByTestId('customers-total')).toHaveAttribute('data-count', '1284')
  expect(errors).toEqual([])
})

test('who was added to a campaign nothing was sent for yet has a page that says so', async ({ page, errors }) => {
  await page.getByTestId('mark-row').first().click()
  await page.getByTestId('bulk-campaign').click()
  await page.getByTestId('bulk-campaign-name').fill('Come back')
  await page.getByTestId('bulk-apply').click()
  await expect(page.getByTestId('notice')).toContainText('1 customer')
  await page.getByTestId('table-row').first().locator('.customer-name').click()
  await expect(page.getByTestId('customer-panel').locator('[data-kind=campaign]').filter({ hasText: 'Come back' })).toContainText('–')
  await page.getByTestId('customer-open').click()
  await page.getByTestId('timeline-kind-campaign').click()
  await expect(page.locator('[data-testid^=entry-campaign-]').filter({ hasText: 'Come back' })).toContainText('–')
  expect(errors).toEqual([])
})
