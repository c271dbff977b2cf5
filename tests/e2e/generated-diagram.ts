import { resolve } from 'node:path'
import { createLocalHost } from '../../src/main/data-host/host.ts'
import type { DiagramContent, DiagramItem, ShapeKind } from '../../src/shared/diagrams/diagram.ts'

const KINDS: readonly ShapeKind[] = ['process', 'decision', 'document', 'account', 'person', 'terminator', 'touchpoint', 'database']
const STEP = { x: 240, y: 150 }

/** A diagram of so many shapes in a square, and half as many relations again: to the next, to the one below, and some far ones. */
export function generateDiagram(shapes: number): DiagramContent {
  const columns = Math.ceil(Math.sqrt(shapes * 0.8))
  const items: DiagramItem[] = []
  for (let index = 0; index < shapes; index++) {
    const kind = KINDS[(index * 7) % KINDS.length] ?? 'process'
    const [column, row] = [index % columns, Math.floor(index / columns)]
    items.push({
      item: 'shape',
      id: `s${String(index)}`,
      kind,
      x: column * STEP.x,
      y: row * STEP.y,
      width: 150,
      height: 70,
      order: index,
      label: `${['Qualify', 'Offer', 'Visit', 'Answer', 'Bill'][index % 5] ?? ''} ${String(index)}`,
      style: index % 9 === 0 ? { fill: '#e2d8f0' } : {}
    })
  }
  const lines = Math.floor(shapes * 1.5)
  for (let index = 0; index < lines; index++) {
    const from = index % shapes
    const to = index < shapes ? (from + 1) % shapes : (from + columns + ((index * 13) % 5)) % shapes
    if (from === to) continue
    items.push({
      item: 'line',
      id: `l${String(index)}`,
      from: { shapeId: `s${String(from)}` },
      to: { shapeId: `s${String(to)}` },
      // Under the shapes, as lines lie in most diagrams.
      order: index - lines,
      label: index % 6 === 0 ? 'yes' : '',
      route: index % 4 === 0 ? 'straight' : index % 7 === 0 ? 'curve' : 'elbow',
      points: [],
      startHead: 'none',
      endHead: 'arrow',
      style: {}
    })
  }
  return { settings: { hasGrid: true, doesSnap: true }, items }
}

/** A workspace file that holds one diagram, made without a window; answers with the diagram's id. */
export async function createDiagramFile(path: string, content: DiagramContent, name = 'Generated'): Promise<number> {
  const { context, client } = createLocalHost({ resourcesDir: resolve('resources') })
  await client.workspace.createWorkspace({ fileToken: context.files.grant(path) })
  const { id } = await client.diagrams.createDiagram({ name, source: { from: 'content', content }, language: 'en' })
  await client.workspace.closeWorkspace()
  return id
}
