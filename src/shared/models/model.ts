import { z } from 'zod'
import { Text } from '../domain/text.ts'

/** Where a statement comes from: V checked, S source documents, L literature recalled, A ours, U unverified. */
export const SourceMark = z.string().regex(/^[VSLAU]/)

export const ELEMENT_KINDS = [
  'phase',
  'step',
  'foundation',
  'core',
  'activity',
  'dimension',
  'goal',
  'component',
  'process',
  'frame',
  'enabling element',
  'building block',
  'primary stage',
  'support condition',
  'outcome'
] as const
export const ElementKind = z.enum(ELEMENT_KINDS)
export type ElementKind = z.infer<typeof ElementKind>

export const RELATION_KINDS = [
  'precedes',
  'feeds',
  'feedback',
  'influences',
  'relates',
  'enables',
  'supports',
  'underpins',
  'guides',
  'realised_by',
  'measures',
  'balances',
  'serves',
  'leads_to',
  'contains'
] as const
export const RelationKind = z.enum(RELATION_KINDS)
export type RelationKind = z.infer<typeof RelationKind>

export const ModelElement = z.object({
  id: z.string().regex(/^[a-z0-9_-]+\.[a-z0-9_]+$/),
  kind: ElementKind,
  /** Number shown on the node; null for what has none. */
  order: z.number().int().nullable(),
  parent: z.string().nullable(),
  name: Text,
  definition: Text,
  /** The question the node itself shows: at most about 60 characters. Ours, in our words. */
  prompt: Text.nullable(),
  questions: z.array(Text),
  /** Tables and fields the evidence is drawn from. */
  evidence: z.string(),
  kpis: z.array(z.string()),
  segments: z.array(z.string()),
  sourceTerm: z.string(),
  source: SourceMark,
  /** x, y, width, height on the model's canvas. */
  position: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  note: Text.nullable()
})
export type ModelElement = z.infer<typeof ModelElement>

export const ModelRelation = z.object({
  from: z.string(),
  to: z.string(),
  kind: RelationKind,
  label: Text.nullable(),
  /** Two or three words for the drawing; null: drawn without a label. */
  shortLabel: Text.nullable(),
  source: SourceMark
})
export type ModelRelation = z.infer<typeof ModelRelation>

/** What one of several views of a model shows otherwise: sources and editions do not agree on every box. */
export const ModelVariant = z.object({
  id: z.string().regex(/^[a-z0-9_-]+$/),
  name: Text,
  /** Who says what. */
  note: Text,
  source: SourceMark,
  /** What it says of the whole otherwise. */
  authors: z.string().optional(),
  year: z.string().optional(),
  summary: Text.optional(),
  /** Elements it does not have, with all they hold. */
  hides: z.array(z.string()).default([]),
  /** Elements it names, numbers or places otherwise. */
  changes: z
    .array(
      ModelElement.pick({
        name: true,
        definition: true,
        prompt: true,
        questions: true,
        note: true,
        kind: true,
        order: true,
        parent: true,
        position: true
      })
        .partial()
        .extend({
          id: z.string(),
          /** It means something else there: it stands in that element's place, and no figure, segment or question of it is its own. */
          ownMeaning: z.boolean().default(false)
        })
    )
    .default([]),
  /** Relations it does not have, and those only it has. */
  hidesRelations: z.array(ModelRelation.pick({ from: true, to: true, kind: true })).default([]),
  addsRelations: z.array(ModelRelation).default([]),
  /** Elements in the order a walk of this view visits them; without it, the model's order less what the view leaves out. */
  walk: z.array(z.string()).min(1).optional()
})
export type ModelVariant = z.infer<typeof ModelVariant>

export const Model = z.object({
  id: z.string().regex(/^[a-z0-9_-]+$/),
  revision: z.number().int().min(1),
  /** Place among the models of the app, the lowest first; without it after those that have one. */
  rank: z.number().int().optional(),
  name: Text,
  authors: z.string(),
  year: z.string(),
  /** What it is, in one sentence. */
  summary: Text,
  /** For whom and for what it serves: `source` marks whom it fits; strongest and weakest are our reading. */
  profile: z.object({ fits: Text, source: SourceMark, strongest: Text, weakest: Text }).nullable().default(null),
  canvas: z.tuple([z.number(), z.number()]),
  elements: z.array(ModelElement).min(1),
  relations: z.array(ModelRelation),
  /** Elements in the order a walk visits them. */
  walk: z.array(z.string()).min(1),
  /** Views one can switch between; the first is the model as it stands. */
  variants: z.array(ModelVariant).default([]),
  confusions: z.array(Text),
  sources: z.array(z.object({ text: Text, mark: SourceMark }))
})
export type Model = z.infer<typeof Model>
