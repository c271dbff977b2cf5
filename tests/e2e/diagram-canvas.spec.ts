import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { DiagramContent, DiagramItem } from '../../src/shared/diagrams/diagram.ts'
import { createDiagramFile } from './generated-diagram.ts'
import { expect, launchCauce, test } from './launch.ts'

const box = (id: string, x: number, y: number, label: string): DiagramItem => ({
  item: 'shape',
  id,
  kind: 'process',
  x,
  y,
  width: 120,
  height: 60,
  order: 1,
  label,
  style: {}
})
const CONTENT: DiagramContent = {
  settings: { hasGrid: true, doesSnap: true },
  items: [box('a', 0, 0, 'Lead'), box('b', 260, 50, 'Offer'), box('c', 30, 240, 'Service')]
}

interface Opened {
  page: Page
  close: () => Promise<void>
}
async function openCanvas(folder: string, userData: string, content: DiagramContent = CONTENT): Promise<Opened> {
  const file = join(folder, 'diagrams.cauce')
  const id = await createDiagramFile(file, content)
  const app = await launchCauce({ userData, file })
  const page = await app.firstWindow()
  await page.getByTestId('rail-diagrams').click()
  await page.getByTestId(`diagram-card-${String(id)}`).click()
  await page.getByTestId('diagram-mode-edit').click()
  await expect(page.getByTestId('diagram-page')).toHaveAttribute('data-mode', 'edit')
  await page.locator('.diagram-shape').first().waitFor()
  return { page, close: () => app.close() }
}
type Place = { x: number; y: number; width: number; height: number }
async function placeOf(page: Page, id: string): Promise<Place> {
  const place = await page.getByTestId(`shape-${id}`).locator('.diagram-hit').boundingBox()
  if (!place) throw new Error(`${id} is not on the page`)
  return place
}
const middle = ({ x, y, width, height }: Place): [number, number] => [x + width / 2, y + height / 2]
/** Where the dot on a side of the shape pointed at stands. */
async function dotOf(page: Page, side: string): Promise<[number, number]> {
  const place = await page.locator(`[data-port=${side}]`).boundingBox()
  if (!place) throw new Error(`there is no dot on the ${side}`)
  return middle(place)
}
async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 })
  await page.mouse.move(...to, { steps: 4 })
  await page.mouse.up()
}
const transformOf = (page: Page, id: string): Promise<string | null> => page.getByTestId(`shape-${id}`).getAttribute('transform')
const said = (page: Page): ReturnType<Page['getByTestId']> => page.getByTestId('diagram-said')

test('shapes are dragged, joined, grouped and aligned by mouse, and undo takes it all back', async ({ folder, userData }) => {
  const { page, close } = await openCanvas(folder, userData)
  try {
    const start = await Promise.all(['a', 'b', 'c'].map((id) => transformOf(page, id)))

    const [x, y] = middle(await placeOf(page, 'b'))
    await drag(page, [x, y], [x + 90, y + 60])
    await expect.poll(() => transformOf(page, 'b')).not.toBe(start[1])
    await expect(said(page)).toContainText('Moved 1 shape')

    // A dot of the one is pulled to the other.
    const from = await placeOf(page, 'a')
    await page.mouse.move(...middle(from))
    await drag(page, await dotOf(page, 'right'), middle(await placeOf(page, 'b')))
    await expect(page.locator('.diagram-line')).toHaveAttribute('aria-label', 'From Lead to Offer')

    // Let go on the empty page: a shape is offered there.
    await page.mouse.move(...middle(from))
    await drag(page, await dotOf(page, 'bottom'), [from.x - 60, from.y + 190])
    await page.getByTestId('offer-decision').click()
    await expect(page.getByTestId('label-editor')).toBeFocused()
    await page.keyboard.type('Big?')
    await page.keyboard.press('Enter')
    await expect(page.locator('.diagram-line')).toHaveCount(2)

    await page.getByTestId('shape-a').click()
    await page.getByTestId('shape-c').click({ modifiers: ['Shift'] })
    await page.getByTestId('tool-left').click()
    expect((await placeOf(page, 'a')).x).toBeCloseTo((await placeOf(page, 'c')).x, 0)
    await page.getByTestId('tool-group').click()
    await expect(said(page)).toContainText('Grouped 2 shapes')

    // All of it is taken back: group, alignment, the new shape with its line and text, line, move.
    await page.getByTestId('diagram-canvas').focus()
    for (let steps = 0; steps < 5; steps++) {
      const undone = page.waitForFunction(
        () => document.querySelector('[data-testid=diagram-saved]')?.getAttribute('data-status') === 'saved'
      )
      await page.keyboard.press('Control+Z')
      await undone
      await page.waitForTimeout(150)
    }
    await expect(page.locator('.diagram-shape')).toHaveCount(3)
    await expect(page.locator('.diagram-line')).toHaveCount(0)
    await expect.poll(() => Promise.all(['a', 'b', 'c'].map((id) => transformOf(page, id)))).toEqual(start)
  } finally {
    await close()
  }
})

