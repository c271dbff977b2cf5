import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createWorkspaceFile, expect, test as base } from './launch.ts'

const test = base.extend({
  file: async ({ folder }, use) => {
    await use(await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' }))
  }
})

/** The live count, once it is that of the rule as it stands. */
async function readCount(page: Page): Promise<number> {
  const count = page.getByTestId('rule-customers')
  await expect(count).toHaveAttribute('data-old', 'false')
  return Number(await count.getAttribute('data-count'))
}

/** Adds a condition by keyboard alone: the button, a few letters of the field, Enter. */
async function addCondition(page: Page, words: string): Promise<void> {
  await page.getByTestId('rule-add').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('rule-search')).toBeFocused()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

/** A rule of two conditions: bought in the last 90 days, at least five orders. */
async function writeRule(page: Page, name: string): Promise<void> {
  await page.getByTestId('rail-segments').click()
  await page.getByTestId('segment-new').click()
  await expect(page.getByTestId('rule-name')).toBeFocused()
  await page.keyboard.type(name)
  await addCondition(page, 'last order')
  await expect(page.getByTestId('rule-value')).toBeFocused()
  await page.keyboard.type('90')
  await addCondition(page, 'orders, all')
  await page.keyboard.type('5')
}

async function saveRule(page: Page): Promise<void> {
  await page.getByTestId('rule-save').click()
  await expect(page.getByTestId('segment-page')).toBeVisible()
}

test('a rule is written by keyboard, counted while it is written, and taken back step by step', async ({ page, errors }) => {
  await page.getByTestId('rail-segments').click()
  await page.getByTestId('segment-new').click()
  expect(await readCount(page)).toBe(1284)

  await addCondition(page, 'last order')
  await expect(page.getByTestId('rule-problem')).toHaveText(/whole number of days/)
  await expect(page.getByTestId('rule-customers')).toHaveAttribute('data-old', 'true')
  await page.keyboard.type('90')
  const recent = await readCount(page)
  expect(recent).toBeGreaterThan(0)
  expect(recent).toBeLessThan(1284)
  await expect(page.getByTestId('rule-reading')).toHaveText('Customers whose last order was in the last 90 days.')
  await page.getByTestId('rule-peek').click()
  await expect(page.getByTestId('rule-reading-other')).toHaveText('Clientes cuya última compra fue en los últimos 90 días.')

  await addCondition(page, 'orders, all')
  await page.keyboard.type('5')
  const both = await readCount(page)
  expect(both).toBeLessThan(recent)

  // Any of the two holds more than both; none of them what neither holds.
  await page.getByTestId('rule-mode').selectOption('any')
  const any = await readCount(page)
  expect(any).toBeGreaterThan(recent)
  await page.getByTestId('rule-mode').selectOption('none')
  expect(await readCount(page)).toBe(1284 - any)
  await page.getByTestId('rule-mode').selectOption('all')
  expect(await readCount(page)).toBe(both)

  // A condition turned round leaves the others of those the first holds.
  await page.getByTestId('rule-menu').nth(1).click()
  await page.getByTestId('rule-negate').click()
  expect(await readCount(page)).toBe(recent - both)

  await page.getByTestId('rule-handle').nth(1).focus()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByTestId('rule-part').nth(0)).toContainText('Orders, all time')
  await expect(page.getByTestId('rule-handle').nth(0)).toBeFocused()

  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('rule-part').nth(0)).toContainText('Last order')
  await page.keyboard.press('Control+z')
  expect(await readCount(page)).toBe(both)
  await page.keyboard.press('Control+y')
  expect(await readCount(page)).toBe(recent - both)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+Shift+z')
  expect(await readCount(page)).toBe(recent - both)
  expect(errors).toEqual([])
})

