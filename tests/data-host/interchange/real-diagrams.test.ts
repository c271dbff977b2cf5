import { readFileSync } from 'node:fs'
import { deflateRawSync, deflateSync, inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readDiagramFile } from '../../../src/main/data-host/interchange/read-diagram.ts'
import { writeDiagram } from '../../../src/main/data-host/interchange/write-diagram.ts'
import { isAttached, isLine, isShape, type DiagramContent } from '../../../src/shared/diagrams/diagram.ts'
import { pngWith } from '../../support/png-text.ts'
import { sortDiagram } from '../../support/whole-diagram.ts'

const read = (name: string): Buffer => readFileSync(new URL(`../../fixtures/diagrams/${name}`, import.meta.url))
const open = (name: string): DiagramContent => {
  const [page] = readDiagramFile(read(name), { fileName: name, language: 'en' }).pages
  if (!page) throw new Error(`${name} has no page`)
  return page.content
}
/** What stands in the file, looked at with nothing but a search: cells that are shapes and lines, and identifiers of lines. */
function countCells(name: string): { vertices: number; edges: number } {
  const packed = />([^<]+)<\/diagram>/.exec(read(name).toString('utf8'))?.[1] ?? ''
  const xml = decodeURIComponent(inflateRawSync(Buffer.from(packed, 'base64')).toString('latin1'))
  const count = (what: string): number => xml.match(new RegExp(`<mxCell[^>]*\\b${what}="1"`, 'g'))?.length ?? 0
  return { vertices: count('vertex'), edges: count('edge') }
}
const labelsOf = (content: DiagramContent): string[] => content.items.map(({ label }) => label)
const shapesOf = (content: DiagramContent): string[] => content.items.filter(isShape).map(({ kind }) => kind)

describe('diagrams other people made', () => {
  it.each(['swimlane', 'org_chart_1', 'flowchart_1', 'aws_1', 'swimlanes'])('%s opens with every shape and every line', (name) => {
    const { vertices, edges } = countCells(`${name}.drawio`)
    expect(vertices + edges).toBeGreaterThan(10)
    expect(open(`${name}.drawio`).items).toHaveLength(vertices + edges)
  })

  it('lanes are lanes, and steps stand in them', () => {
    const content = open('swimlane.drawio')
    const lanes = content.items.filter((item) => isShape(item) && item.kind === 'vertical-lane')
    expect(lanes.map(({ label }) => label)).toContain('Sales Manager')
    const held = content.items.filter((item) => isShape(item) && lanes.some(({ id }) => id === item.parentId))
    expect(held.length).toBeGreaterThan(10)
    expect(content.items.filter(isLine).every(({ from, to }) => isAttached(from) && isAttached(to))).toBe(true)
  })

  it('tables are entities with their fields and keys, and lines end at them with their feet', () => {
    const content = open('entity_relationship.drawio')
    const entities = content.items.filter(isShape)
    expect(entities.every(({ kind }) => kind === 'entity')).toBe(true)
    expect(entities).toHaveLength(9)
    expect(entities.flatMap(({ fields }) => fields ?? [])).toHaveLength(31)
    expect(entities.flatMap(({ fields }) => fields ?? []).filter(({ key }) => key === 'primary').length).toBeGreaterThan(5)
    expect(content.items.filter(isLine).map(({ endHead }) => endHead)).toContain('zero-or-many')
  })

  it('classes are entities too, with the labels of both ends on their lines', () => {
    const content = open('class_1.drawio')
    expect(shapesOf(content)).toContain('entity')
    expect(content.items.filter(isLine)).toHaveLength(countCells('class_1.drawio').edges)
  })

  it('an organisation chart has its people and its colours', () => {
    const content = open('org_chart_1.drawio')
    expect(labelsOf(content)).toEqual(expect.arrayContaining(['CEO', 'Deputy Director']))
    const colours = new Set(content.items.filter(isShape).map(({ style }) => style.fill))
    expect([...colours]).toContain('#10739e')
  })

  it('a canvas keeps its cards, files, colours and lines', () => {
    const content = open('sample.canvas')
    expect(content.items).toHaveLength(5)
    expect(content.items[0]).toMatchObject({ address: 'readme.md', style: { stroke: '#a882ff' }, x: -280, width: 570 })
    expect(content.items[4]).toMatchObject({ from: { side: 'right' }, to: { side: 'left' } })
  })

  it.each(['swimlane', 'entity_relationship', 'org_chart_1', 'flowchart_1', 'class_1', 'aws_1', 'swimlanes'])(
    '%s comes back the same from a file of ours',
    async (name) => {
      const content = open(`${name}.drawio`)
      for (const format of ['drawio', 'canvas', 'json'] as const) {
        const { data } = await writeDiagram(content, format, { name, language: 'en' })
        const [page] = readDiagramFile(data, { fileName: name, language: 'en' }).pages
        expect(sortDiagram(page?.content ?? content)).toEqual(sortDiagram(content))
      }
    }
  )

  it('cards of other programs come back with what only those understand', async () => {
    const text = JSON.stringify({
      nodes: [
        { id: 'a', type: 'text', text: 'A', x: 0, y: 0, width: 100, height: 60, color: 'lavender', sogo: { shape: 'rounded' } },
        { id: 'b', type: 'link', url: 'https://example.org/', x: 200, y: 0, width: 100, height: 60, color: '3' },
        { id: 'c', type: 'file', file: 'notes/one.md', subpath: '#two', x: 400, y: 0, width: 100, height: 60 }
      ],
      edges: [{ id: 'e', fromNode: 'a', toNode: 'b', fromEnd: 'arrow', toEnd: 'none', color: '#ff0000', lineStyle: 'dashed' }]
    })
    const [page] = readDiagramFile(text, { fileName: 'x.canvas', language: 'en' }).pages
    const { data } = await writeDiagram(page?.content ?? open('sample.canvas'), 'canvas', { name: 'x', language: 'en' })
    expect(JSON.parse(data.toString())).toMatchObject({
      nodes: [
        { type: 'text', text: 'A', color: '#e6e6fa', sogo: { shape: 'rounded' } },
        { type: 'link', url: 'https://example.org/', color: '3' },
        { type: 'file', file: 'notes/one.md', subpath: '#two' }
      ],
      edges: [{ fromEnd: 'arrow', toEnd: 'none', color: '#ff0000', lineStyle: 'dashed' }]
    })
  })
})

