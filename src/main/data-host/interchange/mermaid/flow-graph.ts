import { MOST_ITEMS } from '../../../../shared/diagrams/diagram.ts'
import { refuseTooLarge } from '../limits.ts'

/** A text as it stands in the source; `markdown`: between backticks inside quotes. */
export interface FlowText {
  readonly raw: string
  readonly isMarkdown: boolean
}

export interface FlowNode {
  readonly id: string
  text: FlowText | null
  /** The shape by its bracket or its name in `@{ shape: … }`; null: never said. */
  form: string | null
  address: string | null
  readonly styles: string[]
  readonly classes: string[]
}

export const FLOW_HEADS = ['none', 'point', 'circle', 'cross'] as const
export type FlowHead = (typeof FLOW_HEADS)[number]
export type FlowStroke = 'normal' | 'thick' | 'dotted' | 'invisible'

export interface FlowLink {
  readonly id: string | null
  readonly text: FlowText | null
  readonly startHead: FlowHead
  readonly endHead: FlowHead
  readonly stroke: FlowStroke
}

export interface FlowEdge extends FlowLink {
  readonly from: string
  readonly to: string
  readonly styles: string[]
}

export interface FlowGroup {
  readonly id: string
  readonly title: FlowText
  readonly members: string[]
  readonly classes: string[]
  /** As it is written: `LR`; null: that of the whole. */
  readonly direction: string | null
}

export type FlowDirection = 'down' | 'up' | 'right' | 'left'

/** What a flowchart says, before any of it is a shape. Grows while the source is read and refuses to grow beyond a diagram. */
export class FlowGraph {
  direction: FlowDirection = 'down'
  /** Whether a click on some node is to run a script, which nothing here does. */
  hasScripts = false
  readonly nodes = new Map<string, FlowNode>()
  readonly edges: FlowEdge[] = []
  /** Names of lines that have one. */
  readonly linkIds = new Set<string>()
  readonly groups = new Map<string, FlowGroup>()
  readonly classes = new Map<string, string[]>()
  /** Styles given by `style` to an id that may be a node or a group. */
  readonly styles = new Map<string, string[]>()
  readonly defaultEdgeStyles: string[] = []
  /** Where each id stands; the first group that is closed with it keeps it. */
  readonly parents = new Map<string, string>()

  #refuseGrowth(): void {
    if (this.nodes.size + this.edges.length + this.groups.size > MOST_ITEMS) throw refuseTooLarge()
  }

  putNode(id: string): FlowNode {
    const known = this.nodes.get(id)
    if (known) return known
    const node: FlowNode = { id, text: null, form: null, address: null, styles: [], classes: [] }
    this.nodes.set(id, node)
    this.#refuseGrowth()
    return node
  }

  link(from: readonly string[], to: readonly string[], link: FlowLink): void {
    if (link.id !== null) this.linkIds.add(link.id)
    for (const start of from)
      for (const end of to) {
        this.edges.push({ ...link, from: start, to: end, styles: [] })
        this.#refuseGrowth()
      }
  }

  /** A group ends: what it names and no earlier group has is in it. */
  closeGroup(group: FlowGroup): void {
    const known = this.groups.get(group.id)
    if (known) known.members.push(...group.members)
    else this.groups.set(group.id, group)
    this.#refuseGrowth()
    for (const member of group.members)
      if (member !== group.id && !this.parents.has(member) && !this.#isInside(group.id, member)) this.parents.set(member, group.id)
  }

  #isInside(id: string, container: string): boolean {
    for (let at: string | undefined = id; at !== undefined; at = this.parents.get(at)) if (at === container) return true
    return false
  }
}
