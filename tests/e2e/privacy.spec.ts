import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { createLocalHost } from '../../src/main/data-host/host.ts'
import { answerOpenDialog, answerSaveDialog, createWorkspaceFile, expect, test as base } from './launch.ts'

const test = base.extend({
  file: async ({ folder }, use) => {
    await use(await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' }))
  }
})

/** Everything in the sample that tells who somebody is; read from a twin of the file, which the app has open. */
async function readIdentities(folder: string): Promise<string[]> {
  const file = await createWorkspaceFile(join(folder, 'twin.cauce'), { sampleId: 'la-espiga' })
  const { context, client } = createLocalHost({ resourcesDir: resolve('resources') })
  await client.workspace.openWorkspace({ fileToken: context.files.grant(file) })
  const rows = context
    .workspace()
    .read.prepare<[], { name: string; email: string | null; phone: string | null; address: string | null }>(
      'SELECT name, email, phone, address FROM customers'
    )
    .all()
  await client.workspace.closeWorkspace()
  return [...new Set(rows.flatMap((row) => Object.values(row).filter((value): value is string => (value ?? '').length >= 8)))]
}

/** All a person can read or hear on the page: text, what fields hold, names and hints of buttons, the window's title. */
async function readPage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const parts = [document.title, document.body.innerText]
    for (const each of document.querySelectorAll('*'))
      for (const name of ['title', 'aria-label', 'placeholder', 'alt', 'data-name']) parts.push(each.getAttribute(name) ?? '')
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) parts.push(field.value)
    return parts.join('\n')
  })
}

const CUSTOMER_PLACES = ['table', 'duplicates', 'health', 'privacy', 'history'] as const

test('with one key no customer can be told on any screen, nor in what is saved', async ({ page, electronApp, folder }) => {
  test.setTimeout(240_000)
  const identities = await readIdentities(folder)
  expect(identities.length).toBeGreaterThan(2000)
  const seen: string[] = []
  const look = async (where: string): Promise<void> => {
    const text = await readPage(page)
    seen.push(where)
    expect
      .soft(
        identities.filter((each) => text.includes(each)),
        where
      )
      .toEqual([])
  }

  // Without the mask they are there: the look can fail.
  await page.getByTestId('rail-customers').click()
  await expect(page.getByTestId('table-row').first()).toBeVisible()
  const bare = await readPage(page)
  expect(identities.some((each) => bare.includes(each))).toBe(true)

  await page.keyboard.press('Control+Shift+M')
  await expect(page.getByTestId('mask-badge')).toBeVisible()
  await expect(page.getByTestId('table-row').first()).toContainText(/Customer \d{4}/)
  await look('customers table')
  await page.getByTestId('table-row').first().click()
  await expect(page.getByTestId('customer-panel')).toBeVisible()
  await look('customer panel')
  for (const place of CUSTOMER_PLACES) {
    await page.getByTestId(`customers-place-${place}`).click()
    await page.waitForTimeout(1200)
    await look(`customers: ${place}`)
  }
  await page.getByTestId('customers-place-privacy').click()
  for (const label of ['A person’s rights', 'Retention', 'Erased', 'Training copy']) {
    await page.getByTestId('privacy-sections').getByText(label, { exact: true }).click()
    await page.waitForTimeout(500)
    if (label === 'A person’s rights') {
      await page.getByTestId('person-search').first().click()
      await expect(page.getByRole('option').first()).toBeVisible()
      await look('privacy: search')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect(page.getByTestId('person-name')).toBeVisible()
      await expect(page.getByTestId('person-json')).toBeDisabled()
    }
    await look(`privacy: ${label}`)
  }
  await page.getByTestId('customers-place-health').click()
  await page.getByTestId('fix-phone').click()
  await expect(page.getByTestId('fix-total')).toBeVisible()
  await look('health: fix')
  await page.keyboard.press('Escape')
  await page.getByTestId('sample-draw').click()
  await expect(page.getByTestId('mark-right').first()).toBeVisible()
  await look('health: sample')
  await page.getByTestId('customers-place-table').click()
  await page.getByTestId('table-row').first().click()
  await page.getByTestId('customer-open').click()
  await expect(page.getByTestId('customer-page')).toBeVisible()
  await page.waitForTimeout(1500)
  await look('customer page')

  await page.keyboard.press('Control+k')
  await page
    .getByRole('searchbox')
    .or(page.getByPlaceholder(/search|do/i))
    .last()
    .fill('garcia')
  await page.waitForTimeout(1200)
  await look('palette')
  await page.keyboard.press('Escape')

  for (const screen of ['home', 'segments', 'value', 'models', 'plan', 'reports', 'settings']) {
    await page.getByTestId(`rail-${screen}`).click()
    await page.waitForTimeout(1500)
    await look(screen)
  }
  await page.getByTestId('rail-value').click()
  const tabs = page.getByRole('tab')
  for (let index = 0; index < (await tabs.count()); index += 1) {
    await tabs.nth(index).click()
    await page.waitForTimeout(index === 2 ? 5000 : 1500)
    await look(`value: tab ${String(index)}`)
  }
  await page.getByTestId('rail-segments').click()
  await page.getByTestId('segment-s_champions').first().click()
  await page.waitForTimeout(1500)
  await look('a segment')
  await page.getByTestId('rail-models').click()
  await page.getByTestId('model-card-idic').click()
  await page.waitForTimeout(2000)
  await look('canvas')
  await page.getByTestId('node-idic.identify').click()
  await page.waitForTimeout(1000)
  await look('element')
  expect(seen.length).toBeGreaterThan(25)

  // What is saved: the chart's and the lists' tables are made of what is on screen; these two come from the host.
  const out = join(folder, 'consents.csv')
  await answerSaveDialog(electronApp, out)
  await page.getByTestId('rail-customers').click()
  await page.getByTestId('customers-place-privacy').click()
  await page.getByTestId('consent-export').click()
  await expect(page.getByTestId('notice').last()).toBeVisible()
  const saved = readFileSync(out, 'utf8')
  expect(saved).toContain('Customer 0')
  expect(identities.filter((each) => saved.includes(each))).toEqual([])

  await page.keyboard.press('Control+Shift+M')
  await expect(page.getByTestId('mask-badge')).toHaveCount(0)
})

