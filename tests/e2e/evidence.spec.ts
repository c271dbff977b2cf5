import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerOpenDialog, createWorkspaceFile, expect, launchCauce, test as base } from './launch.ts'

const test = base.extend({
  file: async ({ folder }, use) => {
    await use(await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' }))
  }
})

async function openElement(page: Page, modelId: string, elementId: string): Promise<void> {
  await page.getByTestId('rail-models').click()
  await page.getByTestId(`model-card-${modelId}`).click()
  await page.getByTestId(`node-${elementId}`).click()
  await expect(page.getByTestId('element-panel')).toHaveAttribute('data-element', elementId)
}

test('a target is set by keyboard, changes the state of its element, and is undone', async ({ page, errors }) => {
  await openElement(page, 'idic', 'idic.identify')
  const node = page.getByTestId('node-idic.identify')
  const target = page.getByTestId('target-k_duplicate_rate')
  await target.focus()
  await page.keyboard.press('Enter')
  const field = page.getByTestId('target-field-k_duplicate_rate')
  await expect(field).toBeFocused()
  await page.keyboard.type('nothing')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Type a number.')).toBeVisible()
  await field.fill('140')
  await page.keyboard.press('Enter')
  const refused = page.getByText('This figure goes from 0 to 100.')
  await expect(refused).toBeVisible()
  await expect(page.getByTestId('error-notice')).toHaveCount(0)
  await field.fill('0')
  await expect(refused).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(target).toContainText('at most 0%')
  await expect(target).toContainText('missed')
  await expect(target).toBeFocused()
  await expect(node).toContainText('needs attention')
  await expect(node).toContainText('target missed')

  await target.click()
  await field.fill('99.5 %')
  await page.keyboard.press('Escape')
  await expect(target).toContainText('at most 0%')
  await target.click()
  await field.fill('99.5 %')
  await page.keyboard.press('Enter')
  await expect(target).toContainText('met')
  await expect(node).toContainText('target met')

  await page.keyboard.press('Control+z')
  await expect(target).toContainText('at most 0%')
  expect(errors).toEqual([])
})

test('segments are unlinked, linked and brought back, on the panel and on the node', async ({ page, errors }) => {
  await openElement(page, 'idic', 'idic.identify')
  await page.getByTestId('panel-segment-s_all').hover()
  await page.getByTestId('unlink-s_all').click()
  await expect(page.getByTestId('panel-segment-s_all')).toBeHidden()
  await page.getByTestId('notice-action').click()
  await expect(page.getByTestId('panel-segment-s_all')).toBeVisible()
  await expect(page.getByTestId('restore-segments')).toBeHidden()

  await page.getByTestId('panel-segment-s_all').hover()
  await page.getByTestId('unlink-s_all').click()
  await page.getByTestId('link-segment').click()
  await page.keyboard.type('champ')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('panel-segment-s_champions')).toContainText('linked by hand')
  await page.getByTestId('restore-segments').click()
  await expect(page.getByTestId('panel-segment-s_all')).toBeVisible()
  await expect(page.getByTestId('panel-segment-s_champions')).toBeVisible()
  await expect(page.getByTestId('notice-action')).toHaveCount(0)

  await page.getByTestId('panel-segment-s_all').hover()
  await page.getByTestId('unlink-s_all').click()
  await expect(page.getByTestId('notice-action')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('panel-segment-s_all')).toBeVisible()
  await expect(page.getByTestId('notice-action')).toHaveCount(0)
  expect(errors).toEqual([])
})

test('a value is entered by hand with its day and a note, says so, and can be removed', async ({ page, errors }) => {
  await openElement(page, 'payne', 'payne.impl_change')
  const metric = page.getByTestId('metric-k_change_support')
  await metric.getByTestId('enter-k_change_support').click()
  await page.keyboard.type('140')
  await page.getByTestId('entry-save-k_change_support').click()
  const refused = metric.getByText('This figure goes from 0 to 100.')
  await expect(refused).toBeVisible()
  await expect(page.getByTestId('error-notice')).toHaveCount(0)
  await page.getByTestId('entry-value-k_change_support').fill('62,5')
  await expect(refused).toBeHidden()
  await page.getByTestId('entry-note-k_change_support').fill('Workshop of the spring')
  await page.getByTestId('entry-save-k_change_support').click()
  await expect(page.getByTestId('by-hand-k_change_support')).toContainText('entered by hand')
  await expect(metric).toContainText('62.5%')
  await page.getByTestId('entries-k_change_support').locator('summary').click()
  await expect(page.getByTestId('entries-k_change_support')).toContainText('Workshop of the spring')
  await page.getByTestId('entries-k_change_support').getByRole('button').click()
  await expect(page.getByTestId('by-hand-k_change_support')).toBeHidden()
  expect(errors).toEqual([])
})

test('what is missing leads to the import with that kind chosen; what no file can bring in yet leads nowhere', async ({
  folder,
  userData
}) => {
  const orders = join(folder, 'ventas.csv')
  writeFileSync(orders, 'id,customer,date,amount\n1,C1,2026-01-15,10.50\n2,C2,2026-01-16,20.00\n')
  const app = await launchCauce({ userData, file: await createWorkspaceFile(join(folder, 'Empty.cauce')) })
  const page = await app.firstWindow()
  await openElement(page, 'qci', 'qci.act_dissatisfaction')
  const metric = page.getByTestId('metric-k_resolution_sla')
  await expect(metric.getByTestId('bring-not')).toContainText('cannot bring in complaints from a file')
  await expect(metric.getByTestId('bring-k_resolution_sla')).toHaveCount(0)

  await openElement(page, 'idic', 'idic.identify')
  const bring = page.getByTestId('bring-k_identified_sales')
  await expect(bring).toHaveText('Bring in orders')
  await bring.click()
  await expect(page.getByTestId('import-wanted')).toContainText('The figure you come from lacks: orders.')
  await answerOpenDialog(app, orders)
  await page.getByTestId('import-choose').click()
  await expect(page.getByTestId('import-kind')).toHaveValue('orders')
  await expect(page.getByText('Chosen because it is what was missing', { exact: false })).toBeVisible()
  await app.close()
})
