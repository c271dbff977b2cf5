import type { Language } from '../../../shared/domain/text.ts'
import { bottom, right, type Box } from '../../../shared/models/geometry.ts'
import type { ModelElement, ModelRelation, RelationKind } from '../../../shared/models/model.ts'
import type { OwnModel } from '../../../shared/models/own-model.ts'
import type { EditEdge } from './EditorEdge.tsx'
import type { EditNode } from './EditorNode.tsx'
import { boxOf, listInside } from './edits.ts'
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
/** With more lines than this, only those of what is selected carry their words. */
const NAMED_LINES = 12

/** One node per element where the file has it; what is inside another moves with it. */
export function drawNodes(draft: OwnModel, language: Language, selectedId: string | null, flagged: ReadonlySet<string>): EditNode[] {
  const containers = draft.relations.flatMap(({ from, kind }) => (kind === 'contains' ? [from] : []))
  const holders = new Set([...containers, ...draft.elements.map(({ parent }) => parent)])
  return sortByDepth(draft).map(({ element, parent }) => {
    const box = boxOf(element)
    const outer = parent ? boxOf(parent) : { x: 0, y: 0 }
    const isFrame = element.kind === 'phase' || element.kind === 'frame' || holders.has(element.id)
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
      data: { element, isFrame, isFlagged: flagged.has(element.id) }
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

function isInside(draft: OwnModel, { from, to }: ModelRelation): boolean {
  const [outer, inner] = [from, to].map((id) => draft.elements.find((element) => element.id === id))
  if (!outer || !inner) return false
  const [a, b] = [boxOf(outer), boxOf(inner)]
  const liesInside = a.x <= b.x && a.y <= b.y && right(a) >= right(b) && bottom(a) >= bottom(b)
  return liesInside || listInside(draft, from).has(to)
}

/** One line per relation; several between the same two run side by side. */
export function drawEdges(draft: OwnModel, language: Language, selection: Selection, nameKind: (kind: RelationKind) => string): EditEdge[] {
  const lanes = new Map<string, number>()
  const [selectedIndex, selectedId] = [relationOf(selection), elementOf(selection)]
  const isNamed = ({ from, to }: ModelRelation, index: number): boolean =>
    draft.relations.length <= NAMED_LINES || index === selectedIndex || from === selectedId || to === selectedId
  return draft.relations.flatMap((relation, index) => {
    // Lying inside shows it already.
    if (relation.kind === 'contains' && index !== selectedIndex && isInside(draft, relation)) return []
    const pair = [relation.from, relation.to].sort().join(' ')
    const lane = lanes.get(pair) ?? 0
    lanes.set(pair, lane + 1)
    return [
      {
        id: `relation-${String(index)}`,
        source: relation.from,
        target: relation.to,
        type: 'relation',
        selected: index === selectedIndex,
        zIndex: LAYER.line,
        data: {
          index,
          lane,
          kind: relation.kind,
          label: isNamed(relation, index) ? (relation.shortLabel?.[language] ?? nameKind(relation.kind)) : null
        }
      }
    ]
  })
}
