import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerSaveDialog, createWorkspaceFile, expect, launchCauce, test } from './launch.ts'

const FIRST = 'gartner.vision'

/** The keyboard alone: a digit marks and goes on to the next scale; the last one leads to the button. */
async function rateWithKeys(page: Page, digits: string): Promise<void> {
  await expect(page.getByTestId('rating-page')).toHaveAttribute('data-section', FIRST)
  await page.getByTestId(`statement-${FIRST}-s1-intention`).locator('input').first().focus()
  for (const digit of digits) await page.keyboard.press(digit)
}

async function addRater(page: Page, name: string): Promise<void> {
  await page.getByTestId('rater-add').click()
  await page.getByTestId('rater-name').fill(name)
  await page.getByTestId('rater-save').click()
}

test('two people rate in two rounds; the radar lays both over each other and the table says who differs', async ({ folder, userData }) => {
  test.setTimeout(120_000)
  const file = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
  const app = await launchCauce({ userData, file })
  try {
    const page = await app.firstWindow()
    await page.getByTestId('rail-models').click()
    await page.getByTestId('model-card-gartner').click()
    await page.getByTestId('assess-model').click()
    await page.getByTestId('assessment-name').fill('Ana')
    await page.getByTestId('assessment-start').click()

    await rateWithKeys(page, '223344')
    await expect(page.getByTestId('rating-next')).toBeFocused()
    await expect(page.getByTestId(`section-${FIRST}`)).toContainText('Vision', { ignoreCase: true })
    await expect(page.getByTestId('rater-Ana')).toContainText('3 of 24')
    // 3 and 4 without anything written count as 2.
    await expect(page.getByTestId(`statement-${FIRST}-s2-needs`)).toBeVisible()
    await page.getByTestId(`statement-${FIRST}-s2-evidence`).fill('Minutes of January')
    await expect(page.getByTestId(`statement-${FIRST}-s2-needs`)).toHaveCount(0)

    // Another person sees no mark of the first.
    await addRater(page, 'Luis')
    await expect(page.getByTestId('rating-page').locator('input:checked')).toHaveCount(0)
    await rateWithKeys(page, '200000')
    await page.getByTestId('assessment-view').getByText('Results').click()
    // Ana: (50 + 75 + 65) / 3; Luis: (15 + 0 + 0) / 3.
    await expect(page.getByTestId(`score-${FIRST}`)).toContainText('34.2')
    // Every score says what it is and how its numbers make it.
    const explanation = page.getByTestId('explanation')
    await page.getByTestId('assessment-score').getByTestId('explain-f_assess_maturity').click()
    await expect(explanation).toContainText('34.2')
    await expect(explanation).toContainText('0.3 · intention + 0.7 · reality')
    await expect(explanation).toContainText('made for this app')
    await page.keyboard.press('Escape')
    await expect(explanation).toHaveCount(0)
    for (const id of ['f_assess_gap', 'f_assess_spread']) await expect(page.getByTestId(`explain-${id}`)).toBeVisible()
    const spread = page.getByTestId('assessment-spread')
    await expect(spread).toContainText('0 (Luis)')
    await expect(spread).toContainText('4 (Ana)')
    await expect(spread.getByText('Discuss first').first()).toBeVisible()

    await page.getByTestId('assessment-view').getByText('Rate', { exact: true }).click()
    await page.getByTestId('assessment-new-round').click()
    await page.getByTestId('rater-Ana').click()
    await rateWithKeys(page, '444444')
    await page.getByTestId('assessment-view').getByText('Results').click()
    await expect(page.getByTestId(`score-${FIRST}`)).toContainText('65.0')
    await expect(page.getByTestId(`score-${FIRST}`)).toContainText('+30.8')
    const radar = page.getByTestId('radar-blocks')
    await expect(radar.locator('.radar-series')).toHaveCount(2)
    await expect(radar.locator('figcaption span')).toHaveCount(2)

    // A mark taken back with undo is gone from the figures, too.
    await page.keyboard.press('ControlOrMeta+z')
    await expect(page.getByTestId('assessment-score')).toContainText('2 of 24')
  } finally {
    await app.close()
  }
})

test('Payne begins with readiness: stage, barriers and processes give a verdict with its reasons, and go into the report', async ({
  folder,
  userData
}) => {
  test.setTimeout(120_000)
  const file = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
  const app = await launchCauce({ userData, file })
  try {
    const page = await app.firstWindow()
    await page.getByTestId('rail-models').click()
    await page.getByTestId('model-card-payne').click()
    await page.getByTestId('walk-model').click()
    await expect(page.getByTestId('walk-entry')).toContainText('Readiness first')
    await page.getByTestId('walk-assess').click()
    await page.getByTestId('assessment-name').fill('Group')
    await page.getByTestId('assessment-start').click()
    await page.getByTestId('assessment-stage').locator('input').first().focus()
    // The stage, seven barriers.
    for (const digit of '22222222') await page.keyboard.press(digit)
    for (const digits of ['5333', '4222', '3444', '2555', '5111']) {
      await page.getByTestId('rating-next').click()
      await expect(page.locator('fieldset[data-testid^=importance-] input').first()).toBeFocused()
      for (const digit of digits) await page.keyboard.press(digit)
    }
    await page.getByTestId('assessment-view').getByText('Results').click()
    const verdict = page.getByTestId('assessment-verdict')
    await expect(verdict).toContainText('Pilot')
    await expect(verdict).toContainText('The index is 40.8')
    await expect(verdict).toContainText('66.7 of 100')
    await expect(verdict).toContainText('highest importance')
    await expect(page.getByTestId('assessment-priorities')).toContainText('20.0')

    await page.getByTestId('assessment-model').click()
    await page.getByTestId('walk-model').click()
    await page.getByTestId('walk-decision').fill('Pilot in one shop first.')
    await page.getByTestId('walk-next').click()
    await expect(page.getByTestId('walk-page')).toHaveAttribute('data-element', 'payne.strategy')
    await page.getByTestId('walk-step-closing').click()
    await page.getByTestId('walk-finish').click()
    const markdown = join(folder, 'payne.md')
    await answerSaveDialog(app, markdown)
    await page.getByTestId('report-markdown').click()
    await expect(page.getByTestId('report-outcome')).toContainText('payne.md')
    const text = readFileSync(markdown, 'utf8')
    for (const words of ['Pilot in one shop first.', 'Readiness: Pilot', 'The index is 40.8', 'Concentrate here'])
      expect(text).toContain(words)
  } finally {
    await app.close()
  }
})

