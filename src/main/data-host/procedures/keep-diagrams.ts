import type { DiagramContent } from '../../../shared/diagrams/diagram.ts'
import type { HostContext } from '../context.ts'
import { recordChange } from '../database/changes.ts'
import { checkContent } from '../diagrams/apply-patch.ts'
import { insertDiagram } from '../repositories/diagrams.ts'

export interface NewDiagram {
  readonly name: string
  readonly modelId: string | null
  readonly content: DiagramContent
}

/**
 * Puts new diagrams into the workspace, all as one step for undo; `kind` is the change's. Returns their numbers in the same
 * order. Throws what `checkContent` throws, with nothing kept.
 */
export function keepDiagrams(
  context: HostContext,
  kind: 'diagram-created' | 'diagram-copied' | 'diagram-imported',
  diagrams: readonly NewDiagram[]
): Promise<number[]> {
  for (const { content } of diagrams) checkContent(content)
  return context.workspace().change(['diagrams'], (db) => {
    const updatedAt = context.now().toISOString()
    const kept = diagrams.map((diagram) => insertDiagram(db, { ...diagram, updatedAt }))
    const details = { name: diagrams[0]?.name ?? '', count: diagrams.length }
    recordChange(db, { kind, details, rows: kept.flatMap(({ rows }) => rows) }, context.now())
    return kept.map(({ id }) => id)
  })
}
