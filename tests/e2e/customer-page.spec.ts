import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Locator, Page } from '@playwright/test'
import { computeLogicalChecksum } from '../../src/main/data-host/database/logical-checksum.ts'
import { createWorkspaceFile, expect, launchCauce, test } from './launch.ts'

/** What the file says, whatever its log says of how it came to it. */
function readContent(path: string): string {
  const db = new Database(path, { readonly: true })
  try {
    return computeLogicalChecksum(db)
  } finally {
    db.close()
  }
}

async function openCustomer(page: Page, place: number): Promise<number> {
  await page.getByTestId('rail-customers').click()
  await page.getByTestId('table-row').nth(place).locator('.customer-name').click()
  await page.getByTestId('customer-open').click()
  const shown = page.getByTestId('customer-page')
  await shown.waitFor()
  return Number(await shown.getAttribute('data-id'))
}

const entries = (page: Page, kind: string): Locator => page.locator(`.timeline-full li[data-kind=${kind}]`)
const countOf = async (page: Page, kind: string): Promise<number> => {
  const chip = page.getByTestId(`timeline-kind-${kind}`)
  return (await chip.count()) === 0 ? 0 : Number((await chip.locator('.kind-count').innerText()).replace(/\D/g, ''))
}

test('a customer is edited in every part, deleted, restored, and all of it undone to the same content', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
  const before = readContent(file)
  const app = await launchCauce({ userData, file })
  const page = await app.firstWindow()
  try {
    await page.getByTestId('home-revenue').waitFor()
    const id = await openCustomer(page, 2)

    // The name is saved as it is typed, and a refused e-mail address says why and changes nothing.
    await page.getByTestId('field-name').fill('Cafetería Renombrada')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('customer-name')).toHaveText('Cafetería Renombrada')
    await page.getByTestId('field-email').fill('no es un correo')
    await page.keyboard.press('Enter')
    await expect(page.getByText('This is not a complete e-mail address', { exact: false })).toBeVisible()
    await page.getByTestId('field-email').fill('nuevo@renombrada.example')
    await page.keyboard.press('Enter')
    await expect(page.getByText('This is not a complete e-mail address', { exact: false })).toHaveCount(0)

    // A complaint comes in and is resolved.
    await page.getByTestId('timeline-add').click()
    await page.getByTestId('timeline-add-complaint').click()
    await page.getByTestId('record-category').fill('entrega tardía')
    await page.getByTestId('record-save').click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    const complaint = entries(page, 'complaint').filter({ hasText: 'entrega tardía' })
    await expect(complaint).toContainText('Open')
    await complaint.getByRole('button', { name: 'Resolve' }).click()
    await expect(complaint).toContainText('Resolved')

    // One click withdraws a consent; what held before stays on record.
    const consent = page.getByTestId('customer-consents').locator('li').first()
    await consent.getByRole('button', { name: /Withdraw/ }).click()
    await expect(consent).toContainText('Withdrawn')

    // Three keystrokes log an interaction.
    const interactions = await countOf(page, 'interaction')
    await page.keyboard.press('Control+J')
    await page.getByTestId('log-kind-enquiry').and(page.locator(':focus')).waitFor()
    await page.keyboard.press('3')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect.poll(() => countOf(page, 'interaction')).toBe(interactions + 1)
    await expect(entries(page, 'interaction').first()).toContainText('Visit')

    // Deleted, and brought back out of the history though something was done since.
    await page.getByTestId('customer-more').click()
    await page.getByTestId('customer-delete').click()
    await expect(page.getByTestId('customer-page')).toHaveCount(0)
    await page.getByTestId('rail-plan').click()
    await page.getByTestId('plan-add').click()
    await page.getByTestId('action-title').fill('Call the hotels')
    await page.getByTestId('action-owner').fill('Ana')
    await page.getByTestId('action-due').fill('11/30/2026')
    await page.getByTestId('action-save').click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.getByTestId('rail-customers').click()
    await page.getByTestId('customers-place-history').click()
    await page.getByTestId('history-view').getByText('Deleted', { exact: true }).click()
    const gone = page.locator('tr[data-kind=customer-deleted]')
    await expect(gone).toContainText('Cafetería Renombrada')
    await gone.getByRole('button', { name: 'Restore' }).click()
    await expect(gone).toHaveCount(0)
    await page.getByTestId('rail-customers').click()
    await page.getByTestId('customers-search').fill('renombrada')
    await expect(page.getByTestId('table-row')).toHaveCount(1)
    await page.getByTestId('table-row').first().locator('.customer-name').click()
    await page.getByTestId('customer-open').click()
    await expect(page.getByTestId('customer-page')).toHaveAttribute('data-id', String(id))
    await expect(entries(page, 'complaint').filter({ hasText: 'entrega tardía' })).toBeVisible()

    // Escape leads back to the table; from the history everything is taken back at once.
    await page.keyboard.press('Escape')
    await expect(page.getByTestId('customer-page')).toHaveCount(0)
    await page.getByTestId('customers-place-history').click()
    const changes = page.locator('.history-table tbody tr')
    await expect(changes.first()).toHaveAttribute('data-kind', 'restored-named')
    await changes.last().getByRole('button', { name: 'Undo back to here' }).click()
    await page.getByTestId('back-confirm').click()
    await expect(page.locator('.history-table tbody tr.is-undone')).toHaveCount(await changes.count())
  } finally {
    await app.close()
  }
  expect(readContent(file)).toBe(before)
})

test('a new customer is made from anywhere, and an interaction is logged with somebody who has to be looked for', async ({
  folder,
  userData
}) => {
  const file = await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' })
  const app = await launchCauce({ userData, file })
  const page = await app.firstWindow()
  try {
    await page.getByTestId('home-revenue').waitFor()
    await page.getByTestId('rail-customers').click()
    await page.getByTestId('customers-new').click()
    await page.getByTestId('new-create').click()
    await expect(page.getByText('A customer needs a name', { exact: false })).toBeVisible()
    await page.getByTestId('new-name').fill('Panadería Ñandú, S. L.')
    await page.getByTestId('new-create').click()
    await expect(page.getByTestId('customer-name')).toHaveText('Panadería Ñandú, S. L.')
    await expect(page.getByTestId('customer-value')).toContainText('Has not bought anything yet')
    await page.getByTestId('rail-home').click()
    await page.keyboard.press('Control+J')
    await expect(page.getByTestId('log-who')).toBeFocused()
    // Enter comes before the host has answered: it takes who answers to what was typed, not the first of the list before.
    await page.keyboard.type('nandu')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('log-who')).toHaveValue(/Ñandú/)
    await page.keyboard.press('6')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByTestId('notice')).toContainText('Follow-up with Panadería Ñandú')
  } finally {
    await app.close()
  }
})
