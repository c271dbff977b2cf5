import { join, resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { createLocalHost } from '../../src/main/data-host/host.ts'
import { createWorkspaceFile, expect, test as base } from './launch.ts'

const test = base.extend({
  file: async ({ folder }, use) => {
    const path = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
    await changeLinks(path)
    await use(path)
  }
})

/** One link of a person's own, and one of the model's taken away. */
async function changeLinks(path: string): Promise<void> {
  const { context, client } = createLocalHost({ resourcesDir: resolve('resources') })
  await client.workspace.openWorkspace({ fileToken: context.files.grant(path) })
  await client.models.linkSegment({ modelId: 'gartner', elementId: 'gartner.vision', segmentId: 's_active' })
  await client.models.unlinkSegment({ modelId: 'qci', elementId: 'qci.act_basics', segmentId: 's_active' })
  await client.workspace.closeWorkspace()
}
const MODELS = ['idic', 'qci', 'payne', 'gartner', 'buttle']

async function openView(page: Page, name: string): Promise<void> {
  await page.getByTestId('rail-models').click()
  await page.getByTestId('gallery-compare').click()
  await page.getByTestId('compare-views').getByText(name, { exact: true }).click()
}
const elementsIn = (page: Page, modelId: string): Locator =>
  page.getByTestId(`compare-model-${modelId}`).locator('[data-testid^="compare-element-"]')

test('a segment is placed in all five models, and an element leads to its model', async ({ page, errors }) => {
  await openView(page, 'A segment or a customer')
  await page.getByTestId('compare-segment').click()
  await page.getByRole('option', { name: 'Strategically significant customers' }).click()
  await expect(page.getByTestId('compare-subject')).toContainText('146 customers, 72.3% of revenue')
  for (const id of MODELS) await expect(page.getByTestId(`compare-model-${id}`)).toBeVisible()
  await expect(elementsIn(page, 'idic')).toHaveText([/Differentiate.*146/])
  await expect(page.getByTestId('compare-model-idic').getByRole('img')).toHaveAccessibleName(/Differentiate/)
  await expect(page.getByTestId('compare-element-buttle.cpa')).toContainText('Who is strategic to us')
  await page.getByTestId('compare-element-gartner.strategy').click()
  await expect(page.getByTestId('element-panel')).toHaveAttribute('data-element', 'gartner.strategy')
  expect(errors).toEqual([])
})

test('the icon of a segment and the panel of a customer lead here, and links of the person’s own say so', async ({ page }) => {
  await page.getByTestId('rail-segments').click()
  await page.getByTestId('segment-models-s_active').click()
  await expect(page.getByTestId('compare-subject')).toContainText('728 customers')
  await expect(page.getByTestId('compare-element-idic.interact')).not.toContainText('linked by you')
  await expect(page.getByTestId('compare-element-gartner.vision')).toContainText('linked by you')
  await expect(page.getByTestId('compare-model-qci')).toContainText('Link taken away by you: Deliver the basics')
  await expect(page.getByTestId('compare-element-qci.act_basics')).toHaveCount(0)
  await page.getByTestId('rail-customers').click()
  await page.getByTestId('table-row').first().click()
  await page.getByTestId('customer-models').click()
  await expect(page.getByTestId('compare-subject')).toContainText('Hotel Mirador del Duero is in')
  await expect(page.getByTestId('compare-element-idic.differentiate')).toContainText('Strategically significant customers')
})

test('a topic shows where each model treats it, and which has nothing for it', async ({ page, errors }) => {
  await openView(page, 'A topic')
  await page.getByText('Complaints', { exact: true }).click()
  await expect(elementsIn(page, 'qci')).toHaveText([/Managing dissatisfaction/])
  await expect(elementsIn(page, 'gartner')).toHaveText([/Valued customer experience/, /CRM processes/])
  await page.getByText('Partners and suppliers', { exact: true }).click()
  await expect(elementsIn(page, 'idic')).toHaveCount(0)
  await expect(page.getByTestId('compare-model-idic')).toContainText('No element of its own for this topic.')
  await page.getByText('Readiness', { exact: true }).click()
  await expect(page.getByTestId('compare-model-qci')).toContainText('CMAT')
  expect(errors).toEqual([])
})

test('two models side by side: what is selected in one lights its counterparts in the other, with the keyboard too', async ({
  page,
  errors
}) => {
  await openView(page, 'Two models')
  await page.getByTestId('compare-left').click()
  await page.getByRole('option', { name: 'IDIC model' }).click()
  await page.getByTestId('compare-right').click()
  await page.getByRole('option', { name: 'CRM Value Chain (Buttle)' }).click()
  const [left, right] = [page.getByTestId('compare-side-left'), page.getByTestId('compare-side-right')]
  await left.getByTestId('node-idic.identify').click()
  await expect(page.getByTestId('compare-selected')).toContainText('Recognise each customer individually')
  await expect(right.locator('.node-lit')).toHaveCount(1)
  await expect(right.locator('.node-lit [data-element]')).toHaveAttribute('data-element', 'buttle.intimacy')
  await left.getByTestId('node-idic.identify').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(right.locator('.node-lit [data-element]')).toHaveAttribute('data-element', 'buttle.cpa')
  await expect(page.getByTestId('compare-counterparts')).toContainText('Topic: Who to serve')
  await page.getByTestId('compare-counterparts').getByRole('button').click()
  await expect(left.locator('.node-lit [data-element]')).toHaveAttribute('data-element', 'idic.differentiate')
  await expect(right.locator('.node-lit')).toHaveCount(0)
  await page.getByTestId('compare-swap').click()
  await expect(left.getByTestId('node-buttle.cpa')).toHaveAttribute('aria-pressed', 'true')
  await expect(right.locator('.node-lit [data-element]')).toHaveAttribute('data-element', 'idic.differentiate')
  expect(errors).toEqual([])
})

test('the questionnaire starts from the data, ranks with reasons, and every answer can be undone', async ({
  page,
  electronApp,
  errors
}) => {
  await page.getByTestId('rail-models').click()
  await page.getByTestId('gallery-choose').click()
  const kind = page.getByTestId('question-customer_type')
  await expect(kind).toContainText('From your data')
  await expect(kind).toContainText('2% of the customers are companies (26 of the 1,284')
  await expect(page.getByTestId('answer-customer_type-persons')).toBeChecked()
  const basis = page.getByTestId('ranking-basis')
  await expect(basis).toContainText('6 from your data, 0 from you')
  const places = page.locator('[data-testid^="ranked-"]')
  await expect(places).toHaveCount(5)
  await page.getByTestId('answer-goal-whom').click()
  await expect(basis).toContainText('6 from your data, 1 from you')
  const buttle = page.getByTestId('ranked-buttle')
  await expect(buttle).toContainText('+3It begins with the customer portfolio and points at profitability.')
  await expect(buttle).toContainText(
    'because you answered: To know whom to serve and where the profit is · Checked against a published source'
  )
  await expect(buttle).toContainText('Speaks against it')
  // The data's answer is set aside, and taken up again.
  await page.getByTestId('answer-customer_type-companies').click()
  await expect(basis).toContainText('5 from your data, 2 from you')
  await kind.getByRole('button', { name: 'Use what the data say' }).click()
  await expect(basis).toContainText('6 from your data, 1 from you')
  await page.getByTestId('ranking-basis').click()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(basis).toContainText('5 from your data, 2 from you')
  await page.getByTestId('choose-copy').click()
  await expect.poll(() => electronApp.evaluate(({ clipboard }) => clipboard.readText())).toContain('Speaks against it:')
  await page.getByTestId('choose-clear').click()
  await expect(basis).toContainText('6 from your data, 0 from you')
  expect(errors).toEqual([])
})

test.describe('without data', () => {
  const empty = base.extend({
    file: async ({ folder }, use) => {
      await use(await createWorkspaceFile(join(folder, 'empty.cauce')))
    }
  })
  empty('there is no ranking until something was answered, and topics can be compared all the same', async ({ page, errors }) => {
    await page.getByTestId('rail-models').click()
    await page.getByTestId('gallery-choose').click()
    await expect(page.getByTestId('ranking-none')).toContainText('Not enough said')
    await page.getByTestId('answer-people-enterprise').click()
    await expect(page.locator('[data-testid^="ranked-"]').first()).toHaveAttribute('data-testid', 'ranked-gartner')
    await expect(page.getByTestId('ranking-basis')).toContainText('Few answers')
    await page.keyboard.press('ControlOrMeta+9')
    await expect(page.getByTestId('empty-state')).toContainText('No customers to place yet')
    await page.getByTestId('compare-views').getByText('A topic', { exact: true }).click()
    await expect(elementsIn(page, 'idic')).toHaveText([/Differentiate/])
    expect(errors).toEqual([])
  })
})
