import type { Language } from '../domain/text.ts'
import type { Model } from './model.ts'

/** The app's models in their order and, after them, the workspace's own by the name they have in the language. */
export function orderModels<M extends Pick<Model, 'id' | 'name'> & { own?: boolean | undefined }>(
  models: readonly M[],
  language: Language
): M[] {
  const byName = (a: M, b: M): number => a.name[language].localeCompare(b.name[language], language) || a.id.localeCompare(b.id)
  return [...models.filter(({ own }) => own !== true), ...models.filter(({ own }) => own === true).sort(byName)]
}
