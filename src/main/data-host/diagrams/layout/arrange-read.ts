import type { Placement } from '../../../../shared/contract/diagrams.ts'
import { type DiagramItem, isShape } from '../../../../shared/diagrams/diagram.ts'
import type { ReadDiagram } from '../../interchange/formats.ts'
import { layOutInThread } from './start-layout.ts'

/** A page read from a format without places, arranged as it asks; any other as it is. */
export async function arrangeRead<Page extends ReadDiagram>(page: Page, signal?: AbortSignal): Promise<Page> {
  const { content, needsLayout } = page
  if (!needsLayout) return page
  const items = placeAll(content.items, await layOutInThread(content.items, needsLayout, signal))
  return { ...page, content: { ...content, items } }
}

function placeAll(items: readonly DiagramItem[], { shapes, lines }: Placement): DiagramItem[] {
  const boxes = new Map(shapes.map(({ id, ...box }) => [id, box]))
  const corners = new Map(lines.map(({ id, points }) => [id, points]))
  return items.map((item) =>
    isShape(item) ? { ...item, ...boxes.get(item.id) } : { ...item, points: corners.get(item.id) ?? item.points }
  )
}
