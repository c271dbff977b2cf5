import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { createWorkspaceFile, expect, launchCauce, test } from './launch.ts'

/** Serious and critical findings, as `rule: element`. Legacy mode: Electron makes no second page for axe to work in. */
async function findProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

const PLACES = ['home', 'customers', 'segments', 'value', 'models', 'plan', 'reports', 'settings'] as const

for (const theme of ['light', 'dark'] as const) {
  test(`no screen has a serious or critical finding of axe, ${theme}`, async ({ folder, userData }) => {
    test.setTimeout(180_000)
    const file = await createWorkspaceFile(join(folder, 'sample.cauce'), { sampleId: 'la-espiga' })
    const app = await launchCauce({ userData, file, theme, language: theme === 'light' ? 'es' : 'en' })
    const page = await app.firstWindow()
    const problems: Record<string, string[]> = {}
    const look = async (name: string): Promise<void> => {
      await page.waitForTimeout(300)
      const found = await findProblems(page)
      if (found.length > 0) problems[name] = found
    }

    await page.getByTestId('home-revenue').waitFor()
    for (const place of PLACES) {
      await page.getByTestId(`rail-${place}`).click()
      await page.getByTestId(`screen-${place}`).waitFor()
      await look(place)
    }
    await page.getByTestId('rail-customers').click()
    await page.getByTestId('table-row').first().click()
    await page.getByTestId('customer-panel').waitFor()
    await look('customer')
    await page.getByTestId('customers-import').click()
    await look('import')
    await page.getByTestId('rail-plan').click()
    await page.getByTestId('plan-add').click()
    await look('action form')
    await page.keyboard.press('Escape')
    await page.getByTestId('rail-models').click()
    await page.locator('[data-testid^=model-card-]').first().click()
    await look('model')
    await page.getByTestId('rail-segments').click()
    await page.getByTestId('segment-models-s_ssc').click()
    await page.locator('[data-testid^=compare-element-]').first().waitFor()
    await look('compare a segment')
    const views = page.getByTestId('compare-views').locator('label')
    await views.nth(1).click()
    await look('compare a topic')
    await views.nth(2).click()
    await page.getByTestId('compare-side-right').locator('[data-element]').first().waitFor()
    await page.getByTestId('compare-side-left').locator('.node-card').first().click()
    await look('compare two models')
    await page.getByTestId('rail-models').click()
    await page.getByTestId('gallery-choose').click()
    await page.getByTestId('ranking-basis').waitFor()
    await look('which model suits')
    await page.getByTestId('rail-reports').click()
    await page.getByTestId('screen-reports').waitFor()
    await page.getByTestId('rail-models').click()
    await page.locator('[data-testid^=model-card-]').first().click()
    await page.keyboard.press('Control+Enter')
    await page.getByTestId('screen-walk').waitFor()
    await look('walk')
    await page.getByTestId('rail-models').click()
    await page.getByTestId('assessment-open-payne').click()
    await page.getByTestId('assessment-begin').waitFor()
    await look('assessment begin')
    await page.getByTestId('assessment-name').fill('Ana')
    await page.getByTestId('assessment-start').click()
    await page.getByTestId('assessment-stage').locator('input').nth(1).check({ force: true })
    await look('assessment stage')
    await page.getByTestId('section-payne.strategy').click()
    await look('assessment process')
    await page.getByTestId('section-payne.impl_change').click()
    await page.getByTestId('statement-payne.impl_change-s1-reality').locator('input').nth(4).check({ force: true })
    await page.getByTestId('statement-payne.impl_change-s1-intention').locator('input').nth(4).check({ force: true })
    await look('assessment statements')
    await page.getByTestId('assessment-view').locator('label').nth(1).click()
    await page.getByTestId('assessment-results').waitFor()
    await look('assessment results')
    await page.keyboard.press('Control+K')
    await look('palette')

    await app.close()
    expect(problems).toEqual({})
  })
}

test('the start screen has no serious or critical finding of axe', async ({ page }) => {
  await page.getByTestId('screen-start').waitFor()
  expect(await findProblems(page)).toEqual([])
})
