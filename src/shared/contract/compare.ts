import { z } from 'zod'
import { Crosswalk } from '../models/crosswalk.ts'
import { procedure, RowId } from './base.ts'
import { SegmentSummary } from './segments.ts'

/** Why something lives at an element: through this segment, linked by the model itself or by a person. */
export const HomeReason = z.object({ segmentId: z.string(), origin: z.enum(['model', 'added']) })
export type HomeReason = z.infer<typeof HomeReason>

export const Home = z.object({ elementId: z.string(), reasons: z.array(HomeReason).min(1) })
export type Home = z.infer<typeof Home>

/** The elements of one model where a segment or a customer lives; `removed`: links a person took away. */
export const ModelHomes = z.object({
  modelId: z.string(),
  homes: z.array(Home),
  removed: z.array(z.object({ elementId: z.string(), segmentId: z.string() }))
})
export type ModelHomes = z.infer<typeof ModelHomes>

export const Homes = z.object({
  /** The segments asked for: one, or all the customer is in. */
  segments: z.array(SegmentSummary),
  models: z.array(ModelHomes)
})
export type Homes = z.infer<typeof Homes>

export const compare = {
  /** Where a segment, or a customer through the segments they are in, lives in every model. */
  findHomes: procedure.input(z.union([z.object({ segmentId: z.string() }), z.object({ customerId: RowId })])).output(Homes),
  /** The table of topics across the models. */
  getCrosswalk: procedure.output(Crosswalk)
}
