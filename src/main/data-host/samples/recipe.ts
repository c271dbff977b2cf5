import { z } from 'zod'
import { IsoDate } from '../../../shared/contract/base.ts'
import { Text } from '../../../shared/domain/text.ts'

const Group = z.object({
  id: z.enum(['business', 'regular', 'occasional', 'once', 'prospect', 'duplicate']),
  count: z.number().int(),
  type: z.enum(['person', 'company']),
  /** Typical days between two orders, and how far apart gaps lie (sigma of the logarithm). */
  gapDays: z.number(),
  gapSpread: z.number(),
  ticketMinor: z.number(),
  /** Between a customer's orders, and between the customers of the group. */
  ticketSpread: z.number(),
  personSpread: z.number(),
  /** Share that stops buying within a year. */
  yearlyChurn: z.number(),
  fromTheStart: z.number(),
  channels: z.record(z.string(), z.number())
})
export type Group = z.infer<typeof Group>

const Product = z.object({
  category: z.string(),
  names: z.array(z.string()).min(1),
  business: z.number(),
  home: z.number(),
  costRatio: z.number()
})
export type Product = z.infer<typeof Product>

const Words = z.array(z.string()).min(1)

/** A sample business: what the start screen says of it, and what its data is generated from. */
export const Recipe = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: Text,
  story: Text,
  currency: z.string(),
  seed: z.number().int(),
  from: IsoDate,
  to: IsoDate,
  /** What comes out, for the start screen; a test holds the generator to it. */
  customers: z.number().int(),
  orders: z.number().int(),
  groups: z.array(Group),
  products: z.array(Product),
  firstNames: Words,
  surnames: Words,
  streets: Words,
  towns: z.array(z.tuple([z.string(), z.string()])).min(1),
  businesses: Words,
  owners: Words,
  needs: Words,
  businessNeeds: Words
})
export type Recipe = z.infer<typeof Recipe>
