// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { readMermaid } from '../../../../src/main/data-host/interchange/mermaid/read-mermaid.ts'
import { sniffFormat } from '../../../../src/main/data-host/interchange/sniff.ts'
import {
  type DiagramItem,
  type DiagramLine,
  type DiagramShape,
  isAttached,
  isLine,
  isShape
} from '../../../../src/shared/diagrams/diagram.ts'
import { CauceError } from '../../../../src/shared/domain/errors.ts'
import { parseWithMermaid } from '../../../support/mermaid-graph.ts'

/** One flowchart each, of everything people write; none of them is read otherwise than Mermaid reads it. */
const WRITTEN: Readonly<Record<string, string>> = {
  'every bracket': `flowchart TD
    a[Caja] --> b(Redonda) --> c([Píldora]) --> d[[Subproceso]] --> e[(Base)]
    f((Círculo)) --> g{¿Sí?} --> h{{Preparar}} --> i[/Dato/] --> j[\\Dato\\]
    k[/Trapecio\\] --> l[\\Trapecio/] --> m(((Doble))) --> n>Bandera] --> o1[ ]`,
  'every line': `graph LR
    A-->B; A---B; A-.->B; A-.-B; A==>B; A===B; A--oB; A--xB
    B<-->C
    B o--o C
    B x-.-x C
    B ----> C
    B -..-> C
    C ~~~ D`,
  'texts on lines both ways': `flowchart LR
    A -->|uno| B -- dos --> C ---|tres| D
    A -. cuatro .-> B == cinco ==> C
    A -- "con -- guiones" --> B
    A -->|"con | barra"| C
    C -- seis --- D`,
  'chains and bundles': `flowchart TB
    A & B --> C & D --> E
    F -->
    G
    --> H
    subgraph dentro
      E & F
    end`,
  'groups in groups, with directions and titles': `flowchart TB
    c1-->a2
    subgraph uno [Título uno]
      direction LR
      a1-->a2
      subgraph "Dos con espacios"
        b1-->b2
      end
      subgraph tres["Tres (3)"]
        a1
      end
    end
    uno --> b2
    fuera --> uno`,
  'looks and comments': `%%{init: {"theme": "dark",
      "flowchart": {"curve": "basis"}}}%%
    flowchart TD
    %% un comentario --> con flecha
    A["Ñandú ☃ 😀 (con) [todo] {dentro}"]:::rojo --> B["dos<br/>líneas"]
    classDef rojo,azul fill:#f00,stroke:#333,stroke-width:4px
    class B azul
    style B fill:rgb,stroke-dasharray: 5 5
    linkStyle 0 stroke:#ff3,stroke-width:4px,color:red
    linkStyle default stroke:blue
    click A "https://example.org/a?b=1" "pista" _blank
    click B llamar "pista"
    accTitle: título
    accDescr: descripción
    accDescr {
      varias
      líneas
    }`,
  'shapes by name': `flowchart TD
    A@{ shape: doc, label: "Informe" } --> B@{ shape: cyl, label: 'Datos' }
    C@{
      shape: manual-input
      label: "Teclear"
    }
    A e1@--> C
    E@{
      shape: rounded
      label: |
        varias
        líneas
    }
    e1@{ animate: true }
    D["texto"]@{ shape: delay }`,
  'odd ids': `flowchart TD
    a-b --> c.d --> e_f --> 1 --> 2a
    ñ --> 中文 --> A&B
    endpoint --> styled --> graphite
    a:b --> x1
    default1 --> v`,
  'front matter': `---
title: "Mi proceso"
config:
  theme: forest
---
flowchart TD
  A --> B`,
  'Markdown texts': 'flowchart LR\n  a("`El **gato**\n  negro`") -- "`dos *palabras*`" --> b{{"`más`"}}'
}