test('several are marked and arranged with the keys alone, and only shapes are counted', async ({ folder, userData }) => {
  const { page, close } = await openCanvas(folder, userData)
  try {
    await page.getByTestId('diagram-canvas').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Space')
    await expect(said(page)).toContainText('stays chosen. Chosen: 1')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(page.locator('.diagram-shape[aria-pressed=true]')).toHaveCount(2)
    await page.keyboard.press('Shift+Space')
    await expect(said(page)).toContainText('stays chosen. Chosen: 2')
    await page.keyboard.press('Shift+Space')
    await expect(said(page)).toContainText('no longer chosen. Chosen: 1')

    await page.keyboard.press('Control+A')
    await page.keyboard.press('Control+L')
    await expect(page.locator('.diagram-line')).toHaveCount(2)
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Alt+Shift+ArrowLeft')
    await expect(said(page)).toContainText('Aligned 3 shapes')
    const xs = await Promise.all(['a', 'b', 'c'].map(async (id) => (await placeOf(page, id)).x))
    expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(1)
    await page.keyboard.press('Control+Z')
    await expect(said(page)).toHaveText('')
    await page.keyboard.press('Shift+F10')
    await page.getByTestId('diagram-do-down').click()
    await expect(said(page)).toContainText('Arranged 3 shapes')
    await page.getByTestId('diagram-canvas').focus()
    await page.keyboard.press('?')
    await expect(page.getByTestId('diagram-keys')).toContainText('Align left')
  } finally {
    await close()
  }
})

test('what is copied is pasted with its lines, and text from elsewhere becomes shapes', async ({ folder, userData }) => {
  const { page, close } = await openCanvas(folder, userData)
  try {
    await page.getByTestId('diagram-canvas').focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Control+L')
    await expect(page.locator('.diagram-line')).toHaveCount(2)
    await page.keyboard.press('Control+C')
    await expect(said(page)).toContainText('Copied')
    await page.keyboard.press('Control+V')
    await expect(page.locator('.diagram-shape')).toHaveCount(6)
    await expect(page.locator('.diagram-line')).toHaveCount(4)

    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', 'First step\nSecond step\n\nThird step')
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    })
    await expect(page.locator('.diagram-shape')).toHaveCount(9)
    await expect(page.locator('.diagram-shape').filter({ hasText: 'Third step' })).toHaveCount(1)

    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', 'flowchart LR\n  A[Ask] --> B[Answer]')
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    })
    await expect(page.locator('[aria-label="From Ask to Answer"]')).toHaveCount(1)
  } finally {
    await close()
  }
})

/** How many dots of the picture that shows a diagram from far away are drawn on. */
const countDrawn = (page: Page): Promise<number> =>
  page.locator('.diagram-far canvas').evaluateAll((canvases) =>
    canvases.reduce((sum, canvas) => {
      if (!(canvas instanceof HTMLCanvasElement) || canvas.hidden || canvas.width === 0) return sum
      const dots = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray()
      return sum + dots.filter((value, at) => at % 4 === 3 && value > 0).length
    }, 0)
  )

test('a thousand shapes are one picture from far away, in which each can be pressed, dragged and heard of', async ({
  folder,
  userData
}) => {
  const { generateDiagram } = await import('./generated-diagram.ts')
  const { page, close } = await openCanvas(folder, userData, generateDiagram(1000))
  try {
    // Once the panels have opened beside it, the picture is fitted anew: what counts is where it comes to rest.
    let drawn = 0
    await expect(async () => {
      const before = drawn
      drawn = await countDrawn(page)
      expect(drawn).toBeGreaterThan(20_000)
      expect(drawn).toBe(before)
    }).toPass({ intervals: [300] })
    // Not everything is in the page, but what is in the middle of it, with its name.
    expect(await page.locator('.diagram-shape').count()).toBeLessThan(200)
    await expect(page.getByTestId('shape-s507')).toHaveAttribute('aria-label', /507/)
    const before = await transformOf(page, 's507')
    const [x, y] = middle(await placeOf(page, 's507'))
    await drag(page, [x, y], [x + 30, y + 20])
    await expect(said(page)).toContainText('Moved 1 shape')
    await expect.poll(() => transformOf(page, 's507')).not.toBe(before)
    await page.keyboard.press('Control+z')
    await expect.poll(() => transformOf(page, 's507')).toBe(before)
    // What is deleted leaves the picture, what comes back is in it again.
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await expect(page.locator('.diagram-empty')).toBeVisible()
    expect(await countDrawn(page)).toBe(0)
    await page.keyboard.press('Control+z')
    await expect.poll(() => countDrawn(page)).toBe(drawn)
  } finally {
    await close()
  }
})

test('near by, only what is in sight of a thousand shapes is in the page, and of one that is dragged only its own lines are drawn anew', async ({
  folder,
  userData
}) => {
  const { generateDiagram } = await import('./generated-diagram.ts')
  const { page, close } = await openCanvas(folder, userData, generateDiagram(1000))
  try {
    await page.mouse.click(...middle(await placeOf(page, 's507')))
    await page.keyboard.press('Shift+2')
    await expect(page.locator('.diagram-far')).toHaveCount(0)
    await expect(page.locator('.diagram-items text').first()).toBeVisible()
    expect(await page.locator('.diagram-shape').count()).toBeLessThan(200)
    const [x, y] = middle(await placeOf(page, 's507'))
    const changed = await page.evaluateHandle(() => {
      const ids = new Set<string>()
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const item = target instanceof Element ? target.closest('.diagram-items [data-item]') : null
          const id = item?.getAttribute('data-item')
          if (id) ids.add(id)
        }
      }).observe(document.body, { subtree: true, attributes: true, childList: true })
      return ids
    })
    await drag(page, [x, y], [x + 30, y + 20])
    await expect(said(page)).toContainText('Moved 1 shape')
    const ids = await changed.evaluate((found) => [...found])
    expect(ids).toContain('s507')
    expect(ids.length).toBeLessThan(12)
  } finally {
    await close()
  }
})
