import type { ShapeKind } from '../../../../shared/diagrams/diagram.ts'
import { shell } from '../../../api/shell.ts'
import { useEnvironment } from '../../../stores/environment.ts'

const MOST = 6
const NONE: readonly ShapeKind[] = []

/** The kinds of shape this person used last, newest first. */
export const useRecentShapes = (): readonly ShapeKind[] =>
  useEnvironment(({ environment }) => environment?.preferences.recentShapes) ?? NONE

export async function noteShape(kind: ShapeKind): Promise<void> {
  const { recentShapes = NONE } = useEnvironment.getState().environment?.preferences ?? {}
  if (recentShapes[0] === kind) return
  const next = [kind, ...recentShapes.filter((each) => each !== kind)].slice(0, MOST)
  useEnvironment.setState({ environment: await shell('setPreferences', { recentShapes: next }) })
}
