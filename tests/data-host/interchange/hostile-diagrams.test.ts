import { readFileSync, writeFileSync } from 'node:fs'
import { deflateRawSync, deflateSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ErrorCode } from '../../../src/shared/domain/errors.ts'
import { pngWith } from '../../support/png-text.ts'
import { codeOf, startTestHost, type TestHost } from '../../support/local-host.ts'

let host: TestHost
beforeEach(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('shop.cauce').token, title: 'Tienda' })
})
afterEach(() => host.end())

const model = (cells: string): string => `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`
const page = (cells: string): string => `<mxfile><diagram id="p" name="P">${model(cells)}</diagram></mxfile>`
const box = (id: string, more = ''): string =>
  `<mxCell id="${id}" value="${id}" vertex="1" parent="1" style="rounded=0;" ${more}><mxGeometry x="10" y="10" width="80" height="40" as="geometry"/></mxCell>`
const pack = (xml: string): string => deflateRawSync(encodeURIComponent(xml)).toString('base64')
const canvas = (nodes: unknown, edges: unknown = []): string => JSON.stringify({ nodes, edges })
const card = (id: string, more: object = {}): object => ({ id, type: 'text', text: id, x: 0, y: 0, width: 100, height: 40, ...more })

/** Containers one in another, each a child of the one before. */
const nest = (deep: number): string =>
  Array.from({ length: deep }, (_, at) =>
    box(`c${String(at)}`).replace('parent="1"', `parent="${at === 0 ? '1' : `c${String(at - 1)}`}"`)
  ).join('')

const LAUGHS = `<!DOCTYPE mxfile [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>`