/** As today's draw.io writes a table: rows of cells, the first for the key. */
function table(id: string, name: string, rows: readonly (readonly [key: string, name: string])[]): string {
  const cell = (own: string, parent: string, value: string, style: string, place: string): string =>
    `<mxCell id="${own}" value="${value}" style="${style}" vertex="1" parent="${parent}"><mxGeometry ${place} as="geometry"><mxRectangle width="30" height="30" as="alternateBounds"/></mxGeometry></mxCell>`
  const parts = rows.map(([key, field], at) => {
    const row = `${id}-${String(at)}`
    return (
      cell(row, id, '', 'shape=tableRow;horizontal=0;startSize=0;fillColor=none;', `y="${String(30 + at * 30)}" width="180" height="30"`) +
      cell(`${row}-k`, row, key, 'shape=partialRectangle;html=1;', 'width="30" height="30"') +
      cell(`${row}-n`, row, field, 'shape=partialRectangle;html=1;', 'x="30" width="150" height="30"')
    )
  })
  const style = 'shape=table;startSize=30;container=1;collapsible=1;childLayout=tableLayout;html=1;'
  return cell(id, '1', name, style, `x="${id === 'a' ? '0' : '300'}" y="40" width="180" height="90"`) + parts.join('')
}

describe('a table of draw.io', () => {
  const read = (cells: string): DiagramContent['items'] => {
    const xml = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`
    return readDiagramFile(xml, { fileName: 'x', language: 'en' }).pages[0]?.content.items ?? []
  }

  it('whose first column holds keys is an entity; a line tied to a row is tied to it', () => {
    const line =
      '<mxCell id="l" style="edgeStyle=entityRelationEdgeStyle;endArrow=ERzeroToMany;startArrow=ERmandOne;exitX=1;exitY=0.5;entryX=0;entryY=0.5;" edge="1" parent="1" source="a-0" target="b-1"><mxGeometry relative="1" as="geometry"/></mxCell>'
    const group = table('a', 'Group', [
      ['PK', 'group_id'],
      ['', 'name']
    ])
    const person = table('b', 'Person', [
      ['PK,FK2', 'person_id: uuid'],
      ['FK1', 'group_id']
    ])
    expect(read(group + person + line)).toMatchObject([
      {
        kind: 'entity',
        label: 'Group',
        fields: [
          { name: 'group_id', key: 'primary' },
          { name: 'name', type: '' }
        ]
      },
      {
        kind: 'entity',
        fields: [
          { name: 'person_id', type: 'uuid', key: 'primary' },
          { name: 'group_id', key: 'foreign' }
        ]
      },
      {
        from: { shapeId: 'a', side: 'right' },
        to: { shapeId: 'b', side: 'left' },
        startHead: 'one',
        endHead: 'zero-or-many'
      }
    ])
  })

  it('that holds text is a pool with its cells, each where it was', () => {
    const text = table('a', 'Plan', [
      ['Strengths', 'Bread'],
      ['Weaknesses', 'Cakes']
    ])
    const items = read(text)
    expect(items.map(({ label }) => label)).toEqual(['Plan', 'Strengths', 'Bread', 'Weaknesses', 'Cakes'])
    expect(items[0]).toMatchObject({ kind: 'pool' })
    expect(items[4]).toMatchObject({ kind: 'rectangle', parentId: 'a', x: 30, y: 100, width: 150, height: 30 })
  })
})

describe('a diagram inside another kind of file', () => {
  const xml =
    '<mxfile><diagram name="Ñ"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="Año 1 + 2" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell></root></mxGraphModel></diagram></mxfile>'
  const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  const pack = (text: string): string => deflateRawSync(encodeURIComponent(text)).toString('base64')
  const packed = `<mxfile><diagram name="Ñ">${pack(xml.slice(xml.indexOf('<mxGraphModel'), xml.indexOf('</diagram>')))}</diagram></mxfile>`
  const doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
  const page = (text: string): string =>
    `<!DOCTYPE html>\n<html><body><div class="mxgraph" data-mxgraph="${attribute(JSON.stringify({ highlight: '#0000ff', xml: text }))}"></div></body></html>`
  /** Spaces as plus signs, as a server of theirs writes them. */
  const plus = encodeURIComponent(xml).replaceAll('%20', '+')
  const FILES: readonly (readonly [what: string, content: string | Buffer])[] = [
    ['packed', packed],
    ['with a mark before it', `\ufeff${xml}`],
    ['in UTF-16', Buffer.from(`\ufeff${xml}`, 'utf16le')],
    [
      'in a picture of vectors',
      `<?xml version="1.0"?>${doctype}<svg xmlns="http://www.w3.org/2000/svg" content="${attribute(xml)}"><g/></svg>`
    ],
    ['packed in a picture of vectors', `<svg content="${attribute(packed)}"/>`],
    ['in a page', page(xml)],
    ['packed in a page', page(packed)],
    ['in a picture', pngWith('tEXt', 'mxfile', Buffer.from(encodeURIComponent(xml)))],
    ['packed in a picture', pngWith('zTXt', 'mxfile', deflateSync(encodeURIComponent(xml)))],
    ['packed in a picture by a server', pngWith('zTXt', 'mxGraphModel', deflateRawSync(plus))]
  ]
  it.each(FILES)('%s opens', (_what, content) => {
    const { format, pages } = readDiagramFile(content, { fileName: 'x', language: 'en' })
    expect(format).toBe('drawio')
    expect(pages).toMatchObject([{ name: 'Ñ', content: { items: [{ id: 'a', label: 'Año 1 + 2', width: 80 }] } }])
  })
})

describe('what a page of draw.io may hold besides', () => {
  const read = (cells: string): { items: DiagramContent['items']; notes: string[] } => {
    const xml = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`
    const [page] = readDiagramFile(xml, { fileName: 'x', language: 'en' }).pages
    return { items: page?.content.items ?? [], notes: (page?.notes ?? []).map(({ en }) => en) }
  }
  const box = (id: string, more = '', parent = '1'): string =>
    `<mxCell id="${id}" value="${id}" vertex="1" parent="${parent}" style="html=1;${more}"><mxGeometry x="100" y="50" width="80" height="40" as="geometry"/></mxCell>`
  const line = (id: string, attributes: string, inside = ''): string =>
    `<mxCell id="${id}" edge="1" parent="1" style="html=1;" ${attributes}><mxGeometry relative="1" as="geometry">${inside}</mxGeometry></mxCell>`

  it('lines with loose ends, corners and labels along them', () => {
    const corners = '<mxPoint x="1" y="2" as="sourcePoint"/><Array as="points"><mxPoint x="30" y="40"/><mxPoint x="50" y="60"/></Array>'
    const label = (id: string, value: string, x: string): string =>
      `<mxCell id="${id}" value="${value}" style="edgeLabel;html=1;" vertex="1" connectable="0" parent="l"><mxGeometry x="${x}" relative="1" as="geometry"/></mxCell>`
    const { items, notes } = read(box('b') + line('l', 'target="b"', corners) + label('far', 'n', '0.9') + label('near', '1', '-0.9'))
    expect(items[1]).toMatchObject({
      from: { x: 1, y: 2 },
      to: { shapeId: 'b' },
      points: [
        { x: 30, y: 40 },
        { x: 50, y: 60 }
      ],
      label: '1 · n',
      endHead: 'arrow',
      route: 'straight'
    })
    expect(notes).toEqual(['One line with several labels has them as one now.'])
  })

  it('lines that end at lines, and lines that lead nowhere', () => {
    const { items, notes } = read(
      box('a') + box('b') + line('l', 'source="a" target="b"') + line('m', 'source="l" target="a"') + line('n', 'source="a"')
    )
    expect(items.map(({ id }) => id)).toEqual(['a', 'b', 'l', 'm'])
    expect(items[3]).toMatchObject({ from: { x: 140, y: 70 }, to: { shapeId: 'a' } })
    expect(notes).toContain('One line that leads nowhere was left out.')
  })

  it('turned shapes, shapes of other libraries, folded containers and placeholders', () => {
    const folded =
      '<mxCell id="f" value="F" style="swimlane;html=1;" vertex="1" collapsed="1" parent="1"><mxGeometry width="90" height="30" as="geometry"><mxRectangle width="300" height="200" as="alternateBounds"/></mxGeometry></mxCell>'
    const named =
      '<object label="%who%: %what% %else%" who="Ana" placeholders="1" id="p"><mxCell vertex="1" parent="1" style="html=1;"><mxGeometry width="9" height="9" as="geometry"/></mxCell></object>'
    const { items, notes } = read(
      box('t', 'rotation=90;') + box('icon', 'shape=mxgraph.aws4.lambda_function;fillColor=#ff9900;') + folded + box('in', '', 'f') + named
    )
    expect(items).toMatchObject([
      { x: 120, y: 30, width: 40, height: 80 },
      { kind: 'rectangle', style: { fill: '#ff9900' }, data: { 'drawio.style': expect.stringContaining('lambda_function') as string } },
      { kind: 'vertical-lane', width: 300, height: 200 },
      { parentId: 'f', x: 100, y: 50 },
      { label: 'Ana: %what% %else%', data: { who: 'Ana' } }
    ])
    expect(notes).toHaveLength(3)
  })

  it('a shape of another library looks the same in draw.io again', async () => {
    const { items } = read(box('icon', 'shape=mxgraph.aws4.lambda_function;fillColor=#ff9900;'))
    const content: DiagramContent = { settings: { hasGrid: true, doesSnap: true }, items }
    const { data } = await writeDiagram(content, 'drawio', { name: 'x', language: 'en' })
    expect(data.toString()).toContain('shape=mxgraph.aws4.lambda_function')
  })
})

