import { z } from 'zod'
import { Display, EntityField, Link, LONGEST_NOTES, ShapeStyle, SIDES } from '../../../../shared/diagrams/diagram.ts'

const EndPlace = z.object({
  side: z.enum(SIDES).optional(),
  at: z.number().min(0).max(1).optional(),
  fastened: z.enum(['side', 'place']).optional()
})

/**
 * What draw.io has no place for, kept as JSON in an attribute of the cell's wrapper, so that a diagram comes back whole. What
 * can be seen and changed in draw.io (text, place, size, colours, ends) is read from where draw.io keeps it.
 */
export const Extra = z.object({
  order: z.number().optional(),
  /** Keys of the style that were chosen, not the kind's own. */
  own: z.array(z.string().max(20)).max(20).default([]),
  /** The identifier, where draw.io could not have it. */
  id: z.string().min(1).max(200).optional(),
  /** Text as it was, where HTML can't say it exactly. */
  label: z.string().max(4000).optional(),
  notes: z.string().max(LONGEST_NOTES).optional(),
  /** Left, top, width, height, where adding up what draw.io keeps is off by a hair. */
  at: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  address: z.string().max(2000).optional(),
  link: Link.optional(),
  display: Display.optional(),
  /** Of an entity, in rows of their own; of another kind, here. */
  fields: z.literal('rows').or(z.array(EntityField).max(2000)).optional(),
  data: z.record(z.string().max(200), z.string().max(4000)).optional(),
  /** Ends at shapes that are not there. */
  gone: z.object({ from: z.string().max(200).optional(), to: z.string().max(200).optional() }).optional(),
  /** Where the line ends, as it was, where draw.io's shares of a shape could be read as another place. */
  ends: z.object({ from: EndPlace.optional(), to: EndPlace.optional() }).optional(),
  /** How far along the label stands, where draw.io's own count does not give exactly that. */
  labelAt: z.number().min(0).max(1).optional(),
  /** Where the label stands and what the head is like, and what draw.io was told of them (`outer-style.ts`). */
  outer: z.object({ style: ShapeStyle, said: z.string().max(500) }).optional(),
  /** The app led the line this way (`markWay`): so it is until somebody leads it another. */
  routed: z.string().max(20).optional()
})
export type Extra = z.infer<typeof Extra>

export const EXTRA = 'cauce'
export const KIND = 'cauce-kind'
export const FIELD = 'cauce-field'
/** What a linked shape said when it was written, shown below its label by a placeholder: never part of the label. */
export const FIGURE = 'cauce-figure'
export const FIGURE_SHOWN = `<br>%${FIGURE}%`
/** On the layer: what belongs to the whole diagram. */
export const SETTINGS = 'cauce-settings'
/** Where the style of a shape of another library is kept, so that it looks the same again in draw.io. */
export const STYLE_KEPT = 'drawio.style'

/** JSON that XML can hold: everything out of the ordinary is escaped. */
export const toSafeJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u007f-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** What stands in an attribute of ours; null when it is not what we write, and then the cell is like any other. */
export function readJson<T>(schema: z.ZodType<T>, text: string | undefined): T | null {
  if (text === undefined) return null
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
