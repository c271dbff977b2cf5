import type { Locator, Page } from '@playwright/test'
import { join, resolve } from 'node:path'
import { createLocalHost } from '../../src/main/data-host/host.ts'
import { DiagramContent } from '../../src/shared/diagrams/diagram.ts'
import { findProblems } from './find-problems.ts'
import { createWorkspaceFile, expect, test as base } from './launch.ts'

const box = (id: string, x: number, label: string, more: object = {}): object => ({
  ...{ item: 'shape', id, kind: 'process', x, y: 60, width: 180, height: 84, order: 0, label },
  ...more
})
const line = (id: string, from: string, to: string): object => ({
  ...{ item: 'line', id, from: { shapeId: from }, to: { shapeId: to }, order: 0 }
})

/** Three steps in a row: nothing linked, a segment of one's own, and chosen customers. */
const test = base.extend({
  file: async ({ folder }, use) => {
    const path = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
    const { context, client } = createLocalHost({ resourcesDir: resolve('resources') })
    await client.workspace.openWorkspace({ fileToken: context.files.grant(path) })
    const { id: segmentId } = await client.segments.duplicateSegment({ id: 's_ssc', name: { en: 'Our best', es: 'Los mejores' } })
    const { rows } = await client.customers.listCustomers({ limit: 3 })
    const named = rows.find(({ name }) => name.includes(' '))?.name ?? ''
    const content = DiagramContent.parse({
      settings: {},
      items: [
        box('lead', 0, 'Lead', { notes: 'Ask who sent them.' }),
        box('qualify', 260, 'Qualify', { link: { to: 'segment', segmentId }, display: { measure: 'customers', as: ['badge'] } }),
        box('offer', 520, 'Offer', {
          notes: `Ask ${named} first.`,
          link: { to: 'customers', customerIds: rows.map(({ id }) => id) },
          display: { measure: 'customers', as: ['badge'] }
        }),
        line('one', 'lead', 'qualify'),
        line('two', 'qualify', 'offer')
      ]
    })
    await client.diagrams.createDiagram({ name: 'Sales', source: { from: 'content', content }, language: 'en' })
    await client.workspace.closeWorkspace()
    await use(path)
  }
})

async function openDiagram(page: Page, mode?: 'edit' | 'walk'): Promise<void> {
  await page.getByTestId('rail-diagrams').click()
  await page.getByText('Sales', { exact: true }).first().click()
  await expect(page.getByTestId('diagram-canvas')).toBeVisible()
  if (mode) await page.getByTestId(`diagram-mode-${mode}`).click()
}
const badgeOf = (page: Page, id: string): Locator => page.getByTestId(`shape-${id}`).locator('[data-part=badge]')

async function expectAccessible(page: Page): Promise<void> {
  // What is caught half faded has no contrast of its own.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.waitForTimeout(300)
  expect(await findProblems(page)).toEqual([])
}

test('a shape is linked to a segment by keyboard, shows its count, and its badge leads to the people', async ({ page, errors }) => {
  await openDiagram(page, 'edit')
  await page.getByTestId('shape-lead').click()
  await page.keyboard.press('Control+Shift+K')
  await expect(page.getByTestId('link-search')).toBeFocused()
  await expect(page.getByTestId('link-target').first()).toBeVisible()
  // In the other language as well.
  await page.keyboard.type('clientes nuevos')
  await expect(page.getByTestId('link-target').first()).toContainText('New customers')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  const says = page.getByTestId('link-preview').getByTestId('link-figure')
  await expect(says).toHaveText(/^\d+ customers$/)
  const figure = await says.innerText()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('link-picker')).toHaveCount(0)
  await expect(badgeOf(page, 'lead')).toHaveText(figure)
  await expect(page.getByTestId('link-section').getByTestId('link-figure')).toHaveText(figure)
  await expect(page.getByTestId('shape-lead')).toHaveAccessibleName(new RegExp(`${figure}, New customers`))

  await page.getByTestId('diagram-mode-explore').click()
  await page.getByTestId('shape-lead').click({ position: { x: 20, y: 12 } })
  await expect(page.getByTestId('shape-panel')).toContainText('Ask who sent them.')
  await expect(page.getByTestId('link-legend')).toContainText('Our best')
  await page.getByTestId('shape-panel').getByTestId('shape-way').click()
  await expect(page.getByTestId('shape-panel')).toHaveAttribute('data-item', 'qualify')
  const letters = await badgeOf(page, 'lead').evaluate((node) => {
    const range = document.createRange()
    range.selectNodeContents(node)
    const { x, y, width, height } = range.getBoundingClientRect()
    return { x: x + width / 2, y: y + height / 2 }
  })
  await page.mouse.click(letters.x, letters.y)
  await expect(page.getByTestId('screen-customers')).toBeVisible()
  await expect(page.getByTestId('customers-segment')).toHaveValue('New customers')
  expect(errors).toEqual([])
})