test('a file being brought in shows nobody while identities are hidden', async ({ page, electronApp, folder }) => {
  const names = ['Zacarías Canariñez', 'zaca@unicor.es', '699887766', 'Calle Única 7']
  const path = join(folder, 'nuevos.csv')
  writeFileSync(path, `Customer ID,Name,Email,Phone,Address\nC-9001,${names.join(',')}\n`)
  await page.getByTestId('rail-customers').click()
  await page.keyboard.press('Control+Shift+M')
  await answerOpenDialog(electronApp, path)
  await page.getByTestId('customers-import').click()
  await page.getByTestId('import-choose').click()
  await expect(page.getByTestId('import-file')).toBeVisible()
  await page.waitForTimeout(1500)
  const text = await readPage(page)
  expect(names.filter((each) => text.includes(each))).toEqual([])
})

test('data health lists what is wrong, fixes it as one change and takes it back', async ({ page, errors }) => {
  // The Identify step of IDIC leads here.
  await page.getByTestId('rail-models').click()
  await page.getByTestId('model-card-idic').click()
  await page.getByTestId('node-idic.identify').click()
  await page.getByTestId('open-health').click()
  await expect(page.getByTestId('health-index-value')).toContainText(/\d/)
  await page.getByTestId('problem-missing-email').click()
  const total = await page.getByTestId('offender-total').getAttribute('data-count')
  expect(Number(total)).toBeGreaterThan(0)
  await expect(page.getByTestId('health-problems').getByTestId('table-row').first()).toBeVisible()
  await page.getByTestId('fix-phone').click()
  const before = Number(await page.getByTestId('fix-total').getAttribute('data-count'))
  expect(before).toBeGreaterThan(500)
  await page.getByTestId('fix-apply').click()
  await expect(page.getByTestId('notice').last()).toContainText('customers changed')
  await page.getByTestId('notice-action').last().click()
  await page.getByTestId('fix-phone').click()
  await expect(page.getByTestId('fix-total')).toHaveAttribute('data-count', String(before))
  await page.keyboard.press('Escape')
  await page.getByTestId('weights-open').click()
  await page.getByTestId('weight-completeness').fill('0')
  const index = await page.getByTestId('health-index-value').textContent()
  await page.getByTestId('weights-save').click()
  await expect(page.getByTestId('health-index')).toContainText('Your own weighting')
  await expect(page.getByTestId('health-index-value')).not.toHaveText(index ?? '')
  expect(errors).toEqual([])
})

test('a person is handed their data and erased for good', async ({ page, electronApp, folder, errors }) => {
  await page.getByTestId('rail-customers').click()
  await page.getByTestId('customers-place-privacy').click()
  await page.getByTestId('privacy-sections').getByText('A person’s rights').click()
  await page.getByTestId('person-search').first().fill('hotel')
  await page.getByRole('option', { name: /hotel/i }).first().click()
  const name = (await page.getByTestId('person-name').textContent()) ?? ''
  expect(name).toMatch(/hotel/i)
  for (const kind of ['json', 'html', 'pdf'] as const) {
    const out = join(folder, `person.${kind}`)
    await answerSaveDialog(electronApp, out)
    await page.getByTestId(`person-${kind}`).click()
    await expect.poll(() => readSize(out)).toBeGreaterThan(500)
    if (kind !== 'pdf') expect(readFileSync(out, 'utf8')).toContain(name)
    else expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-')
  }
  await page.getByTestId('person-erase').click()
  await expect(page.getByTestId('erase-do')).toBeDisabled()
  await page.getByTestId('erase-reason').fill('asked for it')
  await page.getByTestId('erase-sure').check()
  await page.getByTestId('erase-do').click()
  await expect(page.getByTestId('notice').last()).toContainText('1 customer erased.')
  await page.getByTestId('privacy-sections').getByText('Erased', { exact: true }).click()
  await expect(page.getByTestId('erasure-row')).toContainText('asked for it')
  await page.getByTestId('customers-place-table').click()
  await expect(page.getByTestId('table-row').first()).toBeVisible()
  expect(await readPage(page)).not.toContain(name)
  expect(errors).toEqual([])
})

function readSize(path: string): number {
  try {
    return readFileSync(path).length
  } catch {
    return 0 // not written yet
  }
}