const REFUSED: readonly (readonly [what: string, file: string, content: () => string | Buffer, code: ErrorCode])[] = [
  ['an empty file', 'a.drawio', () => '', 'file-empty'],
  ['a program', 'a.drawio', () => Buffer.from([0x4d, 0x5a, 0, 0, 1, 2, 3, 0xff]), 'diagram-unknown-format'],
  ['a text that is no diagram', 'a.drawio', () => 'Dear Sir or Madam', 'diagram-unknown-format'],
  ['a page of a site', 'a.html', () => '<!DOCTYPE html><html><body><script>alert(1)</script></body></html>', 'diagram-unknown-format'],
  ['entities that multiply', 'a.drawio', () => `${LAUGHS}${page(box('a').replace('value="a"', 'value="&d;"'))}`, 'diagram-entities'],
  [
    'an entity from a file of this computer',
    'a.drawio',
    () => `<!DOCTYPE mxfile [<!ENTITY x SYSTEM "file:///etc/hostname">]>${page(box('a').replace('value="a"', 'value="&x;"'))}`,
    'diagram-entities'
  ],
  [
    'a grammar from elsewhere',
    'a.drawio',
    () => `<!DOCTYPE mxfile SYSTEM "http://example.org/x.dtd">${page(box('a'))}`,
    'diagram-entities'
  ],
  [
    'entities in the picture around it',
    'a.drawio.svg',
    () => `<!DOCTYPE svg [<!ENTITY x "y">]><svg content="&lt;mxfile/&gt;"/>`,
    'diagram-entities'
  ],
  [
    'entities inside a packed page',
    'a.drawio',
    () => `<mxfile><diagram>${pack(`${LAUGHS}${model(box('a'))}`)}</diagram></mxfile>`,
    'diagram-entities'
  ],
  ['a million shapes', 'a.drawio', () => page('<mxCell vertex="1" parent="1"/>'.repeat(1_000_000)), 'diagram-too-large'],
  [
    'more shapes than fit, in a packed page',
    'a.drawio',
    () => `<mxfile><diagram>${pack(model(many(110_000)))}</diagram></mxfile>`,
    'diagram-too-large'
  ],
  ['one shape too many', 'a.drawio', () => page(many(20_001)), 'diagram-too-large'],
  [
    'a page that unpacks to gigabytes',
    'a.drawio',
    () => `<mxfile><diagram>${deflateRawSync(Buffer.alloc(300_000_000, 'a')).toString('base64')}</diagram></mxfile>`,
    'diagram-too-large'
  ],
  [
    'a picture that unpacks to gigabytes',
    'a.png',
    () => pngWith('zTXt', 'mxfile', deflateSync(Buffer.alloc(300_000_000, 'a'))),
    'diagram-too-large'
  ],
  ['a picture without a diagram', 'a.drawio.png', () => pngWith('tEXt', 'Comment', Buffer.from('hello')), 'diagram-unknown-format'],
  [
    'a picture cut short',
    'a.drawio.png',
    () => pngWith('tEXt', 'mxfile', Buffer.from(page(box('a')))).subarray(0, 60),
    'diagram-unknown-format'
  ],
  [
    'a picture without one',
    'a.svg',
    () => '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    'diagram-unknown-format'
  ],
  ['a file cut short', 'a.drawio', () => page(box('a') + box('b')).slice(0, -60), 'diagram-damaged'],
  ['a page whose packing is broken', 'a.drawio', () => '<mxfile><diagram>AAAA////notpacked</diagram></mxfile>', 'diagram-damaged'],
  ['a container inside itself', 'a.drawio', () => page(box('a').replace('parent="1"', 'parent="a"')), 'diagram-cycle'],
  [
    'containers inside each other in a circle',
    'a.drawio',
    () => page(['a', 'b', 'c'].map((id, at) => box(id).replace('parent="1"', `parent="${'bca'.charAt(at)}"`)).join('')),
    'diagram-cycle'
  ],
  ['two shapes with one identifier', 'a.drawio', () => page(box('a') + box('a')), 'diagram-duplicate-ids'],
  ['ten thousand containers one in another', 'a.drawio', () => page(nest(10_000)), 'diagram-too-large'],
  ['a hundred thousand elements one in another', 'a.drawio', () => page('<a>'.repeat(100_000)), 'diagram-too-large'],
  [
    'a shape with a hundred thousand attributes',
    'a.drawio',
    () => page(`<object id="a" label="a" ${Array.from({ length: 100_000 }, (_, at) => `a${String(at)}="x"`).join(' ')}/>`),
    'diagram-too-large'
  ],
  [
    'rows that stand in each other',
    'a.csv',
    () => 'Id,Name,Shape Library,Page ID,Contained By,Text Area 1\n1,Page,,,,P\n2,Process,F,1,3,x\n3,Process,F,1,2,y\n',
    'diagram-cycle'
  ],
  ['a library of shapes', 'a.xml', () => '<mxlibrary>[{"xml":"x","w":1,"h":1}]</mxlibrary>', 'diagram-library'],
  ['a diagram with nothing in it', 'a.drawio', () => page(''), 'diagram-empty'],
  ['JSON that ends in the middle', 'a.canvas', () => '{"nodes":[{"id":"a"', 'diagram-damaged'],
  ['JSON that is no canvas', 'a.canvas', () => '{"nodes": 7}', 'diagram-damaged'],
  ['nodes that are no nodes', 'a.canvas', () => '{"nodes": [1, null, "x"]}', 'diagram-damaged'],
  ['JSON nested ten thousand deep', 'a.canvas', () => `{"nodes":[${'['.repeat(10_000)}${']'.repeat(10_000)}]}`, 'diagram-too-large'],
  ['a canvas of a million cards', 'a.canvas', () => canvas(Array.from({ length: 1_000_000 }, () => 0)), 'diagram-too-large'],
  ['two cards with one identifier', 'a.canvas', () => canvas([card('a'), card('a')]), 'diagram-duplicate-ids'],
  [
    'groups that say they stand in each other',
    'a.canvas',
    () => canvas(['a', 'b'].map((id) => card(id, { type: 'group', cauce: { kind: 'group', parentId: id === 'a' ? 'b' : 'a' } }))),
    'diagram-cycle'
  ],
  [
    'our own file from a newer version',
    'a.json',
    () => '{"format":"cauce-diagram","version":99,"settings":{},"items":[]}',
    'diagram-newer'
  ],
  [
    'our own file with something else in it',
    'a.json',
    () => '{"format":"cauce-diagram","version":1,"settings":{},"items":[{"item":"bomb"}]}',
    'diagram-damaged'
  ]
]

function many(count: number): string {
  return Array.from(
    { length: count },
    (_, at) => `<mxCell id="s${String(at)}" vertex="1" parent="1"><mxGeometry width="9" height="9" as="geometry"/></mxCell>`
  ).join('')
}

