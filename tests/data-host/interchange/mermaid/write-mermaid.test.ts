// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMermaid } from '../../../../src/main/data-host/interchange/mermaid/read-mermaid.ts'
import { writeMermaid } from '../../../../src/main/data-host/interchange/mermaid/write-mermaid.ts'
import {
  type DiagramContent,
  type DiagramItem,
  DiagramContent as Content,
  isAttached,
  isLine,
  isShape
} from '../../../../src/shared/diagrams/diagram.ts'
import { anyDiagram } from '../../../support/flowing-diagram.ts'
import { parseWithMermaid } from '../../../support/mermaid-graph.ts'
import { makeContent, makeLine, makeShape } from '../../../support/make-diagram.ts'

const write = (content: DiagramContent, name = 'Venta'): string => String(writeMermaid(content, { name, language: 'es' }).data)
/** What a text can be in any format: characters that can be shown, without space around them. */
const showable = (text: string): string => text.replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').trim()

/** Shapes by their text and where they stand, lines by their ends and text: what must survive, whatever ids became. */
function describeItems(items: readonly DiagramItem[]): { shapes: string[]; lines: string[] } {
  const shapes = items.filter(isShape)
  const label = (id: string | undefined): string => showable(shapes.find((shape) => shape.id === id)?.label ?? '∅')
  return {
    shapes: shapes.map((shape) => `${showable(shape.label)} ⊂ ${shape.parentId === undefined ? '∅' : label(shape.parentId)}`).sort(),
    lines: items
      .filter(isLine)
      .flatMap(({ from, to, label: text, startHead, endHead }) => {
        if (!isAttached(from) || !isAttached(to)) return []
        const [one, other] = startHead !== 'none' && endHead === 'none' ? [to, from] : [from, to]
        return [`${label(one.shapeId)} → ${label(other.shapeId)}: ${showable(text)}`]
      })
      .sort()
  }
}

describe('what is written in Mermaid', () => {
  it('is accepted by Mermaid itself, with every shape, line, text and container', async () => {
    await fc.assert(
      fc.asyncProperty(anyDiagram(), async (content) => {
        const parsed = await parseWithMermaid(write(content))
        if (!parsed) return
        const shapes = content.items.filter(isShape)
        const texts = [...[...parsed.nodes.values()].map(({ text }) => text), ...parsed.groups.map(({ title }) => title)]
        expect(texts.map(showable).sort()).toEqual(shapes.map(({ label }) => showable(label)).sort())
        expect(parsed.edges.map(({ text }) => showable(text)).sort()).toEqual(
          content.items
            .filter(isLine)
            .map(({ label }) => showable(label))
            .sort()
        )
        expect(parsed.groups.flatMap(({ nodes }) => nodes)).toHaveLength(shapes.filter(({ parentId }) => parentId !== undefined).length)
      }),
      { numRuns: 150 }
    )
  })

  it('reads back with every shape, line, text and container', () => {
    fc.assert(
      fc.property(anyDiagram(), (content) => {
        const [read, ...others] = readMermaid(write(content))
        expect(others).toEqual([])
        expect(describeItems(read?.content.items ?? [])).toEqual(describeItems(content.items))
        expect(Content.safeParse(read?.content).success).toBe(true)
        expect(read?.name).toBe('Venta')
      }),
      { numRuns: 200 }
    )
  })

  it('keeps colours, dashes, weights and the size of texts', () => {
    const style = { fill: '#ffee00', stroke: '#112233', ink: '#445566', dash: 'dashed', weight: 2, fontSize: 18, isBold: true } as const
    const line = makeLine('l', 'a', 'b', { style: { stroke: '#aa0000', dash: 'dashed', ink: '#00aa00' } })
    const [read] = readMermaid(write(makeContent([makeShape('a', { style }), makeShape('b', { style }), makeShape('c'), line])))
    const shapes = read?.content.items.filter(isShape) ?? []
    expect(shapes.map((shape) => shape.style)).toEqual([style, style, {}])
    expect(read?.content.items.find(isLine)?.style).toEqual({ stroke: '#aa0000', dash: 'dashed', ink: '#00aa00' })
  })

  it('keeps the kinds that have a form of their own', () => {
    const kinds = [
      'process',
      'rounded',
      'ellipse',
      'text',
      'note',
      'decision',
      'terminator',
      'data',
      'document',
      'subprocess',
      'preparation',
      'manual-input',
      'delay',
      'database',
      'off-page',
      'group'
    ] as const
    const [read] = readMermaid(write(makeContent(kinds.map((kind, order) => makeShape(`s${order}`, { kind, order })))))
    expect(new Map(read?.content.items.filter(isShape).map(({ id, kind }) => [id, kind]))).toEqual(
      new Map(kinds.map((kind, order) => [`s${order}`, kind]))
    )
  })

  it('says what the text can’t hold', () => {
    const loose = makeLine('l', 'a', 'a', { to: { x: 5, y: 5 } })
    const { notes } = writeMermaid(makeContent([makeShape('a', { notes: 'hi', kind: 'image' }), loose]), { name: 'x', language: 'en' })
    expect(notes.map(({ en }) => en).join(' ')).toMatch(/no places.*Images.*Notes.*loose end/)
  })
})

