import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { answerSaveDialog, createWorkspaceFile, expect, findHostPid, launchCauce, test } from './launch.ts'

const STEPS = ['identify', 'differentiate', 'interact', 'customize'] as const

async function openWorkspace(userData: string, file: string): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await launchCauce({ userData, file })
  const page = await app.firstWindow()
  await page.getByTestId('rail-models').click()
  await page.getByTestId('model-card-idic').click()
  await expect(page.getByTestId('node-idic.identify')).toBeVisible()
  return { app, page }
}
const atStep = (page: Page, step: string): Promise<void> =>
  expect(page.getByTestId('walk-page')).toHaveAttribute('data-element', `idic.${step}`)

async function kill(app: ElectronApplication): Promise<void> {
  const ended = app.waitForEvent('close')
  app.process().kill('SIGKILL')
  await ended
}

test('walks the four steps, keeps what was said, and leaves with a report', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
  const { app, page } = await openWorkspace(userData, file)
  try {
    await page.getByTestId('walk-model').click()
    for (const [index, step] of STEPS.entries()) {
      await atStep(page, step)
      await expect(page.getByTestId('walk-evidence')).toBeVisible()
      await page.getByTestId('walk-answer-0').fill(`What we said about ${step}.`)
      await page.getByTestId(`walk-score-${String(index + 1)}`).press('Space')
      await page.getByTestId('walk-decision').fill(`Decided at ${step}.`)
      await page.getByTestId('walk-next').click()
    }
    await expect(page.getByTestId('walk-closing')).toBeVisible()
    for (const step of STEPS) await expect(page.getByTestId(`walk-summary-idic.${step}`)).toContainText(`Decided at ${step}.`)
    await page.getByTestId('walk-participants').fill('Ana, Luis')
    await page.getByTestId('walk-finish').click()
    await expect(page.getByTestId('walk-finished')).toBeVisible()

    const markdown = join(folder, 'report.md')
    await answerSaveDialog(app, markdown)
    await page.getByTestId('report-markdown').click()
    await expect(page.getByTestId('report-outcome')).toContainText('report.md')
    const text = readFileSync(markdown, 'utf8')
    for (const step of STEPS) expect(text).toContain(`What we said about ${step}.`)
    expect(text).toContain('Ana, Luis')

    const pdf = join(folder, 'report.pdf')
    await answerSaveDialog(app, pdf)
    await page.getByTestId('report-pdf').click()
    await expect(page.getByTestId('report-outcome')).toContainText('report.pdf')
    expect(statSync(pdf).size).toBeGreaterThan(10_000)
  } finally {
    await app.close()
  }
})

test('an action without an owner and a date is refused with a sentence; with them it is kept', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
  const { app, page } = await openWorkspace(userData, file)
  try {
    await page.getByTestId('walk-model').click()
    await page.getByTestId('action-add').click()
    await page.getByTestId('action-title').fill('Call the twenty best')
    await page.getByTestId('action-save').click()
    await expect(page.getByTestId('action-problem')).toContainText('who, by when')
    await page.getByTestId('action-owner').fill('Ana')
    await page.getByTestId('action-due').fill('11/30/2026')
    await page.getByTestId('action-save').click()
    await expect(page.getByTestId('walk-actions')).toContainText('Call the twenty best')
    await expect(page.getByTestId('action-form')).toHaveCount(0)
  } finally {
    await app.close()
  }
})

