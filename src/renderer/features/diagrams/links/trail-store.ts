import { create } from 'zustand'

/** A diagram somebody came from by following a link, and the shape it stood on. */
interface Stop {
  readonly diagramId: number
  readonly name: string
  readonly itemId: string
  /** Where the link led. */
  readonly to: number
}

/** The way through diagrams that lead to each other, oldest first. */
export const useTrail = create<{ stops: readonly Stop[] }>(() => ({ stops: [] }))

export function leaveTrail(stop: Stop): void {
  // Coming back to where one was already is no detour.
  useTrail.setState(({ stops }) => ({ stops: [...stops.filter(({ diagramId }) => diagramId !== stop.diagramId), stop] }))
}

export function dropTrail(stop: Stop): void {
  useTrail.setState(({ stops }) => ({ stops: stops.slice(0, stops.indexOf(stop)) }))
}
