import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerSaveDialog, createWorkspaceFile, expect, test as base } from './launch.ts'

const test = base.extend({
  file: async ({ folder }, use) => {
    await use(await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' }))
  }
})

async function openModel(page: Page, id: string): Promise<void> {
  await page.getByTestId('rail-models').click()
  await page.getByTestId(`model-card-${id}`).click()
}
/** A menu stays on the page while it fades out. */
async function chooseView(page: Page, switchId: string, viewId: string): Promise<void> {
  await page.getByTestId(switchId).click()
  await page.getByTestId(`view-${viewId}`).click()
  await expect(page.getByRole('menu')).toHaveCount(0)
}

test('a step of the newer chain of Buttle is walked as that chain has it, and reported so', async ({
  page,
  electronApp,
  folder,
  errors
}) => {
  await openModel(page, 'buttle')
  await chooseView(page, 'view-switch', '2020s')
  await page.getByTestId('node-buttle.network').click()
  await expect(page.getByTestId('element-panel')).toContainText('Network relationships')
  await page.getByTestId('walk-element').click()
  const step = page.getByTestId('walk-page')
  await expect(step).toHaveAttribute('data-element', 'buttle.network')
  await expect(step.getByRole('heading', { level: 1 })).toHaveText('Network relationships')
  await expect(page.getByTestId('walk-pairing')).toContainText('Network development')
  await expect(page.getByTestId('walk-evidence')).toHaveCount(0)
  await expect(page.locator('[data-testid^="walk-step-buttle."]')).toHaveText([
    /1 Identify opportunity/,
    /2 Develop offer/,
    /3 Manage the customer journey/,
    /4 Data and analytics/,
    /5 Marketing, sales and service processes/,
    /6 Network relationships/,
    /7 Organisational culture/,
    /8 People/,
    /9 Customer profitability/
  ])
  await page.getByTestId('walk-decision').fill('Agree the terms with the mill')
  await page.getByTestId('walk-step-buttle.profitability').click()
  await expect(page.getByTestId('walk-evidence')).toBeVisible()
  await expect(page.getByTestId('walk-answer-0')).toBeVisible()

  // Another view is another walk; this one keeps its own.
  await openModel(page, 'buttle')
  await chooseView(page, 'view-switch', '2001')
  await page.getByTestId('walk-model').click()
  await expect(step.getByRole('heading', { level: 1 })).toHaveText('Customer portfolio analysis')
  await openModel(page, 'buttle')
  await chooseView(page, 'view-switch', '2020s')
  await page.getByTestId('walk-model').click()
  await expect(step.getByRole('heading', { level: 1 })).toHaveText('Customer profitability')
  await page.getByTestId('walk-step-closing').click()
  await expect(page.getByTestId('walk-summary-buttle.network')).toContainText('Agree the terms with the mill')
  const markdown = join(folder, 'report.md')
  await answerSaveDialog(electronApp, markdown)
  await page.getByTestId('report-markdown').click()
  await expect(page.getByTestId('report-outcome')).toContainText('report.md')
  const text = readFileSync(markdown, 'utf8')
  expect(text).toContain('View: new chain, 2020s')
  expect(text).toContain('## 3. Network relationships')
  expect(text).not.toContain('Customer intimacy')

  // The card shows the view chosen, and how far that one is walked.
  await page.getByTestId('rail-models').click()
  const card = page.getByTestId('model-card-buttle')
  await expect(page.getByTestId('card-view-buttle')).toContainText('new chain, 2020s')
  await expect(card).toContainText('9 steps')
  await expect(card).toContainText('walked 11%')
  expect(errors).toEqual([])
})

test('each side of a comparison has its own view, of one model or of two', async ({ page, errors }) => {
  await page.getByTestId('rail-models').click()
  await page.getByTestId('gallery-compare').click()
  await page.getByTestId('compare-views').getByText('Two models', { exact: true }).click()
  for (const side of ['left', 'right']) {
    await page.getByTestId(`compare-${side}`).click()
    await page.getByRole('option', { name: 'CRM Value Chain (Buttle)' }).click()
  }
  await expect(page.getByTestId('compare-strip')).toContainText('another view')
  await chooseView(page, 'compare-right-view', '2020s')
  const [left, right] = [page.getByTestId('compare-side-left'), page.getByTestId('compare-side-right')]
  await expect(right.getByTestId('node-buttle.cpa')).toContainText('Identify opportunity')
  await expect(left.getByTestId('node-buttle.cpa')).toContainText('Customer portfolio analysis')
  await left.getByTestId('node-buttle.cpa').click()
  await expect(page.getByTestId('compare-same')).toContainText('Identify opportunity')
  await expect(page.getByTestId('compare-same')).toContainText('no figures are carried over')
  await left.getByTestId('node-buttle.intimacy').click()
  await expect(page.getByTestId('compare-same')).toContainText('no such element')
  await page.getByTestId('compare-swap').click()
  await expect(left.getByTestId('node-buttle.cpa')).toContainText('Identify opportunity')

  await page.getByTestId('compare-left').click()
  await page.getByRole('option', { name: 'QCi Customer Management Model' }).click()
  await chooseView(page, 'compare-left-view', 'book')
  await expect(left.getByTestId('node-qci.act_conversion')).toContainText('Enquiry management')
  await expect(left.getByTestId('node-qci.external_environment')).toHaveCount(0)
  // What is chosen here stays here.
  await openModel(page, 'qci')
  await expect(page.getByTestId('view-switch')).toContainText('seven dimensions')
  expect(errors).toEqual([])
})

test('views of a copy are made, named, told what to show, undone and deleted', async ({ page, errors }) => {
  await page.getByTestId('rail-models').click()
  await page.getByTestId('model-menu-idic').click()
  await page.getByTestId('menu-copy').click()
  await page.getByTestId('new-model-name').fill('Our way')
  await page.getByTestId('new-model-create').click()
  const status = page.getByTestId('editor-status')
  const saved = (): Promise<void> => expect(status).toHaveAttribute('data-status', 'saved')
  await page.getByTestId('tab-views').click()
  await expect(page.locator('[data-testid^="view-row-"]')).toHaveText([/literature.*as it stands/, /source documents.*3 elements left out/])
  await page.getByTestId('add-view').click()
  await expect(page.getByTestId('view-name')).toBeFocused()
  await page.getByTestId('view-name').fill('For the board')
  await page.getByTestId('view-note').fill('What the board asks about.')
  await page.getByTestId('shown-our-way.phase_insight').click()
  await expect(page.getByTestId('shown-our-way.identify')).toBeDisabled()
  await expect(page.getByTestId('edit-our-way.identify')).toHaveClass(/editor-node-out/)
  await page.getByTestId('shown-our-way.interact').click()
  // A walk has to stop somewhere.
  await expect(page.getByTestId('shown-our-way.customize')).toBeDisabled()
  await saved()
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('shown-our-way.interact')).toBeChecked()
  await saved()

  await page.getByTestId('editor-done').click()
  await page.getByTestId('view-switch').click()
  await expect(page.getByRole('menuitem', { name: 'For the board' })).toContainText('What the board asks about.')
  await page.getByRole('menuitem', { name: 'For the board' }).click()
  await expect(page.getByTestId('node-our-way.identify')).toHaveCount(0)
  await expect(page.getByTestId('node-our-way.customize')).toBeVisible()
  await page.getByTestId('walk-model').click()
  await expect(page.locator('[data-testid^="walk-step-our-way."]')).toHaveText([/1 Interact/, /2 Customise/])

  await page.getByTestId('rail-models').click()
  await page.getByTestId('model-menu-our-way').click()
  await page.getByTestId('menu-edit').click()
  await page.getByTestId('tab-views').click()
  await page.getByText('For the board', { exact: true }).click()
  await page.getByTestId('view-remove').click()
  await expect(page.locator('[data-testid^="view-row-"]')).toHaveCount(2)
  await saved()
  // The walk begun in it keeps its steps, named as the model names them.
  await page.getByTestId('rail-home').click()
  await page.getByTestId('home-next-button').click()
  await expect(page.locator('[data-testid^="walk-step-our-way."]')).toHaveText([/1 Interact/, /2 Customise/])
  expect(errors).toEqual([])
})
