import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { answerSaveDialog, createWorkspaceFile, dropFile, expect, launchCauce, test } from './launch.ts'

const ORDERS = 'customer,date,amount\nAna,2026-01-05,20.00\nLuis,2026-02-07,35.50\nAna,2026-03-01,12.25\n'

/** Raises the schema's number in the file's header, as a later Cauce would have left it. */
function makeNewer(path: string): Buffer {
  const bytes = readFileSync(path)
  bytes.writeUInt32BE(9999, 60)
  writeFileSync(path, bytes)
  return bytes
}

/** What a start that hands its files over to this one sends. */
const openFromOutside = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ app }, file) => {
    app.emit('second-instance', {}, [], '', { files: [file] })
  }, path)

test('a file of a later version, named at the start, is refused with a sentence and left as it is', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'Later.cauce'))
  const bytes = makeNewer(file)
  const app = await launchCauce({ userData, file })
  try {
    const page = await app.firstWindow()
    await expect(page.getByTestId('error-notice')).toContainText('newer version of Cauce')
    await expect(page.getByTestId('screen-start')).toBeVisible()
    expect(readFileSync(file).equals(bytes)).toBe(true)
  } finally {
    await app.close()
  }
})

test('a file named from outside later is refused in its own window, and one that is fine opens', async ({ folder, userData }) => {
  const molino = await createWorkspaceFile(join(folder, 'Molino.cauce'), { title: 'Molino' })
  const notes = join(folder, 'notes.cauce')
  writeFileSync(notes, 'not a database, but long enough to be looked at '.repeat(100))
  const app = await launchCauce({ userData })
  try {
    const page = await app.firstWindow()
    await expect(page.getByTestId('screen-start')).toBeVisible()
    await openFromOutside(app, notes)
    await expect(page.getByTestId('error-notice')).toHaveAttribute('data-code', 'file-not-ours')
    await openFromOutside(app, molino)
    await expect(page.getByTestId('home-title')).toContainText('Molino')
    // This window shows a file now: the next one refused has a window of its own, beside it.
    const [second] = await Promise.all([app.waitForEvent('window'), openFromOutside(app, notes)])
    await expect(second.getByTestId('error-notice')).toHaveAttribute('data-code', 'file-not-ours')
    await expect(page.getByTestId('home-title')).toContainText('Molino')
  } finally {
    await app.close()
  }
})

test('a new workspace takes the place of a file the person agreed to replace', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'Molino.cauce'), { title: 'The old one' })
  const app = await launchCauce({ userData })
  try {
    const page = await app.firstWindow()
    await answerSaveDialog(app, file)
    await page.getByTestId('start-new').click()
    await expect(page.getByTestId('home-title')).toContainText('Molino')
    await expect(page.getByText('The old one')).toHaveCount(0)
  } finally {
    await app.close()
  }
})

test('a name typed without its ending is asked about again before a file goes', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'Molino.cauce'), { title: 'The old one' })
  const bytes = readFileSync(file)
  const app = await launchCauce({ userData })
  try {
    const page = await app.firstWindow()
    await answerSaveDialog(app, join(folder, 'Molino'))
    await app.evaluate(({ dialog }) => {
      const asked = globalThis as { asked?: string[] }
      asked.asked = []
      dialog.showMessageBox = ((_window: unknown, options: { message: string }) => {
        asked.asked?.push(options.message)
        return Promise.resolve({ response: 1, checkboxChecked: false })
      }) as typeof dialog.showMessageBox
    })
    await page.getByTestId('start-new').click()
    await expect
      .poll(() => app.evaluate(() => (globalThis as { asked?: string[] }).asked))
      .toEqual([expect.stringContaining('Molino.cauce')])
    await expect(page.getByTestId('screen-start')).toBeVisible()
    expect(readFileSync(file).equals(bytes)).toBe(true)
  } finally {
    await app.close()
  }
})

test('a table dropped on the start screen goes into a new workspace kept where the person says', async ({ folder, userData }) => {
  const orders = join(folder, 'Ventas 2026.csv')
  writeFileSync(orders, ORDERS)
  const app = await launchCauce({ userData })
  try {
    const page = await app.firstWindow()
    await expect(page.getByTestId('screen-start')).toBeVisible()
    const target = join(folder, 'Tienda.cauce')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = ((_window: unknown, options: { defaultPath?: string }) => {
        const asked = globalThis as { suggested?: string | undefined }
        asked.suggested = options.defaultPath
        return Promise.resolve({ canceled: false, filePath })
      }) as typeof dialog.showSaveDialog
    }, target)
    await dropFile(app, page, orders)
    await expect(page.getByTestId('import-file')).toHaveText('Ventas 2026.csv')
    expect(await app.evaluate(() => (globalThis as { suggested?: string }).suggested)).toBe('Ventas 2026.cauce')
    await page.getByTestId('import-run').click()
    await expect(page.getByTestId('import-result')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByTestId('count-created').first()).toHaveAttribute('data-count', '3')
    await page.getByTestId('rail-home').click()
    await expect(page.getByTestId('home-title')).toContainText('Tienda')
  } finally {
    await app.close()
  }
})

test('a table dropped on the start screen leaves nothing behind when the person changes their mind', async ({ folder, userData }) => {
  const orders = join(folder, 'orders.csv')
  writeFileSync(orders, ORDERS)
  const app = await launchCauce({ userData })
  try {
    const page = await app.firstWindow()
    await expect(page.getByTestId('screen-start')).toBeVisible()
    await app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = () => {
        const asked = globalThis as { isAsked?: boolean }
        asked.isAsked = true
        return Promise.resolve({ canceled: true, filePath: '' })
      }
    })
    await dropFile(app, page, orders)
    await expect.poll(() => app.evaluate(() => (globalThis as { isAsked?: boolean }).isAsked)).toBe(true)
    await expect(page.getByTestId('screen-start')).toBeVisible()
    expect(existsSync(join(folder, 'orders.cauce'))).toBe(false)
  } finally {
    await app.close()
  }
})
