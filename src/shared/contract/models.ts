import { z } from 'zod'
import { Text } from '../domain/text.ts'
import { Model } from '../models/model.ts'
import { DataKind, FileToken, IsoDate, Minor, procedure, RowId, Share, Window } from './base.ts'
import { Missing } from './segments.ts'

export const Kpi = z.object({
  id: z.string(),
  name: Text,
  /** What it says, in a sentence for somebody who never heard of it. Evidence kept before there were any has none. */
  definition: Text.optional(),
  /** The exact formula in words and symbols. */
  formula: Text,
  unit: z.enum(['%', 'currency', 'count', 'ratio', '0–1', 'hours', 'days', 'pp', 'per 100', '−100…100', '0–100']),
  better: z.enum(['up', 'down', 'info']),
  sources: z.string(),
  /**
   * sourced: a published measure, named in `source`; app: the definition this app uses; ours: a construction made for this app.
   * Evidence kept before these words said `published` of what had no source.
   */
  origin: z.preprocess((origin) => (origin === 'published' ? 'app' : origin), z.enum(['sourced', 'app', 'ours'])),
  /** Who published the measure, and how far that was checked. */
  source: Text.optional()
})
export type Kpi = z.infer<typeof Kpi>

export const SegmentEvidence = z.object({
  id: z.string(),
  name: Text,
  customers: z.number().int().nullable(),
  share: Share.nullable(),
  revenueMinor: Minor.nullable(),
  revenueShare: Share.nullable(),
  missing: Missing.nullable(),
  /** model: the model's own link; added: a person linked it. */
  link: z.enum(['model', 'added']).default('model'),
  /** What the count alone would hide. */
  note: Text.optional()
})
export type SegmentEvidence = z.infer<typeof SegmentEvidence>

export const Metric = z.object({
  id: z.string(),
  kpi: Kpi,
  /** In the KPI's unit (percentages 0 to 100, currency in minor units); null with `missing`. */
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** What the two numbers count. */
  numeratorName: Text.nullable(),
  denominatorName: Text.nullable(),
  window: Window.nullable(),
  asOf: IsoDate.nullable(),
  /** The same figure one window earlier; null when it can't be computed. */
  previous: z.number().nullable(),
  /** Why there is no figure to compare with, where that is not plain. */
  noTrend: Text.nullable().default(null),
  /** window: what happened in W; moment: as it stands at the as-of date; history: everything up to it. */
  span: z.enum(['window', 'moment', 'history']).nullable().default(null),
  /** Fewer than 30 in the denominator. */
  fewData: z.boolean(),
  /** Whether the customers behind it can be listed (`customers.listCustomers` with `metric`). */
  listable: z.boolean(),
  /** Half the width of the 95 % interval around the value, in its unit; null where there is no formula for it. */
  margin: z.number().nullable().default(null),
  /** Whom the lists behind its two numbers hold, in words; null when nobody can be listed. */
  listed: z.object({ numerator: Text, denominator: Text }).nullable().default(null),
  /** Whether a person may enter it by hand (`enterKpi`): what the customer data cannot hold. */
  enterable: z.boolean().default(false),
  /** The value was entered by hand; `previous` is then the entry before it, and the two numbers may be unknown. */
  enteredByHand: z.boolean().default(false),
  /** The day the value entered by hand is from. */
  enteredAt: IsoDate.nullable().default(null),
  /** What a person wants it to be, in the figure's unit; null: no target. */
  target: z.number().nullable().default(null),
  missing: Missing.nullable()
})
export type Metric = z.infer<typeof Metric>

/** A KPI's value that a person wrote down, in the KPI's unit (percentages 0 to 100, currency in minor units). */
export const KpiEntry = z.object({
  id: RowId,
  kpiId: z.string(),
  /** The day the value is from. */
  at: IsoDate,
  value: z.number(),
  /** What it is made of, where the person knows it. */
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  note: z.string().nullable()
})
export type KpiEntry = z.infer<typeof KpiEntry>

export const NewKpiEntry = z.object({
  kpiId: z.string(),
  at: IsoDate,
  /** May be left out where both numbers are given: it is then computed from them. */
  value: z.number().optional(),
  numerator: z.number().nullable().default(null),
  denominator: z.number().nullable().default(null),
  note: z.string().trim().max(2000).nullable().default(null)
})
export type NewKpiEntry = z.infer<typeof NewKpiEntry>

