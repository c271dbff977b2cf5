import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { createWorkspaceFile, expect, launchCauce, test } from './launch.ts'
import { findProblems } from './find-problems.ts'

async function openDiagrams(
  folder: string,
  userData: string,
  options: { language?: 'en' | 'es'; theme?: 'light' | 'dark' } = {}
): Promise<{ app: ElectronApplication; page: Page }> {
  const file = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
  const app = await launchCauce({ userData, file, ...options })
  const page = await app.firstWindow()
  await page.getByTestId('rail-diagrams').click()
  await page.getByTestId('diagram-new').waitFor()
  return { app, page }
}

/** Makes a diagram from one of the starts of the dialog and waits for its page. */
async function makeDiagram(page: Page, start: string, name: string): Promise<void> {
  await page.getByTestId('diagram-new').click()
  await page.getByTestId(`start-${start}`).check({ force: true })
  await page.getByTestId('new-diagram-name').fill(name)
  await page.getByTestId('new-diagram-create').click()
  await expect(page.getByTestId('diagram-page')).toHaveAttribute('data-mode', 'edit')
  await expect(page.getByTestId('diagram-name')).toContainText(name)
}

const shapes = (page: Page): ReturnType<Page['locator']> => page.locator('[data-item][data-kind]')
const rows = (page: Page): ReturnType<Page['locator']> => page.getByRole('treeitem')
const isSaved = async (page: Page): Promise<void> => {
  await expect(page.getByTestId('diagram-saved')).toHaveAttribute('data-status', 'saved')
}

test('a diagram from a template is changed in the inspector and in the outline, and both show on the page', async ({
  folder,
  userData
}) => {
  const { app, page } = await openDiagrams(folder, userData)
  try {
    await makeDiagram(page, 'template-sales-process', 'How we sell')
    const drawn = await shapes(page).count()
    expect(drawn).toBeGreaterThan(3)

    await page.getByTestId('side-outline').click()
    const first = rows(page).first()
    await first.click()
    await page.getByTestId('inspector-label').fill('Find who fits us')
    await expect(first).toContainText('Find who fits us')
    await expect(page.getByTestId('diagram-canvas')).toContainText('Find who fits us')

    await page.getByTestId('style-fill').click()
    await page.getByTestId('style-fill-softAmber').click()
    await expect(page.getByTestId('style-fill')).toContainText('Soft amber')
    const chosen = page.locator('[data-item][aria-selected=true], [data-item].is-selected, [data-item][data-selected]')
    await page.getByTestId('place-width').fill('260')
    await expect(page.getByTestId('place-width')).toHaveValue('260')
    expect(await chosen.count()).toBeLessThanOrEqual(drawn)
    await isSaved(page)

    // Each field was one step: width, colour, text.
    await page.getByTestId('diagram-canvas').focus()
    await page.keyboard.press('Control+Z')
    await expect(page.getByTestId('place-width')).not.toHaveValue('260')
    await page.keyboard.press('Control+Z')
    await expect(page.getByTestId('style-fill')).toContainText('Its own')
    await page.keyboard.press('Control+Z')
    await expect(first).not.toContainText('Find who fits us')
    await page.keyboard.press('Control+Shift+Z')
    await expect(first).toContainText('Find who fits us')

    await page.getByTestId('outline-tree').focus()
    await page.keyboard.press('F2')
    await page.getByTestId('outline-field').fill('Renamed in the list')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('diagram-canvas')).toContainText('Renamed in the list')
    await expect(page.getByTestId('inspector-label')).toHaveValue('Renamed in the list')
  } finally {
    await app.close()
  }
})

