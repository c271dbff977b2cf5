import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerSaveDialog, createWorkspaceFile, expect, test as base } from './launch.ts'

const test = base.extend({
  file: async ({ folder }, use) => {
    await use(await createWorkspaceFile(join(folder, 'sample.cauce'), { sampleId: 'la-espiga' }))
  }
})

async function openSimulator(page: Page): Promise<void> {
  await page.getByTestId('rail-home').click()
  await page.getByTestId('home-title').waitFor()
  await page.keyboard.press('Control+K')
  await page.getByRole('dialog').getByRole('textbox').fill('Keep or win')
  await page.getByRole('dialog').getByText('Keep or win?').waitFor()
  await page.keyboard.press('Enter')
  await page.getByTestId('sim-inputs').waitFor()
}
const readMoney = (text: string | null): number => Number((text ?? '').replaceAll(/[^\d.-]/g, ''))
const profitOf = async (page: Page, way: 'win' | 'keep'): Promise<number> =>
  readMoney(await page.getByTestId(`sim-way-${way}`).locator('.figure-value').textContent())

test('the data fills the inputs, what is typed counts instead, and can be set back', async ({ page, errors }) => {
  await openSimulator(page)
  const margin = page.getByTestId('sim-margin')
  await expect(margin).toHaveAttribute('data-origin', 'data')
  const told = await page.getByTestId('sim-field-margin').inputValue()
  const before = await profitOf(page, 'win')
  await page.getByTestId('sim-field-margin').fill('500')
  await page.keyboard.press('Enter')
  await expect(margin).toHaveAttribute('data-origin', 'typed')
  expect(await profitOf(page, 'win')).toBeGreaterThan(before)
  await page.getByTestId('sim-back-margin').click()
  await expect(margin).toHaveAttribute('data-origin', 'data')
  await expect(page.getByTestId('sim-field-margin')).toHaveValue(told)
  expect(await profitOf(page, 'win')).toBe(before)
  expect(errors).toEqual([])
})

test('a slider moves by keyboard, and a number that is none is refused where it stands', async ({ page }) => {
  await openSimulator(page)
  const thumb = page.getByTestId('sim-horizon').getByRole('slider')
  await thumb.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('sim-field-horizon')).toHaveValue('37')
  await expect(page.getByTestId('sim-verdict')).toContainText('Within 37 months')
  const field = page.getByTestId('sim-field-retention')
  await field.fill('140')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('sim-retention')).toContainText('A number from 0 to 100')
  await expect(page.getByTestId('sim-retention')).toHaveAttribute('data-origin', 'data')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('sim-retention')).not.toContainText('A number from')
})

test('the own ratio stands beside the claim, with its range and its formula', async ({ page }) => {
  await openSimulator(page)
  await expect(page.getByTestId('sim-ratio')).toHaveText(/^Your ratio is [\d.]+ : 1$/)
  await expect(page.getByTestId('sim-ratio-range')).toHaveText(/^\(from [\d.]+ to [\d.]+ under other cost allocations\)$/)
  await page.getByTestId('explain-f_sim_ratio').click()
  const explanation = page.getByTestId('explanation')
  await expect(explanation).toContainText('Loyalty Myths')
  await expect(explanation.getByTestId('explanation-worked')).toHaveText(/^€[\d.,]+ \/ €[\d.,]+ = [\d.]+$/)
  await page.keyboard.press('Escape')
  await expect(explanation).toHaveCount(0)
  await expect(page.getByTestId('explain-f_sim_ratio')).toBeFocused()
  // All of the welcome counted as winning: the ratio goes to the upper end of its range.
  const high = /to ([\d.]+) under/.exec((await page.getByTestId('sim-ratio-range').textContent()) ?? '')?.[1] ?? ''
  await page.getByTestId('sim-costs').locator('summary').click()
  await page.getByTestId('sim-field-welcomePart').fill('100')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('sim-ratio')).toHaveText(`Your ratio is ${high} : 1`)
  await expect(page.getByTestId('sim-winCost')).toHaveAttribute('data-origin', 'computed')
})

