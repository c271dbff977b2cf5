import { evidenceText, makePercentage, type MetricDefinition, type MetricSource, type Outcome } from '../metric-definition.ts'

/** 100 × elements of the model with at least one figure that has a value / elements of the model. What had a value a window ago is not kept. */
async function measure({ model }: MetricSource): Promise<Outcome> {
  if (!model) return { code: 'needs-analysis', needs: [], hint: evidenceText('missing.model') }
  // All the elements there are, not a sample: a model is never too small for it.
  return makePercentage(await model.countMeasured(), model.elements, Number.POSITIVE_INFINITY)
}

export const kpiCoverage: MetricDefinition = { id: 'k_kpi_coverage', needs: [], span: 'window', isVolatile: true, measure }
