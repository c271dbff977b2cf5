import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerSaveDialog, createWorkspaceFile, expect, launchCauce, test } from './launch.ts'

/** The sales process in both languages, and what is heard of it. */
const SALES = {
  en: {
    name: 'How we sell',
    boxes: ['Find lead', 'Qualify lead', 'Make offer', 'Negotiate', 'Close sale'],
    again: 'again',
    last: 'Close sale, Process, 1 relation, 5 of 5',
    joined: 'Connected. From Close sale to Qualify lead',
    line: 'From Close sale to Qualify lead: again',
    segment: 'At risk',
    linked: /^Make offer, \d+ customers, At risk \(RFM\), Process, 2 relations, 3 of 5$/,
    said: 'Make offer is linked to: At risk',
    leg: 'Level leg',
    grouped: 'Grouped 2 shapes',
    aligned: 'Aligned 3 shapes'
  },
  es: {
    name: 'Cómo vendemos',
    boxes: ['Buscar', 'Calificar', 'Ofertar', 'Negociar', 'Cerrar la venta'],
    again: 'otra vez',
    last: 'Cerrar la venta, Proceso, 1 relación, 5 de 5',
    joined: 'Conectado. De Cerrar la venta a Calificar',
    line: 'De Cerrar la venta a Calificar: otra vez',
    segment: 'En riesgo',
    linked: /^Ofertar, \d+ clientes, En riesgo.*, Proceso, 2 relaciones, 3 de 5$/,
    said: 'Ofertar, vinculado a: En riesgo',
    leg: 'Tramo horizontal',
    grouped: '2 formas agrupadas',
    aligned: '3 formas alineadas'
  }
} as const

const said = (page: Page): ReturnType<Page['getByTestId']> => page.getByTestId('diagram-said')
const shape = (page: Page, name: string): ReturnType<Page['locator']> => page.locator('.diagram-shape').filter({ hasText: name })