const flatten = (text: string): string =>
  text
    .replace(/<[a-z/][^<>]*>/gi, ' ')
    .replace(/\*+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
const read = (text: string): DiagramItem[] => readMermaid(text)[0]?.content.items ?? []
const shapeOf = (items: readonly DiagramItem[], id: string): DiagramShape | undefined =>
  items.filter(isShape).find((shape) => shape.id === id)

describe('a flowchart people wrote', () => {
  it.each(Object.entries(WRITTEN))('is read as Mermaid reads it: %s', async (_, text) => {
    const theirs = await parseWithMermaid(text)
    const items = read(text)
    const shapes = items.filter(isShape)
    expect(new Map(shapes.filter(({ kind }) => kind !== 'group').map(({ id, label }) => [id, flatten(label)]))).toEqual(
      new Map([...(theirs?.nodes ?? [])].map(([id, node]) => [id, flatten(node.text)]))
    )
    expect(
      items.filter(isLine).map(({ from, to, label }) => [isAttached(from) && from.shapeId, isAttached(to) && to.shapeId, flatten(label)])
    ).toEqual(theirs?.edges.filter(({ stroke }) => stroke !== 'invisible').map(({ from, to, text: label }) => [from, to, flatten(label)]))
    for (const { id, title, nodes } of theirs?.groups ?? []) {
      expect(flatten(shapeOf(items, id)?.label ?? '∅')).toBe(flatten(title))
      expect(
        shapes
          .filter(({ parentId }) => parentId === id)
          .map((shape) => shape.id)
          .sort()
      ).toEqual([...nodes].sort())
    }
  })

  it('keeps colours of classes, of styles and of lines, and its addresses', () => {
    const items = read(WRITTEN['looks and comments'] ?? '')
    expect(shapeOf(items, 'A')).toMatchObject({
      style: { fill: '#ff0000', stroke: '#333333', weight: 4 },
      address: 'https://example.org/a?b=1'
    })
    expect(shapeOf(items, 'B')).toMatchObject({ style: { fill: '#ff0000', dash: 'dashed' } })
    expect(shapeOf(items, 'B')).not.toHaveProperty('address')
    expect(items.find(isLine)?.style).toEqual({ stroke: '#ffff33', ink: '#ff0000', weight: 4 })
  })

  it('keeps strokes and heads', () => {
    const lines = read(WRITTEN['every line'] ?? '').filter(isLine)
    const tell = ({ startHead, endHead, style }: DiagramLine): string => `${startHead} ${endHead} ${style.dash ?? ''}${style.weight ?? ''}`
    expect(lines.map(tell)).toEqual([
      'none arrow ',
      'none none ',
      'none arrow dashed',
      'none none dashed',
      'none arrow 3',
      'none none 3',
      'none circle ',
      'none one ',
      'arrow arrow ',
      'circle circle ',
      'one one dashed',
      'none arrow ',
      'none arrow dashed'
    ])
  })

  it('has places: no two shapes of one container overlap, and each stands inside its container', () => {
    const shapes = read(WRITTEN['groups in groups, with directions and titles'] ?? '').filter(isShape)
    for (const one of shapes) {
      const parent = shapes.find(({ id }) => id === one.parentId)
      if (parent) {
        expect(one.x).toBeGreaterThanOrEqual(parent.x)
        expect(one.y + one.height).toBeLessThanOrEqual(parent.y + parent.height)
      }
      for (const other of shapes)
        if (one !== other && one.parentId === other.parentId)
          expect(
            one.x + one.width <= other.x ||
              other.x + other.width <= one.x ||
              one.y + one.height <= other.y ||
              other.y + other.height <= one.y
          ).toBe(true)
    }
  })

  it('says its direction and that a better layout is wanted', () => {
    expect(readMermaid('graph RL\nA-->B')[0]?.needsLayout).toMatchObject({ algorithm: 'layered', direction: 'left' })
    expect(readMermaid('graph BT\nA-->B')[0]?.needsLayout).toMatchObject({ direction: 'up' })
  })

  it('is read though Mermaid would not: brackets in texts, comments behind statements, groups without an end', () => {
    const items = read('flowchart TD\n a[llamar(cliente)] --> b{¿sí (o no)?} %% al final\n subgraph g\n c[x]')
    expect(shapeOf(items, 'a')?.label).toBe('llamar(cliente)')
    expect(shapeOf(items, 'b')?.label).toBe('¿sí (o no)?')
    expect(shapeOf(items, 'c')?.parentId).toBe('g')
  })

  it('is called by its title, and says that scripts are left out', () => {
    const [page] = readMermaid('---\ntitle: Mi proceso\n---\nflowchart TD\nA-->B\nclick A "https://example.org"\nclick B llamar')
    expect(page?.title).toBe('Mi proceso')
    expect(page?.notes.map(({ en }) => en)).toEqual([expect.stringContaining('script')])
    expect(readMermaid('flowchart TD\nA-->B\nclick A "https://example.org"')[0]?.notes).toEqual([])
  })

  it('in Markdown becomes one diagram for every block, other kinds aside', () => {
    const text =
      '# Notas\n\n```mermaid\nflowchart TD\nA-->B\n```\n\ntexto\n\n1. ```mermaid\n   sequenceDiagram\n   A->>B: hola\n   ```\n\n~~~ mermaid\ngraph LR\nC-->D-->E\n~~~\n'
    const pages = readMermaid(text)
    expect(pages.map(({ content }) => content.items.length)).toEqual([3, 5])
    expect(pages[0]?.notes[0]?.es).toContain('sequenceDiagram')
  })

  it('in Markdown keeps the others from failing with one that can’t be read', () => {
    const [page, ...others] = readMermaid('```mermaid\nflowchart TD\nA[x\n```\n```mermaid\ngraph LR\nC-->D\n```\n')
    expect(others).toEqual([])
    expect(page?.content.items).toHaveLength(3)
    expect(page?.notes[0]?.en).toContain('fail at: 3.')
  })

  it('takes tags, icons and scripts out of texts', () => {
    const [a, b, c] = read(
      'graph TD\n a["<b>Hola</b> <script>alert(1)</script>mundo"]\n b[fa:fa-car Coche]\n c["a #lt; b &amp; c #35;1 List<String> #aacute;"]'
    ).filter(isShape)
    expect([a?.label, b?.label, c?.label]).toEqual(['Hola mundo', 'Coche', 'a < b & c #1 List<String> á'])
  })
})

describe('a text', () => {
  it.each([
    ...Object.values(WRITTEN),
    'erDiagram\n A ||--o{ B : x',
    'sequenceDiagram\nA->>B: x',
    '# Título\n\n```mermaid\npie\n```\n',
    'graph TD;A-->B'
  ])('is taken for Mermaid: %j', (text) => {
    expect(sniffFormat(text, 'pegado')).toBe('mermaid')
  })

  it.each(['Graph of our sales', 'graph of our sales', 'name,city\nAna,', 'flowchart,1\n', 'pie de página', '---\ntitle: x\n---\ntexto'])(
    'is not: %j',
    (text) => {
      expect(sniffFormat(text, 'pegado')).toBeNull()
    }
  )
})

describe('what is no flowchart', () => {
  const codeOf = (text: string): unknown => {
    try {
      readMermaid(text)
      return null
    } catch (error) {
      return error instanceof CauceError ? [error.code, error.details] : error
    }
  }

  it.each([
    ['sequenceDiagram\nA->>B: hola', ['diagram-kind', { kind: 'sequenceDiagram' }]],
    ['', ['diagram-unknown-format', {}]],
    ['flowchart TD\n A --> B\n C[sin cerrar', ['diagram-line', { line: 3 }]],
    ['flowchart TD\n A --> ', ['diagram-line', { line: 2 }]],
    ['flowchart TD\n\n A -- texto sin fin', ['diagram-line', { line: 3 }]],
    ['flowchart TD\n A["sin comillas]', ['diagram-line', { line: 2 }]],
    ['erDiagram\n A ||--o{ B : x\n C {', ['diagram-line', { line: 3 }]]
  ])('is refused with its line or kind: %j', (text, code) => {
    expect(codeOf(text)).toEqual(code)
  })

  const many = (count: number, make: (index: number) => string, between = '\n'): string =>
    Array.from({ length: count }, (_, index) => make(index)).join(between)

  it.each<[string, string, string | null]>([
    ['a million lines', `graph TD\n${many(1_000_000, (index) => `a${index}-->b${index}`)}`, 'diagram-too-large'],
    ['a million empty lines', `graph TD\n${'\n'.repeat(1_000_000)}a-->b`, null],
    [
      'a bundle of a thousand with a thousand',
      `graph TD\n${many(1000, (index) => `a${index}`, ' & ')} --> ${many(1000, (index) => `b${index}`, ' & ')}`,
      'diagram-too-large'
    ],
    ['groups ten thousand deep', `graph TD\n${many(10_000, (index) => `subgraph g${index}`)}`, 'diagram-too-large'],
    ['open brackets', `graph TD\na${'['.repeat(500_000)}`, 'diagram-line'],
    ['dashes', `graph TD\na ${'-'.repeat(1_000_000)} b`, null],
    ['dots', `graph TD\na -${'.'.repeat(1_000_000)} b`, 'diagram-line'],
    ['spaces', `graph TD\na${' '.repeat(1_000_000)}b`, 'diagram-line'],
    ['quotes', `graph TD\n${'a["'.repeat(100_000)}`, 'diagram-line'],
    ['scripts in a text', `graph TD\na["${'<script>'.repeat(100_000)}"]`, null],
    ['tags in a text', `graph TD\na["${'<a'.repeat(500_000)}"]`, null],
    ['stars in a text', `graph TD\na["\`${'*a'.repeat(200_000)}\`"]`, null],
    ['comments', `graph TD\n${'%% x\n'.repeat(300_000)}a-->b`, null],
    ['fences without an end', '```mermaid\n'.repeat(100_000), 'diagram-unknown-format'],
    ['data without an end', `graph TD\na@{${' a: "b",'.repeat(100_000)}`, 'diagram-line'],
    ['classes', `graph TD\na\n${'class a b\n'.repeat(200_000)}`, null],
    ['styles of one shape', `graph TD\na\n${'style a fill:#fff\n'.repeat(200_000)}`, null],
    ['a star', `graph TD\n${many(9000, (index) => `a-->b${index}`)}`, null],
    ['a circle of containers', 'graph TD\nsubgraph a\nb\nend\nsubgraph b\na\nend', null],
    [
      'names of the language of the program',
      'graph TD\n__proto__ --> constructor\nclass __proto__ toString\nstyle hasOwnProperty fill:#fff',
      null
    ]
  ])('is read or refused at once: %s', (_, text, code) => {
    const found = codeOf(text)
    expect(Array.isArray(found) ? found[0] : found).toBe(code)
  })
})
