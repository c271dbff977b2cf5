import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDiagramFile } from '../../../src/main/data-host/interchange/read-diagram.ts'
import { writeDiagram } from '../../../src/main/data-host/interchange/write-diagram.ts'
import type { DiagramContent } from '../../../src/shared/diagrams/diagram.ts'
import { randomDiagram, sortDiagram } from '../../support/whole-diagram.ts'

async function writeAndRead(
  content: DiagramContent,
  format: 'drawio' | 'canvas' | 'json',
  figures?: ReadonlyMap<string, string>
): Promise<DiagramContent> {
  const { data } = await writeDiagram(content, format, { name: 'Ñ & <b>', language: 'en', ...(figures ? { figures } : {}) })
  // What reaches the disk is bytes: halves of pairs that were not escaped would be lost there.
  const { format: found, pages } = readDiagramFile(Buffer.from(data), { fileName: 'x', language: 'en' })
  expect(found).toBe(format)
  expect(pages).toHaveLength(1)
  return pages[0]?.content ?? content
}

describe.each(['drawio', 'canvas', 'json'] as const)('a diagram written as %s and read again', (format) => {
  it('is the same in every shape, line, label, place, colour and all that is kept with them', async () => {
    await fc.assert(
      fc.asyncProperty(randomDiagram, async (content) => {
        expect(sortDiagram(await writeAndRead(content, format))).toEqual(sortDiagram(content))
      }),
      { numRuns: 500 }
    )
  })

  it('keeps shapes in the order they are drawn in', async () => {
    await fc.assert(
      fc.asyncProperty(randomDiagram, async (content) => {
        const orders = new Map((await writeAndRead(content, format)).items.map(({ id, order }) => [id, order + 0]))
        expect(orders).toEqual(new Map(content.items.map(({ id, order }) => [id, order + 0])))
      }),
      { numRuns: 50 }
    )
  })
})

describe('live figures in a file', () => {
  it('stand below the label in draw.io and never become part of it', async () => {
    await fc.assert(
      fc.asyncProperty(randomDiagram, async (content) => {
        const figures = new Map(content.items.filter(({ item }) => item === 'shape').map(({ id }) => [id, '214 customers <x>']))
        expect(sortDiagram(await writeAndRead(content, 'drawio', figures))).toEqual(sortDiagram(content))
      }),
      { numRuns: 150 }
    )
  })
})
