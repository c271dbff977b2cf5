import type { LinkState } from '../contract/diagrams.ts'
import type { Language } from '../domain/text.ts'
import { formatMoney, formatNumber, formatShare } from '../i18n/formats.ts'
import { translate } from '../i18n/translate.ts'
import { nameKpi } from '../models/node-text.ts'
import { isShape, type DiagramItem, type DiagramShape, type Display, type Link } from './diagram.ts'

/** What a linked shape shows of its data today. Made by `makeLiveFigures`. */
export interface LiveFigure {
  /** `214 clientes`, in the person's language; null: nothing to write. */
  readonly badge: string | null
  /** The same where there is little room: the value alone, empty where a mark says it. */
  readonly short: string
  /** Its link leads nowhere, or the data cannot say: said by word and form, never by colour alone. */
  readonly mark: 'gone' | 'no-data' | null
  /** Ground of the shape on the scale of its measure, `#rrggbb`; null: its own. */
  readonly fill: string | null
  /** Colour of the segment it stands for. */
  readonly accent: string | null
  /** How many times its size it is drawn, around its middle. */
  readonly scale: number
  /** Everything in one sentence, for whoever does not see it. */
  readonly description: string
}

export interface FigureReader {
  readonly language: Language
  readonly currency: string
}
export type Answered = Extract<LinkState, { state: 'answered' }>
type Measure = Display['measure']

/** Grounds from little to much: five steps of one hue that stay apart in grey too. */
export const SCALE_FILLS = ['#e3f1ef', '#b7dcd7', '#84beb8', '#549f9a', '#0f6b6b'] as const
/** A shape is drawn between these times its size. */
export const SCALE_SIZES = { least: 0.75, most: 1.3 } as const

/** A shape whose link was answered, with the number its display asks for. */
export interface Measured {
  readonly shape: DiagramShape
  readonly state: Answered
  readonly display: Display
  readonly value: number | null
  /** What may be compared with each other: one measure, of metrics one KPI. */
  readonly scale: string
}
/** The least and the most of what is compared. */
export interface Range {
  readonly least: Measured
  readonly most: Measured
}

const READERS: Readonly<Record<Measure, (state: Answered) => number | null>> = {
  customers: ({ customers }) => customers,
  share: ({ share }) => share,
  revenue: ({ revenueMinor }) => revenueMinor,
  value: ({ value }) => value
}

/** What a link shows until somebody chooses: its people, or what it says itself. */
export const chooseDisplay = ({ display, link }: { display?: Display | undefined; link?: Link | undefined }): Display =>
  display ?? { measure: link?.to === 'metric' || link?.to === 'element' ? 'value' : 'customers', as: ['badge'] }

/** Every linked shape that was answered, with its number. */
export function measureLinks(items: readonly DiagramItem[], states: readonly LinkState[]): Measured[] {
  const byId = new Map(states.map((state) => [state.itemId, state]))
  return items.flatMap((shape): Measured[] => {
    const state = byId.get(shape.id)
    if (!isShape(shape) || !shape.link || state?.state !== 'answered') return []
    const display = chooseDisplay(shape)
    const scale = display.measure === 'value' && shape.link.to === 'metric' ? `value ${shape.link.kpiId}` : display.measure
    return [{ shape, state, display, value: READERS[display.measure](state), scale }]
  })
}

/** The least and the most of each scale that colours or sizes shapes. */
export function findRanges(measured: readonly Measured[], use: 'colour' | 'size'): Map<string, Range> {
  const ranges = new Map<string, Range>()
  for (const each of measured) {
    if (each.value === null || !each.display.as.includes(use)) continue
    const known = ranges.get(each.scale)
    ranges.set(each.scale, {
      least: known && valueOf(known.least) <= each.value ? known.least : each,
      most: known && valueOf(known.most) >= each.value ? known.most : each
    })
  }
  return ranges
}

const valueOf = ({ value }: Measured): number => value ?? 0

