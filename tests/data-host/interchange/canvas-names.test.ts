import { describe, expect, it } from 'vitest'
import { writeCanvas } from '../../../src/main/data-host/interchange/canvas/write-canvas.ts'
import { readDiagramFile } from '../../../src/main/data-host/interchange/read-diagram.ts'
import { type DiagramContent, isShape } from '../../../src/shared/diagrams/diagram.ts'
import { drawShape } from '../../../src/shared/diagrams/draw-shape.ts'

const FILE = JSON.stringify({
  nodes: [
    { id: 'covered', type: 'group', label: 'Acquire', x: 0, y: 0, width: 300, height: 200 },
    { id: 'card', type: 'text', text: 'Offer', x: 10, y: 10, width: 100, height: 60 },
    { id: 'free', type: 'group', label: 'Keep', x: 400, y: 0, width: 300, height: 200 },
    { id: 'low', type: 'text', text: 'Visit', x: 410, y: 60, width: 100, height: 60 }
  ],
  edges: []
})
const read = (file: string): DiagramContent => {
  const [page] = readDiagramFile(file, { fileName: 'x.canvas', language: 'en' }).pages
  if (!page) throw new Error('no page')
  return page.content
}

describe('names of groups of JSON Canvas', () => {
  it('stand above their group where a card would cover them, and there only', async () => {
    const content = read(FILE)
    const groups = content.items.filter(isShape).filter(({ kind }) => kind === 'group')
    expect(groups.map(({ id, style }) => [id, style.labelSide])).toEqual([
      ['covered', 'top'],
      ['free', undefined]
    ])
    const heights = groups.map((group) => drawShape(group, null, 'en').flatMap((each) => (each.kind === 'text' ? [each.y] : [])))
    expect(heights[0]?.[0]).toBeLessThan(0)
    expect(heights[1]?.[0]).toBeGreaterThan(0)
    const { data } = await writeCanvas(content, { name: 'x', language: 'en' })
    const back = read(String(data)).items.filter(isShape)
    expect(new Map(back.map(({ id, style }) => [id, style]))).toEqual(
      new Map(content.items.filter(isShape).map(({ id, style }) => [id, style]))
    )
  })
})
