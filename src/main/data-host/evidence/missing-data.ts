import { DATA_KINDS, type DataKind } from '../../../shared/contract/base.ts'
import type { OpenWorkspace } from '../context.ts'
import type { Figures } from '../figures/figures.ts'
import { metricDefinitions } from './metrics/index.ts'

export interface MissingKind {
  kind: DataKind
  segments: string[]
  kpis: string[]
}

const TABLES: Readonly<Record<DataKind, string>> = {
  customers: 'customers',
  orders: 'orders',
  'order-lines': 'order_lines',
  interactions: 'interactions',
  complaints: 'complaints',
  consents: 'consents',
  surveys: 'surveys',
  campaigns: 'campaigns'
}

/** Kinds of data the workspace has nothing of, with the segments and KPIs each would answer. */
export function listMissingKinds(workspace: OpenWorkspace, figures: Figures): MissingKind[] {
  const summaries = figures.segmentSummaries()
  return DATA_KINDS.filter((kind) => workspace.read.prepare(`SELECT 1 FROM ${TABLES[kind]} LIMIT 1`).get() === undefined).map((kind) => ({
    kind,
    segments: summaries.filter(({ missing }) => missing?.needs.includes(kind)).map(({ id }) => id),
    kpis: metricDefinitions.filter(({ needs }) => needs.includes(kind)).map(({ id }) => id)
  }))
}