describe('labels of other programs', () => {
  const label = (html: string): string => {
    const value = html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
    const xml = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="${value}" style="html=1;" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell></root></mxGraphModel>`
    return readDiagramFile(xml, { fileName: 'x', language: 'en' }).pages[0]?.content.items[0]?.label ?? 'none'
  }
  it.each([
    ['one<br>two<br/>three', 'one\ntwo\nthree'],
    ['<div>one</div><div>two</div>', 'one\ntwo'],
    ['one<div>two</div>three', 'one\ntwo\nthree'],
    ['<div><br></div><p>a &amp; b</p>', 'a & b'],
    ['<ul><li>one</li><li>two</li></ul>', '• one\n• two'],
    ['<ol><li>one</li><li>two<ul><li>deep</li></ul></li></ol>', '1. one\n2. two\n• deep'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['Direcci&oacute;n&nbsp;&#8364;&#x20AC;', 'Dirección €€'],
    ['<font color="#fff"><b>bold</b></font>  and   spaces', 'bold and spaces'],
    ['a < b && c > d', 'a < b && c > d'],
    ['&lt;b&gt;not bold&lt;/b&gt;', '<b>not bold</b>'],
    ['<script>alert(1)</script>left', 'left'],
    ['<svg><text>gone</text></svg>kept', 'kept'],
    ['<!-- said to nobody -->kept', 'kept'],
    ['<a href="javascript:alert(1)" onclick=\'x("<y>")\'>link</a>', 'link']
  ])('%s reads as text', (html, text) => {
    expect(label(html)).toBe(text)
  })
})
