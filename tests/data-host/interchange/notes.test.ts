import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DiagramExportFormat } from '../../../src/shared/contract/diagrams.ts'
import { readDiagramFile } from '../../../src/main/data-host/interchange/read-diagram.ts'
import { keepXml } from '../../../src/main/data-host/interchange/xml.ts'
import { writeDiagram } from '../../../src/main/data-host/interchange/write-diagram.ts'
import {
  type DiagramContent,
  type DiagramItem,
  type DiagramLine,
  type DiagramShape,
  isAttached,
  isLine,
  isShape
} from '../../../src/shared/diagrams/diagram.ts'
import type { Text } from '../../../src/shared/domain/text.ts'
import { diagramExchange } from '../../../src/shared/i18n/messages/diagram-exchange.ts'
import { translate } from '../../../src/shared/i18n/translate.ts'
import { makeContent, makeLine, makeShape } from '../../support/make-diagram.ts'
import { randomDiagram } from '../../support/whole-diagram.ts'

type Format = Exclude<DiagramExportFormat, 'svg' | 'mermaid'>
const tell = (key: string, count: number): Text => ({
  en: translate('en', `diagramExchange.notes.${key}`, { count }),
  es: translate('es', `diagramExchange.notes.${key}`, { count })
})
const KEYS = new Set(Object.keys(diagramExchange.en.notes).map((key) => key.replace(/_(one|many|other)$/, '')))

const PNG = 'data:image/png;base64,iVBORw0KGgo='
const linked = makeShape('a', { link: { to: 'segment', segmentId: 's' } })
const two = [makeShape('a'), makeShape('b', { x: 300 })]
const lane = makeShape('n', { kind: 'lane', parentId: 'p', label: 'Ventas', notes: 'Diga esto' })
const pool = [makeShape('p', { kind: 'pool', width: 600, height: 200 }), lane]
const line = (more: Partial<DiagramLine>): DiagramLine => makeLine('l', 'a', 'b', more)

