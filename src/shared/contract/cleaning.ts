import { z } from 'zod'
import { CLUSTER_METHODS } from '../cleaning/cluster-methods.ts'
import { Step } from '../cleaning/recipe.ts'
import { procedure } from './base.ts'
import { ImportSettings } from './imports.ts'

const ValueCount = z.object({ value: z.string(), count: z.number().int() })
/** Spellings that are probably one; `to` is proposed. */
export const SpellingCluster = z.object({ to: z.string(), values: z.array(ValueCount) })
export type SpellingCluster = z.infer<typeof SpellingCluster>

/** A step that the data itself asks for. */
export const StepSuggestion = z.object({
  step: Step,
  /** Rows it would change. */
  rows: z.number().int(),
  /** Rows with a value it could not read and would leave. */
  unread: z.number().int(),
  sample: z.object({ before: z.string(), after: z.string() }),
  /** Different values it would change, and into how many. */
  values: z.number().int(),
  into: z.number().int()
})
export type StepSuggestion = z.infer<typeof StepSuggestion>

/** The file as it would be imported: columns may still be unmapped, its recipe is done first. */
const StudiedFile = ImportSettings
const ColumnOfFile = StudiedFile.extend({ column: z.string().max(500) })

export const cleaning = {
  /** Steps the first 100,000 rows ask for and the recipe does not do yet. */
  suggestSteps: procedure.input(StudiedFile).output(z.array(StepSuggestion)),
  /** Spellings of one thing in a column (named as in the recipe), most rows first. */
  findSpellings: procedure
    .input(ColumnOfFile.extend({ method: z.enum(CLUSTER_METHODS) }))
    .output(z.object({ clusters: z.array(SpellingCluster), distinct: z.number().int() })),
  /** The values of a column, most frequent first, at most 500. */
  countValues: procedure.input(ColumnOfFile).output(z.object({ values: z.array(ValueCount), distinct: z.number().int() }))
}
