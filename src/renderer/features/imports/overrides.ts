import type { Recipe } from '../../../shared/cleaning/recipe.ts'
import type { DataKind } from '../../../shared/contract/base.ts'
import type { Dialect } from '../../../shared/contract/imports.ts'

/** What the person said against, or beyond, what was found in the file. */
export interface Overrides {
  dialect?: Partial<Dialect>
  kind?: DataKind
  preset?: string
  sheet?: string
  recipe?: Recipe
}
