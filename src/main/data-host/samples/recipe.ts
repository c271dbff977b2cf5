import { z } from 'zod'
import { Text } from '../../../shared/domain/text.ts'

/** A sample business: what the start screen says of it, and what its data is generated from. */
export const Recipe = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: Text,
  story: Text,
  currency: z.string(),
  seed: z.number().int(),
  customers: z.number().int(),
  orders: z.number().int()
})
export type Recipe = z.infer<typeof Recipe>
