import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { answerOpenDialog, answerSaveDialog, createWorkspaceFile, dropFile, expect, launchCauce, test } from './launch.ts'

const model = (cells: string): string => `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`
const box = (id: string, label: string, x: number): string =>
  `<mxCell id="${id}" value="${label}" style="rounded=1;html=1;" vertex="1" parent="1"><mxGeometry x="${String(x)}" y="20" width="120" height="60" as="geometry"/></mxCell>`
const two = (one: string, other: string): string =>
  `${box('a', one, 20)}${box('b', other, 240)}<mxCell id="l" value="then" edge="1" parent="1" source="a" target="b"><mxGeometry relative="1" as="geometry"/></mxCell>`
const DRAWIO = `<mxfile><diagram name="Sales">${model(two('Enquiry', 'Offer'))}</diagram></mxfile>`
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A file of each kind that is read, each with the same two shapes and a line. */
const FILES: readonly (readonly [name: string, content: string])[] = [
  ['plain.drawio', DRAWIO],
  ['picture.drawio.svg', `<svg xmlns="http://www.w3.org/2000/svg" content="${escape(DRAWIO)}"><script>document.title='ran'</script></svg>`],
  [
    'page.html',
    `<!DOCTYPE html><html><body><div class="mxgraph" data-mxgraph="${escape(JSON.stringify({ xml: DRAWIO }))}"></div><script>document.title='ran'</script></body></html>`
  ],
  ['model.xml', model(two('Enquiry', 'Offer'))],
  [
    'cards.canvas',
    JSON.stringify({
      nodes: ['Enquiry', 'Offer'].map((text, at) => ({ id: text, type: 'text', text, x: at * 220, y: 0, width: 120, height: 60 })),
      edges: [{ id: 'l', fromNode: 'Enquiry', toNode: 'Offer', label: 'then' }]
    })
  ],
  ['flow.mmd', 'flowchart LR\n  a[Enquiry] -->|then| b[Offer]\n'],
  [
    'lucid.csv',
    'Id,Name,Shape Library,Page ID,Contained By,Group,Line Source,Line Destination,Source Arrow,Destination Arrow,Status,Text Area 1,Comments\n1,Document,,,,,,,,,Draft,Sales,\n2,Page,,,,,,,,,,Page 1,\n3,Process,Flowchart Shapes,2,,,,,,,,Enquiry,\n4,Process,Flowchart Shapes,2,,,,,,,,Offer,\n5,Line,,2,,,3,4,None,Arrow,,then,\n'
  ]
]

async function findProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

/** What came in stands on the page: after what was noted about it has been read. */
async function expectShapes(page: Page, ...labels: readonly string[]): Promise<void> {
  await expect(page.getByTestId('diagram-page').or(page.getByTestId('imported-diagrams')).first()).toBeVisible()
  const note = page.getByTestId('imported-close')
  if (await note.isVisible()) await note.click()
  for (const label of labels) await expect(page.getByTestId('diagram-page').getByText(label, { exact: true }).first()).toBeVisible()
}

async function closeNotices(page: Page): Promise<void> {
  for (const notice of await page.getByTestId('notice').getByRole('button', { name: 'Close' }).all())
    await notice.click().catch(() => undefined)
}

async function runFromPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').getByRole('textbox').fill(words)
  await page.keyboard.press('Enter')
}

