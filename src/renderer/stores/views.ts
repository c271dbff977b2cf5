import { shell } from '../api/shell.ts'
import { useEnvironment } from './environment.ts'

/** The view of a model the person chose last; undefined: the model as it stands. */
export function useView(modelId: string): string | undefined {
  return useEnvironment(({ environment }) => environment?.preferences.views[modelId])
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