test('after kill -9, the form of an action opens again as it was typed; added or cancelled it does not', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
  const first = await openWorkspace(userData, file)
  await first.page.getByTestId('walk-model').click()
  await first.page.getByTestId('action-add').click()
  await first.page.getByTestId('action-segment').selectOption('s_ssc')
  await first.page.getByTestId('action-title').pressSequentially('Call the hotel')
  await first.page.getByTestId('action-owner').pressSequentially('Ana')
  await first.page.getByTestId('action-due').pressSequentially('11/30/2026')
  await expect(first.page.getByTestId('save-status')).toHaveAttribute('data-status', 'saved')
  await kill(first.app)

  const second = await openWorkspace(userData, file)
  await second.page.getByTestId('walk-model').click()
  await expect(second.page.getByTestId('action-title')).toHaveValue('Call the hotel')
  await expect(second.page.getByTestId('action-owner')).toHaveValue('Ana')
  await expect(second.page.getByTestId('action-due')).toHaveValue('11/30/2026')
  await expect(second.page.getByTestId('action-segment')).toHaveValue('s_ssc')
  await second.page.getByTestId('action-save').click()
  await expect(second.page.getByTestId('walk-actions')).toContainText('Call the hotel')
  await second.page.getByTestId('action-add').click()
  await expect(second.page.getByTestId('action-title')).toHaveValue('')
  await second.page.getByTestId('action-title').fill('Never mind')
  await expect(second.page.getByTestId('save-status')).toHaveAttribute('data-status', 'saved')
  await second.page.getByTestId('action-cancel').click()
  await expect(second.page.getByTestId('save-status')).toHaveAttribute('data-status', 'saved')
  await kill(second.app)

  const third = await openWorkspace(userData, file)
  try {
    await third.page.getByTestId('walk-model').click()
    await expect(third.page.getByTestId('walk-actions')).toContainText('Call the hotel')
    await expect(third.page.getByTestId('action-form')).toHaveCount(0)
  } finally {
    await third.app.close()
  }
})

test('passing by is no answer, and finishing a walk with nothing written asks once', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
  const { app, page } = await openWorkspace(userData, file)
  try {
    await page.getByTestId('walk-model').click()
    for (const step of STEPS) {
      await atStep(page, step)
      await page.getByTestId('walk-next').click()
    }
    for (const step of STEPS) {
      await expect(page.getByTestId(`walk-step-idic.${step}`)).toHaveAttribute('data-status', 'open')
      await expect(page.getByTestId(`walk-summary-idic.${step}`)).toContainText('not answered')
    }
    await page.getByTestId('walk-finish').click()
    await expect(page.getByTestId('walk-finish-empty')).toContainText('Nothing is written yet: finish anyway?')
    await page.getByTestId('walk-finish-not').click()
    await page.getByTestId('walk-step-idic.identify').click()
    await page.getByTestId('walk-answer-0').fill('Two notebooks.')
    await page.getByTestId('walk-step-closing').click()
    await expect(page.getByTestId('walk-step-idic.identify')).toHaveAttribute('data-status', 'done')
    await page.getByTestId('walk-finish').click()
    await expect(page.getByTestId('walk-finished')).toBeVisible()
    await expect(page.getByTestId('walk-summary-idic.customize')).toContainText('not answered')
  } finally {
    await app.close()
  }
})

for (const way of ['closing', 'kill -9'] as const) {
  test(`after ${way}, the walk goes on at the same element with the same text`, async ({ folder, userData }) => {
    const file = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
    const first = await openWorkspace(userData, file)
    await first.page.getByTestId('node-idic.interact').click()
    await first.page.getByTestId('walk-element').click()
    await atStep(first.page, 'interact')
    await first.page.getByTestId('walk-answer-1').click()
    await first.page.keyboard.type('The hotel told us about its summer menu, and nobody wrote it down', { delay: 5 })
    await first.page.getByTestId('walk-score-2').press('Space')
    await expect(first.page.getByTestId('save-status')).toHaveAttribute('data-status', 'saved')
    if (way === 'closing') await first.app.close()
    else await kill(first.app)
    const again = await openWorkspace(userData, file)
    try {
      await again.page.getByTestId('walk-model').click()
      await atStep(again.page, 'interact')
      await expect(again.page.getByTestId('walk-answer-1')).toHaveValue('The hotel told us about its summer menu, and nobody wrote it down')
      await expect(again.page.getByTestId('walk-score-2')).toBeChecked()
    } finally {
      await again.app.close()
    }
  })
}

test('what is typed while the data host is down is kept and saved once it is back', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
  const first = await openWorkspace(userData, file)
  await first.page.getByTestId('walk-model').click()
  await atStep(first.page, 'identify')
  const pid = await findHostPid(first.app)
  if (pid !== undefined) process.kill(pid, 'SIGKILL')
  await first.page.getByTestId('walk-answer-0').fill('Typed while nobody was listening')
  await expect(first.page.getByTestId('save-status')).toHaveAttribute('data-status', 'saved', { timeout: 20_000 })
  await first.app.close()
  const again = await openWorkspace(userData, file)
  try {
    await again.page.getByTestId('walk-model').click()
    await expect(again.page.getByTestId('walk-answer-0')).toHaveValue('Typed while nobody was listening')
  } finally {
    await again.app.close()
  }
})
