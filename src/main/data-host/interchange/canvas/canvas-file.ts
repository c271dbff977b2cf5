import { z } from 'zod'
import {
  DiagramLine,
  DiagramSettings,
  DiagramShape,
  ItemId,
  LONGEST_NOTES,
  SIDES,
  type ShapeStyle
} from '../../../../shared/diagrams/diagram.ts'
import { readColour } from '../colours.ts'

/*
 * JSON Canvas 1.0: https://jsoncanvas.org/spec/1.0. Keys it does not know are passed over by whoever reads it, so what it has no
 * place for stands under one key of ours.
 */

const Side = z.enum(SIDES)
const LooseText = z.string().catch('')
/** Any number a file may hold, also one beyond all pages; what is none is 0. */
const Place = z.number().catch(0)

export const NodeExtra = DiagramShape.pick({
  kind: true,
  style: true,
  fields: true,
  image: true,
  link: true,
  display: true,
  address: true,
  data: true,
  isLocked: true
})
  .partial()
  .extend({
    order: z.number().optional(),
    label: z.string().max(4000).optional(),
    notes: z.string().max(LONGEST_NOTES).optional(),
    /** Left, top, width, height where they are no whole numbers. */
    at: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
    /** The container; null: none, wherever it stands. */
    parentId: ItemId.nullable().optional(),
    /** Not a shape: where a line ends that ends at none. */
    isEnd: z.boolean().optional()
  })
export type NodeExtra = z.infer<typeof NodeExtra>

const Share = z.number().min(0).max(1)
const Fastened = z.enum(['side', 'place'])

export const EdgeExtra = DiagramLine.pick({
  route: true,
  points: true,
  isRouted: true,
  labelAt: true,
  startHead: true,
  endHead: true,
  style: true,
  data: true,
  isLocked: true
})
  .partial()
  .extend({
    order: z.number().optional(),
    notes: z.string().max(LONGEST_NOTES).optional(),
    /** How far along its side each end is, where that is not in the middle. */
    ends: z.object({ from: Share.optional(), to: Share.optional() }).optional(),
    /** What of its ends a person chose. */
    fastened: z.object({ from: Fastened.optional(), to: Fastened.optional() }).optional(),
    gone: z.object({ from: ItemId.optional(), to: ItemId.optional() }).optional()
  })
export type EdgeExtra = z.infer<typeof EdgeExtra>

export const CanvasNode = z.looseObject({
  id: z.string().optional(),
  type: LooseText,
  x: Place,
  y: Place,
  width: Place,
  height: Place,
  color: z.string().optional().catch(undefined),
  text: LooseText,
  file: LooseText,
  subpath: LooseText,
  url: LooseText,
  label: LooseText,
  cauce: NodeExtra.optional().catch(undefined)
})
export type CanvasNode = z.infer<typeof CanvasNode>

export const CanvasEdge = z.looseObject({
  id: z.string().optional(),
  fromNode: LooseText,
  toNode: LooseText,
  fromSide: Side.optional().catch(undefined),
  toSide: Side.optional().catch(undefined),
  fromEnd: z.enum(['none', 'arrow']).catch('none'),
  toEnd: z.enum(['none', 'arrow']).catch('arrow'),
  color: z.string().optional().catch(undefined),
  label: LooseText,
  cauce: EdgeExtra.optional().catch(undefined)
})
export type CanvasEdge = z.infer<typeof CanvasEdge>

export const CanvasFile = z.looseObject({
  nodes: z.array(CanvasNode).default([]),
  edges: z.array(CanvasEdge).default([]),
  cauce: z.object({ settings: DiagramSettings }).optional().catch(undefined)
})

/** Keys the format has for a node or an edge; all others are somebody else's, kept to be given back. */
export const KNOWN_KEYS = new Set(
  'id type x y width height color text file subpath url label cauce fromNode toNode fromSide toSide fromEnd toEnd'.split(' ')
)
export const MORE = 'canvas.more'
export const FILE = 'canvas.file'
/** A text with its Markdown, where the label is what that reads as. */
export const SOURCE = 'canvas.text'
export const NODE_TYPES: ReadonlySet<string> = new Set(['text', 'file', 'link', 'group'])

/** Red, orange, yellow, green, cyan, purple: as the program that made the format shows them. */
const PRESETS = ['#fb464c', '#e9973f', '#e0de71', '#44cf6e', '#53dfdd', '#a882ff']

export function readCanvasColour(color: string | undefined): string | undefined {
  if (color === undefined) return undefined
  if (/^[1-6]$/.test(color)) return PRESETS[Number(color) - 1]
  const found = readColour(color)
  return found === null || found === 'none' ? undefined : found
}

/** The one colour the format has for a thing: what it is filled with says most, after that its edge. */
export function writeCanvasColour({ fill, stroke }: ShapeStyle): string | undefined {
  const colour = [stroke, fill].find((each) => each !== undefined && each !== 'none')
  if (colour === undefined) return undefined
  const preset = PRESETS.indexOf(colour.toLowerCase())
  return preset < 0 ? colour.slice(0, 7) : String(preset + 1)
}

/** A light ground in the hue of `colour`, as cards with a colour have. */
export const tintOf = (colour: string): string =>
  `#${[1, 3, 5]
    .map((at) =>
      Math.round(255 - (255 - Number.parseInt(colour.slice(at, at + 2), 16)) * 0.14)
        .toString(16)
        .padStart(2, '0')
    )
    .join('')}`
