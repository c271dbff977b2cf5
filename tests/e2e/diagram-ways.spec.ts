import { join } from 'node:path'
import { createWorkspaceFile, expect, test as base } from './launch.ts'

const test = base.extend({
  file: async ({ folder }, use) => {
    await use(await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' }))
  }
})

test('the open diagram is walked by the key of the walk, and the people of a step lead back to it', async ({ page, errors }) => {
  await page.getByTestId('rail-diagrams').click()
  await page.getByTestId('diagram-new').waitFor()
  await page.keyboard.press('Control+a')
  expect(await page.evaluate(() => window.getSelection()?.toString())).toBe('')
  await page.getByTestId('diagram-new').click()
  await page.getByTestId('start-template-complaint-handling').check({ force: true })
  await page.getByTestId('new-diagram-name').fill('Complaints')
  await page.getByTestId('new-diagram-create').click()
  await expect(page.getByTestId('diagram-page')).toHaveAttribute('data-mode', 'edit')
  await page.getByTestId('shape-record').click({ position: { x: 12, y: 12 } })
  await page.keyboard.press('Control+Enter')
  const step = page.getByTestId('diagram-walk-step')
  await expect(step).toHaveAttribute('data-item', 'record')
  await page.getByTestId('panel-people').click()
  await expect(page.getByTestId('screen-customers')).toBeVisible()
  await expect(page.getByTestId('back-to')).toHaveText('Back to Complaints')
  await page.getByTestId('back-to').click()
  await expect(step).toHaveAttribute('data-item', 'record')
  await page.getByTestId('panel-people').click()
  await expect(page.getByTestId('screen-customers')).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(step).toHaveAttribute('data-item', 'record')
  // In the walk the same key goes to the step before.
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(step).toHaveAttribute('data-item', 'complains')
  expect(errors).toEqual([])
})

test('a presentation stays where it is by the key of the walk, tells of hidden names once, and nothing shines on a black screen', async ({
  page,
  errors
}) => {
  await page.getByTestId('rail-diagrams').click()
  await page.getByTestId('diagram-new').click()
  await page.getByTestId('start-template-complaint-handling').check({ force: true })
  await page.getByTestId('new-diagram-name').fill('Complaints')
  await page.getByTestId('new-diagram-create').click()
  await expect(page.getByTestId('diagram-page')).toHaveAttribute('data-mode', 'edit')
  await page.keyboard.press('F5')
  const shown = page.getByTestId('present')
  await expect(shown).toHaveAttribute('data-step', 'whole')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('4')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('present-said')).toContainText('Step 4 of 10: Find what happened')
  await page.getByTestId('present-tool-mask').click()
  await page.keyboard.press('Control+Shift+M')
  await expect(page.getByTestId('notice')).toHaveCount(1)
  await page.keyboard.press('b')
  await expect(page.getByTestId('present-blank-black')).toBeVisible()
  await expect(page.getByTestId('notice')).not.toBeVisible()
  expect(errors).toEqual([])
})
