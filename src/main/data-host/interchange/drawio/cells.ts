import { CauceError } from '../../../../shared/domain/errors.ts'
import { MOST_ITEMS } from '../../../../shared/diagrams/diagram.ts'
import { refuseTooLarge } from '../limits.ts'
import { parseXml } from '../xml.ts'
import { parseStyle, type CellStyle, readNumber } from './cell-style.ts'

export interface Point {
  readonly x: number
  readonly y: number
}
interface Geometry {
  x: number
  y: number
  width: number | null
  height: number | null
  isRelative: boolean
  points: Point[]
  /** There were more corners than a line may have. */
  hasMore: boolean
  source: Point | null
  target: Point | null
  offset: Point | null
  /** Of a container folded away: what it measures when open. */
  open: { width: number; height: number } | null
}
/** A cell as it stands in the file, its wrapper (`object`, `UserObject`) taken together with it. */
export interface Cell {
  readonly id: string
  readonly parent: string | null
  readonly source: string | null
  readonly target: string | null
  readonly style: CellStyle
  readonly styleText: string
  readonly value: string
  /** Of the wrapper; null for a plain cell. */
  readonly attributes: Readonly<Record<string, string>> | null
  readonly isVertex: boolean
  readonly isEdge: boolean
  readonly isVisible: boolean
  readonly isCollapsed: boolean
  readonly geometry: Geometry | null
}
export interface Page {
  readonly name: string | null
  readonly cells: readonly Cell[]
  /** Behind everything is a colour other than white, or a picture. */
  readonly hasGround: boolean
}

/** Cells of a whole file: rows of tables and labels of lines are cells too, so there are more than there are items. */
const MOST_CELLS = 5 * MOST_ITEMS
const NOWHERE = 1e9

/** What is written inside `<mxGraphModel>` or, packed, between the tags of a `<diagram>`. */
type Unpack = (packed: string) => string

/**
 * The pages of a draw.io document and the cells of each. `unpack` opens the pages that are compressed. Throws
 * `diagram-damaged`, `diagram-entities`, `diagram-library` and, as soon as it is clear, `diagram-too-large`.
 */
export function readPages(xml: string, unpack: Unpack): Page[] {
  const budget = { left: MOST_CELLS }
  const pages: { name: string | null; cells: Cell[]; packed: string; hasGround: boolean }[] = []
  let builder: CellBuilder | null = null
  parseXml(xml, {
    onOpen: (name, attributes) => {
      if (name === 'mxlibrary') throw new CauceError('diagram-library')
      if (name === 'diagram') pages.push({ name: attributes.name ?? null, cells: [], packed: '', hasGround: false })
      else if (name === 'mxGraphModel') {
        if (pages.length === 0) pages.push({ name: null, cells: [], packed: '', hasGround: false })
        const page = pages.at(-1)
        if (page) page.hasGround = hasGround(attributes)
        builder = new CellBuilder(page?.cells ?? [], budget)
      } else builder?.open(name, attributes)
    },
    onClose: (name) => {
      if (name === 'mxGraphModel') builder = null
      else builder?.close(name)
    },
    onText: (text) => {
      const page = pages.at(-1)
      if (page && !builder) page.packed += text
    }
  })
  if (pages.length === 0) throw new CauceError('diagram-damaged', { what: 'pages' })
  return pages.map(({ name, cells, packed, hasGround: isGrounded }) => {
    if (cells.length > 0 || packed.trim() === '') return { name, cells, hasGround: isGrounded }
    return { name, ...openPage(unpack(packed.trim()), budget) }
  })
}

const hasGround = ({ background, backgroundImage }: Readonly<Record<string, string>>): boolean =>
  (background !== undefined && !/^(none|default|#f{3}|#f{6}|)$/i.test(background)) || (backgroundImage ?? '') !== ''

function openPage(xml: string, budget: { left: number }): Pick<Page, 'cells' | 'hasGround'> {
  const cells: Cell[] = []
  const builder = new CellBuilder(cells, budget)
  let isGrounded = false
  parseXml(xml, {
    onOpen: (name, attributes) => {
      if (name === 'mxGraphModel') isGrounded = hasGround(attributes)
      builder.open(name, attributes)
    },
    onClose: (name) => builder.close(name)
  })
  return { cells, hasGround: isGrounded }
}

const WRAPPERS = new Set(['object', 'UserObject'])

/** Gathers cells from tags as they come. */
class CellBuilder {
  readonly #cells: Cell[]
  readonly #budget: { left: number }
  #wrapper: Readonly<Record<string, string>> | null = null
  #cell: Readonly<Record<string, string>> | null = null
  #geometry: Geometry | null = null

  constructor(cells: Cell[], budget: { left: number }) {
    this.#cells = cells
    this.#budget = budget
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'mxCell') this.#cell = attributes
    else if (name === 'mxGeometry') this.#geometry = readGeometry(attributes)
    else if (name === 'mxPoint') addPoint(this.#geometry, attributes)
    else if (name === 'mxRectangle' && attributes.as === 'alternateBounds' && this.#geometry)
      this.#geometry.open = { width: readPlace(attributes.width), height: readPlace(attributes.height) }
    else if (WRAPPERS.has(name)) this.#wrapper = attributes
  }

  close(name: string): void {
    if (WRAPPERS.has(name)) this.#wrapper = null
    if (name !== 'mxCell' || !this.#cell) return
    this.#budget.left -= 1
    if (this.#budget.left < 0) throw refuseTooLarge()
    this.#cells.push(toCell(this.#cell, this.#wrapper, this.#geometry, this.#cells.length))
    this.#cell = null
    this.#geometry = null
  }
}

function toCell(
  cell: Readonly<Record<string, string>>,
  wrapper: Readonly<Record<string, string>> | null,
  geometry: Geometry | null,
  at: number
): Cell {
  const styleText = cell.style ?? ''
  return {
    id: wrapper?.id ?? cell.id ?? `cell-${String(at)}`,
    parent: cell.parent ?? null,
    source: cell.source ?? null,
    target: cell.target ?? null,
    style: parseStyle(styleText),
    styleText,
    value: wrapper?.label ?? cell.value ?? '',
    attributes: wrapper,
    isVertex: cell.vertex === '1',
    isEdge: cell.edge === '1',
    isVisible: cell.visible !== '0',
    isCollapsed: cell.collapsed === '1',
    geometry
  }
}

/** A place in the file: what is no number is 0, and what lies beyond any page is kept from overflowing. */
function readPlace(text: string | undefined): number {
  const value = Number(text ?? 0)
  if (Number.isNaN(value)) return 0
  return Math.min(Math.max(value, -NOWHERE), NOWHERE)
}

function readGeometry(attributes: Readonly<Record<string, string>>): Geometry {
  return {
    x: readPlace(attributes.x),
    y: readPlace(attributes.y),
    width: readNumber(attributes.width),
    height: readNumber(attributes.height),
    isRelative: attributes.relative === '1',
    points: [],
    hasMore: false,
    source: null,
    target: null,
    offset: null,
    open: null
  }
}

function addPoint(geometry: Geometry | null, attributes: Readonly<Record<string, string>>): void {
  if (!geometry) return
  const point = { x: readPlace(attributes.x), y: readPlace(attributes.y) }
  if (attributes.as === 'sourcePoint') geometry.source = point
  else if (attributes.as === 'targetPoint') geometry.target = point
  else if (attributes.as === 'offset') geometry.offset = point
  else if (geometry.points.length < 200) geometry.points.push(point)
  else geometry.hasMore = true
}