test.describe('with a workspace open', () => {
  let app: ElectronApplication
  let page: Page
  test.beforeEach(async ({ folder, userData }) => {
    const file = await createWorkspaceFile(join(folder, 'shop.cauce'), { sampleId: 'la-espiga' })
    app = await launchCauce({ userData, file })
    page = await app.firstWindow()
    await page.getByTestId('home-revenue').waitFor()
  })
  test.afterEach(() => app.close())

  test('diagrams of every kind come in by being dropped on the window', async ({ folder }) => {
    test.setTimeout(240_000)
    for (const [name, content] of FILES) {
      await page.getByTestId('rail-home').click()
      const path = join(folder, name)
      writeFileSync(path, content)
      await dropFile(app, page, path)
      await expectShapes(page, 'Enquiry', 'Offer', 'then')
      await closeNotices(page)
    }
    expect(await page.title()).not.toContain('ran')
    await page.getByTestId('rail-diagrams').click()
    await expect(page.getByTestId(/^diagram-card-\d+$/)).toHaveCount(FILES.length)
  })

  test('a diagram comes in by the menu, is undone and done again', async ({ folder }) => {
    const path = join(folder, 'sales.drawio')
    writeFileSync(path, DRAWIO)
    await answerOpenDialog(app, path)
    await runFromPalette(page, 'Import diagram')
    await expectShapes(page, 'Enquiry', 'Offer')
    await page.getByTestId('rail-diagrams').click()
    await expect(page.getByTestId(/^diagram-card-\d+$/)).toHaveCount(1)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(page.getByTestId(/^diagram-card-\d+$/)).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect(page.getByTestId(/^diagram-card-\d+$/)).toHaveCount(1)
    // A table of people is an organisation chart where diagrams are shown.
    const people = join(folder, 'people.csv')
    writeFileSync(people, 'Empleado;Jefe;Puesto\nAna;;Directora\nBea;Ana;Ventas\n')
    await dropFile(app, page, people)
    await expectShapes(page, 'Directora', 'Ventas')
  })

  test('what is not as in the file is said, and each page is a diagram', async ({ folder }) => {
    const path = join(folder, 'pages.drawio')
    const hidden = box('h', 'Hidden', 500).replace('<mxCell', '<mxCell visible="0"')
    writeFileSync(
      path,
      `<mxfile><diagram name="One">${model(box('a', 'First', 0) + hidden)}</diagram><diagram name="Two">${model(box('a', 'Second', 0))}</diagram></mxfile>`
    )
    await dropFile(app, page, path)
    const told = page.getByTestId('imported-diagrams')
    await expect(told).toContainText('pages – One')
    await expect(told).toContainText('pages – Two')
    await expect(page.getByTestId('exchange-notes')).toContainText('One hidden layer or shape was left out.')
    await page.emulateMedia({ reducedMotion: 'reduce' })
    expect(await findProblems(page)).toEqual([])
    await told.getByRole('button', { name: 'pages – Two' }).click()
    await expectShapes(page, 'Second')
  })

  test('a hostile file says why it is refused and changes nothing', async ({ folder }) => {
    const bomb = join(folder, 'bomb.drawio')
    writeFileSync(bomb, `<!DOCTYPE mxfile [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${DRAWIO}`)
    await dropFile(app, page, bomb)
    await expect(page.getByTestId('error-notice')).toContainText('The file holds instructions to load other content')
    const twice = join(folder, 'twice.drawio')
    writeFileSync(twice, `<mxfile><diagram>${model(box('a', 'A', 0) + box('a', 'B', 0))}</diagram></mxfile>`)
    await dropFile(app, page, twice)
    await expect(page.getByTestId('error-notice').last()).toContainText('several shapes or lines have the same identifier')
    // Each says which file it is about, and takes the place of the last: the corner holds few.
    await expect(page.getByTestId('error-notice')).toHaveCount(1)
    await expect(page.getByTestId('error-notice')).toContainText('twice.drawio')
    await page.getByTestId('rail-diagrams').click()
    await expect(page.getByTestId('screen-diagrams')).toBeVisible()
    await expect(page.getByTestId(/^diagram-card-\d+$/)).toHaveCount(0)
  })

  test('a diagram goes out as every kind of file, and as text', async ({ folder }) => {
    test.setTimeout(240_000)
    const path = join(folder, 'sales.drawio')
    writeFileSync(path, DRAWIO)
    await dropFile(app, page, path)
    await expectShapes(page, 'Enquiry', 'Offer')
    /** How each file begins. */
    const kinds: Readonly<Record<string, readonly [ending: string, start: RegExp]>> = {
      png: ['png', /^.PNG/],
      svg: ['svg', /<svg /],
      pdf: ['pdf', /^%PDF/],
      pptx: ['pptx', /^PK/],
      drawio: ['drawio', /<mxfile /],
      lucid: ['lucid', /^PK/],
      'lucid-csv': ['csv', /Shape Library/],
      canvas: ['canvas', /"nodes"/],
      mermaid: ['mmd', /flowchart/],
      json: ['json', /"cauce-diagram"/]
    }
    for (const [kind, [ending, start]] of Object.entries(kinds)) {
      const out = join(folder, `out-${kind}.${ending}`)
      await answerSaveDialog(app, out)
      await page.getByTestId('diagram-exchange').click()
      await page.getByTestId('exchange-export').click()
      await page.getByTestId(`export-kind-${kind}`).check()
      if (kind === 'png') {
        await page.emulateMedia({ reducedMotion: 'reduce' })
        expect(await findProblems(page)).toEqual([])
        await page.getByTestId('export-transparent').check()
      }
      await page.getByTestId('export-diagram-save').click()
      await expect(page.getByTestId('export-diagram')).toHaveCount(0)
      const done = page.getByTestId('export-done-close')
      if (await done.isVisible()) await done.click()
      await expect.poll(() => existsSync(out)).toBe(true)
      expect(readFileSync(out).subarray(0, 400).toString('latin1')).toMatch(start)
    }
    for (const [format, start] of [
      ['mermaid', /flowchart/],
      ['drawio', /<mxfile /],
      ['canvas', /"nodes"/],
      ['json', /"cauce-diagram"/]
    ] as const) {
      await page.getByTestId('diagram-exchange').click()
      await page.getByTestId(`copy-as-${format}`).click()
      await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(start)
    }
    // What went out comes back in the same.
    await page.getByTestId('rail-home').click()
    await dropFile(app, page, join(folder, 'out-drawio.drawio'))
    await expectShapes(page, 'Enquiry', 'Offer', 'then')
  })

  test('only what is chosen goes out, and a picture too large for its size says so', async ({ folder }) => {
    const path = join(folder, 'three.drawio')
    writeFileSync(path, `<mxfile><diagram>${model(two('Enquiry', 'Offer') + box('c', 'Order', 460))}</diagram></mxfile>`)
    await dropFile(app, page, path)
    await expectShapes(page, 'Enquiry', 'Offer')
    await page.getByTestId('diagram-mode-edit').click()
    const out = join(folder, 'part.json')
    const open = async (kind: string): Promise<void> => {
      await page.getByTestId('diagram-exchange').click()
      await page.getByTestId('exchange-export').click()
      await page.getByTestId(`export-kind-${kind}`).check()
    }
    await open('json')
    await expect(page.getByTestId('export-only-chosen')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.getByTestId('shape-a').click()
    await page.getByTestId('shape-b').click({ modifiers: ['Shift'] })
    await open('json')
    await page.getByTestId('export-only-chosen').check()
    await answerSaveDialog(app, out)
    await page.getByTestId('export-diagram-save').click()
    await expect(page.getByTestId('export-diagram')).toHaveCount(0)
    const { items } = JSON.parse(readFileSync(out, 'utf8')) as { items: { id: string }[] }
    expect(items.map(({ id }) => id).sort()).toEqual(['a', 'b', 'l'])
    const wide = join(folder, 'wide.drawio')
    writeFileSync(wide, `<mxfile><diagram>${model(two('Enquiry', 'Offer') + box('far', 'Far', 30_000))}</diagram></mxfile>`)
    await page.getByTestId('rail-home').click()
    await dropFile(app, page, wide)
    await expect(page.getByTestId('diagram-page')).toBeVisible()
    await open('png')
    await answerSaveDialog(app, join(folder, 'wide.png'))
    await page.getByTestId('export-diagram-save').click()
    await expect(page.getByTestId('exchange-notes')).toContainText('too large for a picture of that size')
  })
})

test('a diagram dropped on the start screen goes into a new workspace', async ({ folder, userData }) => {
  const path = join(folder, 'sales.canvas')
  writeFileSync(path, FILES.find(([name]) => name === 'cards.canvas')?.[1] ?? '')
  const app = await launchCauce({ userData })
  try {
    const page = await app.firstWindow()
    await page.getByTestId('screen-start').waitFor()
    await answerSaveDialog(app, join(folder, 'new.cauce'))
    await dropFile(app, page, path)
    await expectShapes(page, 'Enquiry', 'Offer')
  } finally {
    await app.close()
  }
})