/** What every linked shape shows. Shapes without a link, or whose state is not known yet, are not in it. */
export function makeLiveFigures(
  items: readonly DiagramItem[],
  states: readonly LinkState[],
  reader: FigureReader
): Map<string, LiveFigure> {
  const measured = measureLinks(items, states)
  const [colours, sizes] = [findRanges(measured, 'colour'), findRanges(measured, 'size')]
  const answered = new Map(measured.map((each) => [each.shape.id, showAnswer(each, { colours, sizes }, reader)]))
  const linked = new Set(items.flatMap((item) => (isShape(item) && item.link ? [item.id] : [])))
  return new Map(
    states.flatMap((state): [string, LiveFigure][] => {
      if (!linked.has(state.itemId)) return []
      const figure = state.state === 'answered' ? answered.get(state.itemId) : showMark(state, reader.language)
      return figure ? [[state.itemId, figure]] : []
    })
  )
}

function showMark(state: Exclude<LinkState, Answered>, language: Language): LiveFigure {
  const say = (key: string): string => translate(language, `diagramShapes.live.${key}`)
  const plain = { fill: null, accent: null, scale: 1 }
  if (state.state === 'gone') return { ...plain, badge: say('gone'), short: '', mark: 'gone', description: say('goneLong') }
  const description = `${state.name[language]}: ${say('noData')}. ${state.missing.hint[language]}`.trim()
  return { ...plain, badge: say('noData'), short: '–', mark: 'no-data', description }
}

function showAnswer(
  each: Measured,
  { colours, sizes }: { colours: ReadonlyMap<string, Range>; sizes: ReadonlyMap<string, Range> },
  reader: FigureReader
): LiveFigure {
  const { state, display, value, scale } = each
  const [colour, size] = [colours.get(scale), sizes.get(scale)]
  const words = writeValue(each, reader)
  const hasBadge = display.as.includes('badge')
  return {
    badge: hasBadge ? words.long : null,
    short: hasBadge ? words.short : '',
    mark: null,
    fill: value !== null && colour && display.as.includes('colour') ? fillOf(value, colour) : null,
    accent: state.colour,
    scale: value !== null && size && display.as.includes('size') ? sizeOf(value, size) : 1,
    description: `${state.name[reader.language]}: ${words.long}`
  }
}

/** How far a value stands between the least and the most, 0 to 1; the most where there is only one. */
function placeIn(value: number, { least, most }: Range): number {
  const span = valueOf(most) - valueOf(least)
  return span === 0 ? 1 : (value - valueOf(least)) / span
}

function fillOf(value: number, range: Range): string {
  const step = Math.min(SCALE_FILLS.length - 1, Math.floor(placeIn(value, range) * SCALE_FILLS.length))
  return SCALE_FILLS[step] ?? SCALE_FILLS[0]
}

/** Areas go with what may not be negative, counted from nought; anything else between its least and its most. */
function sizeOf(value: number, range: Range): number {
  const [least, most] = [valueOf(range.least), valueOf(range.most)]
  const part = least >= 0 && most > 0 ? Math.sqrt(value / most) : placeIn(value, range)
  return SCALE_SIZES.least + (SCALE_SIZES.most - SCALE_SIZES.least) * part
}

/** A number as its badge and its legend have it. */
export function writeValue(
  { shape, state, display, value }: Measured,
  { language, currency }: FigureReader
): { long: string; short: string } {
  const said = state.text[language]
  if (value === null || display.measure === 'value') {
    const words = said === '' ? state.name[language] : said
    if (shape.link?.to === 'metric') {
      return { long: `${nameKpi({ id: shape.link.kpiId, name: state.name }, language)} ${words}`, short: words }
    }
    // `open, due Nov 30, 2026` is said in short by when it is due.
    if (shape.link?.to === 'action') return { long: words, short: words.slice(words.indexOf(', ') + 1).trim() }
    // `Ventas identificadas: 86 %` is said in short by its figure.
    return { long: words, short: words.slice(words.lastIndexOf(': ') + 1).trim() }
  }
  if (display.measure === 'customers') {
    const short = formatNumber(value, language)
    return { long: translate(language, 'diagramShapes.live.customers', { count: value, value: short }), short }
  }
  const words = display.measure === 'share' ? formatShare(value, language) : formatMoney(value, currency, language, { whole: true })
  return { long: words, short: words }
}