test('a link whose segment is deleted says so on the shape, in its panel and in words, and offers to choose again', async ({
  page,
  errors
}) => {
  await openDiagram(page)
  await expect(badgeOf(page, 'qualify')).toHaveText(/\d+ customers/)
  await page.getByTestId('rail-segments').click()
  await page.getByRole('button', { name: 'Our best', exact: true }).click()
  await page.getByTestId('segment-menu').click()
  await page.getByTestId('segment-delete').click()
  await page.getByTestId('delete-segment-confirm').click()
  await openDiagram(page)
  await expect(page.getByTestId('shape-qualify')).toHaveAccessibleName(/no longer|gone|not there/i)
  await page.getByTestId('shape-qualify').click({ position: { x: 20, y: 12 } })
  await expect(page.getByTestId('shape-panel').getByTestId('link-gone')).toContainText('The segment was deleted.')
  await page.getByTestId('link-choose-again').click()
  await expect(page.getByTestId('link-search')).toBeFocused()
  await page.keyboard.type('strategically')
  await expect(page.getByTestId('link-target').first()).toContainText('Strategically significant')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('shape-panel').getByTestId('link-figure')).toHaveText(/\d+ customers/)
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('shape-panel').getByTestId('link-gone')).toBeVisible()
  expect(errors).toEqual([])
})

test('a diagram is presented by keys alone: steps, numbers, notes, blank, laser, hidden names and changes on the way', async ({
  page,
  errors
}) => {
  await openDiagram(page)
  await page.keyboard.press('F5')
  const shown = page.getByTestId('present')
  await expect(shown).toHaveAttribute('data-step', 'whole')
  await expect(shown.getByRole('heading', { name: 'Sales' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('PageDown')
  await expect(shown).toHaveAttribute('data-step', '1')
  await expect(page.getByTestId('present-said')).toContainText('Step 1 of 3: Lead')
  await page.keyboard.press('n')
  await expect(page.getByTestId('present-notes')).toContainText('Ask who sent them.')
  await expect(page.getByTestId('present-notes')).toContainText('Qualify')
  await page.keyboard.press('n')
  await page.keyboard.press('3')
  await expect(page.getByTestId('present-typed')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(shown).toHaveAttribute('data-step', '3')
  // The list is named by its first customer; nobody is named while identities are hidden.
  await expect(page.getByTestId('present-caption')).not.toContainText('Customer 0')
  await page.keyboard.press('Control+Shift+M')
  await expect(page.getByTestId('present-mask')).toBeVisible()
  await expect(page.getByTestId('present-caption')).toContainText('Customer 0')
  // Nor where somebody wrote a name by hand.
  await page.keyboard.press('n')
  await expect(page.getByTestId('present-notes')).toContainText(/Ask Customer \d{4} first\./)
  await page.keyboard.press('Control+Shift+M')
  await expect(page.getByTestId('present-notes')).toContainText(/Ask (?!Customer).+ first\./)
  await page.keyboard.press('n')
  await expect(page.getByTestId('present-mask')).toHaveCount(0)
  await page.keyboard.press('b')
  await expect(page.getByTestId('present-blank-black')).toBeVisible()
  await page.keyboard.press('w')
  await expect(page.getByTestId('present-blank-white')).toBeVisible()
  await page.keyboard.press('w')
  await page.keyboard.press('l')
  await expect(page.getByTestId('laser')).toBeVisible()
  await page.keyboard.press('l')
  await page.keyboard.press('Home')
  await page.keyboard.press('e')
  await page.getByTestId('present-label').fill('Enquiry')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('present-edit')).toHaveCount(0)
  await expect(shown).toHaveAttribute('data-step', '1')
  await expect(page.getByTestId('stage')).toContainText('Enquiry')
  await page.keyboard.press('End')
  await page.keyboard.press(' ')
  await expect(shown).toHaveAttribute('data-step', 'whole')
  await page.keyboard.press('ArrowLeft')
  await expect(shown).toHaveAttribute('data-step', '3')
  await page.keyboard.press('Escape')
  await page.getByTestId('stage-step-2').click()
  await expect(shown).toHaveAttribute('data-step', '2')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(shown).toHaveCount(0)
  await expect(page.getByTestId('shape-lead')).toHaveAccessibleName(/Enquiry/)
  expect(errors).toEqual([])
})

test('a presentation leads to the people of a step, and they back to it', async ({ page, errors }) => {
  await openDiagram(page)
  await page.keyboard.press('F5')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  const shown = page.getByTestId('present')
  await expect(shown).toHaveAttribute('data-step', '2')
  await page.keyboard.press('o')
  await expect(shown).toHaveCount(0)
  await expect(page.getByTestId('customers-segment')).toHaveValue('Our best')
  await page.getByTestId('present-return').click()
  await expect(shown).toHaveAttribute('data-step', '2')
  await expect(page.getByTestId('present-back')).toHaveCount(0)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByTestId('stage').locator('[data-item=qualify] [data-part=badge]').click()
  await expect(shown).toHaveCount(0)
  await expectAccessible(page)
  await page.getByTestId('present-return').click()
  await expect(shown).toHaveAttribute('data-step', '2')
  await page.keyboard.press('e')
  await page.getByTestId('present-label').fill('Sort out')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('stage')).toContainText('Sort out')
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('stage')).toContainText('Qualify')
  await expect(shown).toHaveAttribute('data-step', '2')
  expect(errors).toEqual([])
})

test('the order of the steps is set by keyboard, and undone', async ({ page, errors }) => {
  await openDiagram(page)
  await page.keyboard.press('F5')
  await page.keyboard.press('p')
  const steps = page.getByTestId('path-step')
  await expect(steps).toHaveText([/Lead/, /Qualify/, /Offer/])
  await expectAccessible(page)
  await steps.nth(2).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(steps).toHaveText([/Lead/, /Offer/, /Qualify/])
  await page.getByTestId('path-done').click()
  await page.keyboard.press('End')
  await expect(page.getByTestId('present-said')).toContainText('Step 3 of 3: Qualify')
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('present-said')).toContainText('Step 2 of 3: Qualify')
  expect(errors).toEqual([])
})

