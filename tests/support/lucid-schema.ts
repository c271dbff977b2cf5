import { z } from 'zod'

/*
 * Lucid's standard import, written down from its published documentation (developer.lucid.co: overview, pages, shapes,
 * standard, shape, container and flowchart libraries, lines, reference, images), not from what we write. Every object is
 * strict: a property that is not documented for it is a fault.
 */

/** "One to thirty-six characters that are either alphanumeric or one of -_.~" */
const Id = z.string().regex(/^[A-Za-z0-9\-_.~]{1,36}$/)
const Rgb = z.string().regex(/^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/)
const RgbOrRgba = z.string().regex(/^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/)
const Relative = z.number().min(0).max(1)
const Position = z.strictObject({ x: z.number(), y: z.number() })
const RelativePosition = z.strictObject({ x: Relative, y: Relative })
const BoundingBox = z.strictObject({ x: z.number(), y: z.number(), w: z.number().positive(), h: z.number().positive() })
const Stroke = z.strictObject({
  color: Rgb.optional(),
  width: z.number().int().min(0).optional(),
  style: z.enum(['solid', 'dashed', 'dotted']).optional()
})
const ImageFill = z.strictObject({
  type: z.literal('image'),
  ref: z.string().regex(/^[^/]+\.(jpe?g|png|gif|bmp|tiff)$/),
  imageScale: z.enum(['fit', 'fill', 'stretch', 'original', 'tile']).optional()
})
const Fill = z.union([z.strictObject({ type: z.literal('color'), color: RgbOrRgba }), ImageFill])
const Style = z.strictObject({ fill: Fill.optional(), stroke: Stroke.optional(), rounding: z.number().int().min(0).optional() })
const CustomData = z.array(z.strictObject({ key: z.string().min(1), value: z.string() }))
const UrlAction = z.strictObject({ type: z.literal('url'), url: z.string(), newWindow: z.boolean().optional() })

const COMMON = {
  id: Id,
  boundingBox: BoundingBox,
  actions: z.array(UrlAction).optional(),
  customData: CustomData.optional(),
  opacity: z.number().int().min(0).max(100).optional(),
  note: z.string().optional()
}
const STYLED = { ...COMMON, style: Style.optional(), text: z.string().optional() }
const PLAIN_TYPES = [
  'rectangle',
  'stickyNote',
  'circle',
  'cloud',
  'diamond',
  'doubleArrow',
  'hexagon',
  'isoscelesTriangle',
  'octagon',
  'pentagon',
  'process',
  'decision',
  'terminator',
  'data',
  'document',
  'database',
  'delay',
  'manualInput',
  'manualOperation',
  'preparation',
  'merge',
  'note',
  'connector',
  'offPageLink',
  'storedData',
  'directAccessStorage',
  'internalStorage',
  'paperTape',
  'display',
  'multipleDocuments'
] as const
const Contained = { ...COMMON, style: Style.optional(), magnetize: z.boolean().optional() }
const SwimLanes = z
  .strictObject({
    ...Contained,
    type: z.literal('swimLanes'),
    vertical: z.boolean(),
    titleBar: z.strictObject({ height: z.number(), verticalText: z.boolean() }),
    lanes: z.array(z.strictObject({ title: z.string(), width: z.number(), headerFill: RgbOrRgba, laneFill: RgbOrRgba })).min(1)
  })
  .refine(
    ({ vertical, lanes, boundingBox }) =>
      Math.abs(lanes.reduce((sum, { width }) => sum + width, 0) - (vertical ? boundingBox.w : boundingBox.h)) <= 1,
    'the widths of the lanes add up to the width or height of the whole'
  )
const Shape = z.union([
  z.strictObject({ ...STYLED, type: z.enum(PLAIN_TYPES) }),
  z.strictObject({ ...STYLED, type: z.literal('predefinedProcess'), sideWidth: z.number().min(0).max(0.33) }),
  // "This shape does not accept the style property."
  z.strictObject({ ...COMMON, type: z.literal('text'), text: z.string().optional() }),
  z.strictObject({ ...COMMON, type: z.literal('image'), stroke: Stroke, image: ImageFill }),
  z.strictObject({
    ...Contained,
    type: z.enum(['rectangleContainer', 'roundedRectangleContainer', 'pillContainer', 'circleContainer']),
    containerTitle: z.strictObject({ text: z.string() }).optional(),
    assistedLayout: z.boolean().optional()
  }),
  SwimLanes
])

const EndpointStyle = z.enum([
  'none',
  'aggregation',
  'arrow',
  'hollowArrow',
  'openArrow',
  'async1',
  'async2',
  'closedSquare',
  'openSquare',
  'bpmnConditional',
  'bpmnDefault',
  'closedCircle',
  'openCircle',
  'composition',
  'exactlyOne',
  'generalization',
  'many',
  'nesting',
  'one',
  'oneOrMore',
  'zeroOrMore',
  'zeroOrOne'
])
const Endpoint = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('shapeEndpoint'), style: EndpointStyle, shapeId: Id, position: RelativePosition }),
  z.strictObject({ type: z.literal('positionEndpoint'), style: EndpointStyle, position: Position })
])
const Line = z.strictObject({
  id: Id,
  lineType: z.enum(['straight', 'elbow', 'curved']),
  endpoint1: Endpoint,
  endpoint2: Endpoint,
  stroke: Stroke.optional(),
  text: z.array(z.strictObject({ text: z.string(), position: Relative, side: z.enum(['top', 'middle', 'bottom']) })).optional(),
  customData: CustomData.optional(),
  joints: z.array(Position).optional(),
  elbowControlPoints: z.array(Position).optional()
})
const PageSide = z.number().min(1).max(20_000)
const Page = z.strictObject({
  id: Id,
  title: z.string().min(1),
  settings: z
    .strictObject({
      infiniteCanvas: z.boolean().optional(),
      autoTiling: z.boolean().optional(),
      size: z.strictObject({ type: z.literal('custom'), w: PageSide, h: PageSide }).optional()
    })
    .optional(),
  shapes: z.array(Shape).optional(),
  lines: z.array(Line).optional()
})

/** `document.json`: the rules of its objects, that every id is there once, and that lines end at shapes that are there. */
export const LucidDocument = z
  .strictObject({
    version: z.literal(1),
    documentSettings: z.strictObject({ units: z.enum(['cm', 'in', 'pt', 'px']) }).optional(),
    pages: z.array(Page).min(1)
  })
  .superRefine(({ pages }, context) => {
    const ids = new Set<string>()
    const all = pages.flatMap(({ id, shapes = [], lines = [] }) => [
      id,
      ...shapes.map((shape) => shape.id),
      ...lines.map((line) => line.id)
    ])
    for (const id of all) {
      if (ids.has(id)) context.addIssue({ code: 'custom', message: `twice: ${id}` })
      ids.add(id)
    }
    for (const { shapes = [], lines = [] } of pages) {
      const known = new Set(shapes.map(({ id }) => id))
      for (const { endpoint1, endpoint2 } of lines)
        for (const end of [endpoint1, endpoint2])
          if (end.type === 'shapeEndpoint' && !known.has(end.shapeId))
            context.addIssue({ code: 'custom', message: `no shape ${end.shapeId}` })
    }
  })
