import fc from 'fast-check'
import {
  CONTAINERS,
  DiagramContent,
  LINE_HEADS,
  LINE_ROUTES,
  PAGE_LIMIT,
  SHAPE_KINDS,
  SIDES,
  type DiagramItem,
  type DiagramLine,
  type DiagramShape,
  type LineEnd,
  type ShapeKind
} from '../../src/shared/diagrams/diagram.ts'

const KINDS: readonly ShapeKind[] = Object.values(SHAPE_KINDS).flat()
const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  ']]>',
  '--><mxCell id="1"/>',
  '&amp; &lt;b&gt; &nbsp; &#0; &bogus;',
  '%name% %cauce-figure%',
  '"\'`',
  '  two  spaces ',
  'line\nfeed\r\nand\rmore\n',
  '\ttab\t',
  '👩‍👩‍👧 ñandú Ω',
  '\ud800',
  '\udc00 half',
  'nul\u0000bell\u0007\u001b',
  '\ufffe\uffff\u0085\u2028',
  '\u00a0kept\u00a0apart',
  '- list\n- of **marks**',
  '',
  '<br>',
  '&'
]
const piece = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ maxLength: 20 }))
/** Text as people and attackers write it: any code units, also ones XML and UTF-8 can't hold. */
const hostileText = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(''))

