import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { escapeMarkdown } from '../../../src/main/data-host/reports/write-markdown.ts'
import { LANGUAGES, type Language } from '../../../src/shared/domain/text.ts'
import { addCustomer, addOrder, openTinyHost, type TinyHost } from '../evidence/tiny-workspace.ts'

const HOSTILE = `<img src=x onerror="alert(1)"> | **bold** [link](http://example.invalid) & "quoted"`
let host: TinyHost | undefined
afterEach(() => {
  host?.close()
  host = undefined
})

/** A shop of 40 customers with a finished first step, one action, and texts nobody should trust. */
async function openWalkedHost(): Promise<{ host: TinyHost; walkId: number }> {
  host = await openTinyHost((db) => {
    for (let id = 1; id <= 40; id++) {
      addCustomer(db, { id, email: `c${id}@example.com` })
      addOrder(db, id, '2026-05-01', id)
      addOrder(db, id, '2025-05-01', 10)
      addOrder(db, id, '2024-05-01', 10)
    }
    addOrder(db, 1, '2026-10-31', 180)
  }, `La Espiga ${HOSTILE}`)
  const { client } = host
  const walk = await client.walks.startWalk({ modelId: 'idic' })
  await client.walks.saveParticipants({ walkId: walk.id, participants: 'Ana\nBruno' })
  const step = { walkId: walk.id, elementId: 'idic.identify' }
  await client.walks.saveStep({
    ...step,
    score: 3,
    justification: 'Half of the names are missing',
    decision: HOSTILE,
    notes: 'first line\nsecond line'
  })
  await client.walks.saveStep({ ...step, answer: { index: 1, text: 'The counter <script>alert(2)</script>' } })
  await client.plan.addAction({
    title: `Ask for the name ${HOSTILE}`,
    owner: 'Ana',
    dueDate: '2026-12-01',
    segmentId: 's_incomplete',
    walkId: walk.id,
    modelId: 'idic',
    elementId: 'idic.identify'
  })
  await client.walks.goToStep({ walkId: walk.id, elementId: 'idic.differentiate' })
  return { host, walkId: walk.id }
}

const WORDS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Walk through the IDIC model',
    'Identify',
    'Customise',
    'Trust',
    '3 of 5',
    'Half of the names are missing',
    'Top-20 % revenue share',
    'Dec 1, 2026',
    'Which contact points see the customer',
    'No answer written down',
    'Steps not answered',
    'Elements without a step',
    'Harvard Business Review',
    'ours'
  ],
  es: [
    'Recorrido: Modelo IDIC',
    'Identificar',
    'Personalizar',
    'Confianza',
    '3 de 5',
    'Half of the names are missing',
    'Ingresos del 20 % superior',
    '1 dic 2026',
    '¿Qué puntos de contacto',
    'Sin respuesta anotada',
    'Pasos sin responder',
    'Elementos sin paso',
    'Harvard Business Review',
    'nuestra'
  ]
}
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll('\\', '')

