import { describe, expect, it } from 'vitest'
import { readDiagramFile } from '../../../src/main/data-host/interchange/read-diagram.ts'
import { writeDiagram } from '../../../src/main/data-host/interchange/write-diagram.ts'
import { DiagramContent, isLine, type DiagramLine, type LineEnd } from '../../../src/shared/diagrams/diagram.ts'

const box = (id: string, x: number, more = ''): string =>
  `<mxCell id="${id}" value="${id}" vertex="1" parent="1" style="${more}"><mxGeometry x="${String(x)}" y="40" width="100" height="60" as="geometry"/></mxCell>`

function readItems(cells: string): DiagramContent['items'] {
  const xml = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`
  return readDiagramFile(xml, { fileName: 'x', language: 'en' }).pages[0]?.content.items ?? []
}
function readLine(style: string, geometry = '<mxGeometry relative="1" as="geometry"/>', more = ''): DiagramLine {
  const edge = `<mxCell id="l" value="l" edge="1" parent="1" source="a" target="b" style="${style}">${geometry}</mxCell>`
  const found = readItems(box('a', 0) + box('b', 300) + edge + more).find(isLine)
  if (!found) throw new Error('The line is gone')
  return found
}

describe('where a line of draw.io ends', () => {
  it.each<[what: string, style: string, end: Partial<LineEnd>]>([
    ['in the middle of a side', 'exitX=1;exitY=0.5;', { side: 'right' }],
    ['along the top', 'exitX=0.25;exitY=0;', { side: 'top', at: 0.25 }],
    ['along the right', 'exitX=1;exitY=0.9;', { side: 'right', at: 0.9 }],
    ['along the bottom', 'exitX=0.75;exitY=1;', { side: 'bottom', at: 0.75 }],
    ['a distance beside a share', 'exitX=0;exitY=0.5;exitDx=0;exitDy=15;', { side: 'left', at: 0.75 }],
    ['a little inside', 'exitX=0.95;exitY=0.3;', { side: 'right', at: 0.3 }],
    ['outside', 'exitX=1.2;exitY=1.4;', { side: 'bottom', at: 1 }],
    ['in the middle of the shape', 'exitX=0.5;exitY=0.5;', {}],
    ['nowhere said', '', {}]
  ])('%s', (_what, style, end) => {
    expect(readLine(style).from).toEqual({ shapeId: 'a', ...end })
  })

  it('at a row of a table is as high on the whole table', () => {
    const row = (id: string, y: number): string =>
      `<mxCell id="${id}" value="${id}" style="text;" vertex="1" parent="t"><mxGeometry y="${String(y)}" width="120" height="30" as="geometry"/></mxCell>`
    const table = `<mxCell id="t" value="T" style="swimlane;childLayout=stackLayout;startSize=30;" vertex="1" parent="1"><mxGeometry x="600" y="0" width="120" height="120" as="geometry"/></mxCell>`
    const edge = `<mxCell id="l" edge="1" parent="1" source="a" target="r2" style="entryX=0;entryY=0.5;"><mxGeometry relative="1" as="geometry"/></mxCell>`
    const line = readItems(box('a', 0) + table + row('r1', 30) + row('r2', 60) + row('r3', 90) + edge).find(isLine)
    expect(line?.to).toEqual({ shapeId: 't', side: 'left', at: 0.625 })
  })
})

describe('where the label of a line of draw.io stands', () => {
  const label = (x: string): string =>
    `<mxCell id="n" value="near" style="edgeLabel;" vertex="1" connectable="0" parent="l"><mxGeometry x="${x}" relative="1" as="geometry"/></mxCell>`
  it('is as far along the line as in the file', () => {
    expect(readLine('', '<mxGeometry x="-0.5" relative="1" as="geometry"/>').labelAt).toBe(0.25)
    expect(readLine('').labelAt).toBeUndefined()
  })
  it('also when the label is a cell of its own', () => {
    const edge = '<mxCell id="l" edge="1" parent="1" source="a" target="b"><mxGeometry relative="1" as="geometry"/></mxCell>'
    const line = readItems(box('a', 0) + box('b', 300) + edge + label('0.6')).find(isLine)
    expect(line).toMatchObject({ label: 'near', labelAt: 0.8 })
  })
})

describe('a way the app found', () => {
  const routed = DiagramContent.parse({
    settings: {},
    items: [
      { item: 'shape', id: 'a', kind: 'process', x: 0, y: 0, width: 100, height: 60, order: 0 },
      { item: 'shape', id: 'b', kind: 'process', x: 300, y: 200, width: 100, height: 60, order: 1 },
      {
        item: 'line',
        id: 'l',
        from: { shapeId: 'a', side: 'right', at: 0.3 },
        to: { shapeId: 'b', side: 'top', at: 0.7 },
        order: 2,
        points: [
          { x: 200, y: 18 },
          { x: 200, y: 120 },
          { x: 370, y: 120 }
        ],
        isRouted: true
      }
    ]
  })
  const readBack = (file: string): DiagramLine | undefined =>
    readDiagramFile(file, { fileName: 'x', language: 'en' }).pages[0]?.content.items.find(isLine)

  it('goes to draw.io as corners and comes back as found by the app', async () => {
    const file = (await writeDiagram(routed, 'drawio', { name: 'x', language: 'en' })).data.toString()
    expect(file).toContain('<mxPoint x="200" y="120"/>')
    expect(file).toContain('exitX=1;exitY=0.3;')
    expect(readBack(file)).toEqual(routed.items[2])
  })

  it.each([
    ['a corner', '<mxPoint x="200" y="120"/>', '<mxPoint x="240" y="120"/>'],
    ['an end', 'exitY=0.3;', 'exitY=0.6;']
  ])('is a person’s once %s is moved in draw.io', async (_what, before, after) => {
    const file = (await writeDiagram(routed, 'drawio', { name: 'x', language: 'en' })).data.toString()
    const line = readBack(file.replace(before, after))
    expect(line?.isRouted).toBeUndefined()
    expect(line?.points).toHaveLength(3)
  })
})