test('a whole diagram is built in the outline by keyboard, without the page', async ({ folder, userData }) => {
  const { app, page } = await openDiagrams(folder, userData)
  try {
    await makeDiagram(page, 'blank', 'Built as a list')
    await page.getByTestId('side-outline').click()
    await page.getByTestId('outline-kind').click()
    await page.keyboard.type('Process')
    await page.keyboard.press('Enter')
    await page.getByTestId('outline-field').fill('Qualify')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('outline-tree')).toBeFocused()
    for (const name of ['Offer', 'Close']) {
      await page.keyboard.press('Insert')
      await page.getByTestId('outline-field').fill(name)
      await page.keyboard.press('Enter')
    }
    await expect(rows(page)).toHaveCount(3)

    // From the last one to the first, with words on it.
    await page.keyboard.press('Control+L')
    await page.getByTestId('outline-connect-target').fill('Quali')
    await page.keyboard.press('Enter')
    await page.getByTestId('outline-connect-label').fill('learn')
    await page.keyboard.press('Enter')
    await expect(rows(page)).toHaveCount(5)
    await expect(rows(page).filter({ hasText: 'learn' })).toHaveCount(2)
    await expect(page.getByRole('treeitem', { name: 'to Qualify: learn' })).toHaveCount(1)

    await page.getByTestId('outline-tree').focus()
    await page.keyboard.press('Home')
    await expect(page.getByRole('treeitem', { name: 'Qualify, Process' })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Alt+ArrowDown')
    await expect(rows(page).first()).toContainText('Offer')
    await page.keyboard.press('Delete')
    await expect(rows(page)).toHaveCount(2)
    await expect(shapes(page)).toHaveCount(2)
    await page.keyboard.press('Control+Z')
    await expect(rows(page)).toHaveCount(5)
  } finally {
    await app.close()
  }
})

test('shapes come from the palette by click, by key and by search; several at once take one change', async ({ folder, userData }) => {
  const { app, page } = await openDiagrams(folder, userData)
  try {
    await makeDiagram(page, 'blank', 'Palette')
    await page.getByTestId('palette-process').click()
    await expect(shapes(page)).toHaveCount(1)
    // The names are found in the other language too.
    await page.getByTestId('palette-search').fill('decisión')
    await page.keyboard.press('Enter')
    await expect(shapes(page)).toHaveCount(2)
    await page.getByTestId('palette-search').fill('')
    await page.getByTestId('recent-decision').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(shapes(page)).toHaveCount(3)

    await page.getByTestId('palette-ellipse').dragTo(page.getByTestId('diagram-canvas'), { targetPosition: { x: 420, y: 90 } })
    await expect(page.locator('[data-kind=ellipse]')).toHaveCount(1)

    await page.getByTestId('diagram-canvas').focus()
    await page.keyboard.press('Control+A')
    await expect(page.getByTestId('inspector-kind')).toHaveAttribute('data-mixed', 'true')
    await page.getByTestId('inspector-label').fill('Same')
    await page.getByTestId('inspector-kind').click()
    await page.getByRole('option', { name: 'Document' }).click()
    await expect(page.locator('[data-kind=document]')).toHaveCount(4)
    await page.getByTestId('inspector-delete').click()
    await expect(shapes(page)).toHaveCount(0)
  } finally {
    await app.close()
  }
})

