import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDiagramFile } from '../../../src/main/data-host/interchange/read-diagram.ts'
import type { DiagramContent } from '../../../src/shared/diagrams/diagram.ts'
import { codeOf, startTestHost, type TestHost } from '../../support/local-host.ts'
import { makeContent, makeLine, makeShape } from '../../support/make-diagram.ts'

let host: TestHost
let id: number
beforeAll(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('shop.cauce').token, title: 'Tienda' })
  const content: DiagramContent = {
    ...makeContent([
      makeShape('g', { kind: 'group', width: 400, height: 200 }),
      makeShape('a', { parentId: 'g' }),
      makeShape('b', { parentId: 'g', x: 200 }),
      makeShape('c', { x: 600 }),
      makeLine('ab', 'a', 'b'),
      makeLine('bc', 'b', 'c')
    ]),
    settings: { hasGrid: true, doesSnap: true, path: ['a', 'c'] }
  }
  id = (await host.client.diagrams.createDiagram({ name: 'Ventas', source: { from: 'content', content }, language: 'es' })).id
})
afterAll(() => host.end())

async function save(itemIds: string[]): Promise<DiagramContent | undefined> {
  const { path, token } = host.file(`part-${itemIds.join('-')}.json`)
  await host.client.diagrams.saveDiagram({ subject: { id, itemIds }, format: 'json', fileToken: token, language: 'es' })
  return readDiagramFile(readFileSync(path), { fileName: 'x.json', language: 'es' }).pages[0]?.content
}

describe('what is chosen of a diagram, taken out alone', () => {
  it('is a container with all in it and the lines between', async () => {
    const content = await save(['g'])
    expect(content?.items.map((item) => item.id).sort()).toEqual(['a', 'ab', 'b', 'g'])
    expect(content?.settings.path).toEqual(['a'])
  })

  it('stands on the page where its container stays behind, and opens again', async () => {
    const content = await save(['b', 'c'])
    expect(content?.items.map((item) => item.id).sort()).toEqual(['b', 'bc', 'c'])
    expect(content?.items.some((item) => 'parentId' in item)).toBe(false)
  })

  it('is as small a picture as it needs', async () => {
    const whole = await host.client.diagrams.renderDiagram({ subject: { id }, language: 'es' })
    const part = await host.client.diagrams.renderDiagram({ subject: { id, itemIds: ['c'] }, language: 'es' })
    expect(part.width).toBeLessThan(whole.width)
    expect(part.svg).not.toContain('>a</text>')
  })

  it('that is gone is refused', async () => {
    expect(await codeOf(() => save(['gone']))).toBe('not-found')
  })
})