/** Every note a writer may leave: what is written, and how often it happens in it. */
const WRITTEN: readonly (readonly [
  key: string,
  count: number,
  formats: readonly Format[],
  items: readonly DiagramItem[],
  path?: string[]
])[] = [
  [
    'outsideLabels',
    2,
    ['lucid', 'lucid-csv'],
    [
      makeShape('a', { label: 'Below', style: { labelSide: 'bottom' } }),
      makeShape('b', { label: 'Beside', style: { labelSide: 'right' } }),
      makeShape('c', { label: 'Inside' })
    ]
  ],
  ['liveLinks', 2, ['drawio', 'canvas'], [linked, { ...linked, id: 'b' }]],
  ['plainDrawings', 2, ['drawio', 'pptx'], [makeShape('a', { kind: 'account' }), makeShape('b', { kind: 'person' })]],
  [
    'cardsOnly',
    2,
    ['canvas'],
    [makeShape('a', { kind: 'decision' }), makeShape('b', { kind: 'ellipse' }), makeShape('c', { kind: 'rounded' })]
  ],
  ['canvasLines', 1, ['canvas'], [...two, line({ endHead: 'many' }), makeLine('m', 'a', 'b')]],
  ['canvasEnds', 2, ['canvas'], [line({ from: { x: 1, y: 1 }, to: { x: 2, y: 2 } })]],
  ['figuresOnly', 1, ['lucid', 'lucid-csv', 'pptx'], [linked]],
  ['addresses', 1, ['lucid', 'lucid-csv', 'pptx'], [makeShape('a', { address: 'notes/one.md' })]],
  ['locks', 2, ['lucid', 'lucid-csv', 'pptx'], [makeShape('a', { isLocked: true }), makeShape('b'), line({ isLocked: true })]],
  ['lineNotes', 1, ['lucid', 'lucid-csv', 'pptx'], [...two, line({ notes: 'Diga' })]],
  ['presentation', 1, ['lucid', 'lucid-csv'], two, ['a', 'b']],
  ['dataLost', 2, ['pptx'], [makeShape('a', { data: { owner: 'Ana' } }), makeShape('b'), line({ data: { kind: 'x' } })]],
  ['entitiesAsText', 1, ['lucid', 'lucid-csv', 'pptx'], [makeShape('a', { kind: 'entity' })]],
  ['lucidForms', 2, ['lucid'], [makeShape('a', { kind: 'account' }), makeShape('b', { kind: 'touchpoint' })]],
  ['csvPlaces', 1, ['lucid-csv'], two],
  ['csvForms', 1, ['lucid-csv'], [makeShape('a', { kind: 'account' }), makeShape('b')]],
  ['csvImages', 1, ['lucid-csv'], [makeShape('a', { kind: 'image', image: PNG })]],
  ['webpImages', 1, ['lucid'], [makeShape('a', { kind: 'image', image: 'data:image/webp;base64,UklGRg==' })]],
  ['pictureWebp', 1, ['pptx'], [makeShape('a', { kind: 'image', image: 'data:image/webp;base64,UklGRg==' })]],
  ['imageLabels', 1, ['lucid', 'pptx'], [makeShape('a', { kind: 'image', image: PNG, label: 'Logo' })]],
  ['looseLines', 1, ['lucid-csv'], [...two, line({ to: { x: 9, y: 9 } })]],
  ['goneLines', 1, ['lucid', 'lucid-csv', 'pptx'], [...two, makeLine('l', 'a', 'gone')]],
  ['lostCorners', 1, ['lucid'], [...two, line({ route: 'curve', points: [{ x: 9, y: 200 }] })]],
  ['dataNames', 2, ['lucid-csv'], [makeShape('a', { data: { Group: 'x', 'Text Area 2': 'y', owner: 'z' } })]],
  ['laneParts', 1, ['lucid', 'lucid-csv'], pool],
  ['laneEnds', 1, ['lucid', 'lucid-csv'], [...pool, makeShape('a'), makeLine('l', 'a', 'n')]],
  ['plainLooks', 2, ['lucid'], [makeShape('a', { style: { stroke: '#11223380' } }), makeShape('b'), line({ style: { weight: 1.5 } })]],
  ['opaque', 1, ['pptx'], [makeShape('a', { style: { ink: '#11223380', fill: '#11223380' } })]],
  ['slideHeads', 2, ['pptx'], [...two, line({ startHead: 'one', endHead: 'many' })]],
  [
    'slideSteps',
    3,
    ['pptx'],
    Array.from({ length: 103 }, (_, at) => makeShape(`s${String(at)}`)),
    Array.from({ length: 103 }, (_, at) => `s${String(at)}`)
  ]
]

const box = (id: string, style = '', more = '', inside = ''): string =>
  `<mxCell id="${id}" value="${id}" style="html=1;${style}" vertex="1" parent="1" ${more}><mxGeometry x="10" y="10" width="90" height="40" as="geometry">${inside}</mxGeometry></mxCell>`
const edge = (id: string, style = '', ends = 'source="a" target="b"', inside = ''): string =>
  `<mxCell id="${id}" style="html=1;${style}" edge="1" parent="1" ${ends}><mxGeometry relative="1" as="geometry">${inside}</mxGeometry></mxCell>`
const drawio = (cells: string, model = ''): string =>
  `<mxGraphModel ${model}><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`
const ab = box('a') + box('b')
const labelled = (label: string): string =>
  drawio(box('a').replace('value="a"', `value="${label.replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"`))
const table = `<mxCell id="t" value="T" style="swimlane;childLayout=stackLayout;" vertex="1" parent="1"><mxGeometry width="90" height="90" as="geometry"/></mxCell><mxCell id="r" value="Id" style="text;" vertex="1" parent="t"><mxGeometry y="30" width="90" height="30" as="geometry"/></mxCell>`
const cards = (nodes: readonly object[], more: object = {}): string =>
  JSON.stringify({
    nodes: nodes.map((node, at) => ({ id: `n${String(at)}`, x: 0, y: 0, width: 90, height: 40, ...node })),
    edges: [],
    ...more
  })
