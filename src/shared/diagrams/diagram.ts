import { z } from 'zod'
import { Language } from '../domain/text.ts'

/*
 * What a diagram is made of. Shapes and lines are kept one by one (a row each), so that an edit is a small patch, undo is
 * exact, and a diagram of thousands of shapes is never written whole.
 */

/** Longest text of a label or a note, in characters; most shapes and lines of one diagram together. */
export const LONGEST_LABEL = 4000
export const LONGEST_NOTES = 20_000
export const MOST_ITEMS = 20_000
/** The page ends here in every direction, in units (1 = one pixel at 100 %). */
export const PAGE_LIMIT = 1_000_000

const Coordinate = z.number().min(-PAGE_LIMIT).max(PAGE_LIMIT)
const Extent = z.number().min(1).max(PAGE_LIMIT)
/** Unique within its diagram, shapes and lines alike; what other programs call theirs is kept where it is free. */
export const ItemId = z.string().min(1).max(200)
/** `#RRGGBB`, or `#RRGGBBAA`, in capitals or not. */
export const Colour = z.string().regex(/^#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?$/)

export const SHAPE_SETS = ['flowchart', 'swimlane', 'organisation', 'journey', 'value-chain', 'entity', 'crm', 'model', 'basic'] as const
export type ShapeSet = (typeof SHAPE_SETS)[number]

/** Every kind of shape, by the set it is offered in. What each looks like, and its size when placed: `shape-kinds.ts`. */
export const SHAPE_KINDS = {
  basic: ['rectangle', 'rounded', 'ellipse', 'text', 'note', 'image', 'group'],
  flowchart: [
    'process',
    'decision',
    'terminator',
    'data',
    'document',
    'subprocess',
    'preparation',
    'manual-input',
    'delay',
    'database',
    'connector',
    'off-page'
  ],
  swimlane: ['pool', 'lane', 'vertical-lane'],
  organisation: ['person', 'role', 'team', 'vacancy'],
  journey: ['stage', 'touchpoint', 'emotion', 'pain-point', 'opportunity-point', 'persona'],
  'value-chain': ['primary-activity', 'support-activity', 'margin', 'condition'],
  entity: ['entity'],
  crm: ['account', 'contact', 'lead', 'opportunity', 'case', 'campaign', 'order', 'product', 'task'],
  model: ['model-phase', 'model-block', 'model-process', 'model-stage', 'model-region', 'model-foundation']
} as const satisfies Record<ShapeSet, readonly string[]>
export type ShapeKind = (typeof SHAPE_KINDS)[ShapeSet][number]
export const ShapeKind = z.enum(Object.values(SHAPE_KINDS).flat() as [ShapeKind, ...ShapeKind[]])
/** Shapes that others may stand in: moving one moves what is inside. */
export const CONTAINERS: readonly ShapeKind[] = ['group', 'pool', 'lane', 'vertical-lane', 'model-region', 'stage']

export const SIDES = ['top', 'right', 'bottom', 'left'] as const
export type Side = (typeof SIDES)[number]
export const DASHES = ['solid', 'dashed', 'dotted'] as const
/** Only what differs from the kind's own look. */
export const ShapeStyle = z.object({
  fill: Colour.or(z.literal('none')).optional(),
  stroke: Colour.or(z.literal('none')).optional(),
  /** Of the text. */
  ink: Colour.optional(),
  dash: z.enum(DASHES).optional(),
  weight: z.number().min(0.25).max(20).optional(),
  fontSize: z.number().min(4).max(200).optional(),
  isBold: z.boolean().optional(),
  isItalic: z.boolean().optional(),
  align: z.enum(['start', 'middle', 'end']).optional(),
  valign: z.enum(['top', 'middle', 'bottom']).optional(),
  /** The text stands outside, on this side. */
  labelSide: z.enum(SIDES).optional(),
  /** Of a pool or lane: where the band with its name is, how wide in units, and its ground apart from the rest. */
  headSide: z.enum(['top', 'left']).optional(),
  headSize: z.number().min(0).max(1000).optional(),
  headFill: Colour.or(z.literal('none')).optional()
})
export type ShapeStyle = z.infer<typeof ShapeStyle>

/** One field of an entity. `primary`: identifies a record; `foreign`: points at `target`, another shape's id or a name. */
export const EntityField = z.object({
  name: z.string().min(1).max(300),
  label: z.string().max(300).optional(),
  type: z.string().max(100),
  key: z.enum(['primary', 'foreign', 'external', 'unique']).optional(),
  isRequired: z.boolean().optional(),
  isCustom: z.boolean().optional(),
  target: z.string().max(300).optional(),
  formula: z.string().max(4000).optional()
})
export type EntityField = z.infer<typeof EntityField>

/**
 * What a shape stands for: its figure comes from the data whenever it is shown. A target that is gone stays written here, and
 * the shape says so.
 */
export const Link = z.discriminatedUnion('to', [
  z.object({ to: z.literal('segment'), segmentId: z.string().min(1).max(200) }),
  /** A KPI of the catalogue. */
  z.object({ to: z.literal('metric'), kpiId: z.string().min(1).max(200) }),
  /** Chosen customers, by number. */
  z.object({ to: z.literal('customers'), customerIds: z.array(z.number().int().positive()).min(1).max(1000) }),
  z.object({ to: z.literal('action'), actionId: z.number().int().positive() }),
  z.object({ to: z.literal('diagram'), diagramId: z.number().int().positive() }),
  /** An element of a model: its evidence. */
  z.object({ to: z.literal('element'), modelId: z.string().min(1).max(200), elementId: z.string().min(1).max(200) })
])
export type Link = z.infer<typeof Link>
export const LINK_TARGETS = ['segment', 'metric', 'customers', 'action', 'diagram', 'element'] as const
export type LinkTarget = (typeof LINK_TARGETS)[number]

/** How the value of a link shows on its shape. The scale and what it means stand in the legend. */
export const Display = z.object({
  /** `customers`, `share` (of customers), `revenue` (in the window), `value` (of a metric). */
  measure: z.enum(['customers', 'share', 'revenue', 'value']),
  as: z.array(z.enum(['colour', 'size', 'badge'])).max(3)
})
export type Display = z.infer<typeof Display>

/** Pictures inside a diagram: no vector pictures, which may carry scripts. About 4 MB each at most. */
export const ImageData = z
  .string()
  .max(6_000_000)
  .regex(/^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+=*$/)

export const DiagramShape = z.object({
  item: z.literal('shape'),
  id: ItemId,
  kind: ShapeKind,
  /** Left and top on the page, also inside a container: never relative to it. */
  x: Coordinate,
  y: Coordinate,
  width: Extent,
  height: Extent,
  /** Stands before shapes with a lower one; a container is drawn before what is in it whatever its own. Lines have one too. */
  order: z.number(),
  label: z.string().max(LONGEST_LABEL).default(''),
  /** The container it stands in. */
  parentId: ItemId.optional(),
  style: ShapeStyle.default({}),
  /** Can't be moved, sized or deleted until unlocked. */
  isLocked: z.boolean().optional(),
  fields: z.array(EntityField).max(2000).optional(),
  image: ImageData.optional(),
  /** What whoever presents says here; read next to the shape. */
  notes: z.string().max(LONGEST_NOTES).optional(),
  link: Link.optional(),
  display: Display.optional(),
  /** An address or file another program's shape pointed at: shown as text, never opened. */
  address: z.string().max(2000).optional(),
  /** Data other programs keep on the shape: given back when exported. */
  data: z.record(z.string().max(200), z.string().max(4000)).optional()
})
export type DiagramShape = z.infer<typeof DiagramShape>

/**
 * Where a line ends: at a shape, on the side named or the nearest one, or loose at a place of the page. `at`: how far along the
 * side, 0 at its left or top to 1; without it in its middle. It means nothing without a side. `fastened`: what a person chose of
 * it on a line the app routed: the side, or the place along it too; on other lines all that is set is theirs.
 */
export const LineEnd = z.union([
  z.object({
    shapeId: ItemId,
    side: z.enum(SIDES).optional(),
    at: z.number().min(0).max(1).optional(),
    fastened: z.enum(['side', 'place']).optional()
  }),
  z.object({ x: Coordinate, y: Coordinate })
])
export type LineEnd = z.infer<typeof LineEnd>
export const LINE_HEADS = [
  'none',
  'arrow',
  'open',
  'diamond',
  'circle',
  'one',
  'many',
  'zero-or-one',
  'zero-or-many',
  'one-or-many'
] as const
export type LineHead = (typeof LINE_HEADS)[number]
export const LINE_ROUTES = ['elbow', 'straight', 'curve'] as const

export const DiagramLine = z.object({
  item: z.literal('line'),
  id: ItemId,
  from: LineEnd,
  to: LineEnd,
  order: z.number(),
  label: z.string().max(LONGEST_LABEL).default(''),
  route: z.enum(LINE_ROUTES).default('elbow'),
  /** Corners set by hand, from start to end; without any the route finds its own. */
  points: z
    .array(z.object({ x: Coordinate, y: Coordinate }))
    .max(200)
    .default([]),
  /** Sides and corners were found by the app, not set by a person: they are found anew when something stands in their way. */
  isRouted: z.boolean().optional(),
  /** How far along the way the label stands, 0 to 1; without it in the middle of the leg in its middle. */
  labelAt: z.number().min(0).max(1).optional(),
  startHead: z.enum(LINE_HEADS).default('none'),
  endHead: z.enum(LINE_HEADS).default('arrow'),
  style: ShapeStyle.pick({ stroke: true, ink: true, dash: true, weight: true, fontSize: true }).default({}),
  isLocked: z.boolean().optional(),
  notes: z.string().max(LONGEST_NOTES).optional(),
  data: z.record(z.string().max(200), z.string().max(4000)).optional()
})
export type DiagramLine = z.infer<typeof DiagramLine>

export const DiagramItem = z.discriminatedUnion('item', [DiagramShape, DiagramLine])
export type DiagramItem = z.infer<typeof DiagramItem>

/** What belongs to the whole: never a shape. */
export const DiagramSettings = z.object({
  /** The order of a presentation, by shape id; without it, along the relations (`path.ts`). */
  path: z.array(ItemId).max(MOST_ITEMS).optional(),
  hasGrid: z.boolean().default(true),
  doesSnap: z.boolean().default(true),
  language: Language.optional()
})
export type DiagramSettings = z.infer<typeof DiagramSettings>

/** A whole diagram, as a version keeps it and as files are read into and written from. */
export const DiagramContent = z.object({
  settings: DiagramSettings,
  items: z.array(DiagramItem).max(MOST_ITEMS)
})
export type DiagramContent = z.infer<typeof DiagramContent>

export const isShape = (item: DiagramItem): item is DiagramShape => item.item === 'shape'
export const isLine = (item: DiagramItem): item is DiagramLine => item.item === 'line'
export const isAttached = (end: LineEnd): end is Extract<LineEnd, { shapeId: string }> => 'shapeId' in end
