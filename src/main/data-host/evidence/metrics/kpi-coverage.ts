import { evidenceText, makePercentage, type MetricDefinition } from '../metric-definition.ts'

/** 100 × elements of the model with at least one figure that has a value / elements of the model. What had a value a window ago is not kept. */
export const kpiCoverage: MetricDefinition = {
  id: 'k_kpi_coverage',
  needs: [],
  span: 'window',
  isVolatile: true,
  measure: async ({ model }) =>
    model
      ? makePercentage(await model.countMeasured(), model.elements)
      : { code: 'needs-analysis', needs: [], hint: evidenceText('missing.model') }
}
