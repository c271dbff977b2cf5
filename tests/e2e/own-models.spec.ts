import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { OwnModel } from '../../src/shared/models/own-model.ts'
import { answerOpenDialog, answerSaveDialog, createWorkspaceFile, expect, launchCauce, test as base } from './launch.ts'

const test = base.extend({
  file: async ({ folder }, use) => {
    await use(await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' }))
  }
})

async function copyModel(page: Page, id: string, name: string): Promise<void> {
  await page.getByTestId('rail-models').click()
  await page.getByTestId(`model-menu-${id}`).click()
  await page.getByTestId('menu-copy').click()
  await page.getByTestId('new-model-name').fill(name)
  await page.getByTestId('new-model-create').click()
  await page.getByTestId('model-editor').waitFor()
}
const saved = (page: Page): Promise<void> => expect(page.getByTestId('editor-status')).toHaveAttribute('data-status', 'saved')

test('a copy is renamed, added to and joined, undone, exported, imported and walked', async ({ page, electronApp, folder, errors }) => {
  await copyModel(page, 'idic', 'Our way')
  await page.getByTestId('edit-our-way.identify').click()
  await page.getByTestId('element-name').fill('Recognise')
  await expect(page.getByTestId('edit-our-way.identify')).toContainText('Recognise')
  await saved(page)

  await page.getByTestId('add-element').click()
  await expect(page.getByTestId('element-name')).toBeFocused()
  await page.keyboard.type('Listen')
  await saved(page)
  const added = page.getByTestId('element-form')
  const addedId = (await added.getAttribute('data-element')) ?? ''
  await page.getByTestId('element-connect').click()
  await page.getByRole('option', { name: 'Recognise' }).click()
  await expect(page.getByTestId('relation-form')).toContainText('Listen')
  await saved(page)

  // Undo takes back the relation, then the name, then the element; redo brings all three.
  const node = page.getByTestId(`edit-${addedId}`)
  const lines = page.locator('.editor-canvas .relation')
  const drawn = await lines.count()
  await page.keyboard.press('Control+Z')
  await expect(lines).toHaveCount(drawn - 1)
  await page.keyboard.press('Control+Z')
  await expect(node).toContainText('New element')
  await page.keyboard.press('Control+Z')
  await expect(node).toHaveCount(0)
  await expect(page.getByTestId('edit-our-way.identify')).toContainText('Recognise')
  await page.keyboard.press('Control+Shift+Z')
  await expect(node).toContainText('New element')
  await page.keyboard.press('Control+Shift+Z')
  await expect(node).toContainText('Listen')
  await page.keyboard.press('Control+Shift+Z')
  await expect(lines).toHaveCount(drawn)

  const path = join(folder, 'our-way.json')
  await answerSaveDialog(electronApp, path)
  await page.getByTestId('editor-done').click()
  await page.getByTestId(`node-${addedId}`).waitFor()
  await page.getByTestId('rail-models').click()
  await page.getByTestId('model-menu-our-way').click()
  await page.getByTestId('menu-export').click()
  await expect.poll(() => readModel(path)?.elements.map(({ name }) => name.en)).toContain('Recognise')
  const exported = readModel(path)
  expect(exported?.relations.at(-1)).toMatchObject({ from: addedId, to: 'our-way.identify' })

  await answerOpenDialog(electronApp, path)
  await page.getByTestId('import-model').click()
  await page.getByTestId('clash-both').click()
  await page.getByTestId('model-card-our-way-2').click()
  await page.getByTestId('node-our-way-2.identify').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByTestId('screen-walk').waitFor()
  await expect(page.getByTestId('screen-walk')).toContainText('Recognise')
  expect(errors).toEqual([])
})

function readModel(path: string): OwnModel | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as OwnModel
  } catch {
    return null // not written yet
  }
}

test('an element is dragged, nudged and deleted, and a dot is pulled to another', async ({ page }) => {
  await copyModel(page, 'idic', 'By hand')
  const interact = page.getByTestId('edit-by-hand.interact')
  const before = await interact.boundingBox()
  if (!before) throw new Error('not drawn')
  await interact.click()
  const read = async (): Promise<readonly number[]> =>
    page.evaluate(() => {
      const node = document.querySelector<HTMLElement>('.react-flow__node[data-id="by-hand.interact"]')
      return [...(node?.style.transform ?? '').matchAll(/-?[\d.]+/g)].map(([value]) => Number(value))
    })
  const [startX = 0, startY = 0] = await read()
  await page.locator('.react-flow__node[data-id="by-hand.interact"]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await saved(page)
  expect(await read()).toEqual([startX, startY + 20])
  await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2)
  await page.mouse.down()
  await page.mouse.move(before.x + before.width / 2 + 60, before.y + before.height / 2 + 30, { steps: 8 })
  await page.mouse.up()
  await saved(page)
  const [movedX = 0, movedY = 0] = await read()
  expect(movedX).toBeGreaterThan(startX)
  expect([movedX % 10, movedY % 10]).toEqual([0, 0])
  await page.locator('.react-flow__node[data-id="by-hand.interact"]').focus()
  await page.keyboard.press('Delete')
  await expect(interact).toHaveCount(0)
  await saved(page)
  await expect(page.getByTestId('tab-problems')).toBeVisible()

  const [from, to] = ['by-hand.trust', 'by-hand.identify'].map((id) => page.locator(`.react-flow__node[data-id="${id}"]`))
  if (!from || !to) throw new Error('not drawn')
  await from.click()
  const [start, end] = [
    await from.locator('.react-flow__handle-left').boundingBox(),
    await to.locator('.react-flow__handle-bottom').boundingBox()
  ]
  if (!start || !end) throw new Error('no dots')
  await page.mouse.move(start.x + 5, start.y + 5)
  await page.mouse.down()
  await page.mouse.move(end.x + 5, end.y + 5, { steps: 10 })
  await page.mouse.up()
  await expect(page.getByTestId('relation-form')).toBeVisible()
})

