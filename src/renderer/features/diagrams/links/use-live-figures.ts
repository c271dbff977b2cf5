import { useMemo } from 'react'
import type { LiveFigure } from '../../../../shared/diagrams/with-figures.ts'
import { useLinkStates } from './use-link-states.ts'

/** What every linked shape shows of its data, by id. */
export function useLiveFigures(): ReadonlyMap<string, LiveFigure> {
  const { byId } = useLinkStates()
  return useMemo(() => new Map<string, LiveFigure>([...byId].flatMap(() => [])), [byId])
}
