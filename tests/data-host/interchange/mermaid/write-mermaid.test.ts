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

/** Names Mermaid has for forms, of each form at least one. */
const NAMED_FORMS =
  'rect proc rounded event stadium pill fr-rect subproc cyl db datastore folder bucket console browser person circle bang cloud diam hex lean-r lean-l trap-b trapezoid trap-t manual dbl-circ text notch-rect lin-rect sm-circ fr-circ fork hourglass brace brace-r braces bolt doc delay h-cyl lin-cyl curv-trap div-rect tri win-pane f-circ notch-pent flip-tri sl-rect docs st-rect bow-rect cross-circ tag-doc tag-rect flag odd lin-doc'.split(
    ' '
  )

/** Brackets and names Mermaid keeps apart in its database and draws alike. */
const ALIKE: Readonly<Record<string, string>> = {
  square: 'rect',
  round: 'rounded',
  diamond: 'diam',
  hexagon: 'hex',
  cylinder: 'cyl',
  lean_right: 'lean-r',
  lean_left: 'lean-l',
  trapezoid: 'trap-b',
  inv_trapezoid: 'trap-t',
  doublecircle: 'dbl-circ'
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

  it('has every form it was read with again, by its brackets and by its name', async () => {
    const brackets = [
      '(((x)))',
      '((x))',
      '([x])',
      '[[x]]',
      '[(x)]',
      '[/x/]',
      '[\\x\\]',
      '[/x\\]',
      '[\\x/]',
      '{{x}}',
      '(x)',
      '{x}',
      '>x]',
      '[x]'
    ]
    const lines = [
      ...brackets.map((form, at) => `b${at}${form}`),
      ...NAMED_FORMS.map((name, at) => `s${at}@{ shape: ${name}, label: "x" }`)
    ]
    const source = `flowchart TD\n${lines.join('\n')}\nsubgraph g\ndirection RL\nin\nend`
    const [read] = readMermaid(source)
    const text = write(read?.content ?? makeContent([]))
    const typesOf = async (each: string): Promise<(readonly [string, string])[]> =>
      [...((await parseWithMermaid(each))?.nodes ?? [])]
        .map(([id, { type = 'rect' }]) => [id, ALIKE[type] ?? type] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1))
    expect(await typesOf(text)).toEqual(await typesOf(source))
    expect(text).toContain('direction RL')
    expect(read?.notes.map(({ en }) => en).join(' ')).toContain('drawn as the nearest one')
    // The same once more: nothing wears off.
    expect(write(readMermaid(text)[0]?.content ?? makeContent([]))).toBe(text)
  })

  it('has the form of its kind once a person made another shape of it', () => {
    const [read] = readMermaid('flowchart TD\na[/x\\]')
    const items = read?.content.items.map((item) => (isShape(item) ? { ...item, kind: 'decision' as const } : item)) ?? []
    expect(write(makeContent(items))).toContain('a{"x"}')
    // Whatever stands in the data of a shape from elsewhere, nothing but names of forms gets into the text.
    const foreign = makeShape('a', {
      label: 'x',
      data: { 'mermaid-shape': 'rect }\n click a call alert()', 'mermaid-direction': 'LR\nclick' }
    })
    expect(write(makeContent([foreign]))).not.toContain('click')
  })

  it('is accepted by Mermaid whatever stands in its texts', async () => {
    const nasty = [
      '"',
      '""',
      'end',
      'END',
      'End',
      'a end',
      '`',
      '"`x`"',
      '[[',
      ']]',
      '{{}}',
      '(((',
      ')))',
      '[/',
      '\\]',
      '-->',
      '--',
      '~~~',
      '%%',
      '%% x',
      '%%{init: {}}%%',
      '---',
      '&',
      '&amp;',
      '#quot;',
      '#',
      ';',
      '::',
      ':::x',
      '@{ shape: x }',
      '|',
      '<script>alert(1)</script>',
      '<b>',
      '</b',
      '<!--',
      ']]>',
      '$$x$$',
      '\\',
      '\n',
      '\r\n',
      '\t',
      'a\nb\n\nc',
      'subgraph',
      'graph TD',
      'style a fill:#fff',
      'classDef',
      'click a',
      'default',
      '👩‍👩‍👧‍👦',
      '🇪🇸',
      'שלום עולם',
      'مرحبا "بك"',
      '\u202eabc',
      'é',
      'ﬂ°°',
      '¶ß',
      '１',
      '1.',
      '- x',
      '* x',
      '_x_',
      '**x**',
      'x'.repeat(4000),
      '"'.repeat(4000),
      'ñ ('.repeat(1300),
      'fa:fa-car',
      '   ',
      'href',
      'call()',
      "it's",
      'a;b;c',
      '{',
      '}',
      '<',
      '>',
      '=',
      'o',
      'x'
    ]
    const anyText = fc
      .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 20 })), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join('').slice(0, 4000))
    await fc.assert(
      fc.asyncProperty(
        anyText,
        anyText,
        anyText,
        fc.constantFrom('process', 'decision', 'off-page', 'data', 'group', 'note', 'database'),
        async (shape, line, group, kind) => {
          const content = makeContent([
            makeShape('g', { kind: 'group', label: group, order: 0 }),
            makeShape('end', { kind, label: shape, order: 1, parentId: 'g' }),
            makeShape('o 1', { label: line, order: 2 }),
            makeLine('x', 'end', 'o 1', { label: line })
          ])
          const text = write(content, group)
          const parsed = await parseWithMermaid(text)
          const [node] = [...(parsed?.nodes.values() ?? [])].filter(({ text: said }) => showable(said) === showable(shape))
          if (kind !== 'group') expect(node, JSON.stringify(shape)).toBeDefined()
          expect(parsed?.edges.map((edge) => showable(edge.text))).toEqual([showable(line)])
          expect(describeItems(readMermaid(text)[0]?.content.items ?? [])).toEqual(describeItems(content.items))
        }
      ),
      { numRuns: 250 }
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