test('a table has its fields written, moved and keyed; a line its ends, heads and words', async ({ folder, userData }) => {
  const { app, page } = await openDiagrams(folder, userData)
  try {
    await makeDiagram(page, 'blank', 'Tables')
    const canvas = page.getByTestId('diagram-canvas')
    await page.getByTestId('palette-search').fill('table')
    await page.getByTestId('palette-entity').click()
    await page.getByTestId('inspector-label').fill('Account')
    await page.getByTestId('fields-add').click()
    await page.getByTestId('field-name-0').fill('Id')
    await page.getByTestId('field-key-0').click()
    await page.getByRole('option', { name: 'primary' }).click()
    await page.getByTestId('field-add').click()
    await page.getByTestId('field-name-1').fill('Name')
    await page.getByTestId('field-up-1').click()
    await expect(page.getByTestId('field-name-0')).toHaveValue('Name')
    await page.getByTestId('field-done').click()
    await expect(canvas).toContainText('Name')
    await expect(page.getByText('primary · Text')).toBeVisible()

    await page.getByTestId('palette-entity').click()
    await page.getByTestId('inspector-label').fill('Contact')
    await page.getByTestId('side-outline').click()
    await rows(page).filter({ hasText: 'Contact' }).click()
    await page.getByTestId('outline-connect').click()
    await page.getByTestId('outline-connect-target').fill('Account')
    await page.keyboard.press('Enter')
    await page.getByTestId('outline-connect-done').click()
    await page.getByRole('treeitem', { name: 'to Account' }).click()
    await page.getByTestId('inspector-label').fill('works at')
    await expect(canvas).toContainText('works at')
    await page.getByTestId('line-startHead').click()
    await page.getByRole('option', { name: 'None or many' }).click()
    await page.getByTestId('line-turn').click()
    await expect(page.getByTestId('line-endHead')).toHaveValue('None or many')
    await expect(page.getByRole('treeitem', { name: 'from Account: works at' })).toBeVisible()
  } finally {
    await app.close()
  }
})

test('a version is saved under a name, compared with now and restored', async ({ folder, userData }) => {
  const { app, page } = await openDiagrams(folder, userData)
  try {
    await makeDiagram(page, 'template-sales-process', 'Versions')
    const before = await shapes(page).count()
    await page.getByTestId('diagram-versions').click()
    await page.getByTestId('version-name').fill('Before the workshop')
    await page.getByTestId('version-save').click()
    const version = page.getByRole('listitem').filter({ hasText: 'Before the workshop' })
    await expect(version).toBeVisible()

    await page.getByTestId('palette-process').click()
    await expect(shapes(page)).toHaveCount(before + 1)
    await page.getByTestId('diagram-versions').click()
    await version.getByRole('button').first().click()
    await expect(page.getByTestId('version-diff')).toContainText('1 shape goes')
    await page.getByTestId('version-restore').click()
    await expect(shapes(page)).toHaveCount(before)
  } finally {
    await app.close()
  }
})

test('undo past the making of a diagram leads to the list, which says so', async ({ folder, userData }) => {
  const { app, page } = await openDiagrams(folder, userData)
  try {
    await makeDiagram(page, 'blank', 'Not meant')
    await page.getByTestId('diagram-canvas').focus()
    await page.keyboard.press('Control+z')
    // Its making is no edit of it: that is only offered, however often it is asked for.
    const offer = page.getByTestId('notice').filter({ hasText: 'Nothing more to undo in this diagram' })
    await expect(offer).toContainText('Not meant')
    await page.keyboard.press('Control+z')
    await expect(offer).toHaveCount(1)
    // The menu says so before it is chosen there.
    const readMenu = (): Promise<string | undefined> =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('edit.undo')?.label)
    await expect.poll(readMenu).toBe('Undo what was done before this diagram…')
    await expect(page.getByTestId('diagram-page')).toBeVisible()
    await offer.getByTestId('notice-action').click()
    await expect(page.getByTestId('diagram-new')).toBeVisible()
    await expect.poll(readMenu).toBe('Undo')
    await expect(page.getByTestId('notice').filter({ hasText: 'Redo brings it back' })).toContainText('Not meant')
    await expect(page.getByTestId('error-notice')).toHaveCount(0)
  } finally {
    await app.close()
  }
})

