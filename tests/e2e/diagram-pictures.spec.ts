import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type ElectronApplication, type Page } from '@playwright/test'
import type { CauceBridge, FilePurpose, Paper } from '../../src/shared/contract/shell.ts'
import { answerSaveDialog, createWorkspaceFile, test as base } from './launch.ts'

const test = base.extend({
  file: async ({ folder }, use) => {
    await use(await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' }))
  }
})

const ASKED = { subject: { modelId: 'idic' }, language: 'es' } as const
/** The window has its workspace: nobody can save a picture before. */
test.beforeEach(async ({ page }) => {
  await page.getByTestId('rail-models').click()
  await expect(page.getByTestId('model-card-idic').first()).toBeVisible()
})

/** A file the person chose in the dialog. */
async function chooseFile(app: ElectronApplication, page: Page, purpose: FilePurpose, path: string): Promise<string> {
  await answerSaveDialog(app, path)
  const token = await page.evaluate(
    async (wanted) => (await (globalThis as unknown as { cauce: CauceBridge }).cauce.call('pickFile', { purpose: wanted }))?.token,
    purpose
  )
  if (token === undefined) throw new Error('no file chosen')
  return token
}

async function savePng(
  app: ElectronApplication,
  page: Page,
  path: string,
  options: { scale: number; isTransparent?: boolean }
): Promise<Buffer> {
  const fileToken = await chooseFile(app, page, 'save-diagram-png', path)
  const saved = await page.evaluate((input) => (globalThis as unknown as { cauce: CauceBridge }).cauce.call('saveDrawingPng', input), {
    ...ASKED,
    ...options,
    fileToken
  })
  expect(saved).toHaveProperty('bytes')
  const bytes = readFileSync(path)
  expect(saved).toEqual({ bytes: bytes.length })
  return bytes
}

async function savePdf(app: ElectronApplication, page: Page, path: string, paper: Paper): Promise<string> {
  const fileToken = await chooseFile(app, page, 'save-diagram-pdf', path)
  const saved = await page.evaluate((input) => (globalThis as unknown as { cauce: CauceBridge }).cauce.call('saveDrawingPdf', input), {
    ...ASKED,
    paper,
    fileToken
  })
  expect(saved).toHaveProperty('bytes')
  const bytes = readFileSync(path)
  expect(saved).toEqual({ bytes: bytes.length })
  return bytes.toString('latin1')
}

/** Width and height in the header of a PNG. */
const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)]
const boxesOf = (pdf: string): number[][] =>
  Array.from(pdf.matchAll(/\/MediaBox \[([^\]]+)\]/g), ([, box = '']) => box.trim().split(/\s+/).map(Number))

/** The colour of the first pixel, as the page decodes it. */
async function readCorner(page: Page, png: Buffer): Promise<number[]> {
  return page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    return [...context.getImageData(0, 0, 1, 1).data]
  }, png.toString('base64'))
}

test('a diagram is saved as PNG in any size, with or without a ground', async ({ electronApp, page, folder, errors }) => {
  const once = await savePng(electronApp, page, join(folder, 'one.png'), { scale: 1 })
  const [width, height] = sizeOf(once)
  expect(width).toBeGreaterThan(900)
  const large = await savePng(electronApp, page, join(folder, 'three.png'), { scale: 3 })
  expect(sizeOf(large)).toEqual([width * 3, height * 3])
  const clear = await savePng(electronApp, page, join(folder, 'clear.png'), { scale: 1, isTransparent: true })
  expect(await readCorner(page, once)).toEqual([245, 246, 243, 255])
  expect((await readCorner(page, clear))[3]).toBe(0)
  expect(errors).toEqual([])
})

test('a diagram is saved as PDF on one page of its own size or on paper, as vectors and text', async ({
  electronApp,
  page,
  folder,
  errors
}) => {
  const own = await savePdf(electronApp, page, join(folder, 'own.pdf'), 'own')
  const [[, , width = 0, height = 0] = [], ...others] = boxesOf(own)
  expect(others).toEqual([])
  const [pixelsWide, pixelsHigh] = sizeOf(await savePng(electronApp, page, join(folder, 'size.png'), { scale: 1 }))
  // 96 units of the drawing are an inch, 72 points of the page as well.
  expect(Math.abs(width - pixelsWide * 0.75)).toBeLessThan(2)
  expect(Math.abs(height - pixelsHigh * 0.75)).toBeLessThan(2)
  expect(own).not.toContain('/Subtype /Image')
  expect(own).toMatch(/\/FontName \/\w+\+Inter/)
  expect(own).toMatch(/\/ToUnicode/)
  const sheets: [Paper, number, number][] = [
    ['A4', 842, 595],
    ['A3', 1191, 842],
    ['Letter', 792, 612]
  ]
  for (const [paper, wide, high] of sheets) {
    const boxes = boxesOf(await savePdf(electronApp, page, join(folder, `${paper}.pdf`), paper))
    expect(boxes).toHaveLength(1)
    expect(Math.abs((boxes[0]?.[2] ?? 0) - wide)).toBeLessThan(2)
    expect(Math.abs((boxes[0]?.[3] ?? 0) - high)).toBeLessThan(2)
  }
  expect(errors).toEqual([])
})