test('saving says what is missing, and what was begun is there again', async ({ page }) => {
  await page.getByTestId('rail-segments').click()
  await page.getByTestId('segment-new').click()
  await page.getByTestId('rule-save').click()
  await expect(page.getByTestId('rule-fault')).toHaveText('Give the segment a name.')
  await expect(page.getByTestId('rule-name')).toBeFocused()
  await page.keyboard.type('Half done')
  await page.getByTestId('rule-save').click()
  await expect(page.getByTestId('rule-fault')).toContainText('Add at least one condition')
  await addCondition(page, 'city')
  await expect(page.getByTestId('rule-problem')).toBeVisible()
  await page.getByTestId('rule-save').click()
  await expect(page.getByTestId('rule-fault')).toContainText('Finish the conditions')

  await page.getByTestId('rail-home').click()
  await page.getByTestId('rail-segments').click()
  await page.getByTestId('segment-draft').getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByTestId('rule-name')).toHaveValue('Half done')
  await expect(page.getByTestId('rule-part')).toHaveCount(1)
  await page.getByTestId('rule-discard').click()
  await expect(page.getByTestId('segment-draft')).toHaveCount(0)
})

test('conditions are grouped, copied and dragged', async ({ page }) => {
  await page.getByTestId('rail-segments').click()
  await page.getByTestId('segment-new').click()
  await page.getByTestId('template-once').click()
  const once = await readCount(page)
  await expect(page.getByTestId('rule-name')).toHaveValue('Bought once, never came back')
  await page.getByTestId('rule-menu').nth(0).click()
  await page.getByTestId('rule-duplicate').click()
  await expect(page.getByTestId('rule-part')).toHaveCount(3)
  expect(await readCount(page)).toBe(once)
  await page
    .getByTestId('rule-handle')
    .nth(2)
    .dragTo(page.getByTestId('rule-part').nth(0), { targetPosition: { x: 200, y: 4 } })
  await expect(page.getByTestId('rule-part').nth(0)).toContainText('Last order')
  await page.getByTestId('rule-menu').nth(0).click()
  await page.getByTestId('rule-wrap').click()
  await expect(page.getByTestId('rule-mode-inner')).toHaveValue('any')
  expect(await readCount(page)).toBe(once)
  await page.getByTestId('rule-add-inner').click()
  await page.keyboard.type('complaints state')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('rule-problem').first()).toBeVisible()
})

test('an own segment is linked to IDIC, refuses to go unawares, goes and comes back whole', async ({ page, errors }) => {
  await writeRule(page, 'Regulars')
  const customers = await readCount(page)
  await saveRule(page)
  await expect(page.getByTestId('segment-size')).toContainText(String(customers))

  await page.getByTestId('rail-models').click()
  await page.getByTestId('model-card-idic').click()
  await page.getByTestId('node-idic.differentiate').click()
  await page.getByTestId('link-segment').click()
  await page.keyboard.type('regulars')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const linked = page.getByTestId('element-panel').getByText('Regulars')
  await expect(linked).toBeVisible()

  await page.getByTestId('rail-segments').click()
  await page.getByRole('button', { name: 'Regulars', exact: true }).click()
  await expect(page.getByTestId('segment-uses')).toContainText('Differentiate')
  await page.getByTestId('segment-menu').click()
  await page.getByTestId('segment-delete').click()
  await expect(page.getByTestId('delete-uses')).toHaveAttribute('data-count', '1')
  await expect(page.getByTestId('delete-segment')).toContainText('Differentiate')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('segment-page')).toBeVisible()

  await page.getByTestId('segment-menu').click()
  await page.getByTestId('segment-delete').click()
  await page.getByTestId('delete-segment-confirm').click()
  await expect(page.getByRole('button', { name: 'Regulars', exact: true })).toHaveCount(0)
  await page.getByTestId('notice-action').click()
  await page.getByRole('button', { name: 'Regulars', exact: true }).click()
  await expect(page.getByTestId('segment-size')).toContainText(String(customers))
  await expect(page.getByTestId('segment-uses')).toContainText('Differentiate')
  expect(errors).toEqual([])
})