const place = fc.oneof(
  fc.integer({ min: -2000, max: 2000 }),
  fc.double({ min: -PAGE_LIMIT, max: PAGE_LIMIT, noNaN: true }).map((value) => value + 0)
)
const extent = fc.oneof(fc.integer({ min: 1, max: 900 }), fc.double({ min: 1, max: PAGE_LIMIT, noNaN: true }))
const colour = fc.tuple(fc.integer({ min: 0, max: 0xffffff }), fc.option(fc.integer({ min: 0, max: 255 }))).map(([rgb, alpha]) => {
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')
  return `#${hex(rgb, 6)}${alpha === null ? '' : hex(alpha, 2)}`
})
const paint = fc.oneof(colour, fc.constant('none'))
const dash = fc.constantFrom('solid', 'dashed', 'dotted')
const weight = fc.double({ min: 0.25, max: 20, noNaN: true })
const fontSize = fc.double({ min: 4, max: 200, noNaN: true })
const some = <T>(values: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<T> =>
  fc.record(values, { requiredKeys: [] }) as fc.Arbitrary<T>

const shapeStyle = some<DiagramShape['style']>({
  fill: paint,
  stroke: paint,
  ink: colour,
  dash,
  weight,
  fontSize,
  isBold: fc.boolean(),
  isItalic: fc.boolean(),
  align: fc.constantFrom('start', 'middle', 'end'),
  valign: fc.constantFrom('top', 'middle', 'bottom'),
  labelSide: fc.constantFrom('top', 'right', 'bottom', 'left'),
  headSide: fc.constantFrom('top', 'left'),
  headSize: fc.double({ min: 0, max: 1000, noNaN: true }),
  headFill: paint
})
const shortText = fc.string({ minLength: 1, maxLength: 20 })
const field = some<Record<string, unknown>>({
  label: hostileText,
  key: fc.constantFrom('primary', 'foreign', 'external', 'unique'),
  isRequired: fc.boolean(),
  isCustom: fc.boolean(),
  target: shortText,
  formula: hostileText
})
const entityField = fc
  .tuple(field, hostileText, fc.string({ maxLength: 20 }))
  .map(([rest, name, type]) => ({ ...rest, name: `n${name}`, type }))
const link = fc.oneof(
  fc.record({ to: fc.constant('segment' as const), segmentId: shortText }),
  fc.record({ to: fc.constant('metric' as const), kpiId: shortText }),
  fc.record({
    to: fc.constant('customers' as const),
    customerIds: fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 5 })
  }),
  fc.record({ to: fc.constant('element' as const), modelId: shortText, elementId: shortText })
)
const data = fc.dictionary(
  fc
    .oneof(fc.constantFrom('label', 'id', 'tooltip', 'Owner', 'cauce', 'x y', 'constructor'), shortText)
    .filter((key) => key !== '__proto__'),
  hostileText,
  { maxKeys: 4 }
)
const image = fc
  .uint8Array({ minLength: 3, maxLength: 30 })
  .map((bytes) => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`)

const shapeParts = some<Partial<DiagramShape>>({
  notes: hostileText,
  isLocked: fc.constant(true),
  fields: fc.array(entityField, { maxLength: 4 }),
  image,
  link,
  display: fc.record({
    measure: fc.constantFrom('customers', 'share', 'revenue', 'value'),
    as: fc.uniqueArray(fc.constantFrom('colour', 'size', 'badge'))
  }),
  address: fc.oneof(fc.constantFrom('https://example.org/a?b=1&c="', 'javascript:alert(1)', 'notes/one.md'), hostileText),
  data
})

const ids = fc.uniqueArray(
  fc.oneof(fc.constantFrom('0', '1', 'item', 'a b', 'ñ', 'cell-1', '\ud800', '<x>', 'a-f0', 'a'), shortText, fc.uuid()),
  {
    minLength: 2,
    maxLength: 14
  }
)

const shape = fc.record({
  kind: fc.constantFrom(...KINDS),
  x: place,
  y: place,
  width: extent,
  height: extent,
  order: place,
  label: hostileText,
  style: shapeStyle,
  parts: shapeParts,
  holder: fc.nat()
})
const looseEnd = fc.record({ x: place, y: place })
const share = fc.oneof(
  fc.constantFrom(0, 0.25, 0.5, 1),
  fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0)
)
const attached = fc.record({
  shape: fc.nat(),
  side: fc.option(fc.constantFrom(...SIDES)),
  at: fc.option(share),
  isGone: fc.boolean(),
  fastened: fc.option(fc.constantFrom('side', 'place'))
})
const lineParts = some<Partial<DiagramLine>>({
  notes: hostileText,
  isLocked: fc.constant(true),
  data,
  isRouted: fc.constant(true),
  labelAt: share
})
const line = fc.record({
  from: fc.oneof(looseEnd, attached),
  to: fc.oneof(looseEnd, attached),
  order: place,
  label: hostileText,
  route: fc.constantFrom(...LINE_ROUTES),
  points: fc.array(fc.record({ x: place, y: place }), { maxLength: 4 }),
  startHead: fc.constantFrom(...LINE_HEADS),
  endHead: fc.constantFrom(...LINE_HEADS),
  style: some<DiagramLine['style']>({ stroke: paint, ink: colour, dash, weight, fontSize }),
  parts: lineParts
})

/** Whole diagrams with containers in containers, loose ends, and everything a shape can carry. */
export const randomDiagram: fc.Arbitrary<DiagramContent> = fc
  .tuple(
    ids,
    fc.array(shape, { minLength: 1, maxLength: 8 }),
    fc.array(line, { maxLength: 6 }),
    fc.boolean(),
    fc.option(fc.constantFrom('en', 'es'))
  )
  .map(([names, shapes, lines, hasGrid, language]) => {
    const taken = names.slice(0, Math.max(1, Math.min(shapes.length, names.length - 1)))
    const built: DiagramShape[] = []
    taken.forEach((id, at) => {
      const drawn = shapes[at]
      if (!drawn) return
      const holders = built.filter(({ kind }) => CONTAINERS.includes(kind))
      const holder = holders[drawn.holder % (holders.length + 1)]
      const { parts, holder: _holder, ...rest } = drawn
      built.push({ item: 'shape', id, ...rest, ...parts, ...(holder ? { parentId: holder.id } : {}) })
    })
    const toEnd = (end: (typeof lines)[number]['from']): LineEnd => {
      if (!('shape' in end)) return end
      const shapeId = end.isGone && end.shape % 7 === 0 ? 'no shape' : (built[end.shape % built.length]?.id ?? '')
      return {
        shapeId,
        ...(end.side === null ? {} : { side: end.side }),
        ...(end.side === null || end.at === null ? {} : { at: end.at }),
        ...(end.side === null || end.fastened === null ? {} : { fastened: end.fastened })
      }
    }
    const drawnLines = names.slice(taken.length).flatMap((id, at): DiagramLine[] => {
      const drawn = lines[at]
      if (!drawn) return []
      const { parts, from, to, ...rest } = drawn
      return [{ item: 'line', id, ...rest, ...parts, from: toEnd(from), to: toEnd(to) }]
    })
    const items: DiagramItem[] = [...built, ...drawnLines]
    const settings = { hasGrid, doesSnap: true, path: built.map(({ id }) => id), ...(language === null ? {} : { language }) }
    return DiagramContent.parse({ settings, items })
  })

/** By id and with keys in one order, so that two diagrams that say the same are equal. */
export function sortDiagram(content: DiagramContent): unknown {
  const tidy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(tidy)
    if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, each]) => [key, tidy(each)])
    )
  }
  return { settings: tidy(content.settings), items: [...content.items].sort((one, other) => (one.id < other.id ? -1 : 1)).map(tidy) }
}
