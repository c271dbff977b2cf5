import { describe, expect, it } from 'vitest'
import { writeDrawio } from '../../../src/main/data-host/interchange/drawio/write-drawio.ts'
import { readDiagramFile } from '../../../src/main/data-host/interchange/read-diagram.ts'
import { type DiagramContent, type DiagramShape, isShape } from '../../../src/shared/diagrams/diagram.ts'
import { drawShape } from '../../../src/shared/diagrams/draw-shape.ts'

const cell = (id: string, style: string, size = 'width="300" height="200"', parent = '1'): string =>
  `<mxCell id="${id}" value="Name of ${id}" style="${style}" vertex="1" parent="${parent}"><mxGeometry x="20" y="20" ${size} as="geometry"/></mxCell>`
const read = (file: string): DiagramContent => {
  const [page] = readDiagramFile(file, { fileName: 'x', language: 'en' }).pages
  if (!page) throw new Error('no page')
  return page.content
}
const model = (cells: string): string => `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`
const write = async (content: DiagramContent): Promise<string> => String((await writeDrawio(content, { name: 'x', language: 'en' })).data)
function shapeOf(content: DiagramContent, id: string): DiagramShape {
  const found = content.items.filter(isShape).find((shape) => shape.id === id)
  if (!found) throw new Error(id)
  return found
}
const styleIn = (file: string, id: string): string => new RegExp(`id="${id}".*?<mxCell style="([^"]*)"`, 's').exec(file)?.[1] ?? ''

const LANES = model(
  cell('pool', 'swimlane;horizontal=0;startSize=20;') +
    cell('lane', 'swimlane;horizontal=0;startSize=20;fillColor=#dae8fc;', undefined, 'pool') +
    cell('both', 'swimlane;horizontal=0;startSize=50;fillColor=#112233;swimlaneFillColor=#ffeecc;', undefined, 'pool') +
    cell('upright', 'swimlane;', undefined, 'pool') +
    cell('above', 'swimlane;startSize=24;') +
    cell('inner', 'swimlane;startSize=24;', undefined, 'above')
)

describe('heads of lanes in draw.io', () => {
  it('keep their size, side and ground apart from the rest', () => {
    const content = read(LANES)
    const styleOf = (id: string): object => {
      const { headSize, headFill, headSide, fill } = shapeOf(content, id).style
      return { headSize, headFill, headSide, fill }
    }
    expect(styleOf('pool')).toEqual({ headSize: 20 })
    expect(styleOf('lane')).toEqual({ headSize: 20, headFill: '#dae8fc', fill: 'none' })
    expect(styleOf('both')).toEqual({ headSize: 50, headFill: '#112233', fill: '#ffeecc' })
    expect(styleOf('upright')).toEqual({})
    expect(styleOf('above')).toEqual({ headSide: 'top', headSize: 24 })
    expect(shapeOf(content, 'above').kind).toBe('pool')
  })

  it('are drawn so, with a name that can be read on them', () => {
    const content = read(LANES)
    const lane = drawShape(shapeOf(content, 'lane'), null, 'en')
    expect(lane).toContainEqual(expect.objectContaining({ kind: 'rect', width: 19, fill: '#dae8fc' }))
    const both = drawShape(shapeOf(content, 'both'), null, 'en')
    expect(both).toContainEqual(expect.objectContaining({ kind: 'rect', width: 49, fill: '#112233' }))
    expect(both.find(({ kind }) => kind === 'text')).toMatchObject({ fill: '#ffffff', turn: -90 })
    const above = drawShape(shapeOf(content, 'above'), null, 'en')
    expect(above).toContainEqual(expect.objectContaining({ kind: 'rect', height: 23 }))
    expect(above.find(({ kind }) => kind === 'text')).not.toHaveProperty('turn')
  })

  it('go out as they came in, and what is changed in draw.io since is read', async () => {
    const content = read(LANES)
    const file = await write(content)
    expect(read(file)).toEqual(content)
    expect(styleIn(file, 'lane')).toMatch(/startSize=20;.*swimlaneFillColor=none;fillColor=#dae8fc;/u)
    const lane = styleIn(file, 'lane')
    const changed = file.replace(lane, lane.replace('startSize=20', 'startSize=44').replace(';fillColor=#dae8fc', ';fillColor=#00ff00'))
    expect(shapeOf(read(changed), 'lane').style).toMatchObject({ headSize: 44, headFill: '#00ff00', fill: 'none' })
  })
})

const OUTSIDE = model(
  cell('actor', 'shape=umlActor;html=1;verticalLabelPosition=bottom;verticalAlign=top;', 'width="30" height="60"') +
    cell('right', 'labelPosition=right;align=left;', 'width="40" height="40"') +
    cell('inside', 'rounded=1;')
)

describe('labels outside their shapes in draw.io', () => {
  it('stand outside here too', () => {
    const content = read(OUTSIDE)
    expect([...['actor', 'right', 'inside'].map((id) => shapeOf(content, id).style.labelSide)]).toEqual(['bottom', 'right', undefined])
    const texts = (id: string) => drawShape(shapeOf(content, id), null, 'en').flatMap((each) => (each.kind === 'text' ? [each] : []))
    expect(texts('actor')).toMatchObject([{ text: 'Name of actor', anchor: 'middle', x: 35 }])
    expect(texts('actor')[0]?.y).toBeGreaterThan(80)
    expect(texts('right')).toMatchObject([{ text: 'Name of right', x: 64 }])
  })

  it('go out as they came in, and may be moved in draw.io', async () => {
    const content = read(OUTSIDE)
    const file = await write(content)
    expect(read(file)).toEqual(content)
    expect(styleIn(file, 'right')).toMatch(/align=left;.*labelPosition=right;/u)
    const style = styleIn(file, 'actor')
    const moved = file.replace(style, style.replace('verticalLabelPosition=bottom', 'verticalLabelPosition=top'))
    expect(shapeOf(read(moved), 'actor').style.labelSide).toBe('top')
  })
})

describe('shapes of draw.io with a name of their own', () => {
  it('are drawn as what they are in general, in their colours', async () => {
    const content = read(model(cell('start', 'ellipse;shape=startState;fillColor=#000000;strokeColor=#ff0000;')))
    expect(shapeOf(content, 'start')).toMatchObject({ kind: 'ellipse', style: { fill: '#000000', stroke: '#ff0000' } })
    expect(styleIn(await write(content), 'start')).toContain('shape=startState')
  })
})