export const ELEMENT_STATES = ['target-met', 'steady', 'attention', 'not-compared', 'no-data'] as const
/**
 * attention: a figure misses its target or got clearly worse, or a watched segment is large; target-met: some figure has a
 * target and every one that has is met; steady: something was compared and nothing got clearly worse; not-compared: there are
 * figures, none with a better side and a window before to compare with; no-data: no figure has a value.
 * Evidence kept before there were targets calls `steady` on-target.
 */
export const ElementState = z.preprocess((state) => (state === 'on-target' ? 'steady' : state), z.enum(ELEMENT_STATES))
export type ElementState = z.infer<typeof ElementState>

export const ElementEvidence = z.object({
  id: z.string(),
  state: ElementState,
  /** Why the state is what it is, in words (a rule of ours, marked so on screen). */
  stateReason: Text,
  segments: z.array(SegmentEvidence),
  /** Segments the model links and a person removed: they can be linked again. */
  removedSegments: z.array(z.object({ id: z.string(), name: Text })).default([]),
  metrics: z.array(Metric)
})
export type ElementEvidence = z.infer<typeof ElementEvidence>

export const ModelEvidence = z.object({
  model: z.string(),
  asOf: IsoDate.nullable(),
  window: Window.nullable(),
  /** Right after a change: what rests on the lifetime models still uses those fitted before it. The new ones are announced. */
  provisional: z.boolean().default(false),
  elements: z.array(ElementEvidence)
})
export type ModelEvidence = z.infer<typeof ModelEvidence>

/** One segment on one element of a model. */
export const SegmentLink = z.object({ modelId: z.string(), elementId: z.string(), segmentId: z.string() })
export type SegmentLink = z.infer<typeof SegmentLink>

/** A model and whose it is: `own` on the models of the workspace, absent on those of the app. */
export const ListedModel = Model.extend({ own: z.boolean().optional() })
export type ListedModel = z.infer<typeof ListedModel>

export const ModelProblem = z.object({ file: z.string(), problems: z.array(Text) })

export const models = {
  /** All models found, and the files left out with every reason. */
  listModels: procedure.output(z.object({ models: z.array(ListedModel), problems: z.array(ModelProblem) })),
  getModel: procedure.input(z.object({ id: z.string() })).output(ListedModel),
  /** `canImport`: whatever is wrong with it may wait, so the app takes the file in and says what is still to be filled in. */
  checkModel: procedure
    .input(z.object({ fileToken: FileToken }))
    .output(z.object({ ok: z.boolean(), canImport: z.boolean(), problems: z.array(Text) })),
  getEvidence: procedure.input(z.object({ modelId: z.string() })).output(ModelEvidence),
  /** One figure of the catalogue over the workspace: for lists of the customers behind it. */
  getMetric: procedure.input(z.object({ id: z.string() })).output(Metric),
  listKpis: procedure.output(z.array(Kpi)),
  /** Values entered by hand, newest day first; of one KPI when asked. */
  listKpiEntries: procedure.input(z.object({ kpiId: z.string().optional() }).default({})).output(z.array(KpiEntry)),
  /** Writes one down. Refuses a figure that is computed, a value outside its unit's range, and a day still to come. */
  enterKpi: procedure.input(NewKpiEntry).output(KpiEntry),
  removeKpiEntry: procedure.input(z.object({ id: RowId })).output(z.null()),
  /** Sets what a figure should be, in its unit; null takes the target away. Refuses a figure without a better side (`target-no-side`). */
  setKpiTarget: procedure.input(z.object({ kpiId: z.string(), target: z.number().nullable() })).output(z.null()),
  /** Links any built-in or own segment to an element; one that is linked already stays. */
  linkSegment: procedure.input(SegmentLink).output(z.null()),
  /** Takes a link away, the model's own or one added by hand. */
  unlinkSegment: procedure.input(SegmentLink).output(z.null()),
  /** Links again what the model links and a person removed; what was added by hand stays. */
  restoreSegments: procedure.input(SegmentLink.omit({ segmentId: true })).output(z.null()),
  /** Names of the data kinds a workspace lacks, with what each would answer. */
  listMissingData: procedure.output(z.array(z.object({ kind: DataKind, segments: z.array(z.string()), kpis: z.array(z.string()) })))
}