test('segments are laid over each other, a part is shown and becomes a segment', async ({ page, errors }) => {
  await page.getByTestId('rail-segments').click()
  await page.getByTestId('segment-overlaps').click()
  await expect(page.getByTestId('overlap-hint')).toBeVisible()
  for (const [index, words] of ['strategically', 'multichannel', 'champions'].entries()) {
    await page.getByTestId(`overlap-${String(index)}`).click()
    await page.keyboard.type(words)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  await expect(page.getByTestId('venn')).toBeVisible()
  await page.getByTestId('region-110').focus()
  await page.keyboard.press('Enter')
  const shown = page.getByTestId('region-count')
  await expect(page.getByTestId('region-110')).toHaveAttribute('aria-pressed', 'true')
  const customers = Number(await shown.getAttribute('data-count'))
  expect(customers).toBeGreaterThan(0)
  await expect(page.getByTestId('table-row').first()).toBeVisible()
  await page.getByTestId('region-save').click()
  expect(await readCount(page)).toBe(customers)
  await saveRule(page)
  await expect(page.getByTestId('segment-size')).toContainText(String(customers))
  expect(errors).toEqual([])
})

test('a fixed list is made by pasting, says whom it does not know, and keeps its versions', async ({ page }) => {
  await page.getByTestId('rail-segments').click()
  await page.getByTestId('segment-new-list').click()
  await page.getByTestId('list-name').fill('Spring fair')
  await page.getByTestId('members-text').fill('C-0001, C-0002\nnobody@example.org')
  await page.getByTestId('list-create').click()
  await expect(page.getByTestId('members-outcome')).toContainText('2 customers added')
  await expect(page.getByTestId('members-outcome')).toContainText('nobody@example.org')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByTestId('segment-size')).toContainText('2')
  await page.getByTestId('members-text').fill('C-0002')
  await page.getByTestId('members-remove').click()
  await expect(page.getByTestId('segment-size')).toContainText('1')
  await page.getByTestId('members-text').fill('C-0003')
  await page.getByTestId('members-add').click()
  await expect(page.getByTestId('segment-size')).toContainText('2')
})

test('members are kept at a date and compared with now', async ({ page }) => {
  await writeRule(page, 'Regulars')
  await saveRule(page)
  await page.getByTestId('snapshot-take').click()
  await expect(page.getByTestId('step-now')).toContainText('0')
  await page.getByTestId('segment-edit').click()
  await page.getByTestId('rule-value').nth(0).fill('30')
  await readCount(page)
  await saveRule(page)
  await expect(page.getByTestId('step-now')).toContainText('−')
})

test('the palette begins a new segment and leads to the overlap and to a segment', async ({ page }) => {
  const run = async (words: string): Promise<void> => {
    // What was typed before goes with the palette, once it has closed.
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('Control+K')
    await expect(page.getByRole('dialog').locator('input')).toBeFocused()
    await page.keyboard.type(words)
    await expect(page.locator('.mantine-Spotlight-action').first()).toContainText(new RegExp(words, 'i'))
    await page.keyboard.press('Enter')
  }
  await page.getByTestId('home-revenue').waitFor()
  await run('new segment')
  await expect(page.getByTestId('segment-builder')).toBeVisible()
  await run('overlap of')
  await expect(page.getByTestId('segment-overlap')).toBeVisible()
  await run('detractors')
  await expect(page.getByTestId('segment-page')).toHaveAttribute('data-segment', 's_detractors')
})

test('one segment can be the target: it is said when it is made, and measured by', async ({ page, errors }) => {
  await writeRule(page, 'Whom we aim at')
  await page.getByTestId('rule-target').check()
  await saveRule(page)
  await page.getByTestId('rail-segments').click()
  await expect(page.getByTestId('segment-s_target_prospects')).toHaveAttribute('data-count', /^\d+$/)
  await page.getByTestId('segment-new').click()
  await expect(page.getByTestId('rule-target')).toBeDisabled()
  await expect(page.getByTestId('segment-builder')).toContainText('“Whom we aim at”')
  expect(errors).toEqual([])
})
