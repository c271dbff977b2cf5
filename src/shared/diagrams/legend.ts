import type { LinkState } from '../contract/diagrams.ts'
import { translate } from '../i18n/translate.ts'
import { INK, type Shape } from '../models/diagram-shapes.ts'
import { measureText } from '../models/text-measure.ts'
import type { DiagramItem } from './diagram.ts'
import { keepColour } from './draw-colours.ts'
import { drawIcon } from './draw-icons.ts'
import { findRanges, type FigureReader, type Measured, measureLinks, type Range, SCALE_FILLS, writeValue } from './with-figures.ts'

/** One thing the reader of a diagram has to know; `text` says it in words. */
export type LegendEntry =
  | { readonly kind: 'colour'; readonly text: string; readonly from: string; readonly to: string; readonly fills: readonly string[] }
  | { readonly kind: 'size'; readonly text: string; readonly from: string; readonly to: string }
  | { readonly kind: 'badge'; readonly text: string }
  | { readonly kind: 'segment'; readonly text: string; readonly colour: string }
  | { readonly kind: 'gone' | 'no-data'; readonly text: string }

/** What the colours, sizes, badges and marks in use mean, with their range, and nothing else. */
export function makeLegend(items: readonly DiagramItem[], states: readonly LinkState[], reader: FigureReader): LegendEntry[] {
  const { language } = reader
  const measured = measureLinks(items, states)
  const ids = new Set(items.map(({ id }) => id))
  const say = (key: string, values: Record<string, string> = {}): string => translate(language, `diagramShapes.legend.${key}`, values)
  const nameScale = ({ display, state }: Measured): string =>
    display.measure === 'value' ? state.name[language] : say(`measure.${display.measure}`)
  const ends = ({ least, most }: Range): { from: string; to: string } => ({
    from: writeValue(least, reader).short,
    to: writeValue(most, reader).short
  })
  const badges = measured.filter(({ display, value }) => display.as.includes('badge') && display.measure !== 'value' && value !== null)
  // By name: several segments may share a colour, and each of them is told.
  const segments = new Map(
    measured.flatMap(({ shape, state, display }) =>
      shape.link?.to === 'segment' && state.colour !== null && display.as.includes('badge')
        ? [[state.name[language], state.colour] as const]
        : []
    )
  )
  const has = (kind: LinkState['state']): boolean => states.some(({ state, itemId }) => state === kind && ids.has(itemId))
  return [
    ...[...findRanges(measured, 'colour').values()].map((range): LegendEntry => {
      const { from, to } = ends(range)
      const isOne = from === to
      return {
        kind: 'colour',
        text: say('colour', { measure: nameScale(range.most) }),
        from,
        to,
        fills: isOne ? SCALE_FILLS.slice(-1) : SCALE_FILLS
      }
    }),
    ...[...findRanges(measured, 'size').values()].map((range): LegendEntry => ({
      kind: 'size',
      text: say('size', { measure: nameScale(range.most) }),
      ...ends(range)
    })),
    ...[...new Set(badges.map(nameScale))].map((measure): LegendEntry => ({ kind: 'badge', text: say('badge', { measure }) })),
    ...[...segments].map(([text, colour]): LegendEntry => ({ kind: 'segment', text, colour })),
    ...(has('unanswered') ? [{ kind: 'no-data', text: say('no-data') } as const] : []),
    ...(has('gone') ? [{ kind: 'gone', text: say('gone') } as const] : [])
  ]
}

const SIZE = 11.5
const ROW = 24
const SWATCH = 16