test('a scenario is saved, survives going elsewhere, is compared and undone', async ({ page }) => {
  await openSimulator(page)
  await page.getByTestId('sim-field-careEffect').fill('12')
  await page.keyboard.press('Enter')
  await page.getByTestId('rail-home').click()
  await openSimulator(page)
  await expect(page.getByTestId('sim-field-careEffect')).toHaveValue('12')
  await page.getByTestId('sim-save').click()
  await page.getByTestId('sim-scenario-name').fill('Bold')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('sim-choose')).toHaveValue('Bold')
  await page.getByTestId('sim-compare-with').click()
  await page.getByRole('option', { name: 'Only the data' }).click()
  const compare = page.getByTestId('sim-compare')
  await expect(compare).toContainText('Who stays because of it')
  await expect(compare).toContainText('12 points')
  await expect(compare).toContainText('5 points')
  await page.getByTestId('sim-verdict').click()
  await page.keyboard.press('Control+Z')
  await expect(page.getByTestId('sim-choose')).not.toHaveValue('Bold')
  await page.keyboard.press('Control+Shift+Z')
  await expect(page.getByTestId('sim-choose')).toHaveValue('Bold')
})

test('the course is read by keys, as a table, and saved as CSV', async ({ page, electronApp, folder }) => {
  await openSimulator(page)
  const chart = page.getByTestId('sim-chart')
  await chart.getByTestId('chart-drawing').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(chart.getByTestId('chart-reading')).toContainText('Month 1')
  await page.getByTestId('sim-chart-table').click()
  await expect(chart.getByRole('row')).toHaveCount(38)
  const path = join(folder, 'course.csv')
  await answerSaveDialog(electronApp, path)
  await page.getByTestId('sim-chart-export').click()
  await page.getByTestId('sim-chart-csv').click()
  await expect(() => {
    expect(readFileSync(path, 'utf8').trim().split(/\r?\n/)).toHaveLength(38)
  }).toPass()
})

test.describe('with no data', () => {
  test.use({
    file: async ({ folder }, use) => {
      await use(await createWorkspaceFile(join(folder, 'empty.cauce'), { title: 'Empty' }))
    }
  })
  test('asks for what the data cannot say, and answers once it is typed', async ({ page }) => {
    await openSimulator(page)
    await expect(page.getByTestId('sim-asked')).toContainText('5 values are missing')
    await page.getByTestId('sim-ask-winCost').click()
    await expect(page.getByTestId('sim-field-winCost')).toBeFocused()
    for (const [id, value] of Object.entries({ winCost: '60', keepCost: '10', retention: '70', margin: '120', customers: '500' })) {
      await page.getByTestId(`sim-field-${id}`).fill(value)
      await page.keyboard.press('Enter')
    }
    await expect(page.getByTestId('sim-asked')).toHaveCount(0)
    await expect(page.getByTestId('sim-ratio')).toHaveText('Your ratio is 6 : 1')
    await expect(page.getByTestId('sim-result')).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([])
  })
})

test('every figure of Home, of a customer and of a walk explains itself', async ({ page }) => {
  await page.getByTestId('home-revenue').waitFor()
  const explanation = page.getByTestId('explanation')
  for (const id of ['f_revenue', 'f_ssc', 'k_retention', 'f_data_kinds']) {
    await page.getByTestId(`explain-${id}`).focus()
    await page.keyboard.press('Enter')
    await expect(explanation).toContainText('Source')
    await page.keyboard.press('Escape')
    await expect(explanation).toHaveCount(0)
    await expect(page.getByTestId(`explain-${id}`)).toBeFocused()
  }
  const strategic = readMoney(await page.getByTestId('home-ssc').locator('.figure-value').textContent())
  await page.getByTestId('explain-f_ssc').click()
  await explanation.getByTestId('explanation-customers').click()
  await expect(page.getByTestId('customers-total')).toHaveAttribute('data-count', String(strategic))
  await page.getByTestId('table-row').first().click()
  const panel = page.getByTestId('customer-panel')
  await panel.getByTestId('explain-f_customer_average').click()
  await expect(explanation.getByTestId('explanation-worked')).toHaveText(/^€[\d.,]+ \/ [\d,]+ = €[\d.,]+$/)
  await page.keyboard.press('Escape')
  await expect(panel).toBeVisible()
  await page.getByTestId('rail-models').click()
  await page.locator('[data-testid^=model-card-]').first().click()
  await page.keyboard.press('Control+Enter')
  await page.getByTestId('walk-evidence').locator('.explain-button').first().click()
  await expect(explanation).toContainText('As of')
})
