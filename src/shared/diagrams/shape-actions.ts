import type { DiagramShape } from './diagram.ts'

/** Under which name a shape keeps the actions that came out of it. */
const ACTIONS = 'cauce-actions'

/** Ids of the actions that came out of a step. */
export function readActionIds({ data }: Pick<DiagramShape, 'data'>): number[] {
  return (data?.[ACTIONS] ?? '')
    .split(' ')
    .filter((id) => /^\d+$/.test(id))
    .map(Number)
}

/** The shape with one more action. */
export function addActionId<T extends Pick<DiagramShape, 'data'>>(shape: T, id: number): T {
  return { ...shape, data: { ...shape.data, [ACTIONS]: [...readActionIds(shape), id].join(' ') } }
}

/** Every action a shape has to do with: those that came out of it, and the one it stands for. */
export function listShapeActions({ data, link }: Pick<DiagramShape, 'data' | 'link'>): number[] {
  return [...new Set([...readActionIds({ data }), ...(link?.to === 'action' ? [link.actionId] : [])])]
}
