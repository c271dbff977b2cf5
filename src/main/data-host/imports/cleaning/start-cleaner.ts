import { compileRecipe, type CompiledRecipe } from '../../../../shared/cleaning/compile.ts'
import type { Recipe } from '../../../../shared/cleaning/recipe.ts'
import { isDate, readDate } from '../values/date.ts'

/** A recipe made ready for a file with these headers; without one, rows pass as they are. */
export function startCleaner(recipe: Recipe | undefined, headers: readonly string[]): CompiledRecipe {
  return compileRecipe(recipe ?? { steps: [] }, headers, {
    readDate: (text, order) => {
      const date = readDate(text, order)
      return isDate(date) ? date : null
    }
  })
}