describe('the report of a walk', () => {
  it.each(LANGUAGES.flatMap((language) => (['html', 'md'] as const).map((format) => [language, format] as const)))(
    'says everything in %s as %s',
    async (language, format) => {
      const { host: open, walkId } = await openWalkedHost()
      const { text, title } = await open.client.reports.renderReport({ modelId: 'idic', walkId, language, format })
      for (const word of WORDS[language]) expect(plain(text), word).toContain(plain(word))
      expect(title).toContain('La Espiga')
      // Sales in W: 1 + 2 + … + 40 = 820, and 180 more.
      const sales = language === 'es' ? '1.000,00 €' : '€1,000.00'
      expect(plain(text)).toContain(plain(sales))
    }
  )

  it('lets nothing out of what people wrote (HTML)', async () => {
    const { host: open, walkId } = await openWalkedHost()
    const { text } = await open.client.reports.renderReport({ modelId: 'idic', walkId, language: 'en', format: 'html' })
    expect(text).not.toMatch(/<(script|img|iframe|link|a|object|form)\b/i)
    expect(text).not.toMatch(/<[^>]*\s(on\w+|href|src)=/i)
    expect(text.replace('http://www.w3.org/2000/svg', '').match(/https?:\/\/(?!example\.invalid)/)).toBeNull()
    expect(text).toContain('&lt;script&gt;alert(2)&lt;/script&gt;')
    expect(text).toContain('first line\nsecond line')
    expect(text.match(/<svg/g)).toHaveLength(1)
  })

  it('lets nothing out of what people wrote (Markdown)', async () => {
    const { host: open, walkId } = await openWalkedHost()
    const { text } = await open.client.reports.renderReport({ modelId: 'idic', walkId, language: 'en', format: 'md' })
    expect(text).not.toMatch(/(?<!\\)<(script|img)/)
    expect(text).not.toMatch(/(?<!\\)\[link/)
    // Every row of a table has the cells its header has.
    for (const table of text.split('\n\n').filter((block) => block.startsWith('|'))) {
      const cells = table.split('\n').map((row) => row.split(/(?<!\\)\|/).length)
      expect(new Set(cells).size, table).toBe(1)
    }
  })

  it.each(LANGUAGES)('carries its fonts and names the business at the foot of every page (%s)', async (language) => {
    const { host: open, walkId } = await openWalkedHost()
    const { text } = await open.client.reports.renderReport({ modelId: 'idic', walkId, language, format: 'html' })
    const faces = text.match(/@font-face\{[^}]*\}/g) ?? []
    expect(faces.map((face) => /font-family:(\w+);font-weight:(\d+)/.exec(face)?.slice(1).join(' '))).toEqual([
      'Inter 400',
      'Inter 600',
      'Newsreader 500'
    ])
    // `wOF2`: every address holds a font, and none leads outside.
    for (const face of faces) expect(face).toContain('src:url(data:font/woff2;base64,d09GMg')
    expect(text.match(/url\((?!data:font|#head)/g)).toBeNull()
    expect(text).toContain('font-src data:')
    expect(text.slice(text.indexOf('<style>'), text.indexOf('</style>'))).toMatch(/@bottom-left \{ content: "La Espiga \\3c img/)
  })

  it('says the maturity by number and name, as the group chose it', async () => {
    const { host: open, walkId } = await openWalkedHost()
    const write = async (language: Language): Promise<string> =>
      (await open.client.reports.renderReport({ modelId: 'idic', walkId, language, format: 'md' })).text
    expect(await write('en')).toContain('3 of 5 · Defined')
    expect(await write('es')).toContain('3 de 5 · Definido')
  })

  it('keeps the evidence of a left step as it stood then', async () => {
    const { host: open, walkId } = await openWalkedHost()
    await open.context.workspace().change(['customers'], (db) => addOrder(db, null, '2026-06-01', 1000))
    const { text } = await open.client.reports.renderReport({ modelId: 'idic', walkId, language: 'en', format: 'md' })
    const identify = text.slice(text.indexOf('## 1. Identify'), text.indexOf('## 2. Differentiate'))
    expect(identify).toContain('Evidence as it stood when the group left this step')
    expect(identify).toContain('100%')
    const now = await open.client.reports.renderReport({ modelId: 'idic', language: 'en', format: 'md' })
    expect(now.text.slice(now.text.indexOf('## 1. Identify'), now.text.indexOf('## 2. Differentiate'))).toContain('50%')
  })

  it('without a walk: the evidence only', async () => {
    const { host: open } = await openWalkedHost()
    const { text } = await open.client.reports.renderReport({ modelId: 'idic', language: 'en', format: 'md' })
    expect(text).toContain('IDIC model with our own figures')
    expect(text).not.toContain('Questions and answers')
  })

  it('is written to the file the person chose, as is the diagram', async () => {
    const { host: open, walkId } = await openWalkedHost()
    const paths = { html: join(open.folder, 'report.html'), svg: join(open.folder, 'idic.svg') }
    const request = { modelId: 'idic', walkId, language: 'es' } as const
    const { bytes } = await open.client.reports.saveReport({ ...request, format: 'html', fileToken: open.context.files.grant(paths.html) })
    expect(readFileSync(paths.html).byteLength).toBe(bytes)
    await open.client.reports.saveDiagram({ ...request, fileToken: open.context.files.grant(paths.svg) })
    const svg = readFileSync(paths.svg, 'utf8')
    expect(svg).toContain('Identificar')
    expect(svg).toContain('>40<')
    expect(svg.match(/@font-face\{font-family:(Inter|Newsreader);/g)).toHaveLength(3)
    expect(svg.match(/url\((?!data:font|#head)/g)).toBeNull()
  })

  it('prints how far a surveyed figure may be off, and a source only for what was published', async () => {
    host = await openTinyHost((db) => {
      const answer = db.prepare(`INSERT INTO surveys (customer_id, at, kind, score) VALUES (?, '2026-06-01', 'nps', ?)`)
      for (let id = 1; id <= 40; id++) {
        addCustomer(db, { id })
        addOrder(db, id, '2026-10-31', 10)
        answer.run(id, id <= 20 ? 9 : 7)
      }
    })
    const { text } = await host.client.reports.renderReport({ modelId: 'idic', language: 'en', format: 'md' })
    // ±1.96·100·√((0.5 − 0.25) / 40)
    expect(text).toContain('50 ±15.5')
    expect(text).toContain('Reichheld 2003')
    expect(text).toContain('definition used in this app')
    expect(text).not.toContain('published measure')
  })

  it('marks a figure that a person entered by hand, with its day', async () => {
    const { host: open } = await openWalkedHost()
    await open.client.models.enterKpi({ kpiId: 'k_training', at: '2026-10-20', numerator: 9, denominator: 12 })
    const { text } = await open.client.reports.renderReport({ modelId: 'qci', language: 'es', format: 'md' })
    const row = text.split('\n').find((line) => line.startsWith('| Cobertura de formación | 75'))
    expect(row).toContain('anotado a mano, 20 oct 2026')
  })

  it('refuses a walk or a model that is not there', async () => {
    const { host: open } = await openWalkedHost()
    await expect(open.client.reports.renderReport({ modelId: 'idic', walkId: 999, language: 'en', format: 'md' })).rejects.toMatchObject({
      data: { code: 'not-found' }
    })
    await expect(open.client.reports.renderReport({ modelId: 'none', language: 'en', format: 'md' })).rejects.toMatchObject({
      data: { code: 'not-found' }
    })
  })
})

describe('escapeMarkdown', () => {
  it.each([
    ['# no heading', '\\# no heading'],
    ['- no item', '\\- no item'],
    ['1. no item', '1\\. no item'],
    ['a|b', 'a\\|b'],
    ['<b>&', '\\<b\\>&amp;']
  ])('%s', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
  })
})