test('diagrams are renamed, found, duplicated and deleted, and undo brings one back', async ({ folder, userData }) => {
  const { app, page } = await openDiagrams(folder, userData)
  try {
    await page.getByTestId('diagram-copy-idic').click()
    await expect(page.getByTestId('diagram-page')).toBeVisible()
    await page.getByTestId('diagram-name').click()
    await page.getByTestId('diagram-name-field').fill('IDIC with our notes')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('diagram-name')).toContainText('IDIC with our notes')
    await page.keyboard.press('Control+K')
    await page.getByRole('dialog').getByRole('textbox').fill('our notes')
    await page.getByRole('dialog').getByText('IDIC with our notes').first().click()
    await expect(page.getByTestId('diagram-page')).toHaveAttribute('data-mode', 'explore')

    await page.getByTestId('diagram-back').click()
    const cards = page.getByTestId('diagram-cards').locator('h3')
    await page.locator('[data-testid^=diagram-menu-]').first().click()
    await page.getByTestId('diagram-duplicate').click()
    await expect(page.getByTestId('diagram-name')).toContainText('IDIC with our notes (copy)')
    await page.getByTestId('diagram-back').click()
    await expect(cards).toHaveCount(2)
    await page.getByTestId('diagram-search').fill('copy')
    await expect(cards).toHaveCount(1)
    await page.locator('[data-testid^=diagram-menu-]').first().click()
    await page.getByTestId('diagram-delete').click()
    await page.getByTestId('diagram-delete-confirm').click()
    await page.getByTestId('diagram-search').fill('')
    await expect(cards).toHaveCount(1)
    await page.getByTestId('notice-action').click()
    await expect(cards).toHaveCount(2)
  } finally {
    await app.close()
  }
})

for (const theme of ['light', 'dark'] as const) {
  test(`no part of a diagram's page has a serious finding of axe, ${theme}`, async ({ folder, userData }) => {
    test.setTimeout(240_000)
    const { app, page } = await openDiagrams(folder, userData, { theme, language: theme === 'light' ? 'es' : 'en' })
    const problems: Record<string, string[]> = {}
    const look = async (name: string): Promise<void> => {
      await page.waitForTimeout(300)
      const found = await findProblems(page)
      if (found.length > 0) problems[name] = found
    }
    try {
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await look('an empty list')
      await page.getByTestId('diagram-new').click()
      await page.getByTestId('start-template-sales-process').waitFor({ state: 'attached' })
      await look('a new diagram')
      await page.keyboard.press('Escape')
      await makeDiagram(page, 'template-sales-process', 'Axe')
      await look('the palette and the diagram')
      await page.getByTestId('side-outline').click()
      await rows(page).first().click()
      await look('the outline and a shape')
      await page.getByTestId('style-fill').click()
      await look('colours')
      await page.keyboard.press('Escape')
      await page.getByTestId('outline-tree').focus()
      await page.keyboard.press('Control+L')
      await look('connecting')
      await page.keyboard.press('Escape')
      await page.getByTestId('outline-tree').focus()
      await page.keyboard.press('ArrowDown')
      await look('a line')
      await page.keyboard.press('Control+A')
      await page.getByTestId('diagram-canvas').focus()
      await page.keyboard.press('Control+A')
      await look('shapes and lines together')
      await page.getByTestId('diagram-view').click()
      await look('the view menu')
      await page.keyboard.press('Escape')
      await page.getByTestId('side-shapes').click()
      await page.getByTestId('palette-search').fill('table')
      await page.getByTestId('palette-entity').click()
      await page.getByTestId('fields-add').click()
      await look('fields')
      await page.getByTestId('field-done').click()
      await page.getByTestId('diagram-versions').click()
      await page.getByTestId('version-name').fill('One')
      await page.getByTestId('version-save').click()
      await page.locator('.version-head').first().click()
      await page.getByTestId('version-restore').waitFor()
      await look('versions')
      await page.getByTestId('diagram-mode-explore').click()
      await expect(page.getByTestId('diagram-page')).toHaveAttribute('data-mode', 'explore')
      await page.getByTestId('side-show').click()
      await look('explore with the outline')
      await page.getByTestId('diagram-back').click()
      await page.getByTestId('diagram-cards').waitFor()
      await look('the list')
      await page.locator('[data-testid^=diagram-menu-]').first().click()
      await look('the menu of a card')
      await page.getByTestId('diagram-delete').click()
      await page.getByTestId('diagram-delete-confirm').waitFor()
      await look('deleting')
      expect(problems).toEqual({})
    } finally {
      await app.close()
    }
  })
}
