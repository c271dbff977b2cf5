import type { DiagramContent, DiagramItem, DiagramLine, DiagramShape } from '../../src/shared/diagrams/diagram.ts'

/** A shape with what most need; `more` says the rest. */
export const makeShape = (id: string, more: Partial<DiagramShape> = {}): DiagramShape => ({
  item: 'shape',
  id,
  kind: 'process',
  x: 0,
  y: 0,
  width: 120,
  height: 60,
  order: 1,
  label: id,
  style: {},
  ...more
})

export const makeLine = (id: string, from: string, to: string, more: Partial<DiagramLine> = {}): DiagramLine => ({
  item: 'line',
  id,
  from: { shapeId: from },
  to: { shapeId: to, side: 'left' },
  order: 2,
  label: '',
  route: 'elbow',
  points: [],
  startHead: 'none',
  endHead: 'arrow',
  style: {},
  ...more
})

export const makeContent = (items: readonly DiagramItem[]): DiagramContent => ({
  settings: { hasGrid: true, doesSnap: true },
  items: [...items]
})
