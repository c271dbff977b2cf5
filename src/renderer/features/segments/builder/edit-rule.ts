import { RULE_LIMITS } from '../../../../shared/segments/rule.ts'
import { closeRule, openRule, type DraftCondition, type DraftGroup, type DraftNode } from './draft.ts'

/** Where a part stands: the group that holds it and its place there. */
export interface Place {
  readonly groupId: number
  readonly index: number
}
export type Move = 'up' | 'down'

export function findNode(group: DraftGroup, id: number): DraftNode | null {
  if (group.id === id) return group
  for (const node of group.rules) {
    const found = node.kind === 'group' ? findNode(node, id) : node.id === id ? node : null
    if (found) return found
  }
  return null
}

/** Null for the outermost group, and for what is not there. */
export function findPlace(group: DraftGroup, id: number): Place | null {
  const index = group.rules.findIndex((node) => node.id === id)
  if (index >= 0) return { groupId: group.id, index }
  for (const node of group.rules) {
    const place = node.kind === 'group' ? findPlace(node, id) : null
    if (place) return place
  }
  return null
}

/** The part at the places a problem or a count names, from the outermost group. */
export function nodeAt(group: DraftGroup, path: readonly number[]): DraftNode | null {
  let node: DraftNode = group
  for (const index of path) {
    const next: DraftNode | undefined = node.kind === 'group' ? node.rules[index] : undefined
    if (!next) return null
    node = next
  }
  return node
}

export function countConditions(node: DraftNode): number {
  return node.kind === 'group' ? node.rules.reduce((sum, each) => sum + countConditions(each), 0) : 1
}

/** Groups in groups, this one included. */
export function depthOf(node: DraftNode): number {
  return node.kind === 'group' ? 1 + Math.max(0, ...node.rules.map(depthOf)) : 0
}

function largestId(node: DraftNode): number {
  return node.kind === 'group' ? Math.max(node.id, ...node.rules.map(largestId)) : node.id
}

/** An id no part has. */
export function nextId(rule: DraftGroup): number {
  return largestId(rule) + 1
}

function changeGroup(group: DraftGroup, groupId: number, change: (group: DraftGroup) => DraftGroup): DraftGroup {
  if (group.id === groupId) return change(group)
  const rules = group.rules.map((node) => (node.kind === 'group' ? changeGroup(node, groupId, change) : node))
  return rules.some((node, i) => node !== group.rules[i]) ? { ...group, rules } : group
}

export function changeJoin(rule: DraftGroup, groupId: number, changed: Partial<Pick<DraftGroup, 'join' | 'not'>>): DraftGroup {
  return changeGroup(rule, groupId, (group) => ({ ...group, ...changed }))
}

export function changeCondition(rule: DraftGroup, condition: DraftCondition): DraftGroup {
  const place = findPlace(rule, condition.id)
  if (!place) return rule
  return changeGroup(rule, place.groupId, (group) => ({ ...group, rules: group.rules.with(place.index, condition) }))
}

export function insertNode(rule: DraftGroup, node: DraftNode, { groupId, index }: Place): DraftGroup {
  return changeGroup(rule, groupId, (group) => ({ ...group, rules: group.rules.toSpliced(index, 0, node) }))
}

export function removeNode(rule: DraftGroup, id: number): DraftGroup {
  const place = findPlace(rule, id)
  if (!place) return rule
  return changeGroup(rule, place.groupId, (group) => ({ ...group, rules: group.rules.toSpliced(place.index, 1) }))
}

/** The same once more, right after it. `id`: the copy's. */
export function duplicateNode(rule: DraftGroup, id: number): { rule: DraftGroup; id: number } | null {
  const [node, place] = [findNode(rule, id), findPlace(rule, id)]
  if (!node || !place || countConditions(rule) + countConditions(node) > RULE_LIMITS.conditions) return null
  const copyId = nextId(rule)
  const copy: DraftNode = node.kind === 'group' ? openRule(closeRule(node), copyId) : { ...node, id: copyId }
  return { rule: insertNode(rule, copy, { ...place, index: place.index + 1 }), id: copyId }
}

/** Puts the part at `place` as the rule stands before the move; refused (null) into itself or deeper than groups may go. */
export function moveNode(rule: DraftGroup, id: number, place: Place): DraftGroup | null {
  const [node, from] = [findNode(rule, id), findPlace(rule, id)]
  if (!node || !from || (node.kind === 'group' && findNode(node, place.groupId))) return null
  const isAhead = from.groupId === place.groupId && from.index < place.index
  const moved = insertNode(removeNode(rule, id), node, { ...place, index: place.index - (isAhead ? 1 : 0) })
  return depthOf(moved) > RULE_LIMITS.depth ? null : moved
}

/** One step by keyboard: past the neighbour, into a group that is the neighbour, or out of its own group at the end. Null: no way. */
export function stepNode(rule: DraftGroup, id: number, move: Move): DraftGroup | null {
  const place = findPlace(rule, id)
  const group = place && findNode(rule, place.groupId)
  if (!place || group?.kind !== 'group') return null
  const neighbour = group.rules[place.index + (move === 'up' ? -1 : 1)]
  if (!neighbour) {
    const outer = findPlace(rule, group.id)
    return outer && moveNode(rule, id, { ...outer, index: outer.index + (move === 'up' ? 0 : 1) })
  }
  const inside =
    neighbour.kind === 'group' ? moveNode(rule, id, { groupId: neighbour.id, index: move === 'up' ? neighbour.rules.length : 0 }) : null
  return inside ?? moveNode(rule, id, { groupId: group.id, index: place.index + (move === 'up' ? -1 : 2) })
}

/** The part alone in a group of its own, to which others can be added. */
export function wrapNode(rule: DraftGroup, id: number): DraftGroup | null {
  const [node, place] = [findNode(rule, id), findPlace(rule, id)]
  if (!node || !place) return null
  const group: DraftGroup = { id: nextId(rule), kind: 'group', join: 'any', not: false, rules: [node] }
  const wrapped = insertNode(removeNode(rule, id), group, place)
  return depthOf(wrapped) > RULE_LIMITS.depth ? null : wrapped
}

/** The parts of a group in its place. */
export function dissolveGroup(rule: DraftGroup, id: number): DraftGroup | null {
  const [group, place] = [findNode(rule, id), findPlace(rule, id)]
  if (group?.kind !== 'group' || !place) return null
  return changeGroup(rule, place.groupId, (outer) => ({ ...outer, rules: outer.rules.toSpliced(place.index, 1, ...group.rules) }))
}
