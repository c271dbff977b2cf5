import { INK, type Shape } from '../models/diagram-shapes.ts'
import type { Box } from '../models/geometry.ts'
import { measureText } from '../models/text-measure.ts'
import { drawIcon } from './draw-icons.ts'
import { keepColour } from './draw-colours.ts'
import type { LiveFigure } from './with-figures.ts'

const HEIGHT = 20
const SIZE = 11.5
const PADDING = 8

/** What a link says, on the upper edge of its shape: a dot in the segment's colour and a word, or a mark with its word where it says nothing. */
export function drawBadge({ badge, mark, accent }: LiveFigure, box: Box): Shape[] {
  if (badge === null) return []
  const lead = mark === 'gone' ? 16 : accent === null ? 0 : 13
  const width = measureText(badge, SIZE, 'bold') + lead + 2 * PADDING
  // At the right end, and around the middle of a shape that is narrower than what it says.
  const x = width + 16 <= box.width ? box.x + box.width - width - 8 : box.x + (box.width - width) / 2
  const y = box.y - HEIGHT / 2
  const middle = y + HEIGHT / 2
  const isMuted = mark !== null
  return [
    {
      kind: 'rect',
      ...{ x, y, width },
      height: HEIGHT,
      radius: HEIGHT / 2,
      fill: INK.surface,
      stroke: mark === 'gone' ? INK.signal : isMuted ? INK.faint : INK.regionLine,
      weight: 1,
      ...(isMuted ? { dash: '3 2.5' } : {})
    },
    ...(mark === 'gone' ? [drawIcon('broken', { x: x + PADDING + 6, y: middle, size: 13, ink: INK.signal })] : []),
    ...(accent !== null && mark === null
      ? [{ kind: 'rect', x: x + PADDING, y: middle - 4, width: 8, height: 8, radius: 2.5, fill: keepColour(accent) } as const]
      : []),
    {
      kind: 'text',
      x: x + PADDING + lead,
      y: middle + SIZE * 0.36,
      text: badge,
      size: SIZE,
      fill: mark === 'gone' ? INK.signal : isMuted ? INK.muted : INK.ink,
      face: 'bold',
      part: 'badge'
    }
  ]
}