/** Goes on with Tab until what is wanted has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${selector}`)
}
async function write(page: Page, text: string): Promise<void> {
  await expect(page.getByTestId('label-editor')).toBeFocused()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('label-editor')).toHaveCount(0)
}

for (const language of ['en', 'es'] as const)
  test(`with the keyboard alone: five boxes, joined, linked, bent, grouped, aligned and exported, ${language}`, async ({
    folder,
    userData
  }) => {
    const words = SALES[language]
    const [first, second, third, , fifth] = words.boxes
    const file = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
    const app = await launchCauce({ userData, file, language })
    const page = await app.firstWindow()
    try {
      await page.getByTestId('rail-diagrams').waitFor()
      await page.keyboard.press('Control+6')
      await page.getByTestId('diagram-new').waitFor()
      await tabTo(page, '[data-testid=diagram-new]')
      await page.keyboard.press('Enter')
      await expect(page.getByTestId('new-diagram-name')).toBeFocused()
      await page.keyboard.press('Control+A')
      await page.keyboard.type(words.name)
      await page.keyboard.press('Enter')
      await expect(page.getByTestId('diagram-page')).toHaveAttribute('data-mode', 'edit')
      await tabTo(page, '.diagram-canvas')

      // The first by Insert, each next one on the right of the one before.
      await page.keyboard.press('Insert')
      await write(page, first)
      for (const box of words.boxes.slice(1)) {
        await page.keyboard.press('Control+ArrowRight')
        await write(page, box)
      }
      await expect(page.locator('.diagram-shape')).toHaveCount(5)
      await expect(page.locator('.diagram-line')).toHaveCount(4)
      await expect(shape(page, fifth)).toHaveAttribute('aria-label', words.last)

      // A box, the line to it and its text were one step.
      await page.keyboard.press('Control+Z')
      await expect(page.locator('.diagram-shape')).toHaveCount(4)
      await expect(page.locator('.diagram-line')).toHaveCount(3)
      await page.keyboard.press('Control+Shift+Z')
      await expect(shape(page, fifth)).toHaveCount(1)
      await page.keyboard.press('End')
      await expect(shape(page, fifth)).toBeFocused()

      // Joined by name, and what is typed next is what the line says.
      await page.keyboard.press('Control+L')
      await expect(page.getByTestId('diagram-connect-field')).toBeFocused()
      await page.keyboard.type(second)
      await page.keyboard.press('Enter')
      await expect(said(page)).toContainText(words.joined)
      await page.keyboard.type(words.again)
      await page.keyboard.press('Enter')
      const line = page.locator(`[aria-label="${words.line}"]`)
      await expect(line).toHaveCount(1)

      // Bent: on to its level leg, which is led away from the boxes.
      await expect(line).toBeFocused()
      await page.keyboard.press('Shift+Enter')
      for (let steps = 0; steps < 10 && !(await said(page).textContent())?.includes(words.leg); steps++) await page.keyboard.press('Tab')
      await expect(said(page)).toContainText(words.leg)
      const way = await line.locator('.diagram-line-hit').getAttribute('d')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowUp')
      await expect.poll(() => line.locator('.diagram-line-hit').getAttribute('d')).not.toBe(way)
      await page.keyboard.press('Escape')

      // Back to a shape along the relations, and linked to a segment.
      await page.keyboard.press('Tab')
      await expect(shape(page, second)).toBeFocused()
      await page.keyboard.press('Alt+ArrowRight')
      await expect(shape(page, third)).toBeFocused()
      await page.keyboard.press('Control+Shift+K')
      await expect(page.getByTestId('link-search')).toBeFocused()
      await page.keyboard.type(words.segment)
      await expect(page.getByTestId('link-target').first()).toContainText(words.segment)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Control+Enter')
      await expect(page.getByTestId('link-picker')).toHaveCount(0)
      await expect(shape(page, third)).toHaveAttribute('aria-label', words.linked)
      await expect(said(page)).toContainText(words.said)

      // Two are grouped; the group and two others are aligned.
      await page.keyboard.press('Home')
      await expect(shape(page, first)).toBeFocused()
      await page.keyboard.press('Shift+Space')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Shift+Space')
      await page.keyboard.press('Control+G')
      await expect(said(page)).toContainText(words.grouped)
      await page.keyboard.press('Escape')
      await page.keyboard.press('End')
      await page.keyboard.press('Shift+Space')
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Shift+Space')
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Shift+Space')
      await page.keyboard.press('Alt+Shift+ArrowUp')
      await expect(said(page)).toContainText(words.aligned)

      const path = join(folder, 'sells.drawio')
      await answerSaveDialog(app, path)
      await page.keyboard.press('Control+Shift+E')
      await page.getByTestId('export-diagram').waitFor()
      await tabTo(page, '[data-testid=export-diagram] input[type=radio]:checked')
      for (let steps = 0; steps < 20; steps++) {
        if (await page.evaluate(() => document.activeElement?.getAttribute('data-testid') === 'export-kind-drawio')) break
        await page.keyboard.press('ArrowDown')
      }
      await page.keyboard.press('Enter')
      await expect.poll(() => readText(path), { timeout: 15_000 }).toContain('<mxfile')
      for (const box of words.boxes) expect(readText(path)).toContain(box)
      expect(readText(path).match(/edge="1"/gu)).toHaveLength(5)
    } finally {
      await app.close()
    }
  })

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // not written yet
  }
}

test('keys move, size, order, group, lock, find and delete; every one is told and taken back by undo', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'empty.cauce'))
  const app = await launchCauce({ userData, file })
  const page = await app.firstWindow()
  try {
    await page.getByTestId('rail-diagrams').click()
    await page.getByTestId('diagram-new').first().click()
    await page.getByTestId('new-diagram-create').click()
    await tabTo(page, '.diagram-canvas')
    await page.keyboard.press('Insert')
    await write(page, 'First')
    await page.keyboard.press('Control+ArrowDown')
    await write(page, 'Second')
    // Said once it has its name, and not before.
    await expect(said(page)).toHaveText('Connected. From First to Second')
    const second = shape(page, 'Second')
    await expect(page.getByRole('application')).toHaveCount(1)
    await expect(
      page
        .getByRole('application')
        .getByRole('group')
        .getByRole('button', { name: /^First/ })
    ).toHaveCount(1)
    const place = (): Promise<string | null> => second.getAttribute('transform')

    const before = await place()
    await page.keyboard.press('Shift+ArrowRight')
    await expect(said(page)).toContainText('Moved 1 shape')
    await expect.poll(place).not.toBe(before)
    await page.keyboard.press('Control+Z')
    await expect.poll(place).toBe(before)
    await expect(page.getByRole('alert').filter({ hasText: 'Undone: ' })).toHaveCount(1)

    await page.keyboard.press('Control+A')
    await page.keyboard.press('Control+G')
    await expect(said(page)).toContainText('Grouped 2 shapes')
    await expect(page.locator('.diagram-shape')).toHaveCount(3)
    await expect(page.locator('[data-kind=group]')).toBeFocused()
    await expect(page.locator('[data-kind=group]')).toHaveAttribute('aria-label', 'Group, holds 2 shapes, 1 of 3')
    await expect(second).toHaveAttribute('aria-label', 'Second, Process, in Group, 1 relation')
    await page.keyboard.press('Control+Shift+G')
    await expect(page.locator('.diagram-shape')).toHaveCount(2)

    await page.keyboard.press('Escape')
    await expect(said(page)).toHaveText('Nothing chosen')
    await page.keyboard.press('Tab')
    await expect(shape(page, 'First')).toBeFocused()
    await page.keyboard.press('Control+Shift+B')
    await expect(shape(page, 'First')).toHaveAttribute('aria-label', /locked/)
    for (const key of ['Delete', 'ArrowRight', 'Enter', 'x', 'Control+Shift+ArrowRight']) {
      const heard = await said(page).textContent()
      await page.keyboard.press(key)
      await expect.poll(() => said(page).textContent(), key).not.toBe(heard)
      await expect(said(page)).toContainText('It is locked')
    }
    await expect(page.getByTestId('label-editor')).toHaveCount(0)
    await expect(shape(page, 'First')).toHaveCount(1)

    await page.keyboard.press('Control+F')
    await expect(page.getByTestId('diagram-find-field')).toBeFocused()
    await page.keyboard.type('seco')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(second).toBeFocused()
    // The line between them, and back.
    await page.keyboard.press('Control+.')
    await expect(page.locator('.diagram-line')).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(second).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(page.locator('.diagram-shape')).toHaveCount(1)
    await expect(page.locator('.diagram-line')).toHaveCount(0)
    await page.keyboard.press('Control+Z')
    await expect(page.locator('.diagram-line')).toHaveCount(1)

    // Copies are chosen and have the keyboard.
    await page.keyboard.press('End')
    await expect(second).toBeFocused()
    await page.keyboard.press('Control+D')
    await expect(second).toHaveCount(2)
    await expect(page.locator('.diagram-shape[data-chosen]')).toBeFocused()
    const copy = await page.locator('.diagram-shape:focus').getAttribute('id')
    await page.keyboard.press('Control+C')
    await page.keyboard.press('Control+V')
    await expect(second).toHaveCount(3)
    await expect(page.locator('.diagram-shape[data-chosen]')).toBeFocused()
    expect(await page.locator('.diagram-shape:focus').getAttribute('id')).not.toBe(copy)
    await page.keyboard.press('Control+X')
    await expect(second).toHaveCount(2)
    await expect(said(page)).toHaveText('Cut 1 thing')

    // Joined with itself, by its own name.
    await page.keyboard.press('Home')
    await expect(shape(page, 'First')).toBeFocused()
    await page.keyboard.press('Control+L')
    await page.keyboard.type('first')
    await expect(page.getByRole('option')).toHaveText('Firstto itself')
    await page.keyboard.press('Enter')
    await expect(page.locator('[aria-label="From First to First"]')).toBeFocused()

    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expect(page.getByTestId('diagram-keys')).toContainText('Make a connected shape')
  } finally {
    await app.close()
  }
})

test('a line is bent, fastened, led elsewhere and put a shape on with the keys alone, each turn one step', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'empty.cauce'))
  const app = await launchCauce({ userData, file })
  const page = await app.firstWindow()
  try {
    await page.getByTestId('rail-diagrams').click()
    await page.getByTestId('diagram-new').first().click()
    await page.getByTestId('new-diagram-create').click()
    await tabTo(page, '.diagram-canvas')
    await page.keyboard.press('Alt+Shift+KeyN')
    await write(page, 'Lead')
    await page.keyboard.press('Control+ArrowRight')
    await write(page, 'Offer')
    await page.keyboard.press('Control+ArrowRight')
    await write(page, 'Order')
    const line = page.locator('.diagram-line').first()
    const way = (): Promise<string | null> => line.locator('.diagram-line-hit').getAttribute('d')
    const stop = page.getByTestId('line-stop')

    // From the first shape to its line, and into it.
    await page.keyboard.press('Home')
    await expect(shape(page, 'Lead')).toBeFocused()
    await page.keyboard.press('Control+.')
    await expect(line).toBeFocused()
    const before = await way()
    await page.keyboard.press('Shift+Enter')
    await expect(stop).toHaveAttribute('data-kind', 'end')
    await expect(said(page)).toContainText('From Lead to Offer, 0 corners. Start at Lead')
    await page.keyboard.press('Tab')
    await expect(stop).toHaveAttribute('data-kind', 'leg')
    await page.keyboard.press('Insert')
    await expect(said(page)).toContainText('corners more')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    const bent = await way()
    expect(bent).not.toBe(before)
    await expect(said(page)).toContainText('Level leg')
    await page.keyboard.press('ArrowRight')
    await expect(said(page)).toContainText('A level leg goes up and down.')
    expect(await way()).toBe(bent)

    // The arrows on one leg are one step, the corners another.
    await page.keyboard.press('Control+Z')
    await expect.poll(way).not.toBe(bent)
    expect(await way()).not.toBe(before)
    await page.keyboard.press('Control+Z')
    await expect.poll(way).toBe(before)
    await page.keyboard.press('Control+Shift+Z')
    await page.keyboard.press('Control+Shift+Z')
    await expect.poll(way).toBe(bent)

    // The end is fastened to a side, then led to another shape by its name.
    await page.keyboard.press('Escape')
    await expect(stop).toHaveCount(0)
    await expect(line).toBeFocused()
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('ArrowUp')
    await expect(said(page)).toContainText('End at Offer, fastened. Side: Top')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('diagram-connect-field')).toBeFocused()
    await page.keyboard.type('order')
    await page.keyboard.press('Enter')
    await expect(line).toHaveAttribute('aria-label', 'From Lead to Order')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')

    // A shape of another kind, then a lone one put on a line.
    await page.keyboard.press('End')
    await expect(shape(page, 'Order')).toBeFocused()
    await page.keyboard.press('Alt+Shift+KeyK')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await write(page, 'Paid?')
    await expect(page.locator('.diagram-shape[data-kind=decision]')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Insert')
    await write(page, 'Invoice')
    const lines = await page.locator('.diagram-line').count()
    await page.keyboard.press('Alt+Shift+KeyP')
    await page.keyboard.type('paid')
    await page.keyboard.press('Enter')
    await expect(page.locator('.diagram-line')).toHaveCount(lines + 1)
    await expect(page.locator('[aria-label="From Invoice to Paid?"]')).toHaveCount(1)

    // Out to the bar above what is chosen and back; the page goes by with its own keys.
    await expect(shape(page, 'Invoice')).toBeFocused()
    await page.keyboard.press('F6')
    await expect(page.getByTestId('tool-editText')).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByTestId('tool-connect')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(shape(page, 'Invoice')).toBeFocused()
    const view = (): Promise<string | null> => page.locator('.react-flow__viewport').getAttribute('style')
    const seen = await view()
    await page.keyboard.press('PageDown')
    await expect.poll(view).not.toBe(seen)
  } finally {
    await app.close()
  }
})

test('the list leads to every field of a row, and the map stays as this person had it', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'empty.cauce'))
  const open = async (): Promise<{ page: Page; close: () => Promise<void> }> => {
    const app = await launchCauce({ userData, file })
    const page = await app.firstWindow()
    await page.getByTestId('rail-diagrams').click()
    return { page, close: () => app.close() }
  }
  const before = await open()
  try {
    const { page } = before
    await page.getByTestId('diagram-new').first().click()
    await page.getByTestId('new-diagram-create').click()
    await tabTo(page, '.diagram-canvas')
    await page.keyboard.press('Insert')
    await write(page, 'First')
    await page.keyboard.press('Shift+F6')
    await expect(page.getByTestId('side-shapes')).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await tabTo(page, '[data-testid=outline-tree]')
    await page.keyboard.press('Alt+Enter')
    await expect(page.getByTestId('inspector-label')).toBeFocused()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Begin')
    await expect(shape(page, 'Begin')).toHaveCount(1)
    await expect(page.locator('.diagram-map')).toHaveCount(0)
    await page.keyboard.press('Control+Shift+Y')
    await expect(page.locator('.diagram-map')).toHaveCount(1)
  } finally {
    await before.close()
  }
  const after = await open()
  try {
    await after.page.locator('[data-testid^=diagram-card-]').first().click()
    await expect(after.page.locator('.diagram-map')).toHaveCount(1)
  } finally {
    await after.close()
  }
})

test('dialogs and panels begin at their first choice, and Escape leads back to where the keyboard was', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
  const app = await launchCauce({ userData, file, language: 'en' })
  const page = await app.firstWindow()
  const isBackAt = async (id: string): Promise<void> => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByTestId(id)).toBeFocused()
  }
  try {
    await page.getByTestId('rail-diagrams').waitFor()
    await page.keyboard.press('Control+6')
    await page.getByTestId('diagram-new').waitFor()
    await expect(page.getByRole('main', { name: 'Diagrams' })).toBeFocused()

    await tabTo(page, '[data-testid=diagram-new]')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('new-diagram-name')).toBeFocused()
    await isBackAt('diagram-new')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('new-diagram-name')).toBeFocused()
    await page.keyboard.type('Ways back')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('diagram-canvas')).toBeFocused()

    await page.keyboard.press('Control+Shift+E')
    await expect(page.getByTestId('export-kind-png')).toBeFocused()
    await isBackAt('diagram-canvas')
    await page.keyboard.press('Insert')
    await write(page, 'One')
    await page.keyboard.press('Control+ArrowRight')
    await write(page, 'Two')
    await page.getByTestId('diagram-canvas').focus()
    await page.keyboard.press('Control+Shift+F')
    await expect(page.getByRole('radio', { name: 'Layers' })).toBeFocused()
    await isBackAt('diagram-canvas')

    await page.getByTestId('diagram-versions').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('version-name')).toBeFocused()
    await isBackAt('diagram-versions')
    await expect(page.getByTestId('versions')).toHaveCount(0)
  } finally {
    await app.close()
  }
})