test('a diagram is walked to a decision and an action, which are still there afterwards', async ({ page, errors }) => {
  await openDiagram(page, 'walk')
  await expect(page.getByTestId('diagram-walk-step')).toHaveAttribute('data-item', 'lead')
  await page.getByTestId('diagram-walk-next').click()
  await expect(page.getByTestId('link-figure')).toHaveText(/\d+ customers/)
  await page.getByTestId('diagram-decision').fill('Call all of them')
  await page.getByTestId('diagram-decide').click()
  await expect(page.getByTestId('walk-decisions')).toContainText('Call all of them')
  await page.getByTestId('step-add-action').click()
  await page.getByTestId('step-action-title').fill('Call')
  await page.getByTestId('step-action-save').click()
  await expect(page.getByRole('alert')).toContainText('owner')
  await page.getByTestId('step-action-owner').fill('Ana')
  await page.getByTestId('step-action-due').fill('11/30/2026')
  await page.getByTestId('step-action-save').click()
  await expect(page.getByTestId('step-action')).toContainText('Ana')
  // The action and the shape it came from are one step for undo.
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('step-action')).toHaveCount(0)
  await expect(page.getByTestId('walk-decisions')).toContainText('Call all of them')
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByTestId('step-action')).toContainText('Ana')
  await page.getByTestId('diagram-decision').fill('Not yet')
  await expectAccessible(page)
  await page.getByTestId('walk-closing-chip').click()
  await expect(page.getByTestId('diagram-walk-closing')).toContainText('1 of 3 steps with a decision')
  await expectAccessible(page)
  await page.getByTestId('rail-plan').click()
  await expect(page.getByText('Call', { exact: true })).toBeVisible()
  // The plan says where it came from, and leads there.
  const place = page.getByTestId(/^action-place-/)
  await expect(place).toHaveText('Sales › Qualify')
  await place.click()
  await expect(page.getByTestId('shape-panel')).toHaveAttribute('data-item', 'qualify')
  await page.getByTestId('diagram-mode-walk').click()
  await page.getByTestId('walk-closing-chip').click()
  await expect(page.getByTestId('walk-unfinished')).toHaveCount(1)
  await page.getByRole('button', { name: /^2 · Qualify$/ }).click()
  // What was begun is still there, and no more once it is dropped.
  await expect(page.getByTestId('diagram-decision')).toHaveValue('Not yet')
  await page.getByTestId('walk-closing-chip').click()
  await page.getByTestId('walk-drop').click()
  await expect(page.getByTestId('walk-unfinished')).toHaveCount(0)
  await page.getByRole('button', { name: /^2 · Qualify$/ }).click()
  await expect(page.getByTestId('diagram-decision')).toHaveValue('')
  await expect(page.getByTestId('walk-decisions')).toContainText('Call all of them')
  expect(errors).toEqual([])
})

test('a model is presented as it is, and copied into a diagram to be changed', async ({ page, errors }) => {
  await page.getByTestId('rail-models').click()
  await page.getByTestId('model-card-idic').click()
  await page.getByTestId('mode-present').click()
  const shown = page.getByTestId('present')
  await expect(shown).toHaveAttribute('data-step', 'whole')
  await page.keyboard.press('PageDown')
  await expect(page.getByTestId('present-said')).toContainText('Step 1 of 4')
  await page.keyboard.press('?')
  await expect(page.getByTestId('present-keys')).toContainText('PgDn')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('present-keys')).toBeHidden()
  await page.keyboard.press('e')
  await page.getByTestId('present-copy').click()
  await expect(page.getByTestId('notice')).toContainText('drawn from the model')
  await expect(page.getByTestId('present-said')).toContainText('Step 1 of 4')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('diagram-page')).toHaveAttribute('data-mode', 'explore')
  await page.getByTestId('diagram-to-model').click()
  await page.getByTestId('mode-edit').click()
  await expect(page.getByTestId('diagram-page')).toHaveAttribute('data-mode', 'edit')
  expect(errors).toEqual([])
})
