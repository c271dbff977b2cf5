import type Database from 'better-sqlite3'
import type { ActionPlace } from '../../../shared/contract/plan.ts'
import type { DiagramShape } from '../../../shared/diagrams/diagram.ts'
import { listShapeActions } from '../../../shared/diagrams/shape-actions.ts'

/** The shapes of all diagrams that have to do with actions still there, by diagram and action. */
export function listActionPlaces(db: Database.Database): ActionPlace[] {
  const actions = new Set(db.prepare<[], number>('SELECT id FROM actions').pluck().all())
  return db
    .prepare<[], [diagramId: number, diagram: string, shapeId: string, content: string]>(
      `SELECT d.id, d.name, i.id, i.content FROM diagram_items AS i JOIN diagrams AS d ON d.id = i.diagram_id
       WHERE instr(i.content, '"cauce-actions":') > 0 OR instr(i.content, '"to":"action"') > 0 ORDER BY d.id, i.id`
    )
    .raw()
    .all()
    .flatMap(([diagramId, diagram, shapeId, content]) => {
      const shape = JSON.parse(content) as Pick<DiagramShape, 'label' | 'data' | 'link'>
      return listShapeActions(shape)
        .filter((actionId) => actions.has(actionId))
        .map((actionId) => ({ actionId, diagramId, diagram, shapeId, label: shape.label.replace(/\s+/gu, ' ').trim() }))
    })
    .sort((a, b) => a.diagramId - b.diagramId || a.actionId - b.actionId)
}