describe('a file that can’t be a diagram here', () => {
  it.each(REFUSED)('%s is refused with a sentence, and nothing is changed', async (_what, name, makeContent, code) => {
    const { path, token } = host.file(name)
    writeFileSync(path, makeContent())
    const before = readFileSync(path)
    const state = await host.client.workspace.getState()
    expect(await codeOf(() => host.client.diagrams.importDiagram({ fileToken: token, language: 'en' }))).toBe(code)
    expect(await host.client.diagrams.listDiagrams()).toEqual([])
    expect(await host.client.workspace.getState()).toEqual(state)
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('is refused when pasted too, before anything is read of it', async () => {
    const paste = (text: string): Promise<unknown> => host.client.diagrams.readText({ text, language: 'en' })
    expect(await codeOf(() => paste(`${LAUGHS}${page(box('a'))}`))).toBe('diagram-entities')
    expect(await codeOf(() => paste(page(box('a') + box('a'))))).toBe('diagram-duplicate-ids')
    expect(await paste('Ana, Luis, Marta')).toBeNull()
    expect(await paste('   ')).toBeNull()
  })
})

describe('scripts and addresses in a diagram', () => {
  async function importShapes(
    xml: string
  ): Promise<{ label: string; address?: string | undefined; image?: string | undefined; width: number; x: number }[]> {
    const { path, token } = host.file('hostile.drawio')
    writeFileSync(path, xml)
    const { diagrams } = await host.client.diagrams.importDiagram({ fileToken: token, language: 'en' })
    const { items } = await host.client.diagrams.getDiagram({ id: diagrams[0]?.id ?? 0 })
    return items.filter((item) => item.item === 'shape')
  }
  const escape = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  const labelled = (html: string): string =>
    page(
      box('a')
        .replace('value="a"', `value="${escape(html)}"`)
        .replace('rounded=0;', 'html=1;')
    )

  it('are text: what runs in a page is left out, what is to be read stays', async () => {
    const [shape] = await importShapes(
      labelled(
        '<b>Offer</b><script>alert(1)</script><img src="x" onerror="alert(2)"><style>*{}</style><div onclick="a()">Price &lt; 5</div><iframe src="http://x">y</iframe>'
      )
    )
    expect(shape?.label).toBe('Offer\nPrice < 5')
  })

  it('pictures with scripts or from elsewhere are not taken over, addresses only named', async () => {
    const link = `<UserObject label="x" link="javascript:alert(1)" id="l"><mxCell vertex="1" parent="1" style="shape=image;image=data:image/svg+xml,PHN2Zz4=;"><mxGeometry width="9" height="9" as="geometry"/></mxCell></UserObject>`
    const far = box('b').replace('rounded=0;', 'shape=image;image=https://example.org/track.png;')
    const [first, second] = await importShapes(page(link + far))
    expect(first).toMatchObject({ address: 'javascript:alert(1)' })
    expect(first?.image).toBeUndefined()
    expect(second).toMatchObject({ address: 'https://example.org/track.png' })
    expect(second?.image).toBeUndefined()
  })

  it('letters of another encoding are letters, and nothing else is lost', async () => {
    const { path, token } = host.file('latin.drawio')
    writeFileSync(path, Buffer.from(page(box('a').replace('value="a"', 'value="Año"')), 'latin1'))
    const { diagrams } = await host.client.diagrams.importDiagram({ fileToken: token, language: 'en' })
    const { items } = await host.client.diagrams.getDiagram({ id: diagrams[0]?.id ?? 0 })
    expect(items.map(({ label }) => label)).toEqual(['Año'])
  })

  it('places that are no numbers, or beyond all pages, are brought back to the page', async () => {
    const [shape] = await importShapes(
      page('<mxCell id="n" vertex="1" parent="1"><mxGeometry x="NaN" y="1e308" width="-1e999" height="Infinity" as="geometry"/></mxCell>')
    )
    expect(shape).toMatchObject({ x: 0, y: 1_000_000, width: 1, height: 1 })
  })

  it('names that are more than names to JavaScript are names', async () => {
    const shapes = await importShapes(
      page(
        '<UserObject label="%constructor%" placeholders="1" __proto__="x" constructor="y" id="toString"><mxCell vertex="1" parent="1" style="shape=constructor;fillColor=__proto__"/></UserObject>'
      )
    )
    expect(shapes).toMatchObject([{ id: 'toString', label: 'y', data: { constructor: 'y' } }])
  })
})