const HEADER = 'Id,Name,Shape Library,Page ID,Contained By,Group,Line Source,Line Destination,Source Arrow,Destination Arrow,Text Area 1'

/** Every note a reader may leave. */
const READ: readonly (readonly [key: string, count: number, what: string, file: string])[] = [
  ['hidden', 1, 'drawio', drawio(box('a') + box('b', '', 'visible="0"'))],
  ['layers', 1, 'drawio', drawio(`<mxCell id="2" parent="0"/>${box('a')}${box('b').replace('parent="1"', 'parent="2"')}`)],
  ['turned', 2, 'drawio', drawio(box('a', 'rotation=30;') + box('b', 'shape=delay;flipH=1;') + box('c', 'direction=south;'))],
  ['nearestShapes', 1, 'drawio', drawio(box('a', 'shape=mxgraph.aws4.lambda_function;'))],
  [
    'pictures',
    2,
    'drawio',
    drawio(box('a', 'shape=image;image=data:image/svg+xml,PHN2Zz4=;') + box('b', 'shape=image;image=https://example.org/a.png;'))
  ],
  ['pictures', 1, 'drawio', labelled('<img src="x.png">Offer')],
  ['beyondPage', 1, 'drawio', drawio(box('a').replace('x="10"', 'x="9000000"'))],
  ['longTexts', 1, 'drawio', labelled('x'.repeat(5000))],
  [
    'joinedLabels',
    1,
    'drawio',
    drawio(
      `${ab}${edge('l').replace('style=', 'value="one" style=')}<mxCell id="n" value="two" vertex="1" parent="l"><mxGeometry x="0.5" relative="1" as="geometry"/></mxCell>`
    )
  ],
  ['lineToLine', 1, 'drawio', drawio(ab + edge('l') + edge('m', '', 'source="a" target="l"'))],
  ['fieldLines', 1, 'drawio', drawio(box('a') + table + edge('l', '', 'source="a" target="r"'))],
  ['leadNowhere', 1, 'drawio', drawio(ab + edge('l', '', 'source="a"'))],
  ['folded', 1, 'drawio', drawio(box('a', 'swimlane;', 'collapsed="1"', '<mxRectangle width="200" height="100" as="alternateBounds"/>'))],
  ['richTexts', 1, 'drawio', labelled('<b>Offer</b> by mail')],
  ['effects', 3, 'drawio', drawio(box('a', 'shadow=1;') + box('b', 'gradientColor=#ff0000;') + edge('l', 'sketch=1;'))],
  ['nearestHeads', 2, 'drawio', drawio(ab + edge('l', 'startArrow=cross;endArrow=box;'))],
  ['wideLines', 1, 'drawio', drawio(ab + edge('l', 'shape=flexArrow;'))],
  ['ground', 1, 'drawio', drawio(ab, 'background="#ffeecc"')],
  ['moreLost', 1, 'drawio', drawio(`<object label="x" id="a" long="${'x'.repeat(5000)}">${box('a').replace('id="a"', '')}</object>`)],
  ['manyCorners', 1, 'drawio', drawio(ab + edge('l', '', undefined, `<Array as="points">${'<mxPoint x="1" y="1"/>'.repeat(201)}</Array>`))],
  [
    'markdown',
    1,
    'canvas',
    cards([
      { type: 'text', text: '# Offer' },
      { type: 'text', text: 'Offer' }
    ])
  ],
  [
    'canvasFiles',
    2,
    'canvas',
    cards([
      { type: 'file', file: 'a.md' },
      { type: 'file', file: 'b.md' }
    ])
  ],
  ['unknownCards', 1, 'canvas', cards([{ type: 'widget', text: 'x' }])],
  ['backgrounds', 1, 'canvas', cards([{ type: 'group', label: 'g', background: 'a.png' }])],
  ['moreLost', 1, 'canvas', cards([{ type: 'text', text: 'x' }], { metadata: {} })],
  ['leadNowhere', 1, 'canvas', cards([{ type: 'text', text: 'x' }], { edges: [{ id: 'e', fromNode: 'n0', toNode: 'gone' }] })],
  ['beyondPage', 1, 'canvas', cards([{ type: 'text', text: 'x', x: 9e6 }])],
  ['longTexts', 1, 'canvas', cards([{ type: 'text', text: 'x'.repeat(5000) }])],
  ['unknownShapes', 2, 'lucid-csv', `${HEADER}\n1,Page,,,,,,,,,P\n2,AWS Lambda,AWS,1,,,,,,,x\n3,SVGPathBlock2,,1,,,,,,,y\n`],
  ['looseLines', 1, 'lucid-csv', `${HEADER}\n1,Page,,,,,,,,,P\n2,Process,Flowchart Shapes,1,,,,,,,x\n3,Line,,1,,,2,,None,Arrow,\n`],
  ['goneLines', 1, 'lucid-csv', `${HEADER}\n1,Page,,,,,,,,,P\n2,Process,Flowchart Shapes,1,,,,,,,x\n3,Line,,1,,,2,9,None,Arrow,\n`],
  ['longTexts', 1, 'lucid-csv', `${HEADER}\n1,Page,,,,,,,,,P\n2,Process,Flowchart Shapes,1,,,,,,,${'x'.repeat(5000)}\n`]
]

