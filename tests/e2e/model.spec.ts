import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createWorkspaceFile, expect, test as base } from './launch.ts'

const test = base.extend({
  file: async ({ folder }, use) => {
    await use(await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' }))
  }
})

async function openModel(page: Page): Promise<void> {
  await page.getByTestId('rail-models').click()
  await page.getByTestId('model-card-idic').click()
  await expect(page.getByTestId('node-idic.identify')).toBeVisible()
}
/** Digits of a figure as written: `1,284` is 1284. */
const readCount = (text: string | null): number => Number((text ?? '').replaceAll(/\D/g, ''))

test('the nodes of IDIC show the same counts as the segments screen', async ({ page, errors }) => {
  await openModel(page)
  const counts = page.locator('[data-part^="segment-count:"]')
  await expect.poll(() => counts.count()).toBe(10)
  const shown = await counts.evaluateAll((all) =>
    all.map((count) => [count.getAttribute('data-part')?.replace('segment-count:', '') ?? '', count.textContent] as const)
  )
  await page.getByTestId('rail-segments').click()
  for (const [id, count] of shown) await expect(page.getByTestId(`segment-${id}`)).toHaveAttribute('data-count', String(readCount(count)))
  expect(errors).toEqual([])
})

test('the panel follows the selection, explains a figure and leads to the customers behind it', async ({ page }) => {
  await openModel(page)
  await page.getByTestId('node-idic.interact').click()
  const panel = page.getByTestId('element-panel')
  await expect(panel).toHaveAttribute('data-element', 'idic.interact')
  await expect(panel).toContainText('Step 3 of 4')
  await page.getByTestId('node-idic.differentiate').click()
  await expect(panel).toHaveAttribute('data-element', 'idic.differentiate')
  const coverage = page.getByTestId('metric-k_value_diff_coverage')
  await coverage.getByText('How it is computed').click()
  const explanation = page.getByTestId('explanation')
  // What it is, in a sentence, before how it is computed.
  const said = await explanation.textContent()
  expect(said).toContain('both what they are worth and what they need')
  expect(said?.indexOf('what they need')).toBeLessThan(said?.indexOf('Formula') ?? 0)
  await expect(explanation.getByTestId('explanation-worked')).toHaveText(/^[\d,]+ \/ [\d,]+ = [\d.]+%$/)
  await page.keyboard.press('Escape')
  await expect(explanation).toHaveCount(0)
  await expect(page.getByTestId('explain-k_value_diff_coverage')).toBeFocused()
  const counted = page.getByTestId('metric-numerator-k_value_diff_coverage')
  const expected = parseInt((await counted.textContent())?.replaceAll(',', '') ?? '', 10)
  expect(expected).toBeGreaterThan(0)
  await counted.click()
  await expect(page.getByTestId('customers-total')).toHaveAttribute('data-count', String(expected))
})

test('a list names whom it holds where a figure counts something else', async ({ page }) => {
  await openModel(page)
  await page.getByTestId('node-idic.customize').click()
  const uplift = page.getByTestId('metric-numerator-k_uplift')
  const bought = /bought: (\d+) of the \d+ treated/.exec((await uplift.textContent()) ?? '')?.[1] ?? ''
  await uplift.click()
  await expect(page.getByTestId('filter-chip')).toContainText('treated customers who bought')
  await expect(page.getByTestId('customers-total')).toHaveAttribute('data-count', bought)
  await openModel(page)
  await page.getByTestId('node-idic.trust').click()
  await expect(page.getByTestId('metric-margin-k_nps')).toContainText('±')
  await page.getByTestId('metric-value-k_nps').click()
  await expect(page.getByTestId('filter-chip')).toContainText('respondents who are promoters (113) or detractors (53)')
  await expect(page.getByTestId('customers-total')).toHaveAttribute('data-count', '166')
})

test('a segment of the panel leads to its members', async ({ page }) => {
  await openModel(page)
  await page.getByTestId('node-idic.differentiate').click()
  const row = page.getByTestId('panel-segment-s_ssc')
  const expected = readCount(await row.locator('b').textContent())
  await row.click()
  await expect(page.getByTestId('customers-total')).toHaveAttribute('data-count', String(expected))
})

test('arrow keys travel between the elements, Enter selects, plus and zero zoom', async ({ page }) => {
  await openModel(page)
  await expect(page.getByTestId('node-idic.differentiate')).toHaveAccessibleName(
    /^Step 2, Differentiate, not compared\. SSC: 146 customers, 72\.3% of revenue\. /
  )
  await page.getByTestId('node-idic.identify').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('node-idic.differentiate')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('node-idic.customize')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('element-panel')).toHaveAttribute('data-element', 'idic.customize')
  await expect(page.getByTestId('node-idic.customize')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByTestId('node-idic.trust')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByTestId('node-idic.customize')).toBeFocused()
  const percent = page.getByTestId('zoom-percent')
  const fitted = await percent.textContent()
  await page.keyboard.press('+')
  await expect(percent).not.toHaveText(fitted ?? '')
  await page.keyboard.press('0')
  await expect(percent).toHaveText(fitted ?? '')
})

