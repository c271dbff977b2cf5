import { useMemo } from 'react'
import { viewModel, type ModelView } from '../../shared/models/apply-variant.ts'
import type { Model } from '../../shared/models/model.ts'
import { shell } from '../api/shell.ts'
import { useEnvironment } from './environment.ts'

/** The view of a model the person chose last; undefined: the model as it stands. */
export function useView(modelId: string): string | undefined {
  return useEnvironment(({ environment }) => environment?.preferences.views[modelId])
}

const NO_VIEWS: Readonly<Record<string, string>> = {}

/** The view chosen last of each model, by its id. */
export function useChosenViews(): Readonly<Record<string, string>> {
  return useEnvironment(({ environment }) => environment?.preferences.views) ?? NO_VIEWS
}

/** The same outside of a component. */
export function readView(modelId: string): { view?: string } {
  const view = useEnvironment.getState().environment?.preferences.views[modelId]
  return view === undefined ? {} : { view }
}

/** Remembers the view of a model, in this profile. */
export async function chooseView(modelId: string, view: string): Promise<void> {
  const views = { ...useEnvironment.getState().environment?.preferences.views, [modelId]: view }
  useEnvironment.setState({ environment: await shell('setPreferences', { views }) })
}

/** The model in the view asked for, else in the one the person chose of it. */
export function useModelView(model: Model, wanted?: string): ModelView
export function useModelView(model: Model | undefined, wanted?: string): ModelView | undefined
export function useModelView(model: Model | undefined, wanted?: string): ModelView | undefined {
  const chosen = useView(model?.id ?? '')
  const view = wanted ?? chosen
  return useMemo(() => model && viewModel(model, view), [model, view])
}

/** The same for several. */
export function useModelViews(models: readonly Model[]): readonly ModelView[] {
  const views = useEnvironment(({ environment }) => environment?.preferences.views)
  return useMemo(() => models.map((model) => viewModel(model, views?.[model.id])), [models, views])
}
