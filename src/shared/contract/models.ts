import { z } from 'zod'
import { Text } from '../domain/text.ts'
import { Model } from '../models/model.ts'
import { DataKind, FileToken, IsoDate, Minor, procedure, Share, Window } from './base.ts'
import { Missing } from './segments.ts'

export const Kpi = z.object({
  id: z.string(),
  name: Text,
  /** The exact formula in words and symbols. */
  formula: Text,
  unit: z.enum(['%', 'currency', 'count', 'ratio', '0–1', 'hours', 'days', 'pp', 'per 100', '−100…100', '0–100']),
  better: z.enum(['up', 'down', 'info']),
  sources: z.string(),
  /** `ours`: made for this app, not published by the model's authors. */
  origin: z.enum(['published', 'ours'])
})
export type Kpi = z.infer<typeof Kpi>

export const SegmentEvidence = z.object({
  id: z.string(),
  name: Text,
  customers: z.number().int().nullable(),
  share: Share.nullable(),
  revenueMinor: Minor.nullable(),
  revenueShare: Share.nullable(),
  missing: Missing.nullable()
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
  /** Fewer than 30 in the denominator. */
  fewData: z.boolean(),
  /** Whether the customers behind it can be listed (`customers.listCustomers` with `metric`). */
  listable: z.boolean(),
  missing: Missing.nullable()
})
export type Metric = z.infer<typeof Metric>

/** on-target: nothing asks for action; attention: a figure got worse, or a watched segment is large; no-data: nothing to say yet. */
export const ElementState = z.enum(['on-target', 'attention', 'no-data'])
export type ElementState = z.infer<typeof ElementState>

export const ElementEvidence = z.object({
  id: z.string(),
  state: ElementState,
  /** Why the state is what it is, in words (a rule of ours, marked so on screen). */
  stateReason: Text,
  segments: z.array(SegmentEvidence),
  metrics: z.array(Metric)
})
export type ElementEvidence = z.infer<typeof ElementEvidence>

export const ModelEvidence = z.object({ model: z.string(), asOf: IsoDate.nullable(), window: Window.nullable(), elements: z.array(ElementEvidence) })
export type ModelEvidence = z.infer<typeof ModelEvidence>

export const ModelProblem = z.object({ file: z.string(), problems: z.array(z.string()) })

export const models = {
  /** All models found, and the files left out with every reason. */
  listModels: procedure.output(z.object({ models: z.array(Model), problems: z.array(ModelProblem) })),
  getModel: procedure.input(z.object({ id: z.string() })).output(Model),
  checkModel: procedure.input(z.object({ fileToken: FileToken })).output(z.object({ ok: z.boolean(), problems: z.array(z.string()) })),
  getEvidence: procedure.input(z.object({ modelId: z.string() })).output(ModelEvidence),
  listKpis: procedure.output(z.array(Kpi)),
  /** Names of the data kinds a workspace lacks, with what each would answer. */
  listMissingData: procedure.output(z.array(z.object({ kind: DataKind, segments: z.array(z.string()), kpis: z.array(z.string()) })))
}