test('a model without an order says so, and any block can come next', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
  const app = await launchCauce({ userData, file })
  try {
    const page = await app.firstWindow()
    const at = (element: string): Promise<void> =>
      expect(page.getByTestId('walk-page')).toHaveAttribute('data-element', `gartner.${element}`)
    await page.getByTestId('rail-models').click()
    await page.getByTestId('model-card-gartner').click()
    await page.getByTestId('walk-model').click()
    await expect(page.getByTestId('walk-entry')).toHaveAttribute('data-order', 'any')
    // What no data can hold is written down where it is asked for, and stands among the figures.
    await page.getByTestId('enter-k_vision_recall').click()
    await page.getByTestId('walk-entries').locator('form input').first().fill('40')
    await page.getByTestId('entry-save-k_vision_recall').click()
    await expect(page.getByTestId('walk-metric-k_vision_recall')).toContainText('40%')
    await expect(page.getByTestId('walk-metric-k_vision_recall')).toContainText('entered by hand')
    await page.getByTestId('walk-choose').click()
    await page.getByTestId('walk-choose-gartner.technology').click()
    await at('technology')
    await page.getByTestId('walk-score-2').press('Space')
    await page.getByTestId('walk-next').click()
    await at('metrics')
    await page.getByTestId('walk-skip').click()
    // Past the last block it goes round to the first that is still open.
    await at('vision')
    await expect(page.getByTestId('walk-entry')).toHaveCount(0)
  } finally {
    await app.close()
  }
})

test('a trainer words the statements, sets a target and names the round; the radar draws and reads it', async ({ folder, userData }) => {
  test.setTimeout(120_000)
  const file = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
  const app = await launchCauce({ userData, file })
  try {
    const page = await app.firstWindow()
    await page.getByTestId('rail-models').click()
    await page.getByTestId('model-card-idic').click()
    await page.getByTestId('assess-model').click()
    const view = page.getByTestId('assessment-view')
    await view.getByText('Statements').click()
    // One language is enough, and an element keeps at least one statement.
    await page.getByTestId('statement-add').click()
    await page.getByTestId('statement-text').fill('We know every bakery by name.')
    await page.getByTestId('statement-weight').fill('2')
    await page.getByTestId('statement-save').click()
    await expect(page.getByTestId('edit-own_1')).toContainText('weight 2')
    for (const id of ['s1', 's2', 's3', 's4']) await page.getByTestId(`edit-${id}-remove`).click()
    await expect(page.getByTestId('edit-own_1-remove')).toBeDisabled()
    await page.getByTestId('edit-s1-restore').click()
    await expect(page.getByTestId('statements-of-idic.identify')).toContainText('2')

    await view.getByText('Rate', { exact: true }).click()
    await page.getByTestId('assessment-name').fill('Ana')
    await page.getByTestId('assessment-start').click()
    await page.getByTestId('statement-idic.identify-s1-reality').locator('input').first().focus()
    for (const digit of '14') await page.keyboard.press(digit)
    await view.getByText('Statements').click()
    await page.getByTestId('edit-own_1-open').click()
    await page.getByTestId('statement-text').fill('We know every buyer by name.')
    await page.getByTestId('statement-save').click()
    await expect(page.getByTestId('edit-own_1-earlier')).toContainText('every bakery')

    await view.getByText('Rate', { exact: true }).click()
    await page.getByTestId('rater-Ana').click()
    await page.getByTestId('section-idic.identify').click()
    await expect(page.getByTestId('statement-idic.identify-own_1')).toContainText('every bakery')
    await expect(page.getByTestId('statement-idic.identify-own_1-later')).toContainText('every buyer')

    await view.getByText('Results').click()
    await page.getByTestId('round-name').click()
    await page.getByTestId('round-name-field').fill('May workshop')
    await page.getByTestId('round-name-save').click()
    await expect(page.getByTestId('assessment-round')).toContainText('May workshop')
    await page.getByTestId('target-idic.identify').fill('90')
    await page.getByTestId('target-idic.identify').press('Enter')
    const radar = page.getByTestId('radar-steps')
    await expect(radar.locator('.radar-target polygon')).not.toHaveCount(0)
    await page.getByTestId('radar-keys').focus()
    await page.keyboard.press('ArrowRight')
    // (1 · 25 + 2 · 100) / 3.
    await expect(page.getByTestId('radar-readout')).toContainText('75.0')
    await expect(page.getByTestId('radar-readout')).toContainText('90.0')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByTestId('radar-readout')).toContainText('–')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(radar.locator('.radar-target')).toHaveCount(0)
  } finally {
    await app.close()
  }
})
