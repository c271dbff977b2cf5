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
    test.setTimeout(360_000)
    const file = await createWorkspaceFile(join(folder, 'sample.cauce'), { sampleId: 'la-espiga' })
    const app = await launchCauce({ userData, file, theme, language: theme === 'light' ? 'es' : 'en' })
    const page = await app.firstWindow()
    // What is caught half faded has no contrast of its own.
    await page.emulateMedia({ reducedMotion: 'reduce' })
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
    await page.getByTestId('rail-value').click()
    await page.getByTestId('value-concentration-table').click()
    await page.getByTestId('chart-table').waitFor()
    await page.getByTestId('value-published-export').click()
    await look('value: a table and a menu of files')
    await page.keyboard.press('Escape')
    await page.getByTestId('flag-add').click()
    await page.getByTestId('flag-save').waitFor()
    await page.keyboard.press('Escape')
    await look('value: a flag')
    await page.keyboard.press('Escape')
    for (const [tab, waited] of [
      ['rfm', 'value-rfm'],
      ['future', 'backtest-sentence'],
      ['cohorts', 'value-retention'],
      ['movement', 'value-transitions']
    ] as const) {
      await page.getByTestId(`value-tab-${tab}`).click()
      await page.getByTestId(waited).waitFor()
      await look(`value: ${tab}`)
    }
    await page.getByTestId('value-tab-cohorts').click()
    await page.getByTestId('contract-highEnd').click()
    await page.getByTestId('value-contract-curve').waitFor()
    await look('value: a contract projected')
    await page.getByTestId('value-tab-movement').click()
    await page.getByTestId('value-flow').getByTestId('chart-drawing').focus()
    await page.keyboard.press('ArrowRight')
    await look('value: a chart read by keys')
    await page.getByTestId('value-tab-rfm').click()
    await page.getByTestId('rfm-options').click()
    await page.getByTestId('rfm-options-save').waitFor()
    await look('value: scoring')
    await page.keyboard.press('Escape')
    await page.getByTestId('rail-customers').click()
    for (const [opener, name] of [
      ['customers-columns', 'columns of the table'],
      ['customers-view', 'views of the table'],
      ['customers-export', 'export'],
      ['customers-new', 'a new customer']
    ] as const) {
      await page.getByTestId(opener).click()
      await look(name)
      await page.keyboard.press('Escape')
    }
    await page.getByTestId('mark-row').first().click()
    for (const deed of ['tag', 'set', 'campaign', 'list'] as const) {
      await page.getByTestId(`bulk-${deed}`).click()
      await page.getByTestId('bulk-apply').waitFor()
      await look(`customers: ${deed} all selected`)
      if (deed === 'tag') {
        await page.getByTestId('bulk-tag-name').press('ArrowDown')
        await look('customers: tags in use')
        await page.keyboard.press('Escape')
      }
      await page.keyboard.press('Escape')
      await page.getByTestId('bulk-apply').waitFor({ state: 'detached' })
    }
    await page.getByTestId('bulk-more').click()
    await look('customers: more for all selected')
    await page.keyboard.press('Escape')
    await page.getByTestId('selection-clear').click()
    for (const place of ['duplicates', 'history', 'privacy', 'health'] as const) {
      await page.getByTestId(`customers-place-${place}`).click()
      await page.waitForTimeout(700)
      await look(`customers: ${place}`)
    }
    await page.getByTestId('fix-phone').click()
    await page.getByTestId('fix-total').waitFor()
    await look('a fix of the records')
    await page.keyboard.press('Escape')
    await page.getByTestId('customers-place-table').click()
    await page.getByTestId('table-row').first().locator('.customer-name').click()
    await page.getByTestId('customer-open').click()
    await page.getByTestId('timeline-add').click()
    await look("a customer's page and its menu")
    await page.getByTestId('timeline-add-complaint').click()
    await page.getByTestId('record-save').waitFor()
    await look('a record of a customer')
    await page.keyboard.press('Escape')
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
    await page.getByTestId('segment-new').click()
    await page.getByTestId('rule-add').waitFor()
    await look('new segment')
    await page.getByTestId('rule-add').click()
    await look('segment field picker')
    await page.keyboard.press('Escape')
    await page.getByTestId('template-often-and-many').click()
    await page.getByTestId('rule-add-group').click()
    await page.getByTestId('rule-problem').waitFor()
    await look('segment builder')
    await page.getByTestId('rule-discard').click()
    await page.getByTestId('segment-s_ssc').getByRole('button').first().click()
    await page.getByTestId('segment-copy').waitFor({ state: 'detached' })
    await page.getByTestId('segment-menu').click()
    await page.getByTestId('segment-copy').click()
    await page.getByTestId('segment-owner').waitFor()
    await page.getByTestId('snapshot-take').click()
    await page.getByTestId('step-now').waitFor()
    await look('own segment')
    await page.getByTestId('segment-menu').click()
    await page.getByTestId('segment-delete').click()
    await page.getByTestId('delete-uses').waitFor()
    await look('delete a segment')
    await page.keyboard.press('Escape')
    await page.getByTestId('rail-segments').click()
    await page.getByTestId('segment-overlaps').click()
    for (const index of ['0', '1']) {
      await page.getByTestId(`overlap-${index}`).click()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    }
    await page.getByTestId('venn').waitFor()
    await look('overlap of segments')
    await page.getByTestId('rail-segments').click()
    await page.getByTestId('segment-new-list').click()
    await look('new list')
    await page.keyboard.press('Escape')
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
    await page.getByTestId('rail-value').click()
    await page.getByTestId('value-tab-simulator').click()
    await page.getByTestId('sim-result').waitFor()
    await page.getByTestId('sim-costs').locator('summary').click()
    await page.getByTestId('sim-field-careEffect').fill('9')
    await page.keyboard.press('Enter')
    await page.getByTestId('sim-compare-with').click()
    await page.getByRole('option').first().click()
    await look('simulator')
    await page.getByTestId('explain-f_sim_ratio').click()
    await look('explanation')
    await page.keyboard.press('Escape')
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