describe('what a file could not hold', () => {
  const rows = WRITTEN.flatMap(([key, count, formats, items, path]) => formats.map((format) => ({ key, count, format, items, path })))
  it.each(rows)('$format says $key, counted and in both languages', async ({ key, count, format, items, path }) => {
    const content = makeContent(items)
    const { notes } = await writeDiagram({ ...content, settings: { ...content.settings, ...(path ? { path } : {}) } }, format, {
      name: 'x',
      language: 'en'
    })
    expect(notes).toContainEqual(tell(key, count))
  })

  it('is nothing where everything has its place', async () => {
    const content = makeContent([makeShape('a'), makeShape('b', { x: 300 }), line({ label: 'then' })])
    for (const format of ['drawio', 'json', 'lucid', 'pptx'] as const)
      expect((await writeDiagram(content, format, { name: 'x', language: 'en' })).notes).toEqual([])
  })

  it('figures that stand in draw.io are told apart from links that nothing says', async () => {
    const figures = new Map([['a', '214']])
    const { notes } = await writeDiagram(makeContent([linked]), 'drawio', { name: 'x', language: 'en', figures })
    expect(notes).toEqual([tell('liveFigures', 1)])
  })
})

describe('what of a file could not be taken over', () => {
  it.each(READ)('is said: %s, %i times, in %s', (key, count, what, file) => {
    const { format, pages } = readDiagramFile(file, { fileName: `x.${what === 'lucid-csv' ? 'csv' : what}`, language: 'en' })
    expect(format).toBe(what)
    expect(pages[0]?.notes).toContainEqual(tell(key, count))
  })
})

describe('the sentences', () => {
  it('are all said by some writer or reader', () => {
    const said = new Set([...WRITTEN.map(([key]) => key), ...READ.map(([key]) => key), 'liveFigures'])
    expect([...KEYS].filter((key) => !said.has(key))).toEqual([])
  })

  it.each([...KEYS])('%s differs between the languages, and counts where there may be many', (key) => {
    const [one, many] = [tell(key, 1), tell(key, 7)]
    expect(one.en).not.toBe(one.es)
    expect(many.en === one.en || many.en.includes('7')).toBe(true)
    expect(many.es === one.es || many.es.includes('7')).toBe(true)
  })
})

/** Says which of the notes in `notes` there are, by key. */
const saidIn = (notes: readonly Text[], key: string): boolean => {
  const shape = tell(key, 987_654)
    .en.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace('987654', '\\d+')
  return notes.some(({ en }) => en === tell(key, 1).en || new RegExp(`^${shape}$`).test(en))
}
/** As a cell of a table keeps a text. */
const trim = (text: string): string => keepXml(text).replace(/\r\n?/g, '\n').trim()

