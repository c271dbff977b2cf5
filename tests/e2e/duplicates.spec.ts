import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createWorkspaceFile, expect, test as base } from './launch.ts'

const test = base.extend({
  file: async ({ folder }, use) => {
    await use(await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' }))
  }
})

async function openDuplicates(page: Page): Promise<void> {
  await page.getByTestId('rail-customers').click()
  await page.getByTestId('customers-place-duplicates').click()
  await expect(page.getByTestId('duplicate-view')).toBeVisible()
}

const idsOf = (key: string | null): string[] => (key ?? '').split('-')
const orders = (page: Page, place: number): Promise<string> =>
  page.getByTestId('duplicate-fields').locator('tbody tr').last().locator('td').nth(place).innerText()

test('two records of one person are merged with a chosen field, seen as one, parted and merged again', async ({ page }) => {
  await openDuplicates(page)
  const items = page.getByTestId('duplicate-item')
  const before = await items.count()
  // Cristina Miguel García was entered twice, with and without the accent.
  const item = items.filter({ hasText: 'Cristina Miguel' })
  await item.click()
  const key = await item.getAttribute('data-key')
  const [oldest = '', newer = ''] = idsOf(key)
  await expect(page.getByTestId('duplicate-reasons')).toContainText('Name: the same')
  const counts = await Promise.all([0, 1].map((place) => orders(page, place)))
  const total = counts.map((text) => Number(/\d+/.exec(text)?.[0])).reduce((sum, count) => sum + count, 0)

  await page.getByTestId(`duplicate-choose-name-${oldest}`).check()
  await page.getByTestId('duplicate-merge').click()
  await expect(page.getByTestId('notice').first()).toContainText('2 records are now one')
  await expect(items).toHaveCount(before - 1)

  await page.getByTestId('duplicate-views').getByText('Done').click()
  const done = page.getByTestId('duplicate-done')
  await expect(done.getByRole('row')).toHaveCount(2)
  await expect(done).toContainText(`No. ${newer}`)

  await page.getByTestId('customers-place-table').click()
  await page.getByRole('textbox', { name: 'Search customers' }).fill('cristina miguel garcia')
  await expect(page.locator('[role="row"]', { hasText: 'Cristina Miguel García' })).toHaveCount(1)
  await expect(page.locator('[role="row"]', { hasText: 'Cristina Miguel García' })).toContainText(String(total))

  await page.getByTestId('customers-place-duplicates').click()
  await page.getByTestId('duplicate-views').getByText('Done').click()
  await page.getByTestId('duplicate-part').click()
  await expect(done).toContainText('parted again')
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('duplicate-part')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('empty-state')).toBeVisible()
  await page.getByTestId('duplicate-views').getByText('Duplicates').click()
  await expect(items).toHaveCount(before)
})

test('the keyboard goes through the list, tells two apart and merges', async ({ page }) => {
  await openDuplicates(page)
  const items = page.getByTestId('duplicate-item')
  const before = await items.count()
  const current = page.locator('[data-testid="duplicate-item"][aria-current="true"]')
  const first = await current.getAttribute('data-key')
  await page.keyboard.press('ArrowDown')
  await expect(current).not.toHaveAttribute('data-key', first ?? '')
  await page.keyboard.press('ArrowUp')
  await expect(current).toHaveAttribute('data-key', first ?? '')
  await page.keyboard.press('d')
  await expect(items).toHaveCount(before - 1)
  await page.keyboard.press('m')
  await expect(items).toHaveCount(before - 2)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(items).toHaveCount(before)
})

test('all with an equal e-mail become one in a single step that one undo takes back', async ({ page }) => {
  await openDuplicates(page)
  const items = page.getByTestId('duplicate-item')
  const before = await items.count()
  await page.getByTestId('duplicate-all-email').click()
  await page.getByTestId('duplicate-all-confirm').click()
  await expect(items).not.toHaveCount(before)
  await expect(page.getByTestId('duplicate-all-email')).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(items).toHaveCount(before)
})
