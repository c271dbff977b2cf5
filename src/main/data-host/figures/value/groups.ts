import type { ValueGroup } from '../../../../shared/contract/value-groups.ts'
import type { OpenWorkspace } from '../../context.ts'
import type { Figures } from '../figures.ts'
import { markCohort } from './cohorts.ts'
import { markQuadrant } from './matrix.ts'
import { markMovement } from './movement.ts'
import { markStrategic } from './strategic.ts'

/** The customers behind a part of the value screen: one byte per customer of these figures. */
export function markValueGroup(
  workspace: OpenWorkspace,
  resourcesDir: string,
  figures: Figures,
  group: ValueGroup
): Uint8Array | Promise<Uint8Array> {
  switch (group.by) {
    case 'quadrant':
      return markQuadrant(figures, group.cut, group.quadrant)
    case 'movement':
      return markMovement(workspace, resourcesDir, group.options, group)
    case 'cohort':
      return markCohort(figures, group.options, group.cohort, group.column)
    case 'strategic':
      return markStrategic(workspace, figures, group.reason)
  }
}
