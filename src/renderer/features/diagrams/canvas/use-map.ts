import { shell } from '../../../api/shell.ts'
import { useEnvironment } from '../../../stores/environment.ts'

/** Whether this person has the map of the page shown, in every diagram. */
export const useHasMap = (): boolean => useEnvironment(({ environment }) => environment?.preferences.hasMap ?? false)

export async function showMap(hasMap: boolean): Promise<void> {
  useEnvironment.setState({ environment: await shell('setPreferences', { hasMap }) })
}