type Loss = readonly [what: string, notes: readonly string[], isLost: (before: DiagramShape, after: DiagramShape | undefined) => boolean]
const sameData = (one: DiagramItem['data'], other: DiagramItem['data']): boolean => {
  const known = Object.entries(other ?? {})
  return Object.entries(one ?? {}).every(
    ([key, value]) => trim(value) === '' || known.some(([name, text]) => name === key.trim() && trim(text) === trim(value))
  )
}
const SHAPE_LOSSES: readonly Loss[] = [
  ['a place or a size', ['csvPlaces'], (a, b) => !b || a.x !== b.x || a.y !== b.y || a.width !== b.width || a.height !== b.height],
  ['a look', ['csvPlaces'], (a, b) => JSON.stringify(a.style) !== JSON.stringify(b?.style ?? {})],
  ['a label', ['entitiesAsText'], (a, b) => trim(a.label) !== trim(b?.label ?? '')],
  ['a kind', ['unknownShapes'], (a, b) => b !== undefined && a.kind !== b.kind],
  ['notes', ['laneParts'], (a, b) => trim(a.notes ?? '') !== trim(b?.notes ?? '')],
  ['a lock', ['locks'], (a, b) => a.isLocked !== b?.isLocked],
  ['fields', ['entitiesAsText'], (a, b) => JSON.stringify(a.fields ?? []) !== JSON.stringify(b?.fields ?? [])],
  ['a picture', ['csvImages'], (a, b) => a.image !== b?.image],
  ['a link', ['figuresOnly'], (a, b) => JSON.stringify(a.link) !== JSON.stringify(b?.link)],
  ['an address', ['addresses'], (a, b) => (a.address ?? '') !== (b?.address ?? '')],
  ['data', ['dataNames', 'laneParts'], (a, b) => !sameData(a.data, b?.data)]
]

describe('Lucidchart’s CSV, read again', () => {
  it('lacks nothing that was not said', async () => {
    await fc.assert(
      fc.asyncProperty(randomDiagram, async (drawn: DiagramContent) => {
        // Each is found again by how its label begins; spaces around texts are no part of a table.
        const items = drawn.items.map((item, at) => ({ ...item, label: `${String(at)}# ${item.label}` }))
        const content = { ...drawn, items }
        const { data, notes } = await writeDiagram(content, 'lucid-csv', { name: 'x', language: 'en' })
        const [page] = readDiagramFile(Buffer.from(data), { fileName: 'x.csv', language: 'en', format: 'lucid-csv' }).pages
        const before = content.items.filter(isShape)
        const after = page?.content.items.filter(isShape) ?? []
        const nameOf = ({ label }: DiagramItem): string => /^\d+#/.exec(label)?.[0] ?? ''
        for (const shape of before) {
          const found = after.find((each) => nameOf(each) === nameOf(shape))
          for (const [what, keys, isLost] of SHAPE_LOSSES)
            if (isLost(shape, found)) expect([what, keys.some((key) => saidIn(notes, key))]).toEqual([what, true])
        }
        const lines = content.items.filter(isLine)
        const kept = page?.content.items.filter(isLine) ?? []
        if (kept.length < lines.length) expect(saidIn(notes, 'looseLines') || saidIn(notes, 'goneLines')).toBe(true)
        if (lines.some((each) => trim(each.notes ?? '') !== '')) expect(saidIn(notes, 'lineNotes')).toBe(true)
        const attached = lines.filter(({ from, to }) => isAttached(from) && isAttached(to))
        expect(kept.length).toBe(attached.length - countGone(attached, before))
        for (const { startHead, endHead, label } of attached)
          if (kept.length === attached.length)
            expect(kept.some((each) => each.startHead === startHead && each.endHead === endHead && trim(each.label) === trim(label))).toBe(
              true
            )
        if ((content.settings.path ?? []).length > 0) expect(saidIn(notes, 'presentation')).toBe(true)
      }),
      { numRuns: 200 }
    )
  })
})

function countGone(lines: readonly DiagramLine[], shapes: readonly DiagramShape[]): number {
  const ids = new Set(shapes.map(({ id }) => id))
  return lines.filter(({ from, to }) => [from, to].some((end) => isAttached(end) && !ids.has(end.shapeId))).length
}
