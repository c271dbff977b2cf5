import type { Placement } from '../../../../shared/contract/diagrams.ts'
import { type DiagramItem, isShape } from '../../../../shared/diagrams/diagram.ts'
import type { ReadDiagram } from '../../interchange/formats.ts'
import { layOutInThread } from './start-layout.ts'

/** Above this many shapes and lines nobody should wait for it: whoever wants it better arranges it then, and may stop it. */
const MOST_ARRANGED = 6000

/** A page read from a format without places, arranged as it asks; any other, or a very large one, as it is. */
export async function arrangeRead<Page extends ReadDiagram>(page: Page, signal?: AbortSignal): Promise<Page> {
  const { content, needsLayout } = page
  if (!needsLayout || content.items.length > MOST_ARRANGED) return page
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
