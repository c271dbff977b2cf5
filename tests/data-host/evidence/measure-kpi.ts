import type Database from 'better-sqlite3'
import { afterEach } from 'vitest'
import { metricCustomerIds } from '../../../src/main/data-host/evidence/metric-customers.ts'
import { computeMetric } from '../../../src/main/data-host/evidence/model-evidence.ts'
import { ensureFigures } from '../../../src/main/data-host/figures/ensure-figures.ts'
import { findModel } from '../../../src/main/data-host/models/load-models.ts'
import type { Metric } from '../../../src/shared/contract/models.ts'
import { openTinyHost, resourcesDir, type TinyHost } from './tiny-workspace.ts'

export interface Measured extends Metric {
  /** Customers of the numerator and of the denominator; null: nobody can be listed. */
  counted: number[] | null
  base: number[] | null
}

/** A function that measures one figure over a workspace filled by hand; what it opens is closed after each test. */
export function prepareMeasure(): (id: string, fill: (db: Database.Database) => void, modelId?: string) => Promise<Measured> {
  const hosts: TinyHost[] = []
  afterEach(() => {
    for (const host of hosts.splice(0)) host.close()
  })
  return async (id, fill, modelId) => {
    const host = await openTinyHost(fill)
    hosts.push(host)
    return measureIn(host, id, modelId)
  }
}

/** One figure over an open workspace, with the customers behind both of its numbers. */
export async function measureIn(host: TinyHost, id: string, modelId?: string): Promise<Measured> {
  const workspace = host.context.workspace()
  const figures = await ensureFigures(workspace, resourcesDir)
  const model = modelId === undefined ? undefined : findModel(resourcesDir, modelId)
  const metric = await computeMetric(workspace, id, resourcesDir, figures, model)
  if (!metric) throw new Error(`no KPI ${id}`)
  const list = async (part: 'numerator' | 'denominator'): Promise<number[] | null> => {
    const ids = await metricCustomerIds(workspace, figures, id, part)
    return ids && [...ids]
  }
  return { ...metric, counted: await list('numerator'), base: await list('denominator') }
}