/** Texts that reach over the edge of their node, and nodes or texts that reach over the edge of the canvas. */
async function findOutside(page: Page): Promise<string[]> {
  return page.getByTestId('canvas').evaluate((canvas) => {
    const holds = (outer: DOMRect, { left, right, top, bottom }: DOMRect): boolean =>
      left >= outer.left - 1 && right <= outer.right + 1 && top >= outer.top - 1 && bottom <= outer.bottom + 1
    const whole = canvas.getBoundingClientRect()
    const labels = [...canvas.querySelectorAll('.relation-label')].filter((label) => !holds(whole, label.getBoundingClientRect()))
    const nodes = [...canvas.querySelectorAll('.node')].flatMap((node) => {
      const box = node.getBoundingClientRect()
      // The name of a frame stands on its upper edge.
      const room = node.classList.contains('node-region') ? new DOMRect(box.x, box.y - 12, box.width, box.height + 12) : box
      const texts = [...node.querySelectorAll('text')].filter((text) => !holds(room, text.getBoundingClientRect()))
      return holds(whole, box) ? texts : [node, ...texts]
    })
    return [...labels, ...nodes].map((found) => found.textContent)
  })
}

for (const language of ['English', 'Spanish'] as const)
  for (const model of ['idic', 'qci', 'payne', 'gartner', 'buttle'])
    test(`every node of ${model} stays inside the canvas and no text is cut, in ${language}`, async ({ page }) => {
      await page.getByTestId('rail-models').click()
      if (language === 'Spanish') {
        await page.keyboard.press('ControlOrMeta+Shift+L')
        await expect(page.getByTestId('rail-models')).toContainText('Modelos')
      }
      await page.getByTestId(`model-card-${model}`).click()
      await expect.poll(() => page.locator('[data-part^="figure-value:"]').count()).toBeGreaterThan(3)
      await expect.poll(() => findOutside(page)).toEqual([])
    })

test('a view of a model is switched with a note on who says what, and stays chosen', async ({ page }) => {
  await page.getByTestId('rail-models').click()
  await page.getByTestId('model-card-qci').click()
  await expect(page.getByTestId('node-qci.external_environment')).toBeVisible()
  await page.getByTestId('view-switch').click()
  await expect(page.getByTestId('view-book')).toContainText('Woodcock, Stone and Foss')
  await page.getByTestId('view-book').click()
  await expect(page.getByTestId('node-qci.external_environment')).toHaveCount(0)
  await expect(page.getByTestId('node-qci.infra_process')).toContainText('Process management')
  await expect.poll(() => findOutside(page)).toEqual([])
  await page.getByTestId('rail-models').click()
  await page.getByTestId('model-card-qci').click()
  await expect(page.getByTestId('view-switch')).toContainText('book of 2003')
})

test('the legend shows and hides the lines of a kind', async ({ page }) => {
  await page.getByTestId('rail-models').click()
  await page.getByTestId('model-card-buttle').click()
  const lines = page.locator('.relation')
  const supports = page.getByTestId('legend-supports')
  await expect(supports).toHaveAttribute('aria-pressed', 'false')
  const before = await lines.count()
  await supports.click()
  await expect(supports).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => lines.count()).toBe(before + 25)
  await supports.click()
  await expect.poll(() => lines.count()).toBe(before)
})
