import { z } from 'zod'
import { Text } from '../domain/text.ts'
import { procedure } from './base.ts'

/**
 * How far what is said of a figure is founded. V: checked against a public source or recomputed; S: said by the two texts the
 * app grew out of; L: established literature, not checked again; A: made for this app; U: could not be verified.
 */
export const SourceMark = z.enum(['V', 'S', 'L', 'A', 'U'])
export type SourceMark = z.infer<typeof SourceMark>
/** `S,V`: the marks a segment's rule carries. */
export const readMarks = (source: string): SourceMark[] => SourceMark.options.filter((mark) => source.split(',').includes(mark))

/** What is said of a figure that is no KPI, wherever it stands. */
export const FigureEntry = z.object({
  id: z.string().regex(/^f_[a-z0-9_]+$/),
  name: Text,
  /** What it says, in a sentence for somebody who never heard of it. */
  definition: Text,
  /** The exact formula in words and symbols. */
  formula: Text,
  mark: SourceMark,
  /** Who published it, and where; what is ours has none. */
  source: Text.optional()
})
export type FigureEntry = z.infer<typeof FigureEntry>

export const explanations = {
  listFigures: procedure.output(z.array(FigureEntry))
}
