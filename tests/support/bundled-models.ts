import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { applyVariant } from '../../src/shared/models/apply-variant.ts'
import { Model } from '../../src/shared/models/model.ts'

const folder = fileURLToPath(new URL('../../resources/models/', import.meta.url))

/** The models of the app, as their files have them, in their order. */
export const bundledModels: readonly Model[] = readdirSync(folder)
  .map((name) => Model.parse(JSON.parse(readFileSync(folder + name, 'utf8'))))
  .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))

/** Every view of every model: `qci, book`. */
export const bundledViews: readonly (readonly [string, Model])[] = bundledModels.flatMap((model) =>
  model.variants.length === 0
    ? [[model.id, model] as const]
    : model.variants.map((variant) => [`${model.id}, ${variant.id}`, applyVariant(model, variant)] as const)
)
