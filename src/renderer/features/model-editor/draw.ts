import type { Language } from '../../../shared/domain/text.ts'
import { routeRelations, type Route } from '../../../shared/models/edge-routes.ts'
import type { Box } from '../../../shared/models/geometry.ts'
import { readHolders } from '../../../shared/models/hold.ts'
import type { ModelElement } from '../../../shared/models/model.ts'
import type { OwnModel } from '../../../shared/models/own-model.ts'
import { isShownAtFirst, nameRelation } from '../../../shared/models/relation-lines.ts'
import type { EditEdge } from './EditorEdge.tsx'
import type { EditNode } from './EditorNode.tsx'
import { boxOf } from './edits.ts'
import { elementOf, relationOf, type Selection } from './selection.ts'

/** Frames before what they hold, the outermost first: the library wants parents before children. */
function sortByDepth(draft: OwnModel): { element: ModelElement; parent: ModelElement | null; depth: number }[] {
  const byId = new Map(draft.elements.map((element) => [element.id, element]))
  const depthOf = (element: ModelElement, limit = draft.elements.length): number => {
    const parent = element.parent === null ? undefined : byId.get(element.parent)
    return parent && limit > 0 ? depthOf(parent, limit - 1) + 1 : 0
  }
  return draft.elements
    .map((element) => ({ element, parent: (element.parent === null ? null : byId.get(element.parent)) ?? null, depth: depthOf(element) }))
    .sort((a, b) => a.depth - b.depth)
}

/** Lines run over frames and under cards: no name is ever struck through. */
const LAYER = { frame: 0, line: 1, card: 2 }

/** Elements drawn as frames around others, even where they hold nothing yet. */
function findFrames({ elements, relations }: OwnModel): Set<string> {
  const containers = relations.flatMap(({ from, kind }) => (kind === 'contains' ? [from] : []))
  const holders = new Set<string | null>([...containers, ...elements.map(({ parent }) => parent)])
  return new Set(elements.flatMap(({ id, kind }) => (kind === 'phase' || kind === 'frame' || holders.has(id) ? [id] : [])))
}

/** Elements with something wrong or missing, and those the view being edited leaves out. */
interface NodeMarks {
  readonly flagged: ReadonlySet<string>
  readonly hidden: ReadonlySet<string>
}

/** One node per element where the file has it; what is inside another moves with it. */
export function drawNodes(draft: OwnModel, language: Language, selectedId: string | null, { flagged, hidden }: NodeMarks): EditNode[] {
  const frames = findFrames(draft)
  return sortByDepth(draft).map(({ element, parent }) => {
    const box = boxOf(element)
    const outer = parent ? boxOf(parent) : { x: 0, y: 0 }
    const isFrame = frames.has(element.id)
    return {
      id: element.id,
      type: 'element',
      position: { x: box.x - outer.x, y: box.y - outer.y },
      ...(parent ? { parentId: parent.id } : {}),
      width: box.width,
      height: box.height,
      selected: element.id === selectedId,
      zIndex: isFrame ? LAYER.frame : LAYER.card,
      ariaLabel: element.name[language],
      data: { element, isFrame, isFlagged: flagged.has(element.id), isHidden: hidden.has(element.id) }
    }
  })
}

/** The nodes with the sizes measured before. */
export function keepMeasured(nodes: readonly EditNode[], before: readonly EditNode[]): EditNode[] {
  const sizes = new Map(before.map((node) => [node.id, node.measured]))
  return nodes.map((node) => {
    const size = sizes.get(node.id)
    return size ? { ...node, measured: size } : node
  })
}

/** Where the nodes stand on the page: a node inside another is placed from its corner. */
export function readBoxes(nodes: readonly EditNode[]): Map<string, Box> {
  const boxes = new Map<string, Box>()
  for (const node of nodes) {
    const outer = node.parentId === undefined ? undefined : boxes.get(node.parentId)
    boxes.set(node.id, {
      x: node.position.x + (outer?.x ?? 0),
      y: node.position.y + (outer?.y ?? 0),
      width: node.width ?? node.measured?.width ?? 0,
      height: node.height ?? node.measured?.height ?? 0
    })
  }
  return boxes
}

/**
 * Lines as the finished diagram routes them, around what stands where it stands now: nothing moves to make room. Kinds the
 * finished diagram hides at first are drawn for the selected relation only.
 */
export function routeDraft(draft: OwnModel, language: Language, selectedIndex: number | null): Route[] {
  return routeRelations({
    nodes: new Map(draft.elements.map((element) => [element.id, boxOf(element)])),
    frames: findFrames(draft),
    holders: readHolders(draft),
    relations: draft.relations.filter(({ kind }, index) => index === selectedIndex || isShownAtFirst(kind)),
    labelOf: ({ shortLabel }) => shortLabel?.[language] ?? null,
    isFixed: true
  })
}

/** One line per relation that is routed, and one for the selected relation whatever its kind. */
export function drawEdges(draft: OwnModel, language: Language, selection: Selection): EditEdge[] {
  const selectedIndex = relationOf(selection)
  const selectedId = elementOf(selection)
  const routes = new Map(routeDraft(draft, language, selectedIndex).map((route) => [route.relation, route]))
  const boxes = new Map(draft.elements.map((element) => [element.id, boxOf(element)]))
  return draft.relations.flatMap((relation, index): EditEdge[] => {
    const { from, to } = relation
    const [start, end] = [boxes.get(from), boxes.get(to)]
    const route = routes.get(relation) ?? null
    const isSelected = index === selectedIndex
    const words = nameRelation(relation, draft.elements, language)
    if (!start || !end || (route === null && !isSelected)) return []
    return [
      {
        id: `relation-${String(index)}`,
        source: from,
        target: to,
        type: 'relation',
        selected: isSelected,
        zIndex: LAYER.line,
        ariaLabel: words,
        data: {
          index,
          route,
          start,
          end,
          words,
          isLit: isSelected || from === selectedId || to === selectedId
        }
      }
    ]
  })
}
