import type Database from 'better-sqlite3'
import { listRounds, scoreRound } from '../../../shared/analytics/assessment/score-round.ts'
import type { Metric } from '../../../shared/contract/models.ts'
import type { Model } from '../../../shared/models/model.ts'
import { findWorkspaceAssessment } from '../models/load-assessments.ts'
import { listRatings } from '../repositories/assessments.ts'
import type { MeasuredModel } from './metric-definition.ts'

/** Counts the others, so it does not count itself. */
const COVERAGE = 'k_kpi_coverage'

/** A model as its own figures see it. `measure`: one figure of the catalogue for this model. */
export function describeModel(
  db: Database.Database,
  model: Model,
  resourcesDir: string,
  measure: (kpiId: string) => Promise<Metric | null>
): MeasuredModel {
  return {
    id: model.id,
    elements: model.elements.length,
    countMeasured: async () => {
      const measured = new Map<string, boolean>()
      let count = 0
      for (const { kpis } of model.elements) {
        for (const id of kpis) if (id !== COVERAGE && !measured.has(id)) measured.set(id, hasValue(await measure(id)))
        if (kpis.some((id) => measured.get(id) === true)) count++
      }
      return count
    },
    listRounds: () => {
      const assessment = findWorkspaceAssessment(db, resourcesDir, model)
      if (!assessment) return []
      const ratings = listRatings(db, model.id)
      return listRounds(ratings).map((round) => scoreRound(assessment, ratings, round))
    }
  }
}

const hasValue = (metric: Metric | null): boolean => metric !== null && metric.value !== null
