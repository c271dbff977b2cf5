import { z } from 'zod'
import { Text, type Language } from '../domain/text.ts'
import {
  DiagramLine,
  DiagramShape,
  Display,
  ItemId,
  LINE_HEADS,
  LINE_ROUTES,
  Link,
  ShapeKind,
  ShapeStyle,
  SIDES,
  type DiagramContent
} from './diagram.ts'

/** A shape of a template: `at` is left, top, width and height on its page. */
const TemplateShape = z.strictObject({
  id: ItemId,
  kind: ShapeKind,
  at: z.tuple([z.number(), z.number(), z.number().min(1), z.number().min(1)]),
  label: Text,
  parent: ItemId.optional(),
  link: Link.optional(),
  display: Display.optional(),
  notes: Text.optional(),
  style: ShapeStyle.optional()
})
const TemplateLine = z.strictObject({
  from: ItemId,
  to: ItemId,
  fromSide: z.enum(SIDES).optional(),
  toSide: z.enum(SIDES).optional(),
  label: Text.optional(),
  labelAt: z.number().min(0).max(1).optional(),
  route: z.enum(LINE_ROUTES).optional(),
  points: z.array(z.tuple([z.number(), z.number()])).optional(),
  startHead: z.enum(LINE_HEADS).optional(),
  endHead: z.enum(LINE_HEADS).optional(),
  style: DiagramLine.shape.style.unwrap().optional()
})
/** A file of `resources/diagrams`: a diagram to begin with, in both languages. */
export const Template = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Place in the list, the lowest first. */
  rank: z.number().int(),
  name: Text,
  description: Text,
  /** Whose it is. */
  source: Text,
  shapes: z.array(TemplateShape).min(1),
  lines: z.array(TemplateLine),
  path: z.array(ItemId).optional()
})
export type Template = z.infer<typeof Template>

/** The diagram a template begins, with its texts in one language. */
export function fillTemplate({ shapes, lines, path }: Template, language: Language): DiagramContent {
  return {
    settings: { hasGrid: true, doesSnap: true, language, ...(path ? { path } : {}) },
    items: [
      ...shapes.map(({ at: [x, y, width, height], label, parent, notes, ...rest }, order) =>
        DiagramShape.parse({
          item: 'shape',
          ...rest,
          ...{ x, y, width, height, order },
          label: label[language],
          ...(parent === undefined ? {} : { parentId: parent }),
          ...(notes ? { notes: notes[language] } : {})
        })
      ),
      ...lines.map(({ from, to, fromSide, toSide, label, points = [], ...rest }, index) =>
        DiagramLine.parse({
          item: 'line',
          id: `line-${String(index + 1)}`,
          ...rest,
          from: { shapeId: from, ...(fromSide ? { side: fromSide } : {}) },
          to: { shapeId: to, ...(toSide ? { side: toSide } : {}) },
          order: shapes.length + index,
          label: label?.[language] ?? '',
          points: points.map(([x, y]) => ({ x, y }))
        })
      )
    ]
  }
}
