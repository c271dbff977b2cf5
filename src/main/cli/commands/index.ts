import type { Command } from '../command.ts'
import { customerCommands } from './customers.ts'
import { diagramCommands } from './diagrams.ts'
import { duplicateCommands } from './duplicates.ts'
import { figureCommands } from './figures.ts'
import { importCommands } from './imports.ts'
import { modelCommands } from './models.ts'
import { privacyCommands } from './privacy.ts'
import { schemaCommands } from './schemas.ts'
import { segmentCommands } from './segments.ts'
import { workCommands } from './work.ts'
import { workspaceCommands } from './workspaces.ts'

/** Every command there is; the help lists them in this order. */
export const commands: readonly Command[] = [
  ...workspaceCommands,
  ...importCommands,
  ...customerCommands,
  ...duplicateCommands,
  ...segmentCommands,
  ...figureCommands,
  ...modelCommands,
  ...diagramCommands,
  ...schemaCommands,
  ...workCommands,
  ...privacyCommands
]