describe('an entity diagram', () => {
  const fields = [
    { name: 'Id', type: 'Id', key: 'primary' },
    { name: 'AccountId', type: 'Lookup(Account)', key: 'foreign', label: 'Cuenta "madre" #1;' },
    { name: 'Año fiscal', type: 'Número (18, 2)' },
    { name: 'PK', type: '' },
    { name: 'style', type: 'classDef', label: 'x: y' }
  ] as const
  const relation = makeLine('l', 'a', 'b', { startHead: 'one', endHead: 'zero-or-many', label: 'tiene "varios"' })
  const content = makeContent([
    makeShape('a', { kind: 'entity', label: 'Cuenta & «Ñ»', fields: [...fields], style: { fill: '#ffeeaa' } }),
    makeShape('b', { kind: 'entity', label: '' }),
    relation
  ])

  it('is written as one and accepted by Mermaid', async () => {
    const text = write(content)
    expect(text).toContain('erDiagram')
    await expect(parseWithMermaid(text)).resolves.toBeNull()
  })

  it('reads back with fields, keys and how many stand at each end', () => {
    const [read] = readMermaid(write(content))
    const [a, b] = read?.content.items.filter(isShape) ?? []
    expect(a).toMatchObject({ kind: 'entity', label: 'Cuenta & «Ñ»', style: { fill: '#ffeeaa' } })
    expect(b?.label).toBe('')
    expect(a?.fields).toMatchObject([
      fields[0],
      fields[1],
      { name: 'Año_fiscal', label: 'Año fiscal' },
      { name: '_PK', label: 'PK' },
      { label: 'x: y' }
    ])
    expect(read?.content.items.find(isLine)).toMatchObject({
      startHead: 'one',
      endHead: 'zero-or-many',
      label: 'tiene "varios"',
      from: { shapeId: 'a' },
      to: { shapeId: 'b' }
    })
  })

  it('of any entities is accepted by Mermaid', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDiagram({ kinds: ['entity'] }),
        fc.array(
          fc.record({
            name: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
            type: fc.string({ maxLength: 12 }),
            label: fc.string({ maxLength: 12, unit: 'grapheme' }),
            key: fc.constantFrom('primary', 'foreign', 'unique', 'external')
          }),
          { maxLength: 5 }
        ),
        async (diagram, own) => {
          const items = diagram.items.map((item) => (isShape(item) ? { ...item, fields: own } : item))
          await expect(parseWithMermaid(write(makeContent(items)))).resolves.toBeNull()
          expect(readMermaid(write(makeContent(items)))[0]?.content.items).toHaveLength(items.length)
        }
      ),
      { numRuns: 100 }
    )
  })
})