/** The legend as shapes, from the left to `width` and on as many rows as it takes. `y`: its upper edge. */
export function drawLegend(
  entries: readonly LegendEntry[],
  { x: left, y: top, width }: { x: number; y: number; width: number }
): { shapes: Shape[]; height: number } {
  const shapes: Shape[] = []
  let [x, row] = [left, 0]
  for (const entry of entries) {
    const sample = drawSample(entry, 0, 0)
    const needed = sample.width + 6 + measureText(entry.text, SIZE) + 24
    if (x > left && x + needed > left + width) [x, row] = [left, row + 1]
    const middle = top + row * ROW + ROW / 2
    const drawn = drawSample(entry, x, middle)
    shapes.push(...drawn.shapes, {
      kind: 'text',
      x: x + drawn.width + 6,
      y: middle + SIZE * 0.36,
      text: entry.text,
      size: SIZE,
      fill: INK.muted
    })
    x += needed
  }
  return { shapes, height: entries.length === 0 ? 0 : (row + 1) * ROW }
}

interface Sample {
  readonly shapes: Shape[]
  readonly width: number
}

function writeEnd(text: string, x: number, y: number): Shape {
  return { kind: 'text', x, y: y + SIZE * 0.36, text, size: SIZE, fill: INK.ink, face: 'bold' }
}

function drawSample(entry: LegendEntry, x: number, y: number): Sample {
  switch (entry.kind) {
    case 'colour': {
      const isOne = entry.fills.length === 1
      const before = isOne ? 0 : measureText(entry.from, SIZE, 'bold') + 5
      const after = measureText(entry.to, SIZE, 'bold') + 5
      const steps = entry.fills.map((fill, index): Shape => ({
        kind: 'rect',
        x: x + before + index * SWATCH,
        y: y - 6,
        width: SWATCH,
        height: 12,
        radius: 0,
        fill,
        stroke: INK.regionLine,
        weight: 0.5
      }))
      const end = before + entry.fills.length * SWATCH
      return {
        shapes: [...(isOne ? [] : [writeEnd(entry.from, x, y)]), ...steps, writeEnd(entry.to, x + end + 5, y)],
        width: end + after
      }
    }
    case 'size': {
      const isOne = entry.from === entry.to
      const before = isOne ? 0 : measureText(entry.from, SIZE, 'bold') + 5
      const box = (at: number, size: number): Shape => ({
        kind: 'rect',
        x: x + before + at,
        y: y - size / 2,
        width: size,
        height: size,
        radius: 2,
        fill: INK.surface,
        stroke: INK.faint,
        weight: 1
      })
      return {
        shapes: isOne
          ? [box(0, 14), writeEnd(entry.to, x + 19, y)]
          : [writeEnd(entry.from, x, y), box(0, 8), box(13, 14), writeEnd(entry.to, x + before + 32, y)],
        width: before + (isOne ? 19 : 32) + measureText(entry.to, SIZE, 'bold')
      }
    }
    case 'badge':
      return drawPill(x, y, null, 'n')
    case 'segment':
      return { shapes: [{ kind: 'rect', x, y: y - 4, width: 8, height: 8, radius: 2.5, fill: keepColour(entry.colour) }], width: 8 }
    case 'no-data':
      return drawPill(x, y, '3 2.5', '–')
    case 'gone': {
      const pill = drawPill(x, y, '3 2.5', '')
      return { ...pill, shapes: [...pill.shapes, drawIcon('broken', { x: x + pill.width / 2, y, size: 11, ink: INK.signal })] }
    }
  }
}

function drawPill(x: number, y: number, dash: string | null, words: string): Sample {
  const width = 26
  return {
    width,
    shapes: [
      {
        kind: 'rect',
        x,
        y: y - 7,
        width,
        height: 14,
        radius: 7,
        fill: INK.surface,
        stroke: dash === null ? INK.regionLine : INK.faint,
        weight: 1,
        ...(dash === null ? {} : { dash })
      },
      ...(words === ''
        ? []
        : [
            {
              kind: 'text',
              x: x + width / 2,
              y: y + 3.4,
              text: words,
              size: 9.5,
              fill: dash === null ? INK.ink : INK.muted,
              face: 'bold',
              anchor: 'middle'
            } as const
          ])
    ]
  }
}
