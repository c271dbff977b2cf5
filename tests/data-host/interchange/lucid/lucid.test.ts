import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeLucid } from '../../../../src/main/data-host/interchange/lucid/write-lucid.ts'
import { type DiagramContent, isLine, isShape } from '../../../../src/shared/diagrams/diagram.ts'
import { anyDiagram } from '../../../support/flowing-diagram.ts'
import { LucidDocument } from '../../../support/lucid-schema.ts'
import { makeContent, makeLine, makeShape } from '../../../support/make-diagram.ts'

/** The parts of the file; `document` held to the published rules. */
function write(content: DiagramContent): {
  parts: Record<string, Uint8Array>
  page: NonNullable<(typeof LucidDocument)['_output']['pages'][number]>
  notes: string
} {
  const { data, notes } = writeLucid(content, { name: 'Ventas', language: 'es' })
  const parts = unzipSync(data instanceof Uint8Array ? data : new Uint8Array())
  const document = LucidDocument.parse(JSON.parse(strFromU8(parts['document.json'] ?? new Uint8Array())))
  const [page] = document.pages
  if (!page) throw new Error('no page')
  return { parts, page, notes: notes.map(({ en }) => en).join(' ') }
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('a file for Lucid’s standard import', () => {
  it('of any diagram passes the published rules, with every shape and every line', () => {
    fc.assert(
      fc.property(anyDiagram({ hasLooseEnds: true }), (content) => {
        const { page } = write(content)
        const shapes = content.items.filter(isShape)
        const pools = new Set(shapes.filter(({ kind }) => kind === 'pool').map(({ id }) => id))
        const lanes = page.shapes?.flatMap((shape) => (shape.type === 'swimLanes' ? shape.lanes : [])) ?? []
        expect((page.shapes?.length ?? 0) + lanes.length).toBe(shapes.length)
        expect(lanes.length).toBeLessThanOrEqual(shapes.filter(({ parentId }) => pools.has(parentId ?? '')).length)
        expect(page.lines).toHaveLength(content.items.filter(isLine).length)
      }),
      { numRuns: 200 }
    )
  })

  it('keeps places, sizes, looks, texts, notes, data and addresses', () => {
    const { page } = write(
      makeContent([
        makeShape('a', {
          x: -100,
          y: 50,
          width: 120.5,
          height: 60,
          label: 'Uno <b> & "dos"\n{{=1+1}}',
          style: { fill: '#ABCDEF80', stroke: '#112233ff', weight: 2.4, dash: 'dashed', ink: '#445566', isBold: true },
          notes: 'nota',
          data: { clave: '=SUM(1)' },
          address: 'https://example.org'
        }),
        makeShape('b', { x: 300, y: 50, kind: 'text', address: 'javascript:alert(1)' })
      ])
    )
    expect(page.settings).toEqual({ infiniteCanvas: false, autoTiling: true, size: { type: 'custom', w: 600, h: 140 } })
    expect(page.shapes?.[0]).toMatchObject({
      boundingBox: { x: 40, y: 40, w: 120.5, h: 60 },
      style: { fill: { type: 'color', color: '#abcdef80' }, stroke: { color: '#112233', width: 2, style: 'dashed' } },
      note: 'nota',
      customData: [{ key: 'clave', value: ' =SUM(1)' }],
      actions: [{ type: 'url', url: 'https://example.org', newWindow: true }]
    })
    const [first, second] = page.shapes ?? []
    expect(first && 'text' in first && first.text).toContain('Uno &lt;b&gt; &amp; &quot;dos&quot;<br>&#123;&#123;=1+1}}</p>')
    expect(first && 'text' in first && first.text).toContain('color:#445566')
    expect(second?.actions).toBeUndefined()
  })

  it('ends lines where they end, with their corners and heads', () => {
    const elbow = makeLine('l', 'a', 'b', {
      startHead: 'one',
      endHead: 'zero-or-many',
      label: 'x',
      points: [
        { x: 200, y: 30 },
        { x: 200, y: 230 }
      ]
    })
    const crooked = makeLine('m', 'a', 'b', { points: [{ x: 210, y: 77 }] })
    const loose = makeLine('n', 'a', 'b', { to: { x: 500, y: 500 }, route: 'straight', points: [{ x: 400, y: 99 }] })
    const { page, notes } = write(makeContent([makeShape('a'), makeShape('b', { x: 300, y: 200 }), elbow, crooked, loose]))
    expect(page.lines?.[0]).toMatchObject({
      endpoint1: { type: 'shapeEndpoint', shapeId: 'a', style: 'exactlyOne', position: { x: 1, y: 0.5 } },
      endpoint2: { type: 'shapeEndpoint', shapeId: 'b', style: 'zeroOrMore', position: { x: 0, y: 0.5 } },
      elbowControlPoints: [
        { x: 240, y: 70 },
        { x: 240, y: 270 }
      ],
      text: [{ text: 'x', position: 0.5, side: 'middle' }]
    })
    expect(page.lines?.[1]).not.toHaveProperty('elbowControlPoints')
    expect(page.lines?.[2]).toMatchObject({
      endpoint2: { type: 'positionEndpoint', position: { x: 540, y: 540 } },
      joints: [{ x: 440, y: 139 }]
    })
    expect(notes).toContain('lost its corners')
  })

  it('makes swim lanes of pools, and ends lines to a lane at its pool', () => {
    const { page } = write(
      makeContent([
        makeShape('p', { kind: 'pool', label: 'Proceso', width: 600, height: 301 }),
        makeShape('l2', { kind: 'lane', label: 'Dos', parentId: 'p', y: 150, height: 150, style: { fill: '#eeeeee' } }),
        makeShape('l1', { kind: 'lane', label: 'Uno', parentId: 'p', y: 0, height: 100 }),
        makeShape('a', { parentId: 'l1' }),
        makeLine('x', 'a', 'l2')
      ])
    )
    expect(page.shapes?.map(({ type }) => type)).toEqual(['swimLanes', 'process'])
    expect(page.shapes?.[0]).toMatchObject({
      vertical: false,
      lanes: [
        { title: 'Uno', width: 120 },
        { title: 'Dos', width: 181, laneFill: '#eeeeee' }
      ]
    })
    expect(page.lines?.[0]?.endpoint2).toMatchObject({ shapeId: 'p' })
  })

  it('puts images beside the document, and a rectangle where Lucid could not read one', () => {
    const { parts, page, notes } = write(
      makeContent([
        makeShape('a', { kind: 'image', image: `data:image/png;base64,${PIXEL}` }),
        makeShape('b', { kind: 'image', image: 'data:image/webp;base64,AAAA' })
      ])
    )
    expect(Object.keys(parts).sort()).toEqual(['document.json', 'images/image1.png'])
    expect(Buffer.from(parts['images/image1.png'] ?? []).toString('base64')).toBe(PIXEL)
    expect(page.shapes).toMatchObject([{ type: 'image', image: { ref: 'image1.png' } }, { type: 'rectangle' }])
    expect(notes).toContain('WebP')
  })

  it('has no page size when the diagram is wider than a page can be, and the same bytes every time', () => {
    const content = makeContent([makeShape('a'), makeShape('b', { x: 30_000 })])
    expect(write(content).page.settings).toEqual({ infiniteCanvas: true })
    expect(writeLucid(content, { name: 'x', language: 'es' }).data).toEqual(writeLucid(content, { name: 'x', language: 'es' }).data)
  })

  it('is refused above the sizes Lucid takes', () => {
    const items = Array.from({ length: 12_000 }, (_, index) => makeShape(`s${index}`, { label: `Paso número ${index}` }))
    expect(() => writeLucid(makeContent(items), { name: 'x', language: 'es' })).toThrow(
      expect.objectContaining({ code: 'lucid-too-large', details: { megabytes: 2 } })
    )
  })
})
