import type { Model, ModelElement } from './model.ts'

/** Which elements share one row of numbers: those of a kind; a numbered heart of a model counts among its dimensions. */
export function seriesOf({ kind }: Pick<ModelElement, 'kind'>): string {
  return kind === 'core' ? 'dimension' : kind
}

/** How far the numbers of an element's series go: its numbered elements, or the last number where a box stands for two. */
export function countSeries(model: Model, element: ModelElement): number {
  const orders = model.elements.flatMap((other) => (seriesOf(other) === seriesOf(element) && other.order !== null ? [other.order] : []))
  return Math.max(orders.length, ...orders)
}
