import { type DiagramItem, type DiagramShape, isShape } from '../../../../shared/diagrams/diagram.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'

/** What every page of draw.io begins with: its root, and the layer everything stands in. */
export const ROOT = '0'
export const LAYER = '1'

/** Identifiers of cells, and the order they are written in: containers before what stands in them, as draw.io paints. */
export class CellBook {
  readonly inOrder: readonly DiagramItem[]
  /** What linked shapes say, by item. */
  readonly figures: ReadonlyMap<string, string>
  readonly #shapes: ReadonlyMap<string, DiagramShape>
  readonly #cellIds = new Map<string, string>()
  readonly #taken = new Set([ROOT, LAYER])

  constructor(items: readonly DiagramItem[], figures: ReadonlyMap<string, string> = new Map()) {
    this.figures = figures
    this.#shapes = new Map(items.filter(isShape).map((shape) => [shape.id, shape]))
    // Those draw.io can have as they are first, so that no other is given one of them.
    for (const { id } of items) if (isPlainId(id)) this.#keep(id, id)
    for (const { id } of items) if (!isPlainId(id)) this.#keep(id, this.makeId('item'))
    this.inOrder = this.#sort(items)
    // What stands inside itself is reached from nowhere.
    if (this.inOrder.length < items.length) throw new CauceError('diagram-cycle')
  }

  #keep(id: string, cellId: string): void {
    this.#taken.add(cellId)
    this.#cellIds.set(id, cellId)
  }

  /** A cell's identifier that nothing else has. */
  makeId(base: string): string {
    let id = base
    for (let number = 1; this.#taken.has(id); number += 1) id = `${base}-${String(number)}`
    this.#taken.add(id)
    return id
  }

  cellOf(id: string): string {
    return this.#cellIds.get(id) ?? id
  }

  shapeOf(id: string | undefined): DiagramShape | null {
    return id === undefined ? null : (this.#shapes.get(id) ?? null)
  }

  /** Whether places counted from container to container add up to exactly this one: so they do in steps of a power of two. */
  addsUp(shape: DiagramShape): boolean {
    const isRound = ({ x, y, width, height }: DiagramShape): boolean =>
      [x, y, width, height].every((value) => Number.isInteger(value * 1024))
    for (let at: DiagramShape | null = shape; at; at = this.shapeOf(at.parentId)) if (!isRound(at)) return false
    return true
  }

  #sort(items: readonly DiagramItem[]): DiagramItem[] {
    const inside = new Map<string | null, DiagramItem[]>()
    for (const item of items) {
      const holder = isShape(item) ? (this.shapeOf(item.parentId)?.id ?? null) : null
      const list = inside.get(holder)
      if (list) list.push(item)
      else inside.set(holder, [item])
    }
    for (const list of inside.values()) list.sort((one, other) => one.order - other.order)
    const sorted: DiagramItem[] = []
    const waiting = [...(inside.get(null) ?? [])].reverse()
    for (let item = waiting.pop(); item; item = waiting.pop()) {
      sorted.push(item)
      if (isShape(item)) waiting.push(...[...(inside.get(item.id) ?? [])].reverse())
    }
    return sorted
  }
}

const isPlainId = (id: string): boolean => id !== ROOT && id !== LAYER && /^[!-~¡-\u{d7ff}]+$/u.test(id)
