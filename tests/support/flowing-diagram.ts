import fc from 'fast-check'
import { DASHES, type DiagramContent, DiagramItem, LINE_HEADS, SHAPE_KINDS, type ShapeKind } from '../../src/shared/diagrams/diagram.ts'
import { makeContent } from './make-diagram.ts'

const NASTY = [
  '"',
  '#',
  ';',
  '`',
  '-->',
  'end',
  'style x: #35;',
  'classDef',
  '%%',
  '<b>',
  '&amp;',
  '\\n',
  '\\',
  '|',
  ']',
  '}',
  '<script>',
  '🦊',
  '\n',
  '#quot;',
  '$$',
  'fa:fa-x',
  '1. a',
  '**b**',
  'https://x.es',
  '=1+1',
  ',',
  '@{',
  '\t'
]
/** Texts people write, and texts that mean something to one format or another. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc
    .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme-ascii', maxLength: 5 }), fc.constantFrom('Año', ' ', 'ñandú')), {
      maxLength: 8
    })
    .map((parts) => parts.join(''))
)
const KINDS = Object.values(SHAPE_KINDS)
  .flat()
  .filter((kind) => kind !== 'image')
const colour = fc.stringMatching(/^#[0-9a-f]{6}$/)
const option = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined })
const style = fc
  .record({
    fill: option(fc.oneof(colour, fc.constant('none' as const))),
    stroke: option(colour),
    ink: option(colour),
    dash: option(fc.constantFrom(...DASHES)),
    weight: option(fc.integer({ min: 1, max: 8 })),
    fontSize: option(fc.integer({ min: 6, max: 40 })),
    isBold: option(fc.boolean())
  })
  .map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)))

export interface FlowingOptions {
  readonly kinds?: readonly ShapeKind[]
  /** Ends that lie on the page, at no shape. */
  readonly hasLooseEnds?: boolean
}

/** Whole diagrams: shapes of any kind in containers of any depth, lines between them, looks and texts of every sort. */
export const anyDiagram = ({ kinds = KINDS, hasLooseEnds = false }: FlowingOptions = {}): fc.Arbitrary<DiagramContent> =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        label: anyText,
        style,
        parent: fc.nat(),
        isContained: fc.boolean(),
        ownId: fc.constantFrom('', 'a', 'end', 'style', 'Ñ 1', 'x', 'lifestyle', '__proto__'),
        x: fc.integer({ min: -2000, max: 2000 }),
        y: fc.integer({ min: -2000, max: 2000 }),
        width: fc.integer({ min: 20, max: 400 }),
        height: fc.integer({ min: 20, max: 300 })
      }),
      { minLength: 1, maxLength: 14 }
    )
    .chain((shapes) =>
      fc
        .array(
          fc.record({
            from: fc.nat(),
            to: fc.nat(),
            label: anyText,
            style,
            startHead: fc.constantFrom(...LINE_HEADS),
            endHead: fc.constantFrom(...LINE_HEADS),
            isLoose: fc.boolean()
          }),
          { maxLength: 14 }
        )
        .map((lines) => {
          const ids = shapes.map(({ ownId }, index) => (ownId === '' ? `s${index}` : `${ownId}${index % 3 === 0 ? '' : index}`))
          const unique = ids.map((id, index) => (ids.indexOf(id) === index ? id : `${id}.${index}`))
          return makeContent([
            ...shapes.map(({ parent, isContained, ownId: _, ...shape }, index) => {
              const parentId = isContained && index > 0 ? unique[parent % index] : undefined
              return DiagramItem.parse({
                item: 'shape',
                ...shape,
                id: unique[index],
                order: index,
                ...(parentId === undefined ? {} : { parentId })
              })
            }),
            ...lines.map(({ from, to, isLoose, ...line }, index) =>
              DiagramItem.parse({
                item: 'line',
                ...line,
                style: { ...line.style, fill: undefined },
                id: `line ${index}`,
                order: shapes.length + index,
                from: { shapeId: unique[from % unique.length] },
                to: hasLooseEnds && isLoose ? { x: from % 1000, y: to % 1000 } : { shapeId: unique[to % unique.length] }
              })
            )
          ])
        })
    )