test('a blank model says what to do first, waits among the drafts and joins the models', async ({ page }) => {
  await page.getByTestId('rail-models').click()
  await page.getByTestId('new-model').click()
  await page.getByTestId('new-model-name').fill('Three steps')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('editor-empty')).toBeVisible()
  await page.getByTestId('rail-models').click()
  await page.getByTestId('draft-three-steps').click()
  await page.getByTestId('add-first').click()
  await page.getByTestId('element-name').fill('Greet')
  await saved(page)
  await page.getByTestId('tab-problems').click()
  await page.getByTestId('problem').filter({ hasText: 'Greet' }).first().click()
  await expect(page.getByTestId('element-form')).toBeVisible()
  await page.getByTestId('editor-done').click()
  await expect(page.locator('[data-element]').filter({ hasText: 'Greet' }).first()).toBeVisible()

  await page.getByTestId('rail-models').click()
  await page.getByTestId('model-menu-three-steps').click()
  await page.getByTestId('menu-delete').click()
  await page.getByTestId('delete-confirm').click()
  await expect(page.getByTestId('model-card-three-steps')).toHaveCount(0)
  await page.getByTestId('notice-action').click()
  await expect(page.getByTestId('model-card-three-steps')).toBeVisible()
})

for (const theme of ['light', 'dark'] as const)
  test(`the workshop has no serious or critical finding of axe, ${theme}`, async ({ folder, userData, file }) => {
    test.setTimeout(120_000)
    const app = await launchCauce({ userData, ...(file === undefined ? {} : { file }), theme, language: theme === 'light' ? 'es' : 'en' })
    const page = await app.firstWindow()
    const problems: string[] = []
    const look = async (name: string): Promise<void> => {
      await page.waitForTimeout(300)
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      for (const { id, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical')
          problems.push(...nodes.map(({ html }) => `${name}: ${id}: ${html.slice(0, 200)}`))
    }
    await copyModel(page, 'idic', 'Axe')
    await look('model')
    await page.getByTestId('edit-axe.identify').click()
    await look('element')
    await page.getByTestId('tab-walk').click()
    await look('walk')
    await page.getByTestId('tab-problems').click()
    await look('problems')
    await page.getByTestId('rail-models').click()
    await page.getByTestId('model-menu-axe').click()
    await page.getByTestId('menu-delete').click()
    await page.getByTestId('delete-model').waitFor()
    await look('delete')
    await page.keyboard.press('Escape')
    await page.getByTestId('new-model').click()
    await look('name')
    await page.getByTestId('new-model-name').fill('Blank')
    await page.getByTestId('new-model-create').click()
    await page.getByTestId('editor-empty').waitFor()
    await look('blank')
    expect(problems).toEqual([])
    await app.close()
    expect(folder).not.toBe('')
  })

test('a number that is none and an empty name are refused where they are typed; a view calls an element otherwise', async ({ page }) => {
  await copyModel(page, 'idic', 'Our way')
  const node = page.getByTestId('edit-our-way.identify')
  await node.click()
  const number = page.getByTestId('element-order')
  await number.fill('-5')
  const refused = page.getByText('A whole number from 0 to 99, or nothing')
  await expect(refused).toBeVisible()
  await number.blur()
  await expect(number).toHaveValue('-5')
  await expect(node).toContainText('Step 1')
  await number.fill('7')
  await expect(refused).toBeHidden()
  await expect(node).toContainText('Step 7')

  const name = page.getByTestId('element-name')
  await name.click()
  await page.keyboard.press('End')
  for (let letters = (await name.inputValue()).length; letters > 0; letters--) await page.keyboard.press('Backspace')
  await name.blur()
  await expect(name).toHaveValue('')
  await expect(page.getByText('It needs a name', { exact: false })).toBeVisible()
  await expect(node).toContainText('Identify')

  await page.getByRole('tab', { name: 'Views' }).click()
  await page.locator('[data-testid^="view-row-"]').nth(1).click()
  await page.getByTestId('rename-our-way.identify').click()
  await page.getByTestId('view-element-name').fill('Know them')
  await expect(page.getByTestId('shown-our-way.identify').locator('xpath=ancestor::*[contains(@class,"editor-shown-row")]')).toContainText(
    'Know them'
  )
  await saved(page)
  await page.getByTestId('view-element-name-back').click()
  await expect(page.getByTestId('view-element-name')).toHaveValue('Identify')
  await expect(page.getByTestId('view-element-name-back')).toHaveCount(0)
})
