import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js'
import ElkConstructor from 'elkjs/lib/elk.bundled.js'
import type { Layout } from '../../../../shared/contract/diagrams.ts'

export const DIRECTIONS: Readonly<Record<Layout['direction'], string>> = { down: 'DOWN', right: 'RIGHT', up: 'UP', left: 'LEFT' }

let elk: ELK | undefined

/** The Eclipse Layout Kernel, in this very thread: who calls it is in one of its own. */
export function runElk(graph: ElkNode): Promise<ElkNode> {
  elk ??= new ElkConstructor()
  return elk.layout(graph)
}
