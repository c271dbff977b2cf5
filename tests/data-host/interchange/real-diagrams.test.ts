import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readDiagramFile } from '../../../src/main/data-host/interchange/read-diagram.ts'
import { writeDiagram } from '../../../src/main/data-host/interchange/write-diagram.ts'
import { isAttached, isLine, isShape, type DiagramContent } from '../../../src/shared/diagrams/diagram.ts'
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
