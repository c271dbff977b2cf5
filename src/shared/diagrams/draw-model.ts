import type { Language } from '../domain/text.ts'
import { arrangeModel, isFrame, type PlacedElement } from '../models/arrange-model.ts'
import type { Route } from '../models/edge-routes.ts'
import { centre, type Box, type Point } from '../models/geometry.ts'
import { findAncestors, hasEvidence, readHolders } from '../models/hold.ts'
import type { ElementKind, Model, ModelElement } from '../models/model.ts'
import type { DiagramContent, DiagramLine, DiagramShape, Display, ShapeKind, ShapeStyle } from './diagram.ts'

/** Cards stand this far from the page's corner. */
const MARGIN = 40
/** What an element shows of its evidence: its leading figure by name. A count alone would not say of whom. */
const DISPLAY: Display = { measure: 'value', as: ['badge'] }

/** Kinds that have a shape of their own; the rest are blocks. */
const KINDS: Partial<Record<ElementKind, ShapeKind>> = {
  phase: 'model-phase',
  step: 'model-phase',
  process: 'model-process',
  'primary stage': 'model-stage',
  'support condition': 'condition',
  foundation: 'model-foundation',
  outcome: 'margin'
}

/**
 * A model (in the view it is given in) as a diagram: every element where the model's canvas has it, linked to its evidence, with
 * its relations. The path of a presentation is the model's walk, then what the walk leaves out.
 */
export function drawModel(model: Model, language: Language): DiagramContent {
  const { placed, routes, bounds } = arrangeModel(model, language)
  const shift = (box: Box): Box => ({ ...box, x: round(box.x - bounds.x + MARGIN), y: round(box.y - bounds.y + MARGIN) })
  const holders = readHolders(model)
  const frames = new Set(placed.flatMap(({ element, shape }) => (isFrame(shape) ? [element.id] : [])))
  const shapes = placed.map((each, index) => drawElement(model, { ...each, box: shift(each.box) }, index))
  const boxes = new Map(shapes.map((shape) => [shape.id, shape]))
  const lines = routes.map((route, index) =>
    drawRelation(
      { ...route, points: route.points.map(shiftPoint), label: route.label && { ...route.label, box: shift(route.label.box) } },
      index,
      boxes
    )
  )
  const known = new Set(shapes.map(({ id }) => id))
  return {
    settings: { hasGrid: true, doesSnap: true, language, path: model.walk.filter((id) => known.has(id)) },
    items: [...shapes, ...lines]
  }

  function drawElement({ id: modelId }: Model, { element, shape, detail, box }: PlacedElement, index: number): DiagramShape {
    const parentId = findAncestors(element.id, holders).find((id) => frames.has(id))
    const isCard = !isFrame(shape) && shape !== 'bracket'
    const style: ShapeStyle =
      shape === 'bracket'
        ? { fill: 'none', align: 'middle', isBold: true, fontSize: 13 }
        : isCard && detail === 'full'
          ? { fontSize: 19 }
          : {}
    return {
      item: 'shape',
      id: element.id,
      kind: isFrame(shape) ? 'model-region' : (KINDS[element.kind] ?? 'model-block'),
      ...{ x: box.x, y: box.y, width: round(box.width), height: round(box.height) },
      order: index,
      label: shape === 'region' ? nameRegion(element.name[language]) : writeLabel(element, language, isCard && detail !== 'small'),
      ...(parentId === undefined ? {} : { parentId }),
      style,
      notes: [element.definition[language], ...element.questions.map((question) => `· ${question[language]}`)].join('\n'),
      ...(hasEvidence(element) ? { link: { to: 'element', modelId, elementId: element.id } as const, display: DISPLAY } : {})
    }
  }

  function shiftPoint({ x, y }: Point): Point {
    return { x: round(x - bounds.x + MARGIN), y: round(y - bounds.y + MARGIN) }
  }
}

const round = (value: number): number => Math.round(value)

/** `Analizar (conocimiento)`: `Analizar · conocimiento`, as the model's canvas has it. */
const nameRegion = (name: string): string => name.replace(/\s*\((.*)\)$/u, ' · $1')

/** `1. Identificar`, and under it the question a card asks. */
function writeLabel({ order, name, prompt }: ModelElement, language: Language, hasPrompt: boolean): string {
  const head = `${order === null ? '' : `${String(order)}. `}${name[language]}`
  return hasPrompt && prompt ? `${head}\n${prompt[language]}` : head
}

function drawRelation({ relation, style, points, label }: Route, index: number, boxes: ReadonlyMap<string, DiagramShape>): DiagramLine {
  const isLoop = style.line === 'dashed'
  return {
    item: 'line',
    id: `relation-${String(index + 1)}`,
    from: { shapeId: relation.from },
    to: { shapeId: relation.to },
    order: boxes.size + index,
    label: label?.text ?? '',
    ...(label ? { labelAt: shareOf(centre(label.box), points) } : {}),
    ...chooseWay(points),
    startHead: style.startArrow ? 'arrow' : 'none',
    endHead: !style.endArrow ? 'none' : style.head === 'open' ? 'open' : 'arrow',
    style: { ...(isLoop ? { dash: 'dashed' as const } : {}), ...(style.weight === 'thin' ? { weight: 1 } : {}) }
  }
}

/** How far along the way a place beside or on it stands. */
function shareOf({ x, y }: Point, points: readonly Point[]): number {
  let [gone, nearest, found] = [0, Number.POSITIVE_INFINITY, 0]
  for (const [index, to] of points.entries()) {
    const from = points[index - 1]
    if (!from) continue
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    const length = Math.hypot(dx, dy)
    const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / length ** 2))
    const distance = Math.hypot(from.x + dx * part - x, from.y + dy * part - y)
    if (distance < nearest) [nearest, found] = [distance, gone + length * part]
    gone += length
  }
  return gone === 0 ? 0.5 : Math.round((found / gone) * 1000) / 1000
}

/** A ring's arc becomes a curve, a slant a straight line; corners are kept, and a level line keeps its height. */
function chooseWay(points: readonly Point[]): Pick<DiagramLine, 'route' | 'points'> {
  const [start, end] = [points[0], points.at(-1)]
  if (!start || !end) return { route: 'elbow', points: [] }
  const isSquare = points.slice(1).every((point, index) => {
    const before = points[index] ?? point
    return Math.abs(before.x - point.x) < 1.5 || Math.abs(before.y - point.y) < 1.5
  })
  if (points.length > 2 && !isSquare) return { route: 'curve', points: [controlOf(points, start, end)] }
  if (!isSquare) return { route: 'straight', points: [] }
  if (points.length > 2) return { route: 'elbow', points: points.slice(1, -1) }
  return { route: 'elbow', points: [{ x: round((start.x + end.x) / 2), y: round((start.y + end.y) / 2) }] }
}

/** The control of one curve from end to end that passes through the middle of the way. */
function controlOf(points: readonly Point[], start: Point, end: Point): Point {
  const middle = points[Math.floor(points.length / 2)] ?? start
  return { x: round(2 * middle.x - (start.x + end.x) / 2), y: round(2 * middle.y - (start.y + end.y) / 2) }
}
